/** The counts of what a file states. */

/** How many statements a file added, ended, corrected and confirmed. */
export interface Tally {
  added: number;
  /** Not stated any more from the first day of the release on. */
  ended: number;
  /** Found wrong: closed, and superseded by another for the same days. */
  corrected: number;
  unchanged: number;
}
