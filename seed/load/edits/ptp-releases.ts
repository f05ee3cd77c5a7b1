/** The releases of one table of code-pair edits as they come in, each cut into several files: which is the newest, and which are whole. */

import type { Reading } from '../format/format.ts';

/** A release of the table, read for all codes or for some. */
interface PtpRelease {
  readonly from: string;
  readonly codes: string;
  /** The number of the file that holds each part; a re-post takes the place of what it replaces. */
  readonly files: Map<number, number>;
}

/** A file of the table. */
export interface PtpFile {
  /** 1 for the practitioner table, 0 for the hospital table. */
  readonly table: 0 | 1;
  readonly number: number;
  readonly release: PtpRelease;
  /** Whether a newer release was loaded before: what that says stands. */
  readonly older: boolean;
  /** Whether no other release of the table was loaded before, nor this part of it: so all that it states is new. */
  readonly alone: boolean;
  /** Whether a newer release that is whole was loaded before: there is nothing to take from this one. */
  readonly ignored: boolean;
}

export interface PtpReleases {
  /** A file begins. */
  begin(number: number, reading: Pick<Reading, 'from' | 'codes'>, part: number): PtpFile;
  /** Whether with this file its release says all there is, so that what only others hold is gone. */
  tellsAll(file: PtpFile): boolean;
}

/** Every part from the first on, as far as can be seen. */
function isComplete({ files }: PtpRelease): boolean {
  return files.size > 0 && Math.max(...files.keys()) === files.size;
}

export function ptpReleases(table: 0 | 1): PtpReleases {
  const releases: PtpRelease[] = [];
  const numbers: number[] = [];

  /** No file says into how many its release was cut: it is whole once it has as many parts as any other. */
  function isWhole(release: PtpRelease): boolean {
    const others = releases.filter((other) => other !== release && isComplete(other));
    return isComplete(release) && others.every(({ files }) => release.files.size >= files.size);
  }

  return {
    begin(number, { from, codes: wanted }, part) {
      const codes = wanted ? [...wanted].sort().join(' ') : '';
      let release = releases.find((each) => each.from === from && each.codes === codes);
      if (!release) {
        release = { from, codes, files: new Map() };
        releases.push(release);
      }
      release.files.set(part, number);
      numbers.push(number);
      const own = new Set(release.files.values());
      const alone = numbers.every((each) => own.has(each));
      const newer = releases.filter((each) => each.from > from);
      const ignored = newer.some((each) => each.codes === '' && isWhole(each));
      return { table, number, release, alone, older: newer.length > 0, ignored };
    },
    tellsAll({ older, release }) {
      const kept = new Set(release.files.values());
      return !older && isWhole(release) && numbers.some((number) => !kept.has(number));
    },
  };
}
