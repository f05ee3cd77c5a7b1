/** Three and more releases, whatever the order in which they were loaded: what is known at a moment is what a build of only the files loaded by then would hold. All of it synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks } from '../../../../db/findings/checks.ts';
import { inForce } from '../../../../db/kit/as-of.ts';
import type { Store } from '../../../../db/kit/store.ts';
import { modifierRule } from '../../../../db/tables/index.ts';
import { statement } from '../../../../seed/load/format/format.ts';
import { emptyStore } from '../../kit/empty-store.ts';
import { fixed } from '../../kit/hcpcs-file.ts';
import { type OfficialText, takeFilesIn } from '../../kit/taken-in.ts';
import { forget, merge, takeIn, type UnitLimitRelease, unitsOf } from '../../kit/unit-limits.ts';

const slow = { timeout: 120_000 };
const moment = (number: number) => `2026-01-01T00:00:0${number}Z`;
const ever = '2030-01-01T00:00:00Z';

/** Every order of the first numbers. */
const orderOf = (count: number) =>
  fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count });

/** Releases as a build takes them in: by their first day, a re-post after what it replaces. */
const inOrder = <R extends { readonly from: string; readonly loadedAt: string }>(releases: readonly R[]) =>
  releases.toSorted((a, b) => (a.from + a.loadedAt < b.from + b.loadedAt ? -1 : 1));

const asLoaded = <R extends { readonly loadedAt: string }>(releases: readonly R[]) =>
  releases.toSorted((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1));

/** The moments at which something was loaded, and one after all of them. */
const momentsOf = (releases: readonly { readonly loadedAt: string }[]) => [
  ...releases.map(({ loadedAt }) => loadedAt),
  ever,
];

const loadedBy = <R extends { readonly loadedAt: string }>(releases: readonly R[], knownAt: string) =>
  releases.filter(({ loadedAt }) => loadedAt <= knownAt);

/** The rule that what was corrected leads to its correction, and the others that such rows can break by themselves. */
const broken = (store: Store, rules: readonly string[]) =>
  runChecks(store).flatMap(({ rule, offenders }) => (rules.includes(rule) ? offenders : []));

const days = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'];

