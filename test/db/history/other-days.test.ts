/** Days on which nothing is stated: the nearest days with a statement are those that a plain look at every day finds. All of it synthetic. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestInWords, otherDaysAlong, otherDaysInWords } from '../../../db/history/other-days.ts';
import type { Edge } from '../../../db/kit/edge.ts';
import { rowsAlong } from '../../../db/kit/rows-along-edge.ts';
import type { Store } from '../../../db/kit/store.ts';
import { billingCode, codeValidity, pcTcIndicator } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
const moment = (n: number) => `${day(n)}T12:00:00Z`;
/** A day before all that are stated, and one after. */
const calendar = Array.from({ length: 14 }, (_, n) => n - 1);

const codes = ['BillingCode:CPT:99998', 'BillingCode:CPT:99999'] as const;
const edges = [pcTcIndicator, codeValidity].map((table): Edge => ({ table, by: 'codeId' }));
const where = [{ sql: "t.rank <> 'DEPRECATED'", params: {} }];
const everything = { limit: 100, backward: false } as const;

const bound = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
const interval = fc
  .record({ from: bound, to: bound })
  .filter(({ from, to }) => from === null || to === null || from < to);
const statement = fc.record({
  edge: fc.constantFrom(0, 1),
  codeId: fc.constantFrom(...codes),
  days: interval,
  recorded: fc.record({
    from: fc.integer({ min: 0, max: 3 }),
    to: fc.option(fc.integer({ min: 4, max: 6 }), { nil: null }),
  }),
  isDeprecated: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

function storeOf(statements: readonly (typeof statement extends fc.Arbitrary<infer S> ? S : never)[]): Store {
  const store = emptyStore();
  for (const id of codes) add(store, billingCode, { id, code: id.slice(-5) });
  for (const [i, { edge, codeId, days, recorded, isDeprecated }] of statements.entries()) {
    const table = edges[edge]?.table ?? pcTcIndicator;
    add(store, table, {
      ...{ id: `${table.type}:synthetic/${i}`, codeId },
      validFrom: days.from === null ? null : day(days.from),
      validTo: days.to === null ? null : day(days.to),
      recordedFrom: moment(recorded.from),
      recordedTo: recorded.to === null ? null : moment(recorded.to),
      ...(isDeprecated && { rank: 'DEPRECATED', rankReason: 'Synthetic.' }),
    });
  }
  return store;
}

const asOf = (onDay: number, at: number) => ({ dateOfService: day(onDay), knownAt: moment(at) });

/** Whether something is stated on a day, by the read that lists are made with. */
function isStated(store: Store, edge: Edge, codeId: string, onDay: number, at: number): boolean {
  const [rows = []] = rowsAlong(store, edge, [codeId], { asOf: asOf(onDay, at), where }, everything);
  return rows.length > 0;
}

test('there are other days exactly where a list is empty and on another day it is not, and they are the nearest', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (statements, at) => {
      const store = storeOf(statements);
      for (const onDay of calendar) {
        const found = otherDaysAlong(store, edges, codes, { asOf: asOf(onDay, at), where });
        for (const [i, edge] of edges.entries())
          for (const [slot, codeId] of codes.entries()) {
            const stated = calendar.filter((n) => isStated(store, edge, codeId, n, at));
            const before = stated.findLast((n) => n < onDay);
            const after = stated.find((n) => n > onDay);
            const nearest = {
              ...{ type: edge.table.type, reason: 'STATED_FOR_OTHER_DAYS' },
              before: before === undefined ? null : day(before),
              after: after === undefined ? null : day(after),
            };
            const isEmpty = !stated.includes(onDay);
            expect(found[i]?.[slot]).toEqual(isEmpty && stated.length > 0 ? [nearest] : []);
          }
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});

test('many edges and parents are read in two SQL statements', () => {
  const store = storeOf([]);
  const run: string[] = [];
  const stop = store.observe((sql) => run.push(sql));
  otherDaysAlong(store, edges, codes, { asOf: asOf(1, 1), where });
  stop();
  expect(run.length).toBeLessThanOrEqual(2);
  expect(otherDaysAlong(store, [], codes, { asOf: asOf(1, 1), where })).toEqual([]);
  store.close();
});

describe('in words', () => {
  test.for([
    ['2025-01-01', null, 'The nearest day with a statement is 2025-01-01.'],
    [null, '2025-01-01', 'The nearest day with a statement is 2025-01-01.'],
    [
      '2025-01-01',
      '2026-01-01',
      'The nearest days with a statement are 2025-01-01 before and 2026-01-01 after.',
    ],
    [null, null, 'No other day has a statement.'],
  ] as const)('%s and %s', ([before, after, words]) => {
    expect(nearestInWords({ before, after })).toBe(words);
  });

  test('a missing release comes first', () => {
    const days = { before: '2025-12-31', after: null } as const;
    expect(otherDaysInWords({ ...days, reason: 'NO_RELEASE_READ' }, '2026-11-30', 'one')).toBe(
      'No release that covers 2026-11-30 was read. The nearest day with one is 2025-12-31.',
    );
    expect(otherDaysInWords({ ...days, reason: 'STATED_FOR_OTHER_DAYS' }, '2026-11-30')).toBe(
      'The nearest day with a statement is 2025-12-31.',
    );
  });
});
