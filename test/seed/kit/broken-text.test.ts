/** A mistake in the text stops the build, names the file and the line, says what to do, and touches nothing. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { trial } from './seed-trial.ts';

interface Mistake {
  readonly what: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

const aetna = 'policies/aetna/0134.yaml';

const mistakes: readonly Mistake[] = [
  {
    what: 'YAML that is none',
    path: aetna,
    from: 'title: Bone Mass Measurements\n',
    to: 'title: "Bone\n',
    says: 'This is not YAML',
  },
  {
    what: 'a key twice',
    path: aetna,
    from: 'textSeen: opening only',
    to: 'title: twice',
    says: 'Map keys must be unique',
  },
  {
    what: 'an unknown source',
    path: aetna,
    from: 'source: S-AETNA-D3RX',
    to: 'source: S-AETNA-D3RY',
    says: 'There is no Source:S-AETNA-D3RY. Correct it, or add it to seed/data/sources.yaml.',
  },
  {
    what: 'an unknown code',
    path: aetna,
    from: '77089, 77090',
    to: '77099, 77090',
    says: 'No service family reports CPT:77099. Add it to seed/data/codes/families.yaml, or correct the code.',
  },
  {
    what: 'an unknown payer',
    path: 'data/policies/payers.yaml',
    from: 'parent: bcbs',
    to: 'parent: bcbz',
    says: 'There is no Payer:bcbz. Correct it, or add it to seed/data/policies/payers.yaml.',
  },
  {
    what: 'an unknown diagnosis',
    path: 'policies/medicare/ncd-150-3.yaml',
    from: 'M85.811',
    to: 'M85.999',
    says: 'There is no DiagnosisCode:ICD_10_CM:M85.999.',
  },
  {
    what: 'a bad day',
    path: aetna,
    from: 'from: 2026-01-01',
    to: 'from: 2026-02-30',
    says: 'Expected a day of the calendar',
  },
  {
    what: 'a last day before the first',
    path: 'policies/cigna/0300.yaml',
    from: 'through: 2026-04-15',
    to: 'through: 2024-04-15',
    says: 'The last day, 2024-04-15, comes before the first, 2025-09-26. Correct one of them.',
  },
  {
    what: 'a value outside a closed list',
    path: aetna,
    from: 'determination: covered_adjunct',
    to: 'determination: covered_mostly',
    says: '`determination`: Expected one of covered, covered_with_criteria',
  },
  {
    what: 'a key that is not there',
    path: aetna,
    from: 'mapping: high',
    to: 'mappings: high',
    says: 'There is no key `mappings` here. Correct its spelling or take it out. The keys here are codes, determination',
  },
  {
    what: 'a code twice in one list',
    path: 'policies/anthem/cg-med-39.yaml',
    from: '        codes: [77081]',
    to: '        codes: [77081, 77081]',
    says: 'are tied twice. Take one out.',
  },
  {
    what: 'a number with too many places',
    path: 'data/fees/conversion-factors.csv',
    from: '34.6062',
    to: '34.60625',
    says: 'at most 4 decimal places',
  },
  {
    what: 'an interval that is none',
    path: 'policies/medicare/mbpm-15-80-5.yaml',
    from: 'atLeast: 23',
    to: 'atLeast: 0',
    says: 'Expected a whole number of 1 or more, got "0".',
  },
  {
    what: 'an interval beside a criterion that is not on frequency',
    path: 'policies/medicare/mbpm-15-80-5.yaml',
    from: 'summary: Done under the physician supervision level of 42 CFR 410.32(b).',
    to: 'interval: { atLeast: 23, unit: full_months }\n        summary: Done under supervision.',
    says: 'An interval goes with kind frequency only.',
  },
  {
    what: 'a citation that names no source',
    path: 'data/edits/mue.csv',
    from: 'S-NS-MUE @ ncci_mue_prac row 0554T',
    to: 'ncci',
    says: 'Expected sources such as `S-RVU25D @ row 77090 | S-RVU-ARK`',
  },
];

test.for(mistakes)('$what stops the build at its line', async ({ path, from, to, says }) => {
  const seed = trial();
  const line = seed.change(path, from, to);
  const message = await seed.failure();
  const [told = ''] = message.split('\n').filter((one) => one.includes(says));
  expect(told, message).toContain(says);
  const named = Number(told.slice(`seed/${path}:`.length).split(':')[0]);
  expect(told.startsWith(`seed/${path}:`)).toBe(true);
  // An open quote is noticed where it ends, everything else on the line itself.
  expect(named).toBeGreaterThanOrEqual(line);
  expect(named - line).toBeLessThanOrEqual(says.startsWith('This is not') ? 1000 : 0);
  expect(existsSync(seed.database)).toBe(false);
});

test('a record without a source is told to cite one', async () => {
  const seed = trial();
  const line = seed.change('data/care/devices.yaml', 'sources:\n', 'sources: []\n');
  seed.change('data/care/devices.yaml', '      - { source: S-FDA-K121716 }\n', '');
  expect(await seed.failure()).toContain(
    `seed/data/care/devices.yaml:${line}: \`sources\`: Cite at least one source.`,
  );
});

test('two fee-schedule rows that hold on one day are told of each other', async () => {
  const seed = trial();
  const line = seed.change('data/fees/fee-schedule.csv', '77089,,2023-01-01', '77089,,2022-06-01');
  const message = await seed.failure();
  expect(message).toContain(
    `seed/data/fees/fee-schedule.csv:${line}: FeeScheduleEntry:CPT:77089/2022-06-01 overlaps`,
  );
  expect(message).toContain('correct the dates, or deprecate one with its reason.');
});

test('two records with one id are told of each other', async () => {
  const seed = trial();
  const line = seed.change('data/codes/modifiers.yaml', '- code: TC', '- code: 26');
  expect(await seed.failure()).toMatch(
    new RegExp(
      `seed/data/codes/modifiers.yaml:${line}: Modifier:CPT_MODIFIER:26 stands at seed/data/codes/modifiers.yaml:\\d+ already`,
    ),
  );
});

test('a file that nothing reads does not go unnoticed', async () => {
  const seed = trial();
  seed.add('policies/aetna/0135.yml', 'label: Bone Mass Measurements\n');
  expect(await seed.failure()).toBe(
    'seed/policies/aetna/0135.yml:1: Nothing reads this file. Correct its name or folder: a policy is policies/<payer>/<policy>.yaml.',
  );
});

test('a mistake leaves the database that is served as it was', async () => {
  const seed = trial();
  seed.takeBuilt();
  const before = readFileSync(seed.database);
  seed.change(aetna, 'mapping: high', 'mappings: high');
  await seed.failure();
  expect(readFileSync(seed.database).equals(before)).toBe(true);
  expect(seed.besides()).toEqual(['coverage.sqlite', 'coverage.sqlite.lock']);
});
