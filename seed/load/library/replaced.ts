/** Whether a file is of a release that was published anew since, and the newer publication is loaded. */

import type { Loaded } from './library.ts';

/** What tells two publications of one release apart. */
type Dated = Pick<Loaded, 'format' | 'part' | 'from' | 'release' | 'published' | 'codes'>;

/** Of the files that are loaded, the one that replaced this one when it was published; undefined where none did. */
export function replacedBy<T extends Dated>(file: Dated, loads: readonly T[]): T | undefined {
  const { format, part, from, release, published } = file;
  return loads.find(
    (other) =>
      other.format === format &&
      other.part === part &&
      other.from === from &&
      other.codes === null &&
      // RVU25BR is RVU25B, corrected.
      (other.release === `${release}R` ||
        (published !== null && other.published !== null && published < other.published)),
  );
}

/** Why such a file is not loaded. */
export function replacedReason(
  { release, published }: Dated,
  newer: Pick<Loaded, 'release' | 'published' | 'path'>,
): string {
  const called = (each: { readonly release: string; readonly published: string | null }) =>
    `${each.release}${each.published ? `, published on ${each.published}` : ''}`;
  return `It is ${called({ release, published })}, which was published anew: ${newer.path} is loaded, ${called(newer)}, and loading the older one now would put back what was corrected. Nothing has to be done; to see what it said, load it into a database of its own.`;
}
