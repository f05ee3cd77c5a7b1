/** Reads tables of contents of payers. All fixtures are synthetic, in the layouts of CMS; the real one is read where it is at hand. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stated } from '../../../../seed/load/format/format.ts';
import { listing } from '../../../../seed/official/payer-prices/listing.ts';
import { ticToc } from '../../../../seed/official/payer-prices/table-of-contents.ts';
import { excerpt, excerptsOf, inMemory, sighting } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

const plan = (id: string) => ({
  plan_name: `Synthetic ${id}`,
  plan_id_type: 'hios',
  plan_id: id,
  plan_market_type: 'group',
});
const listed = (name: string, signature = '') => ({
  description: `Synthetic network ${name}`,
  location: `https://synthetic.invalid/${name}.json.gz${signature}`,
});
const contents = {
  reporting_entity_name: 'Synthetic Health Plan',
  reporting_entity_type: 'third-party administrator',
  reporting_structure: [
    {
      reporting_plans: [plan('1'), plan('2')],
      in_network_files: [
        listed('a', '?Expires=1&Signature=x'),
        listed('a', '?Expires=2&Signature=y'),
        listed('b'),
      ],
      allowed_amount_file: listed('c', '#x'),
    },
    {
      reporting_plans: [plan('3')],
      in_network_files: [listed('a', '?Expires=3')],
      allowed_amount_file: [listed('d')],
    },
    { reporting_plans: [plan('4')] },
  ],
};

const filesIn = (statements: readonly Stated[]) =>
  statements.filter(({ table }) => table.type === 'PriceFile');
const plansIn = (statements: readonly Stated[]) =>
  statements.filter(({ table }) => table.type === 'ListedPlan');

const nobody = { planIdType: 'ein', name: '', marketType: '', sponsor: '', issuer: '' };
const fileAt = (location: string) => ({ kind: 'IN_NETWORK', location, label: '' }) as const;

const of = (value: object, chunk = 50) =>
  readPrices(ticToc, inMemory(JSON.stringify(value), { chunk, name: '2025-11-01_synthetic_index.json' }));

test('is known by its reporting structure; a day that only its name tells will do', () => {
  const text = JSON.stringify(contents);
  expect(ticToc.recognise(sighting(text, '2025-11-01_synthetic_index.json'))).toMatchObject({
    from: '2025-11-01',
    part: 'synthetic_index',
    release: 'Synthetic Health Plan 2025-11-01',
  });
  expect(ticToc.recognise(sighting(text, 'index.json'))?.from).toBeUndefined();
  expect(ticToc.recognise(sighting('{"in_network":[]}'))).toBeUndefined();
});

test('states each file once, by its address without the signature, with the plans that list it', async () => {
  for (const chunk of [1, 7, 65_536]) {
    const { statements, entities, raw } = await of(contents, chunk);
    expect(filesIn(statements).map(({ values }) => [values.kind, values.location, values.plans])).toEqual([
      ['IN_NETWORK', 'https://synthetic.invalid/a.json.gz', 3],
      ['IN_NETWORK', 'https://synthetic.invalid/b.json.gz', 2],
      ['ALLOWED_AMOUNTS', 'https://synthetic.invalid/c.json.gz', 2],
      ['ALLOWED_AMOUNTS', 'https://synthetic.invalid/d.json.gz', 1],
    ]);
    expect(theOne(filesIn(statements), { plans: 3 })).toMatchObject({
      at: 'reporting_structure[0], [1]',
      values: { label: 'Synthetic network a', payerId: 'Payer:synthetic-health-plan' },
    });
    expect(entities.map(({ row }) => row.kind)).toEqual(['THIRD_PARTY_ADMINISTRATOR']);
    expect(raw).toHaveLength(8);
    expect(raw[0]).toMatchObject({ plan_id: '1', location: 'https://synthetic.invalid/a.json.gz' });
  }
});

test('fetches nothing, and says so', async () => {
  const { reports } = await of(contents);
  expect(reports).toEqual([
    expect.stringContaining('2 files of in-network rates and 2 of allowed amounts for 4 plans'),
  ]);
});

test('an id stays the same when the signature changes', async () => {
  const again = structuredClone(contents);
  for (const each of again.reporting_structure)
    for (const one of each.in_network_files ?? []) one.location = `${one.location.split('?')[0]}?Expires=9`;
  const [one, other] = [await of(contents), await of(again)];
  expect(other.statements.map(({ key }) => key)).toEqual(one.statements.map(({ key }) => key));
});

test('a query that names the file stays, what is signed for a time does not', async () => {
  const locations = [
    'https://synthetic.invalid/download?id=1&Expires=1&Signature=x',
    'https://synthetic.invalid/download?Signature=y&id=1&X-Amz-Date=2',
    'https://synthetic.invalid/download?id=2&sv=2020&se=1&sig=z',
    'https://synthetic.invalid/e.json.gz?undefined',
    'https://synthetic.invalid/e.json.gz?&Expires=1&Key-Pair-Id=k',
  ];
  const in_network_files = locations.map((location) => ({ description: '', location }));
  const group = { reporting_plans: [plan('1')], in_network_files, allowed_amount_file: null };
  const { statements } = await of({ ...contents, reporting_structure: [group] });
  expect(filesIn(statements).map(({ values }) => values.location)).toEqual([
    'https://synthetic.invalid/download?id=1',
    'https://synthetic.invalid/download?id=2',
    'https://synthetic.invalid/e.json.gz',
  ]);
});

test('one that has no list of files at its root is refused', async () => {
  const structure = contents.reporting_structure[0];
  for (const text of [
    { ...contents, reporting_structure: structure },
    { ...contents, reporting_structure: undefined, data: { reporting_structure: [structure] } },
  ])
    await expect(of(text)).rejects.toThrow('reporting_structure: Expected a list at the root of the file');
});

test('ends with an error where it is cut short', async () => {
  const text = JSON.stringify(contents).slice(0, -40);
  await expect(readPrices(ticToc, inMemory(text))).rejects.toThrow(
    'The file ends within reporting_structure',
  );
});

/** Which files each plan has, by the marks of their sets. */
function filesOfPlans(statements: readonly Stated[]) {
  return plansIn(statements).map((plan) => [
    plan.values.planId,
    plan.values.name,
    filesIn(statements)
      .filter(({ values }) => JSON.parse(String(plan.values.fileSets)).includes(values.fileSet))
      .map(({ values }) => String(values.location).at(-'x.json.gz'.length)),
    plan.at,
  ]);
}

