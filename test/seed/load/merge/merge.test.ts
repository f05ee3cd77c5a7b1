/** What a release of official rows does to those before it. All rows here are synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modifierRule, unitLimit } from '../../../../db/tables/index.ts';
import { statement } from '../../../../seed/load/format/format.ts';
import { add } from '../../../kit/synthetic.ts';
import { emptyStore } from '../../kit/empty-store.ts';
import { merge, takeIn, type UnitLimitRelease, unitsOf } from '../../kit/unit-limits.ts';

const code = 'BillingCode:CPT:00000';

/** What a source states about a modifier since 2020. */
const ruleOf = (effect: 'ALLOWED' | 'NOT_ALLOWED') =>
  statement(
    modifierRule,
    { key: 'CPT:00000/TC', from: '2020-01-01', dated: true, line: 1 },
    { codeId: code, modifierId: 'Modifier:HCPCS_MODIFIER:TC', effect, reason: 'synthetic', useWhen: null },
  );

const spring = { name: 'SPRING', from: '2025-04-01', to: '2026-01-01', loadedAt: '2026-01-01T00:00:00Z' };
const summer = { name: 'SUMMER', from: '2025-07-01', to: '2026-01-01', loadedAt: '2026-01-01T00:00:01Z' };

test('a release that says another thing ends what the one before it said, and not before its first day', () => {
  const store = emptyStore();
  expect(
    takeIn(store, [
      { ...spring, units: { '00000': 1 } },
      { ...summer, units: { '00000': 2 } },
    ]),
  ).toEqual([
    { added: 1, ended: 0, corrected: 0, unchanged: 0 },
    { added: 1, ended: 1, corrected: 0, unchanged: 0 },
  ]);
  expect(unitsOf(store, '00000', '2025-06-30')).toEqual([1]);
  expect(unitsOf(store, '00000', '2025-07-01')).toEqual([2]);
  expect(unitsOf(store, '00000', '2026-01-01')).toEqual([]);
});

test('before the second release was loaded the first was known to go on', () => {
  const store = emptyStore();
  takeIn(store, [
    { ...spring, units: { '00000': 1 } },
    { ...summer, units: { '00000': 2 } },
  ]);
  expect(unitsOf(store, '00000', '2025-08-01', '2026-01-01T00:00:00Z')).toEqual([1]);
  expect(unitsOf(store, '00000', '2025-08-01', '2026-01-01T00:00:01Z')).toEqual([2]);
});

test('a release that says the same leaves the statement as it is and is cited beside the first', () => {
  const store = emptyStore();
  const [, second] = takeIn(store, [
    { ...spring, units: { '00000': 1 } },
    { ...summer, units: { '00000': 1 } },
  ]);
  expect(second).toEqual({ added: 0, ended: 0, corrected: 0, unchanged: 1 });
  const cited = store.all<{ source: string; role: string }>(
    'select c.source_id as source, c.role from citation c order by c.seq',
  );
  expect(cited).toEqual([
    { source: 'Source:SPRING', role: 'PRIMARY_KNOWLEDGE_SOURCE' },
    { source: 'Source:SUMMER', role: 'SUPPORTING_DATA_SOURCE' },
  ]);
});

test('a key that a whole release does not hold any more ends on its first day', () => {
  const store = emptyStore();
  const [, second] = takeIn(store, [
    { ...spring, units: { '00000': 1, '00001': 1 } },
    { ...summer, units: { '00001': 1 } },
  ]);
  expect(second).toEqual({ added: 0, ended: 1, corrected: 0, unchanged: 1 });
  expect(unitsOf(store, '00000', '2025-06-30')).toEqual([1]);
  expect(unitsOf(store, '00000', '2025-07-01')).toEqual([]);
});

test('a release that holds less than half of the one before is a part of one and ends nothing', () => {
  const store = emptyStore();
  const before = { '00000': 1, '00001': 1, '00002': 1 };
  const [, second] = takeIn(store, [
    { ...spring, units: before },
    { ...summer, units: { '00001': 1 } },
  ]);
  expect(second).toEqual({ added: 0, ended: 0, corrected: 0, unchanged: 1 });
  expect(unitsOf(store, '00000', '2025-07-01')).toEqual([1]);
});

