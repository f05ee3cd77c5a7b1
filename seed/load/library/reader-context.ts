/** What a reader of a file is told, and what is heard of it. */

import type { Reading } from '../format/format.ts';
import { isPayer, payerNamed } from './curated.ts';
import type { Loaded } from './library.ts';

/** What a reader tells beside what the file states. */
export interface Heard {
  /** Rows that were left out, by reason. */
  readonly skipped: Record<string, number>;
  /** What whoever loads the file should read. */
  readonly reports: string[];
}

export function nothingHeard(): Heard {
  return { skipped: {}, reports: [] };
}

/** A file with one mistake a row is told of once, not a million times. */
const mostReports = 50;

/** What a reader is told of a file that is read under these options. */
export function readingOf(
  { release, from, to, codes: list }: Pick<Loaded, 'release' | 'from' | 'to' | 'codes'>,
  { skipped, reports }: Heard,
  also: Pick<Reading, 'raw' | 'medicareAmount' | 'identify'> = {},
): Reading {
  const codes = list ? new Set(list) : undefined;
  return {
    ...{ release, from, to, codes, payerNamed, isPayer },
    ...also,
    wants: (code) => !codes || codes.has(code),
    skip: (reason) => {
      skipped[reason] = (skipped[reason] ?? 0) + 1;
    },
    report: (sentence) => {
      if (reports.length < mostReports) reports.push(sentence);
      else if (reports.length === mostReports) reports.push('More of the same is not told.');
    },
  };
}