test('says of every plan of every group which files it has, with its number, sponsor and market', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => listed(name));
  const sponsored = (id: string, name: string) => ({
    plan_name: name,
    plan_id_type: 'ein',
    plan_id: id,
    plan_market_type: 'Group',
    plan_sponsor_name: `Synthetic Employer ${id}`,
    issuer_name: 'Synthetic Issuer',
  });
  const first = sponsored('11-1111111', 'Synthetic PPO');
  const { statements } = await of({
    ...contents,
    reporting_structure: [
      { reporting_plans: [first], in_network_files: [a, b] },
      { reporting_plans: [sponsored('222222222', 'Synthetic PPO')], in_network_files: [b, a] },
      { reporting_plans: [sponsored('333333333', 'Synthetic HMO'), first], in_network_files: [c] },
      { reporting_plans: [plan('4')] },
    ],
  });
  expect(filesOfPlans(statements)).toEqual([
    ['11-1111111', 'Synthetic PPO', ['a', 'b', 'c'], 'reporting_structure[0], [2]'],
    ['222222222', 'Synthetic PPO', ['a', 'b'], 'reporting_structure[1]'],
    ['333333333', 'Synthetic HMO', ['c'], 'reporting_structure[2]'],
    ['4', 'Synthetic 4', [], 'reporting_structure[3]'],
  ]);
  expect(plansIn(statements)[0]?.values).toMatchObject({
    payerId: 'Payer:synthetic-health-plan',
    planKey: '111111111',
    planIdType: 'EIN',
    marketType: 'group',
    sponsor: 'Synthetic Employer 11-1111111',
    issuer: 'Synthetic Issuer',
    files: 3,
  });
  // Files that are always listed together are one set.
  expect(new Set(filesIn(statements).map(({ values }) => values.fileSet)).size).toBe(2);
});

