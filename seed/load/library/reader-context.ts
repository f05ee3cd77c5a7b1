/** What is passed to the reader of a file, and the notes that it makes. */

import type { Reading } from '../format/format.ts';
import { noRows, type RowCounts, type RowLedger, rowLedger } from '../format/row-log.ts';
import { isPayer, payerNamed } from './curated.ts';
import type { Loaded } from './library.ts';

/** What a reader reports besides the content of the file. */
export interface ReadingNotes extends RowCounts {
  /** Notes for the user who loads the file. */
  readonly reports: string[];
}

export function noNotes(): ReadingNotes {
  return { ...noRows(), reports: [] };
}

/** A file with one mistake per row does not fill the report with a million notes. */
const mostReports = 50;

/** The context that is passed to the reader of a file. */
export function readingOf(
  { release, from, to, codes: list }: Pick<Loaded, 'release' | 'from' | 'to' | 'codes'>,
  notes: ReadingNotes,
  also: Pick<Reading, 'raw' | 'medicareAmount' | 'identify' | 'rates' | 'places'> = {},
): Reading & { readonly rows: RowLedger } {
  const codes = list ? new Set(list) : undefined;
  const { reports } = notes;
  const rows = rowLedger(notes);
  return {
    ...{ release, from, to, codes, payerNamed, isPayer },
    ...also,
    wants: (code) => !codes || codes.has(code),
    rows,
    skip: rows.skip,
    report: (sentence) => {
      if (reports.length < mostReports) reports.push(sentence);
      else if (reports.length === mostReports) reports.push('More of the same is not told.');
    },
  };
}
