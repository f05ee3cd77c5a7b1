/** A load while it is taken in, and what became of what it states. */

/** How many statements a load made, ended, corrected and found as they were. */
export interface Tally {
  added: number;
  /** Said no more from the first day of the release on. */
  ended: number;
  /** Found wrong: held no more, and followed by another for the same days. */
  corrected: number;
  unchanged: number;
}

/** A load as its rows see it. */
export interface Load {
  /** The file, as people quote it. */
  readonly path: string;
  readonly sourceId: string;
  /** When the graph came to hold it; no two loads share a moment. */
  readonly loadedAt: string;
}
