/** A load that is being merged, and the counts of its statements. */

/** How many statements a load added, ended, corrected and confirmed. */
export interface Tally {
  added: number;
  /** Not stated any more from the first day of the release on. */
  ended: number;
  /** Found wrong: closed, and superseded by another for the same days. */
  corrected: number;
  unchanged: number;
}

/** What the rows of a load need to know about it. */
export interface Load {
  /** The file, as shown to users. */
  readonly path: string;
  readonly sourceId: string;
  /** Its `recordedFrom`; no two loads share a moment. */
  readonly loadedAt: string;
}
