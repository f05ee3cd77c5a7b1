/** Files that follow from others: held against the graph, row by row, and not stored. */

import { type FeeAgreement, feeAgreement } from '../../db/fee-agreement.ts';
import { openRelease } from '../../db/release.ts';
import { asOfNow } from '../../db/time.ts';
import { carrier } from '../official/carrier.ts';
import type { Said } from './describe.ts';
import type { Recognised, Sighting } from './format.ts';
import type { Candidate } from './open.ts';
import { nothingHeard, readingOf } from './reading.ts';

/** A file to be compared. */
export interface Comparable {
  readonly candidate: Candidate;
  readonly recognised: Recognised;
}

/** How far a file agrees with the graph on a day. */
export interface Compared extends FeeAgreement {
  readonly path: string;
  readonly day: string;
  /** Rows that were left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** What a file says of itself that is compared and not stored; undefined when it is no such file. */
export function comparable(sighting: Sighting): Recognised | undefined {
  return carrier.recognise(sighting);
}

/** Compares a file with the database in place, on the first day of its release or the day that the user says. */
export async function compared(
  { candidate, recognised }: Comparable,
  database: string,
  said: Said,
  now: Date,
): Promise<Compared> {
  const { codes = null } = said;
  const { knownAt, dateOfService: today } = asOfNow(now);
  const day = said.from ?? recognised.from ?? today;
  const heard = nothingHeard();
  const reading = readingOf({ release: '', from: day, to: null, codes: codes && [...codes] }, heard);
  const release = openRelease(database);
  try {
    const rows = carrier.rows(candidate.as('utf-8'), reading);
    const agreement = await feeAgreement(release.store, rows, { dateOfService: day, knownAt });
    return { path: candidate.path, day, skipped: heard.skipped, ...agreement };
  } finally {
    release.close();
  }
}
