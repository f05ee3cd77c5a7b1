/** The data dictionary and the database say the same: every table and column, described once and made as described. */

import { describe, expect, test } from 'vitest';
import { ownName, snake, storedColumns } from '../../../db/kit/table.ts';
import { statementTables, tables } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

const store = emptyStore();

interface MadeColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

test('the database holds the tables of the dictionary and, beside them, only what search is worked out into', () => {
  const made = store.all<{ name: string }>(
    "select name from sqlite_schema where type = 'table' order by name",
  );
  expect(made.map(({ name }) => name).filter((name) => !name.startsWith('search'))).toEqual(
    tables.map(ownName).sort(),
  );
});

describe.each(tables)('$name', (table) => {
  const made = store.all<MadeColumn>('select name, type, "notnull", pk from pragma_table_xinfo(:table)', {
    table: ownName(table),
  });

  test('has the columns of the dictionary, in type and in what may be null', () => {
    const asked = Object.entries(storedColumns(table)).map(([name, column]) => [
      snake(name),
      column.sql.toUpperCase(),
      column.nullable,
    ]);
    expect(made.map(({ name, type, notnull }) => [name, type.toUpperCase(), notnull === 0])).toEqual(asked);
  });

  test('is stored in the order of the key that it is walked by', () => {
    const key = made.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    expect(key.map(({ name }) => name)).toEqual(table.cluster.map(snake));
  });

  test('is strict, and clustered by its key', () => {
    const listed = store.get<{ strict: number; wr: number }>(
      'select strict, wr from pragma_table_list(:table)',
      { table: ownName(table) },
    );
    expect(listed).toEqual({ strict: 1, wr: 1 });
  });

  test('is described, and so is each of its columns', () => {
    const words = [
      table.description,
      ...Object.values(storedColumns(table)).map(({ description }) => description),
    ];
    expect(words.filter((text) => !/^\S.*[.;)…]$/s.test(text))).toEqual([]);
  });

  test('refers only to tables that come before it, or to itself', () => {
    const before = tables.slice(0, tables.indexOf(table) + 1).map(({ name }) => name);
    const targets = Object.values(table.columns).flatMap(({ references }) => references ?? []);
    expect(targets.filter((target) => !tables.some(({ name }) => name === target))).toEqual([]);
    expect(targets.filter((target) => !before.includes(target) && target !== 'payer')).toEqual([]);
  });

  test.each(table.walkedBy.map((column) => ({ column })))('is found by $column in an index', ({ column }) => {
    const [name = '', order = ''] = [column, 'id' in table.columns ? 'id' : (table.cluster[0] ?? '')].map(
      snake,
    );
    const plan = store.all<{ detail: string }>(
      `explain query plan select ${order} from ${ownName(table)} where ${name} = 'x' order by ${order}`,
    );
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH /)]);
  });
});

describe.each(statementTables)('the database refuses a row of $name', (table) => {
  // Refused rows leave nothing behind, so all may try one database.
  const refused = (values: Record<string, string | null>) => () =>
    add(store, table, { id: `${table.type}:synthetic`, ...values });

  test('whose value is unknown without a reason, or known with one', () => {
    expect(refused({ valueState: 'UNKNOWN_VALUE' })).toThrow(/CHECK/);
    expect(refused({ unknownReason: 'NOT_YET_REVIEWED' })).toThrow(/CHECK/);
  });

  test('that is deprecated without why', () => expect(refused({ rank: 'DEPRECATED' })).toThrow(/CHECK/));

  test('that ends before it begins, in the world or in the graph', () => {
    expect(refused({ validFrom: '2025-01-02', validTo: '2025-01-01' })).toThrow(/CHECK/);
    expect(refused({ recordedFrom: '2025-01-02T00:00:00Z', recordedTo: '2025-01-01T00:00:00Z' })).toThrow(
      /CHECK/,
    );
  });

  test('with a day that no calendar has, or a moment without its zone', () => {
    expect(refused({ validFrom: '2025-02-30' })).toThrow(/CHECK/);
    expect(refused({ recordedFrom: '2025-03-01T00:00:00' })).toThrow(/CHECK/);
  });

  test('with a value that is in no list', () => expect(refused({ rank: 'BEST' })).toThrow(/CHECK/));
});
