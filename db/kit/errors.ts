/** The errors that this room throws. Each message says what was found, what was expected and what to do. */

/** A value from outside that is not of its form. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
}

/** A database file that must not be served. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
