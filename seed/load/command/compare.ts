/** Files that can be derived from others: compared with the graph row by row, and not stored. */

import { type ChangeAgreement, releaseAgreement } from '../../../db/codes/compare-releases.ts';
import { type FeeAgreement, feeAgreement } from '../../../db/fees/compare-amounts.ts';
import { feeRowAgreement } from '../../../db/fees/compare-rows.ts';
import { asOfNow, dayBefore } from '../../../db/kit/as-of.ts';
import type { Store } from '../../../db/kit/store.ts';
import { icd10cmAddenda } from '../../official/codes/icd10cm-addenda.ts';
import { carrier } from '../../official/fees/carrier.ts';
import { pprrvu } from '../../official/fees/pprrvu.ts';
import { feeRowsOf } from '../../official/fees/pprrvu-fees.ts';
import type { Comparable } from '../files/comparable.ts';
import type { Found } from '../files/find.ts';
import { FileError, NotUtf8 } from '../format/file.ts';
import { noNotes, readingOf } from '../library/reader-context.ts';
import type { FileOptions } from '../library/register.ts';

/** The agreement of a file with the graph on a day. */
export type Compared = {
  readonly path: string;
  readonly day: string;
  /** Rows that were left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
} & (({ readonly of: 'amounts' } & FeeAgreement) | ({ readonly of: 'changes' } & ChangeAgreement));

/** Compares a file with the database in place, on the first day of its release or the day that the user gives. */
export async function compared(
  file: Comparable,
  inPlace: () => Store,
  options: FileOptions,
  now: Date,
): Promise<Compared> {
  return (file.kind === icd10cmAddenda ? changes : amounts)(file, inPlace(), options, now);
}

async function amounts(
  { candidate, recognised }: Comparable,
  store: Store,
  options: FileOptions,
  now: Date,
): Promise<Compared> {
  const { codes = null } = options;
  const { knownAt } = asOfNow(now);
  const day = options.from ?? recognised.from;
  if (day === undefined)
    throw new FileError(
      { path: candidate.path },
      'Its name does not tell the quarter whose amounts these are. Give the first day with --from YYYY-MM-DD, or the name that CMS gave the file, such as PFREV25D.txt.',
    );
  const notes = noNotes();
  const reading = readingOf({ release: '', from: day, to: null, codes: codes && [...codes] }, notes);
  // What is compared is ASCII, which is the same in both encodings.
  const rows = carrier.rows(candidate.as('windows-1252'), reading);
  const agreement = await feeAgreement(store, rows, { dateOfService: day, knownAt });
  return { of: 'amounts', path: candidate.path, day, skipped: notes.skipped, ...agreement };
}

async function changes(
  { candidate, recognised }: Comparable,
  store: Store,
  options: FileOptions,
  now: Date,
): Promise<Compared> {
  const { path } = candidate;
  const day = options.from ?? recognised.from;
  if (day === undefined)
    throw new FileError(
      { path },
      'Neither its content nor its name tells from which day its changes hold. Say it with --from YYYY-MM-DD.',
    );
  const read = await icd10cmAddenda.changes(candidate.as('utf-8')).catch((error: unknown) => {
    if (!(error instanceof NotUtf8)) throw error;
    return icd10cmAddenda.changes(candidate.as('windows-1252'));
  });
  const days = { before: dayBefore(day), after: day, knownAt: asOfNow(now).knownAt, headings: read.headings };
  return { of: 'changes', path, day, skipped: {}, ...releaseAgreement(store, read.changes, days) };
}

/**
 * The report on a file for qualifying participants, of which only the factor is stored: whether its rows are those
 * of the graph. Undefined for any other file.
 */
export async function qualifyingRows(
  { candidate, format, recognised }: Found,
  inPlace: () => Store,
  options: FileOptions,
  now: Date,
): Promise<string | undefined> {
  if (format !== pprrvu || recognised.part !== 'QPP') return undefined;
  const { knownAt, dateOfService: today } = asOfNow(now);
  const from = options.from ?? recognised.from ?? today;
  const reading = readingOf({ release: recognised.release ?? '', from, to: null, codes: null }, noNotes());
  const rows = feeRowsOf(candidate.as('windows-1252'), reading);
  const {
    rows: all,
    agree,
    differ,
    missing,
    differences,
  } = await feeRowAgreement(inPlace(), rows, { dateOfService: from, knownAt });
  const first = differences[0];
  const where = first
    ? ` The first that differs is on line ${first.line}, in ${first.columns.join(' and ')}.`
    : '';
  return `Only its factor is stored. Of its ${all} rows ${agree} are as the graph has them, ${differ} differ, ${missing} are not stored.${where}`;
}
