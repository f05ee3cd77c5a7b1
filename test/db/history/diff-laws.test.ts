/** The laws of the difference between two points, on generated histories: applied to the one it gives the other, both ways. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  type Diff,
  type DiffRow,
  differingFields,
  maxDiffed,
  statementsAt,
} from '../../../db/history/diff.ts';
import type { AsOf } from '../../../db/kit/as-of.ts';
import type { Store, WritableStore } from '../../../db/kit/store.ts';
import type { Table } from '../../../db/kit/table.ts';
import { coverage, modifier, modifierRule, pcTcIndicator, unitLimit } from '../../../db/tables/index.ts';
import { add, emptyStore, ids, serviceStore } from '../../kit/synthetic.ts';

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
const moment = (n: number) => `${day(n)}T12:00:00Z`;

/** Kinds of statement, and for each some slots and contents. */
const about = { componentId: ids.component, codeId: ids.code, lineOfBusiness: 'COMMERCIAL' };
const kinds: readonly (readonly [Table, Parameters<typeof add>[2]])[] = [
  ...[ids.payer, ids.otherPayer].flatMap((payerId) =>
    ['COVERED', 'NOT_COVERED'].map((covered) => [coverage, { ...about, payerId, covered }] as const),
  ),
  [pcTcIndicator, { codeId: ids.code, indicator: 'DIAGNOSTIC_TEST_1' }],
  [pcTcIndicator, { codeId: ids.code, indicator: 'GLOBAL_TEST_ONLY_4' }],
  [modifierRule, { codeId: ids.code, modifierId: 'Modifier:CPT_MODIFIER:26', effect: 'ALLOWED' }],
  [modifierRule, { codeId: ids.code, modifierId: 'Modifier:CPT_MODIFIER:26', effect: 'NOT_ALLOWED' }],
  [unitLimit, { codeId: ids.code, serviceType: 'PRACTITIONER', maxUnits: 1 }],
];
const bound = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
const row = fc
  .record({
    kind: fc.constantFrom(...kinds),
    from: bound,
    to: bound,
    since: fc.integer({ min: 0, max: 6 }),
    until: bound,
  })
  .filter(({ from, to }) => from === null || to === null || from < to)
  .filter(({ since, until }) => until === null || since < until);
const history = fc.array(row, { minLength: 1, maxLength: 14 });
const point: fc.Arbitrary<AsOf> = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
  .map(([n, at]) => ({ dateOfService: day(n), knownAt: moment(at) }));

function storeOf(rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]): WritableStore {
  const store = serviceStore();
  add(store, modifier, { id: 'Modifier:CPT_MODIFIER:26', code: '26' });
  for (const [i, { kind, from, to, since, until }] of rows.entries()) {
    const [table, values] = kind;
    const dates = { validFrom: from === null ? null : day(from), validTo: to === null ? null : day(to) };
    const recorded = { recordedFrom: moment(since), recordedTo: until === null ? null : moment(until) };
    add(store, table, { id: `${table.type}:synthetic/${i}`, ...values, ...dates, ...recorded });
  }
  return store;
}

function side(store: Store, asOf: AsOf): readonly DiffRow[] {
  const rows = statementsAt(store, asOf, []);
  if (!rows) throw new Error('Too many for a side.');
  return rows;
}