test('whatever the groups, a plan has exactly the files that some group lists for it', () => {
  const some = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: most + 1 });
  const groups = fc.array(fc.record({ plans: some(3), files: some(6) }), { maxLength: 8 });
  fc.assert(
    fc.property(groups, (listed) => {
      const all = listing();
      listed.forEach(({ plans, files }, index) => {
        const named = plans.map((id) => ({ ...nobody, planId: String(id) }));
        all.add(
          index,
          named,
          files.map((id) => fileAt(`f${id}`)),
        );
      });
      const statements = [...all.stated('Payer:synthetic', '2026-01-01')].filter(
        (each) => each.kind === 'statement',
      );
      const filesOf = (plan: string) =>
        listed.flatMap(({ plans, files }) =>
          plans.includes(Number(plan)) ? files.map((id) => `f${id}`) : [],
        );
      for (const { values } of plansIn(statements)) {
        const sets = JSON.parse(String(values.fileSets)) as string[];
        const found = filesIn(statements).filter((file) => sets.includes(String(file.values.fileSet)));
        expect(found.map((file) => file.values.location).sort()).toEqual(
          [...new Set(filesOf(String(values.planId)))].sort(),
        );
        expect(values.files).toBe(found.length);
      }
    }),
  );
});

test('counts an entry without a location', async () => {
  const in_network_files = [listed('a'), { description: 'Synthetic' }, { location: ' ' }];
  const { skipped, statements } = await of({
    ...contents,
    reporting_structure: [{ reporting_plans: [plan('1')], in_network_files }],
  });
  expect(skipped).toEqual({ 'file without a location': 2 });
  expect(filesOfPlans(statements)).toEqual([['1', 'Synthetic 1', ['a'], 'reporting_structure[0]']]);
});

test('names a few of the groups of a file, and how many there are', async () => {
  const reporting_structure = [1, 2, 3, 4, 5].map((id) => ({
    reporting_plans: [plan(String(id))],
    in_network_files: [listed('a')],
  }));
  const { statements } = await of({ ...contents, reporting_structure });
  expect(filesIn(statements).map(({ at }) => at)).toEqual(['reporting_structure[0], [1], [2] and 2 more']);
});

test('a listing of too many links keeps plans and files, and counts the groups whose links it does not keep', () => {
  const listed = listing(3);
  listed.add(0, [{ ...nobody, planId: '1' }], [fileAt('a'), fileAt('b')]);
  listed.add(1, [{ ...nobody, planId: '2' }], [fileAt('c'), fileAt('d')]);
  listed.add(2, [{ ...nobody, planId: '3' }], [fileAt('b'), fileAt('a')]);
  expect([listed.plans, listed.filesOf('IN_NETWORK'), listed.unlinked]).toEqual([3, 4, 1]);
  const statements = [...listed.stated('Payer:synthetic', '2026-01-01')].filter(
    (each) => each.kind === 'statement',
  );
  expect(plansIn(statements).map(({ values }) => [values.planId, values.files])).toEqual([
    ['1', 2],
    ['2', 0],
    ['3', 2],
  ]);
});

const real = excerpt('tic/real/2024-10-21_Blue-Cross-and-Blue-Shield-of-Texas_161531026_index.json');
test.skipIf(!real)('the real one of Texas lists 262 files of in-network rates for two plans', async () => {
  const text = readFileSync(String(real), 'utf8');
  expect(ticToc.recognise(sighting(text, basename(String(real))))?.from).toBe('2024-10-21');
  const { statements } = await readPrices(ticToc, inMemory(text, { chunk: 1000 }));
  expect(statements.filter(({ values }) => values.kind === 'IN_NETWORK')).toHaveLength(262);
  const files = filesIn(statements);
  expect(files.every(({ values }) => values.plans === 2 && !String(values.location).includes('?'))).toBe(
    true,
  );
  expect(
    plansIn(statements).map(({ values }) => [values.planIdType, values.planKey, values.name, values.files]),
  ).toEqual([
    ['EIN', '161531026', '271314 2 PPO CDHP WITH HSA_N2N', files.length],
    ['EIN', '161531026', '271313 1 PPO PPO PLAN_N2N', files.length],
  ]);
});

const examples = [
  ...excerptsOf('tic/cms-guide-v1.6.2/examples/table-of-contents'),
  ...excerptsOf('tic/cms-guide-v2.x/examples/table-of-contents'),
];
test.skipIf(examples.length === 0)('the examples of CMS list five files each', async () => {
  for (const path of examples) {
    const { statements } = await readPrices(ticToc, inMemory(readFileSync(path), { chunk: 100 }));
    expect(filesIn(statements)).toHaveLength(5);
  }
});

test('lists of files are read under the names of one file and of several', async () => {
  const { statements } = await of({
    ...contents,
    reporting_structure: [
      { reporting_plans: [plan('1')], in_network_file: listed('a'), allowed_amount_files: [listed('b')] },
    ],
  });
  expect(filesIn(statements).map(({ values }) => values.kind)).toEqual(['IN_NETWORK', 'ALLOWED_AMOUNTS']);
});
