/** Turns a statement of a file into its id, its locator in the file, and its row. */

import { plainEnvelope, statementId } from '../../../db/kit/plain.ts';
import type { Stated } from '../format/format.ts';
import type { NewRow } from './plain-row.ts';
import type { RowValues } from './row.ts';
import type { Load } from './tally.ts';

export const idOf = ({ table, key, from }: Stated) => statementId(table, key, from);

export const locatorOf = ({ at, line }: Stated) => at ?? `line ${line}`;

/** The `validEnd` of a row. */
function endOf({ open }: Stated, to: string | null): string {
  if (to) return 'KNOWN';
  return open ? 'OPEN' : 'NOT_KNOWN';
}

/** The parts of a new plain row. */
export function newRow(stated: Stated, to: string | null): NewRow {
  return { stated, to, validEnd: endOf(stated, to), locator: locatorOf(stated) };
}

/** A row with the usual envelope of a file's rows. */
export function rowOf({ loadedAt }: Load, stated: Stated, id: string, validTo: string | null): RowValues {
  const row = {
    ...plainEnvelope,
    ...stated.envelope,
    ...stated.values,
    ...{ id, validFrom: stated.from, validTo },
    validEnd: endOf(stated, validTo),
    recordedFrom: loadedAt,
  };
  return row as RowValues;
}
