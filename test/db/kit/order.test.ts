/** The order that a table declares: one number, the same in SQL and in TypeScript, by which pages divide rows without a rest. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statementsAbout } from '../../../db/history/statement-edges.ts';
import type { RowPosition, Slice } from '../../../db/kit/edge.ts';
import { typeOf } from '../../../db/kit/id-parts.ts';
import { idsAlong } from '../../../db/kit/ids-along-edge.ts';
import {
  inOrder,
  inOrderOf,
  lastOfAll,
  laterFirst,
  lowerFirst,
  precedenceOf,
  precedenceSql,
  valueFirst,
} from '../../../db/kit/order.ts';
import { rowsAlong, rowsById } from '../../../db/kit/rows-along-edge.ts';
import type { Store } from '../../../db/kit/store.ts';
import type { Column, Table } from '../../../db/kit/table.ts';
import { coverage, priorAuthorization, tables, utilization } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const walk = { asOf: { dateOfService: '2030-01-01', knownAt: '2030-01-01T00:00:00Z' }, where: [] };
const ordered = tables.filter(({ order }) => order);
const parent = 'ServiceComponent:synthetic/1';

/** Any value that a column of an order may hold. */
function valuesOf(column: Column): fc.Arbitrary<string | number | null> {
  const some: fc.Arbitrary<string | number> = column.oneOf
    ? fc.constantFrom(...Object.keys(column.oneOf.values))
    : column.form === 'day'
      ? fc.constantFrom('1983-01-01', '2024-02-29', '2025-01-01', '2025-01-02')
      : column.sql === 'integer'
        ? fc.integer({ min: 0, max: 12 })
        : fc.constantFrom('synthetic-a', 'synthetic-b');
  return column.nullable ? fc.option(some) : some;
}

/** Up to so many rows of a table below the parent, of which each differs in what the order is made of. */
function rowsOf(table: Table, maxLength: number): fc.Arbitrary<Parameters<typeof add>[2][]> {
  const names = new Set((table.order ?? []).map(({ column }) => column));
  const values = Object.fromEntries(
    [...names].map((name) => [name, valuesOf(table.columns[name] as Column)] as const), // declared by type
  );
  return fc.array(fc.record(values), { maxLength }).map((all) =>
    all.map((row, i) => ({
      ...row,
      ...(row.rank === 'DEPRECATED' && { rankReason: 'Synthetic.' }),
      ...(table.walkedBy[0] && { [table.walkedBy[0]]: parent }),
      id: `${table.type}:synthetic/${i}`,
    })),
  );
}

function filled(...some: readonly (readonly [Table, readonly Parameters<typeof add>[2][]])[]): Store {
  const store = emptyStore();
  for (const [table, rows] of some) for (const row of rows) add(store, table, row);
  return store;
}

/** All ids, page by page of so many, from the front or from the back; the position is that of the last row. */
function paged(
  size: number,
  backward: boolean,
  read: (slice: Slice) => readonly string[],
  at: (id: string) => RowPosition,
) {
  const found: string[] = [];
  for (let from: RowPosition | undefined; ; ) {
    const page = read({ limit: size, backward, ...(from && { [backward ? 'before' : 'after']: from }) });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || found.length > 100) return backward ? found.reverse() : found;
    from = at(last);
  }
}

/** Where a row is, as a cursor keeps it. */
function positionOf(row: Row | undefined): RowPosition {
  if (!row) throw new Error('A page has a row that was not added.');
  const { order } = tables.find(({ type }) => type === typeOf(row.id)) ?? {};
  return { id: row.id, ...(order && { precedence: precedenceOf(order, row) }) };
}

const sizes = fc.integer({ min: 1, max: 9 });

describe.each(ordered)('$name', (table) => {
  test('has the same precedence in SQL and in TypeScript, and its rows are cut into pages without a rest', () => {
    const by = table.walkedBy[0] ?? '';
    const property = fc.property(rowsOf(table, 12), sizes, fc.boolean(), (rows, size, backward) => {
      const store = filled([table, rows]);
      const stored = rowsById(
        store,
        table,
        rows.map(({ id }) => String(id)),
      ) as unknown as Row[]; // each is there
      const order = table.order ?? [];
      const sql = `select t.id, ${precedenceSql(order, 't')} as n from ${table.name} t order by t.id`;
      const inSql = new Map(store.all<{ id: string; n: number }>(sql).map(({ id, n }) => [id, n]));
      expect(stored.map((row) => precedenceOf(order, row))).toEqual(stored.map(({ id }) => inSql.get(id)));

      const expected = stored.toSorted(inOrderOf(table)).map(({ id }) => id);
      const byId = new Map(stored.map((row) => [row.id, row]));
      const read = (slice: Slice) =>
        rowsAlong<Row>(store, { table, by }, [parent], walk, slice).flatMap((page) =>
          page.map(({ id }) => id),
        );
      expect(paged(size, backward, read, (id) => positionOf(byId.get(id)))).toEqual(expected);
      store.close();
    });
    fc.assert(property, { numRuns: 15 });
  });

  test('has no rows by the million, and a number that is exact', () => {
    expect(table.bulk).toBeUndefined();
    expect((table.order ?? []).reduce((all, { size }) => all * size, 1)).toBeLessThan(2 ** 53);
  });
});

test('rows of several types come type by type, each in its order, and are cut into pages without a rest', () => {
  const some = [coverage, priorAuthorization, utilization] as const;
  const rows = fc.tuple(...some.map((table) => rowsOf(table, 6)));
  const property = fc.property(rows, sizes, fc.boolean(), (all, size, backward) => {
    const subject = (table: Table, i: number) =>
      (all[i] ?? []).map((row) => ({ ...row, [String(table.subject)]: parent }));
    const store = filled(...some.map((table, i) => [table, subject(table, i)] as const));
    const stored = some.map((table, i) =>
      (
        rowsById(
          store,
          table,
          (all[i] ?? []).map(({ id }) => String(id)),
        ) as unknown as Row[]
      ).sort(inOrderOf(table)),
    );
    const byId = new Map(stored.flat().map((row) => [row.id, row]));
    const read = (slice: Slice) => idsAlong(store, statementsAbout, [parent], walk, slice).flat();
    expect(paged(size, backward, read, (id) => positionOf(byId.get(id)))).toEqual(
      stored.flat().map(({ id }) => id),
    );
    store.close();
  });
  fc.assert(property, { numRuns: 15 });
});

describe('a key of an order', () => {
  const order = (key: Parameters<typeof precedenceOf>[0][number], values: readonly unknown[]) =>
    values.toSorted((a, b) => precedenceOf([key], { x: a }) - precedenceOf([key], { x: b }));

  test('puts listed values first, in their order', () => {
    expect(order(inOrder('x', 'b', 'a'), [null, 'c', 'a', 'b'])).toEqual(['b', 'a', null, 'c']);
  });

  test('puts one value after all others, or a value before none', () => {
    expect(order(lastOfAll('x', 'b'), ['b', null, 'a'])).toEqual([null, 'a', 'b']);
    expect(order(valueFirst('x'), [null, 'a'])).toEqual(['a', null]);
  });

  test('puts later days first, and lower numbers', () => {
    expect(order(laterFirst('x'), [null, '2024-12-31', '2025-01-01'])).toEqual([
      '2025-01-01',
      '2024-12-31',
      null,
    ]);
    expect(order(lowerFirst('x'), [10, 2, 2_000_000, 0])).toEqual([0, 2, 10, 2_000_000]);
  });
});
