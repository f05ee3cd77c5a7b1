/** The Medicare contractors of a coverage database export, and where each decides. */

import { keyOf } from '../../../db/kit/id-parts.ts';
import * as tables from '../../../db/tables/index.ts';
import { payerId, slugOf } from '../../kit/ids.ts';
import { type Extracted, namedEntity, type Reading, statement } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import { stateLettered } from '../kit/areas.ts';
import { type McdRow, type McdSource, rowsOf } from './mcd-tables.ts';

interface Contractor {
  readonly row: McdRow;
  /** Short name of the payer: one that is known by this name, or made of it. */
  readonly slug: string;
  readonly label: string;
  /** Numbers of contracts; a contractor has one for each type of contract. */
  readonly number: string;
}

export interface Contractors {
  /** By `contractor_id contractor_type_id contractor_version`, as rows elsewhere refer to them. */
  readonly byKey: ReadonlyMap<string, Contractor>;
  readonly areas: readonly Area[];
}

interface Area {
  readonly row: McdRow;
  readonly contractor: Contractor;
  readonly place: NamedPlace;
}

/** A state, or a part of one. */
interface NamedPlace {
  readonly id: string;
  readonly named: (line: number) => NamedEntity;
}

/** How a row refers to a contractor. */
export function contractorKey(row: McdRow): string {
  return ['contractor_id', 'contractor_type_id', 'contractor_version']
    .map((column) => row.text(column))
    .join(' ');
}

/** Reads the contractors and the states in which they decide; an export may hold neither. */
export async function contractorsOf(file: McdSource, reading: Reading): Promise<Contractors> {
  const byKey = new Map<string, Contractor>();
  for await (const row of rowsOf(file, 'contractor', ['contractor_id'])) {
    const label = plainName(row.text('contractor_bus_name') || row.text('contractor_name'));
    if (label === '') {
      reading.skip('contractor without a name', contractorKey(row), row.line);
      continue;
    }
    const number = row.text('contractor_number') || row.text('contract_number');
    const slug = slugFor(label, reading);
    byKey.set(contractorKey(row), { row, slug, label, number });
  }
  const places = new Map<string, NamedPlace>();
  for await (const row of rowsOf(file, 'state_lookup', ['state_id', 'description']))
    places.set(row.needed('state_id'), placeIn(row));
  const areas: Area[] = [];
  for await (const row of rowsOf(file, 'contractor_jurisdiction', ['contractor_id', 'state_id'])) {
    const contractor = byKey.get(contractorKey(row));
    const place = places.get(row.needed('state_id'));
    // A contract that has ended says where somebody decided once.
    if (contractor && place && row.day('term_date') === null) areas.push({ row, contractor, place });
    else
      reading.skip(
        'area of a contract that has ended, or without a contractor or state',
        contractorKey(row),
        row.line,
      );
  }
  return { byKey, areas };
}

/** A whole state is the one that other files speak of; a part of one has its own name. */
function placeIn(row: McdRow): NamedPlace {
  const label = row.needed('description');
  const code = row.text('state_abbrev').toUpperCase();
  const state = stateLettered(code, label);
  if (state) return state;
  const part = slugOf(label);
  const id = `Jurisdiction:state/${part}`;
  const entity = {
    id,
    kind: 'STATE',
    code: part,
    label,
    state: code || null,
    contractorNumber: null,
  } as const;
  return { id, named: (line) => namedEntity(tables.jurisdiction, entity, { line }) };
}

/** `CGS Administrators, LLC\r\n(MAC - Part A, MAC - Part B)` is `CGS Administrators`. */
function plainName(name: string): string {
  const first = name.split(/[\r\n(]/)[0] ?? '';
  return first
    .trim()
    .replace(/,?\s+(?:LLC|L\.L\.C\.|Inc\.?|Corp\.?)$/i, '')
    .trim();
}

function slugFor(label: string, reading: Reading): string {
  return reading.payerNamed?.(label) ?? `mac-${slugOf(label)}`;
}

/** The contractors as payers, and where they decide. */
export function* contractorRows(
  { byKey, areas }: Contractors,
  { rows }: Pick<Reading, 'rows'>,
): Iterable<Extracted> {
  const seen = new Set<string>();
  for (const { row, slug, label } of byKey.values()) {
    rows?.begins(row.line);
    if (seen.has(slug)) {
      rows?.joins();
      continue;
    }
    seen.add(slug);
    const payer = {
      id: payerId(slug),
      slug,
      label,
      kind: 'MEDICARE_CONTRACTOR',
      parentId: payerId('medicare'),
      aliases: '[]',
      namedInReports: 0,
      note: null,
    } as const;
    yield namedEntity(tables.payer, payer, { line: row.line, at: row.at });
  }
  const stated = new Set<string>();
  for (const { row, contractor, place } of areas) {
    const jurisdictionId = place.id;
    const key = `${contractor.slug}/${keyOf(jurisdictionId)}/${contractor.number || 'no-number'}`;
    rows?.begins(row.line);
    if (stated.has(key)) {
      rows?.joins();
      continue;
    }
    stated.add(key);
    yield place.named(row.line);
    const values = { payerId: payerId(contractor.slug), jurisdictionId, contractorNumber: contractor.number };
    const from = row.day('active_date');
    yield statement(tables.contractorArea, { key, from, dated: true, line: row.line, at: row.at }, values);
  }
}
