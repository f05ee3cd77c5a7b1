/** Localities of the Medicare physician fee schedule as files name them: by a contractor's number and a locality number. */

import { isCode } from '../../../db/codes/code-shapes.ts';
import { jurisdiction } from '../../../db/tables/index.ts';
import { namedEntity } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import type { TableRow } from '../kit/rows.ts';

/** A locality. Both numbers are needed: contractors use the same locality numbers. */
export interface FeeLocality {
  readonly contractor: string;
  readonly locality: string;
}

/** Reads both numbers, with the leading zeros that spreadsheets remove. */
export function localityIn<N extends string>(
  row: TableRow<N>,
  columns: { readonly contractor: N; readonly locality: N },
): FeeLocality {
  const written = { contractor: row.cell(columns.contractor), locality: row.cell(columns.locality) };
  const contractor = written.contractor.padStart(5, '0');
  const locality = written.locality.padStart(2, '0');
  if (written.contractor.length < 4 || !isCode('CONTRACTOR', contractor))
    throw row.wrong(
      columns.contractor,
      `${JSON.stringify(written.contractor)} is no number of a contractor. Expected five digits such as 01182. The columns may have shifted.`,
    );
  if (written.locality === '' || !isCode('LOCALITY', locality))
    throw row.wrong(
      columns.locality,
      `${JSON.stringify(written.locality)} is no number of a locality. Expected two digits such as 18. The columns may have shifted.`,
    );
  return { contractor, locality };
}

/** The locality in ids, such as `01182-18`. */
export function localityKey({ contractor, locality }: FeeLocality): string {
  return `${contractor}-${locality}`;
}

export function localityId(found: FeeLocality): string {
  return `Jurisdiction:${localityKey(found)}`;
}

/** A locality with the name from the file of indices, or labelled with its numbers until such a file is loaded. */
export function localityNamed(
  found: FeeLocality,
  origin: { readonly line: number; readonly name?: string; readonly state?: string },
): NamedEntity {
  const { line, name, state } = origin;
  const row = {
    id: localityId(found),
    kind: 'MPFS_LOCALITY',
    code: localityKey(found),
    label: name ?? `Locality ${found.locality} of contractor ${found.contractor}`,
    state: state ?? null,
    contractorNumber: found.contractor,
  } as const;
  return namedEntity(jurisdiction, row, { line, authority: name !== undefined });
}
