/** Why a build ends without a database, in words for people. */

/** Another build of the same database is running. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/** A database cannot be written where it is to be. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/** The finished data breaks a rule. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}
