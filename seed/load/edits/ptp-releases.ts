/** Tracks the releases of one table of code-pair edits, each cut into several files: which is the newest, and which are whole. */

import type { Reading } from '../format/format.ts';

/** A release of the table, loaded for all codes or for some. */
interface PtpRelease {
  readonly from: string;
  readonly codes: string;
  /** The number of the file of each part; a re-post replaces the earlier file. */
  readonly files: Map<number, number>;
}

/** A file of the table. */
export interface PtpFile {
  /** 1 for the practitioner table, 0 for the hospital table. */
  readonly table: 0 | 1;
  readonly number: number;
  readonly release: PtpRelease;
  /** Whether a newer release was loaded before, which then has precedence. */
  readonly older: boolean;
  /** Whether neither another release of the table nor this part was loaded before, so that all its rows are new. */
  readonly alone: boolean;
  /** Whether a newer whole release was loaded before, so that this file is ignored. */
  readonly ignored: boolean;
}

export interface PtpReleases {
  /** Registers the next file. */
  begin(number: number, reading: Pick<Reading, 'from' | 'codes'>, part: number): PtpFile;
  /** Whether this file completes the newest release, so that edits found only in other files have ended. */
  isWhole(file: PtpFile): boolean;
}

/** Whether no part is missing up to the highest one loaded. */
function isComplete({ files }: PtpRelease): boolean {
  return files.size > 0 && Math.max(...files.keys()) === files.size;
}

export function ptpReleases(table: 0 | 1): PtpReleases {
  const releases: PtpRelease[] = [];
  const numbers: number[] = [];

  /** No file states the number of parts of its release: it is taken as whole when it has as many as any other. */
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
    isWhole({ older, release }) {
      const kept = new Set(release.files.values());
      return !older && isWhole(release) && numbers.some((number) => !kept.has(number));
    },
  };
}