const byId = (rows: readonly DiffRow[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** One side with the difference applied to it. */
function applied(rows: readonly DiffRow[], { added, removed, changed }: Diff): readonly DiffRow[] {
  const gone = new Set([...removed, ...changed.map(({ before }) => before)].map(({ id }) => id));
  return byId([...rows.filter(({ id }) => !gone.has(id)), ...added, ...changed.map(({ after }) => after)]);
}

/** A difference by ids, whatever the order. */
const told = ({ added, removed, changed, unchangedCount }: Diff) => ({
  added: added.map(({ id }) => id).sort(),
  removed: removed.map(({ id }) => id).sort(),
  changed: changed
    .map(({ before, after, fields }) => [before.id, after.id, [...fields].sort().join()])
    .sort(),
  unchangedCount,
});

const mirrored = (diff: Diff): Diff => ({
  ...diff,
  added: diff.removed,
  removed: diff.added,
  changed: diff.changed.map(({ before, after, fields }) => ({ before: after, after: before, fields })),
});

test('applied to the first side the difference gives the second, and the other way round it is its mirror', () => {
  fc.assert(
    fc.property(history, fc.array(fc.tuple(point, point), { minLength: 4, maxLength: 4 }), (rows, pairs) => {
      const store = storeOf(rows);
      for (const [from, to] of pairs) {
        const [a, b] = [side(store, from), side(store, to)];
        const diff = compare(a, b);
        expect(applied(a, diff)).toEqual(byId(b));
        expect(told(compare(b, a))).toEqual(told(mirrored(diff)));
        expect(diff.unchangedCount + diff.removed.length + diff.changed.length).toBe(a.length);
        expect(told(compare(a, a))).toEqual({
          added: [],
          removed: [],
          changed: [],
          unchangedCount: a.length,
        });
      }
      store.close();
    }),
    { numRuns: 40 },
  );
});

test('what changed stands for the same thing on both sides, and the fields named are those that differ', () => {
  fc.assert(
    fc.property(history, point, point, (rows, from, to) => {
      const store = storeOf(rows);
      for (const { before, after, fields } of compare(side(store, from), side(store, to)).changed) {
        for (const name of ['codeId', 'componentId', 'payerId', 'modifierId', 'serviceType'])
          expect(after[name]).toBe(before[name]);
        expect(before.id.split(':')[0]).toBe(after.id.split(':')[0]);
        expect(fields).toEqual(differingFields(before, after));
        for (const name of fields) expect(after[name]).not.toBe(before[name]);
      }
      store.close();
    }),
    { numRuns: 30 },
  );
});

test('a correction with the same content is told as a change of no field, so that ids can still be followed', () => {
  const store = storeOf([]);
  const same = { codeId: ids.code, indicator: 'GLOBAL_TEST_ONLY_4', validFrom: day(0) };
  add(store, pcTcIndicator, {
    id: 'PcTcIndicatorStatement:a',
    ...same,
    recordedFrom: moment(0),
    recordedTo: moment(2),
  });
  add(store, pcTcIndicator, { id: 'PcTcIndicatorStatement:b', ...same, recordedFrom: moment(2) });
  const at = (n: number) => side(store, { dateOfService: day(5), knownAt: moment(n) });
  expect(told(compare(at(1), at(3)))).toMatchObject({
    added: [],
    removed: [],
    changed: [['PcTcIndicatorStatement:a', 'PcTcIndicatorStatement:b', '']],
  });
});

test('a slot that holds several on a side is told as removed and added, since none can be said to have become another', () => {
  const store = storeOf([]);
  const put = (id: string, from: number, to: number | null) =>
    add(store, pcTcIndicator, {
      id: `PcTcIndicatorStatement:${id}`,
      codeId: ids.code,
      validFrom: day(from),
      validTo: to === null ? null : day(to),
    });
  put('a', 0, 2);
  put('b', 0, 2);
  put('c', 2, null);
  const at = (n: number) => side(store, { dateOfService: day(n), knownAt: moment(9) });
  const { added, removed, changed } = told(compare(at(1), at(3)));
  expect([added.length, removed.length, changed.length]).toEqual([1, 2, 0]);
});

test('a side of more statements than are compared is refused, one of exactly as many is not', () => {
  const store = emptyStore();
  for (let i = 0; i < maxDiffed; i += 1)
    add(store, pcTcIndicator, { id: `PcTcIndicatorStatement:${i}`, codeId: ids.code });
  const now = { dateOfService: day(1), knownAt: moment(1) };
  expect(statementsAt(store, now, [])).toHaveLength(maxDiffed);
  add(store, pcTcIndicator, { id: 'PcTcIndicatorStatement:more', codeId: ids.code });
  expect(statementsAt(store, now, [])).toBeNull();
});