test('of whole releases and re-posts that say and leave out anything', slow, () => {
  const said = fc.record({
    '00000': fc.option(fc.integer({ min: 0, max: 2 })),
    '00001': fc.option(fc.integer({ min: 0, max: 2 })),
  });
  const release = fc.record({ from: fc.constantFrom(...days), said });
  const history = fc
    .array(release, { minLength: 3, maxLength: 5 })
    .chain((all) => fc.record({ all: fc.constant(all), order: orderOf(all.length) }));
  const store = emptyStore();
  fc.assert(
    fc.property(history, ({ all, order }) => {
      const releases = inOrder(
        all.map(({ from, said: keys }, index): UnitLimitRelease => {
          // Three that every release holds: one that holds next to nothing is taken for a part of one.
          const stable = { '00002': 1, '00003': 1, '00004': 1 };
          const units = Object.entries(keys).flatMap(([key, n]) => (n === null ? [] : [[key, n] as const]));
          return {
            ...{ name: `R${index}`, from, to: '2026-01-01', loadedAt: moment(order[index] ?? 0) },
            units: { ...stable, ...Object.fromEntries(units) },
          };
        }),
      );
      forget(store);
      takeIn(store, asLoaded(releases));
      expect(broken(store, ['superseded', 'one-primary-citation'])).toEqual([]);
      for (const knownAt of momentsOf(releases)) {
        for (const day of days) {
          const speaks = loadedBy(releases, knownAt).findLast(({ from }) => from <= day);
          for (const key of ['00000', '00001', '00002']) {
            const units = speaks?.units[key];
            expect(unitsOf(store, key, day, knownAt)).toEqual(units === undefined ? [] : [units]);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('of rows with days of their own the newest release is believed that was loaded by then', slow, () => {
  const history = fc
    .array(fc.constantFrom('ALLOWED', 'NOT_ALLOWED', 'REPORTED_AS_COMMON'), { minLength: 3, maxLength: 5 })
    .chain((effects) => fc.record({ effects: fc.constant(effects), order: orderOf(effects.length) }));
  const store = emptyStore();
  fc.assert(
    fc.property(history, ({ effects, order }) => {
      const releases = effects.map((effect, index) => ({
        effect,
        index,
        loadedAt: moment(order[index] ?? 0),
      }));
      forget(store);
      for (const { effect, index, loadedAt } of asLoaded(releases)) {
        const values = {
          ...{ codeId: 'BillingCode:CPT:00000', modifierId: 'Modifier:HCPCS_MODIFIER:TC' },
          ...{ effect, reason: 'synthetic', useWhen: null },
        };
        const stated = statement(
          modifierRule,
          { key: 'CPT:00000/TC', from: '2020-01-01', dated: true, line: 1 },
          values,
        );
        const arriving = { sourceId: `Source:${index}`, release: `${index}`, part: 'rules', loadedAt };
        merge(store, { ...arriving, from: `2025-0${index + 1}-01`, to: null }, [stated], false);
      }
      expect(broken(store, ['superseded', 'one-primary-citation'])).toEqual([]);
      const known = `select t.effect from modifier_rule t
        where t.recorded_from <= :knownAt and (t.recorded_to is null or t.recorded_to > :knownAt)`;
      for (const knownAt of momentsOf(releases))
        expect(store.all(known, { knownAt })).toEqual([
          { effect: loadedBy(releases, knownAt).at(-1)?.effect },
        ]);
    }),
    { numRuns: 100 },
  );
});

/** A yearly file of HCPCS: the codes are real, all else is synthetic. Of codes that ended it goes on to say so, as the real ones do. */
const recordsOf = (year: number, end: number, coverage: string) =>
  fixed(
    ['A4206', 'A4207', 'A4208', 'A4209'].map((code, index) => ({
      ...{ code, texts: ['Synthetic text'], short: 'Synthetic', added: '20010101' },
      coverage: index === 1 ? coverage : 'C',
      ...(index === 2 && year > end && { ended: `${end}1231` }),
    })),
  );

/** A yearly order file of ICD-10-CM: the codes are real, the titles synthetic. */
const orderOfYear = (year: number, title: string, leftOut: number) =>
  ['Z99', 'Z991', 'Z992', 'Z9989']
    .filter((code) => code !== 'Z992' || year < leftOut)
    .map(
      (code) =>
        `00001 ${code.padEnd(7)} 1 ${'synthetic'.padEnd(60)} synthetic ${code === 'Z991' ? title : code}\r\n`,
    )
    .join('');

const edition = fc.record({ coverage: fc.constantFrom('C', 'D', 'M'), title: fc.constantFrom('old', 'new') });
/** Three years and a re-post of one of them, a code that ended and one that was left out in one of these. */
const libraries = fc.record({
  editions: fc.tuple(edition, edition, edition, edition),
  years: fc.constantFrom([2018, 2019, 2020], [2018, 2019, 2020, 2019], [2018, 2020, 2021]),
  end: fc.integer({ min: 2017, max: 2020 }),
  leftOut: fc.integer({ min: 2018, max: 2022 }),
  order: orderOf(4),
});

/** What files say of each thing, day by day. */
function answersOf(store: Store, knownAt: string): readonly unknown[] {
  const dated = (table: string, columns: string) =>
    [
      '2000-06-01',
      '2017-12-01',
      '2018-06-01',
      '2018-12-31',
      '2019-02-01',
      '2019-12-01',
      '2020-11-01',
      '2021-06-01',
      '2022-01-01',
    ].map((dateOfService) =>
      store.all(`select ${columns} from ${table} t where ${inForce('t')} order by ${columns}`, {
        ...{ dateOfService, knownAt },
      }),
    );
  return [
    dated('code_validity', 't.code_id, t.code_status'),
    dated('hcpcs_record', 't.code_id, t.coverage'),
    dated('diagnosis_validity', 't.diagnosis_id, t.title'),
  ];
}

test('of whole files of HCPCS and ICD-10-CM, re-posts among them', slow, async () => {
  await fc.assert(
    fc.asyncProperty(libraries, async ({ editions, years, end, leftOut, order }) => {
      const files = years.flatMap((year, index): OfficialText[] => {
        const { coverage = '', title = '' } = editions[index] ?? {};
        const at = 2 * (order[index] ?? 0);
        const [hcpcs, icd10cm] = [recordsOf(year, end, coverage), orderOfYear(year, title, leftOut)];
        return [
          { format: 'hcpcs', name: `HCPC${year}_ANWEB.txt`, text: hcpcs, loadedAt: moment(at) },
          { format: 'icd10cm', name: `icd10cm_order_${year}.txt`, text: icd10cm, loadedAt: moment(at + 1) },
        ];
      });
      const store = emptyStore();
      await takeFilesIn(store, files);
      expect(
        runChecks(store).flatMap(({ rule, offenders }) => offenders.map((each) => ({ rule, ...each }))),
      ).toEqual([]);
      const pairs = files.filter(({ format }) => format === 'icd10cm');
      for (const { loadedAt: knownAt } of pairs) {
        const then = emptyStore();
        await takeFilesIn(then, loadedBy(files, knownAt));
        expect(answersOf(store, knownAt)).toEqual(answersOf(then, ever));
      }
    }),
    { numRuns: 20 },
  );
});
