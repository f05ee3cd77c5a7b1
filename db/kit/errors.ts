/** The errors that `db` throws. Each message states what was found, what was expected and what to do. */

/** A value from outside in the wrong format. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
}

/** A database file that must not be served. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
