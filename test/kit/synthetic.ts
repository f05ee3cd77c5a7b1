/** Small synthetic graphs in memory: a test states the columns that matter, the rest is filled from the data dictionary. */

import type { WritableStore } from '../../db/kit/store.ts';
import type { Column, Table } from '../../db/kit/table.ts';
import type { Release } from '../../db/release/release.ts';
import {
  billingCode,
  billingUnit,
  indicator,
  payer,
  serviceComponent,
  serviceFamily,
} from '../../db/tables/index.ts';
import { textWriter } from '../../seed/kit/text-editions.ts';
import { createEmpty } from './empty-database.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** What a column holds when a test does not say. */
function filler(column: Column): string | number | null {
  if (column.nullable) return null;
  if (column.oneOf) return Object.keys(column.oneOf.values)[0] ?? '';
  if (column.form === 'day') return '2020-01-01';
  if (column.form === 'instant') return '2020-01-01T00:00:00Z';
  if (column.form === 'list') return '[]';
  return column.sql === 'integer' ? 0 : 'synthetic';
}

/** An ordinary statement: it has a value and an end that is not known, and is recorded since 2020. */
const ordinary = { valueState: 'VALUE', rank: 'NORMAL', validEnd: 'NOT_KNOWN' } as const;

/** A row of the table with these values; a statement is an ordinary one unless the values say otherwise. */
export function rowWith(table: Table, values: Values): Values {
  const ended = values.validTo ? { validEnd: 'KNOWN' } : {};
  const row: Record<string, string | number | null> = {};
  for (const [name, column] of Object.entries(table.columns)) row[name] = filler(column);
  return Object.assign(row, table.kind === 'statement' ? { ...ordinary, ...ended } : {}, values);
}

/** Adds such a row, as the text of the seed is written. */
export function add(store: WritableStore, table: Table, values: Values): void {
  const text = textWriter(store);
  text.add(table, rowWith(table, values));
  text.settle();
}

/** An empty database with the schema of this project. */
export function emptyStore(): WritableStore {
  return createEmpty();
}

/** Ids of the synthetic service: one code, one component, two payers. */
export const ids = {
  code: 'BillingCode:CPT:99999',
  family: 'ServiceFamily:synthetic',
  component: 'ServiceComponent:synthetic/global',
  payer: 'Payer:synthetic-one',
  otherPayer: 'Payer:synthetic-two',
} as const;

/** A database with the synthetic service and no statement about it. */
export function serviceStore(): WritableStore {
  const store = emptyStore();
  addService(store);
  return store;
}

/** Adds the synthetic service. */
export function addService(store: WritableStore): void {
  add(store, serviceFamily, { id: ids.family, slug: 'synthetic', label: 'Synthetic service' });
  add(store, billingCode, { id: ids.code, code: '99999', familyId: ids.family, label: 'Synthetic code' });
  add(store, serviceComponent, { id: ids.component, familyId: ids.family, label: 'Synthetic component' });
  add(store, billingUnit, { componentId: ids.component, codeId: ids.code, modifierId: '' });
  add(store, payer, { id: ids.payer, slug: 'synthetic-one', label: 'Synthetic payer one' });
  add(store, payer, { id: ids.otherPayer, slug: 'synthetic-two', label: 'Synthetic payer two' });
}

/** Adds what the values of the PC/TC indicator mean for component modifiers: only 1 lets a code split. */
export function addIndicators(store: WritableStore): void {
  for (const value of ['0', '1', '2', '3', '4', '5'])
    add(store, indicator, {
      id: `Indicator:pctc/${value}`,
      field: 'pctc',
      value,
      allowsComponentModifiers: value === '1' ? 1 : 0,
    });
}

/** The store as a release, for code that reads the whole graph. */
export function releaseOf(store: WritableStore): Release {
  const info = {
    hash: 'synthetic',
    feedId: 'synthetic',
    builtAt: '2026-01-01T00:00:00Z',
    counts: {},
    largestGroups: {},
  };
  return { store, info, close: () => store.close() };
}
