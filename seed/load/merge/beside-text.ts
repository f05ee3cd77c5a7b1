/** What the seed's text says of the same as a file: it stays where both say the same, and gives way where they do not. */

import { replacedAt, textFrom, textUntil } from '../../kit/text-editions.ts';
import type { Stated } from '../format/format.ts';
import { citeAlike } from './cite.ts';
import type { EditionMerge, OwnDays } from './merging.ts';
import type { StoredRow, TableRows } from './table-rows.ts';

const start = ({ validFrom }: StoredRow) => validFrom ?? '0000';
const end = ({ validTo }: StoredRow) => validTo ?? '9999';

/** Takes the row of the text off the record from now on. */
function close({ store, runs, edition }: EditionMerge, rows: TableRows, row: StoredRow, by: string): void {
  const run = runs.run(row.run);
  rows.move(row, runs.numberOf(textUntil(store, run, replacedAt(run, edition.loadedAt))), by);
}

/** Ends a row of the text on a day: a shorter one takes its place. */
function endOn(merge: EditionMerge, rows: TableRows, row: StoredRow, day: string): void {
  const { store, runs, edition, tally } = merge;
  const id = rows.free(row.id, `until-${day}`);
  const moment = replacedAt(runs.run(row.run), edition.loadedAt);
  rows.copy(row, id, runs.numberOf(textFrom(store, moment)), { validTo: day });
  citeAlike(store, row.id, id);
  close(merge, rows, row, id);
  merge.note('UPDATED', id, row.id);
  tally.ended += 1;
}

/** Merges a statement about something that the text has rows of. */
export function takeBesideText(
  merge: EditionMerge,
  rows: TableRows,
  stated: Stated,
  days: OwnDays,
  ofText: readonly StoredRow[],
): void {
  const { tally } = merge;
  const { table, from, to } = stated;
  const first = from ?? '0000';
  const isExclusive = table.exclusiveBy !== undefined;
  const there = isExclusive ? ofText.find((row) => start(row) <= first && first < end(row)) : ofText[0];
  const sameDays = there && { from: there.validFrom, to: isExclusive ? there.validTo : to };
  if (there && sameDays && rows.isSame(there, stated, sameDays)) {
    merge.confirm(there, stated);
    tally.unchanged += 1;
    return;
  }
  const next = ofText.find((row) => isExclusive && start(row) > first && start(row) < (to ?? '9999'));
  const limited = next ? { ...days, to: next.validFrom } : days;
  if (there && (start(there) === first || !isExclusive)) {
    const id = merge.add(rows, stated, limited);
    close(merge, rows, there, id);
    merge.note('UPDATED', id, there.id);
    tally.corrected += 1;
    return;
  }
  if (there) endOn(merge, rows, there, first);
  merge.note('CREATED', merge.add(rows, stated, limited));
  tally.added += 1;
}