test('the second of two files of a release is a part of it, however much it holds that the first does not', () => {
  const store = emptyStore();
  const first = { '00000': 1, '00001': 1, '00002': 1 };
  const more = { '00002': 1, '00003': 1, '00004': 1, '00005': 1, '00006': 1 };
  const second = { ...spring, name: 'SECOND', loadedAt: summer.loadedAt };
  const [, tally] = takeIn(store, [
    { ...spring, units: first },
    { ...second, units: more },
  ]);
  expect(tally).toEqual({ added: 4, ended: 0, corrected: 0, unchanged: 1 });
  for (const key of Object.keys({ ...first, ...more }))
    expect(unitsOf(store, key, '2025-04-01')).toEqual([1]);
});

test('a corrected re-post supersedes the first, which stays reachable by what was known then', () => {
  const store = emptyStore();
  const again = { ...spring, name: 'AGAIN', loadedAt: '2026-02-01T00:00:00Z' };
  const [, second] = takeIn(store, [
    { ...spring, units: { '00000': 1 } },
    { ...again, units: { '00000': 3 } },
  ]);
  expect(second).toEqual({ added: 0, ended: 0, corrected: 1, unchanged: 0 });
  expect(unitsOf(store, '00000', '2025-05-01')).toEqual([3]);
  expect(unitsOf(store, '00000', '2025-05-01', '2026-01-15T00:00:00Z')).toEqual([1]);
  const old = store.get<{ by: string }>(
    'select t.superseded_by as "by" from unit_limit t where t.recorded_to is not null',
  );
  expect(old?.by).toBe('UnitLimit:CPT:00000/PRACTITIONER/2025-04-01/recorded-2026-02-01T00:00:00Z');
});

test('a release that was loaded later but held earlier is known from then on only', () => {
  const store = emptyStore();
  const late = { ...spring, loadedAt: '2026-03-01T00:00:00Z' };
  takeIn(store, [
    { ...late, units: { '00000': 1 } },
    { ...summer, units: { '00000': 1 } },
  ]);
  expect(unitsOf(store, '00000', '2025-08-01', '2026-02-01T00:00:00Z')).toEqual([1]);
  expect(unitsOf(store, '00000', '2025-05-01', '2026-02-01T00:00:00Z')).toEqual([]);
  expect(unitsOf(store, '00000', '2025-05-01')).toEqual([1]);
});

test('of rows with days of their own the newest release is believed, whichever was loaded first', () => {
  const store = emptyStore();
  const say = (effect: 'ALLOWED' | 'NOT_ALLOWED', release: string, from: string, loadedAt: string) =>
    merge(
      store,
      { sourceId: `Source:${release}`, release, part: 'rules', from, to: null, loadedAt },
      [ruleOf(effect)],
      false,
    );
  say('NOT_ALLOWED', 'NEWER', '2025-07-01', '2026-01-01T00:00:00Z');
  say('ALLOWED', 'OLDER', '2025-01-01', '2026-02-01T00:00:00Z');
  const found = store.all(
    'select t.effect, t.recorded_from as "from", t.recorded_to as "to" from modifier_rule t',
  );
  expect(found).toEqual([{ effect: 'NOT_ALLOWED', from: '2026-01-01T00:00:00Z', to: null }]);
  expect(store.all('select c.source_id as source from citation c')).toEqual([{ source: 'Source:NEWER' }]);
});

test('what people wrote down stays when the file says the same, and is corrected when it does not', () => {
  const store = emptyStore();
  for (const [key, maxUnits] of [
    ['00000', 1],
    ['00001', 1],
  ] as const)
    add(store, unitLimit, {
      ...{ id: `UnitLimit:CPT:${key}/PRACTITIONER/2025-04-01`, codeId: `BillingCode:CPT:${key}` },
      ...{ serviceType: 'PRACTITIONER', maxUnits, adjudication: '3', rationale: 'synthetic' },
      ...{ validFrom: '2025-04-01', validTo: '2026-01-01', recordedFrom: '2025-05-01T00:00:00Z' },
    });
  const [tally] = takeIn(store, [{ ...spring, units: { '00000': 1, '00001': 2 } }]);
  expect(tally).toEqual({ added: 0, ended: 0, corrected: 1, unchanged: 1 });
  expect(unitsOf(store, '00001', '2025-04-01')).toEqual([2]);
  expect(unitsOf(store, '00001', '2025-04-01', '2025-12-31T00:00:00Z')).toEqual([1]);
  const cited =
    "select c.source_id as source from citation c where c.subject_id = 'UnitLimit:CPT:00000/PRACTITIONER/2025-04-01'";
  expect(store.all(cited)).toEqual([{ source: 'Source:SPRING' }]);
});

test('of hundreds of files of one day each is an edition of its own, and none is taken for one of the next day', () => {
  const store = emptyStore();
  const moment = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString().replace('.000', '');
  const files = Array.from({ length: 120 }, (_, n) => ({
    ...{ name: `PART-${n}`, from: '2025-04-01', loadedAt: moment(n), units: { '00000': 1, '00001': n } },
  }));
  takeIn(store, [
    ...files,
    { ...summer, from: '2025-04-02', loadedAt: moment(200), units: { '00000': 1, '00001': 9 } },
  ]);
  expect(unitsOf(store, '00001', '2025-04-01')).toEqual([119]);
  expect(unitsOf(store, '00001', '2025-04-02')).toEqual([9]);
});

test('one file that says two things of one key is refused, with both things to look at', () => {
  const store = emptyStore();
  const values = {
    codeId: code,
    serviceType: 'PRACTITIONER',
    adjudication: '3',
    rationale: 'synthetic',
  } as const;
  const stated = (maxUnits: number, line: number) =>
    statement(
      unitLimit,
      { key: 'CPT:00000/PRACTITIONER', from: '2025-04-01', line },
      { ...values, maxUnits },
    );
  const arriving = {
    release: 'twice',
    sourceId: 'Source:TWICE',
    part: 'limits',
    from: '2025-04-01',
    to: null,
  };
  expect(() =>
    merge(store, { ...arriving, loadedAt: '2026-01-01T00:00:00Z' }, [stated(1, 4), stated(2, 9)]),
  ).toThrow(/^twice\.csv:9: CPT:00000\/PRACTITIONER stands in this file twice/);
});

test('whatever releases say, on every day since the first there is what the last one before that day says', () => {
  const days = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'];
  const said = fc.record({
    '00000': fc.option(fc.integer({ min: 0, max: 2 })),
    '00001': fc.option(fc.integer({ min: 0, max: 2 })),
  });
  fc.assert(
    fc.property(fc.array(said, { minLength: 4, maxLength: 4 }), (all) => {
      const store = emptyStore();
      const releases = all.map((keys, index): UnitLimitRelease => {
        // Three that every release holds: one that holds next to nothing is taken for a part of one.
        const stable = { '00002': 1, '00003': 1, '00004': 1 };
        const units = Object.fromEntries(
          Object.entries(keys).flatMap(([key, n]) => (n === null ? [] : [[key, n]])),
        );
        return {
          name: `R${index}`,
          from: days[index] ?? '',
          to: '2026-01-01',
          loadedAt: `2026-01-01T00:00:0${index}Z`,
          units: { ...stable, ...units },
        };
      });
      takeIn(store, releases);
      for (const [index, { units }] of releases.entries()) {
        for (const key of ['00000', '00001']) {
          const expected = units[key] === undefined ? [] : [units[key]];
          expect(unitsOf(store, key, days[index] ?? '')).toEqual(expected);
          const then = `2026-01-01T00:00:0${index}Z`;
          expect(unitsOf(store, key, '2025-12-31', then)).toEqual(expected);
        }
      }
    }),
    { numRuns: 30 },
  );
});
