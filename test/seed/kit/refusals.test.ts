/** Everything that is wrong in the text is listed at once, and nothing that only follows from something else. */

import { expect, test } from 'vitest';
import { readmeFacts } from './readme-facts.ts';
import { type Trial, trial } from './seed-trial.ts';

const policy = 'policies/acme/bone-density.yaml';

/** The seed with the README's facts, of which some texts are put in the place of others. */
function changed(...changes: readonly (readonly [path: string, from: string, to: string])[]): Trial {
  const seed = trial();
  for (const { path, text } of readmeFacts()) seed.add(path, text);
  for (const change of changes) seed.change(...change);
  return seed;
}

/** What is refused, without the lines. */
async function refusals(seed: Trial): Promise<readonly string[]> {
  const message = await seed.failure();
  return message.split('\n').map((line) => line.replace(/:\d+:/, ':'));
}

test('mistakes of shape, of reference and of meaning, in several files, are one list in the order of the text', async () => {
  const seed = changed(
    ['data/policies/payers.yaml', 'kind: association', 'kind: club'],
    [policy, 'source: S-ACME-2026', 'source: S-ACME-2027'],
    [policy, '77092]', '77099]'],
    [policy, '    textSeen: full # or what of it\n', ''],
    ['policies/cigna/0300.yaml', 'through: 2026-04-15', 'through: 2024-04-15'],
  );
  expect(await refusals(seed)).toEqual([
    expect.stringMatching(
      '^seed/data/policies/payers.yaml: `kind`: Expected one of national_commercial, .*, got "club".$',
    ),
    `seed/${policy}: \`textSeen\`: This is missing. Write how much of the text was read, such as full or opening only.`,
    `seed/${policy}: There is no Source:S-ACME-2027. Correct it, or add it to seed/data/sources.yaml.`,
    `seed/${policy}: No service family reports CPT:77099. Add it to seed/data/codes/families.yaml, or correct the code.`,
    'seed/policies/cigna/0300.yaml: The last day, 2024-04-15, comes before the first, 2025-09-26. Correct one of them.',
  ]);
});

const broken: readonly (readonly [what: string, path: string, from: string, to: string, refused: string])[] =
  [
    [
      'payer',
      'data/policies/payers.yaml',
      'slug: acme\n    label: Acme',
      'slug: acme\n    labels: Acme',
      '`label`',
    ],
    [
      'payer of a kind there is none of',
      'data/policies/payers.yaml',
      '(synthetic)\n    kind: national_commercial',
      '(synthetic)\n    kind: club',
      '`kind`',
    ],
    ['source', 'data/sources.yaml', '    evidence: primary # s', '    evidence: third # s', '`evidence`'],
    ['code', 'data/codes/codes.yaml', 'from: 2026-07-01', 'from: 2026-17-01', '`from`'],
    ['family', 'data/codes/families.yaml', 'global_only # the', 'global # the', '`pattern`'],
  ];

test.for(broken)(
  'what refers to a refused %s is not said to be missing',
  async ([, path, from, to, refused]) => {
    const found = await refusals(changed([path, from, to]));
    expect(found.filter((line) => !line.startsWith(`seed/${path}: `))).toEqual([]);
    expect(found.some((line) => line.startsWith(`seed/${path}: ${refused}`))).toBe(true);
  },
);

const whole = [
  'data/sources.yaml',
  'data/codes/families.yaml',
  'data/codes/codes.yaml',
  'data/policies/payers.yaml',
];

test.for(whole)('what refers to %s, which is no YAML, is not said to be missing', async (path) => {
  const seed = trial();
  seed.add(path, '\n- dedented\n');
  const found = await refusals(seed);
  expect(found.filter((line) => !line.startsWith(`seed/${path}: This is not YAML`))).toEqual([]);
});

test('what refers to a file that is no YAML is not said to be missing, and other files are looked over', async () => {
  const seed = changed(
    ['data/policies/payers.yaml', 'label: Aetna', 'label: "Aetna'],
    [policy, '77092]', '77099]'],
  );
  const found = await refusals(seed);
  expect(new Set(found.map((line) => line.slice(0, line.indexOf(': '))))).toEqual(
    new Set(['seed/data/policies/payers.yaml', `seed/${policy}`]),
  );
});

test('several records without a text that makes their ids are not said to be one', async () => {
  const seed = changed();
  seed.add(policy, '      - kind: age\n      - kind: age\n');
  const message = await seed.failure();
  expect(message.split('\n')).toEqual([
    expect.stringMatching(/`summary`: This is missing\. .* \(So at line \d+\.\)$/),
  ]);
});

test('a key that is missing does not hide what else is wrong with its record', async () => {
  const seed = changed(
    [policy, '        summary: DXA from 65, or earlier with a listed risk.\n', ''],
    [policy, '9999T]', '9998T]'],
  );
  expect(await refusals(seed)).toEqual([
    `seed/${policy}: \`summary\`: This is missing. Write what the source says, in your own words.`,
    expect.stringMatching('No service family reports CPT:9998T'),
  ]);
});

test('one mistake in many lines of a file is told once, with its lines', async () => {
  const seed = trial();
  seed.add('gaps.csv', 'aetna,commercial,99999,policy_text_not_seen,x,\n'.repeat(30));
  const [told = '', ...others] = (await seed.failure())
    .split('\n')
    .filter((line) => line.includes('No service family reports'));
  expect(others).toEqual([]);
  expect(told).toMatch(
    /^seed\/gaps\.csv:\d+: No service family reports CPT:99999\. .* \(So at line (\d+, ){4}\d+ and 24 more\.\)$/,
  );
});

test('however many mistakes there are, each is named', async () => {
  const seed = trial();
  const many = Array.from(
    { length: 60 },
    (_, i) => `aetna,commercial,${90_000 + i},policy_text_not_seen,x,\n`,
  );
  seed.add('gaps.csv', many.join(''));
  expect((await seed.failure()).split('\n')).toHaveLength(60);
});

test('a record that is closed before it was recorded is refused at its line', async () => {
  const seed = changed([
    policy,
    '        mapping: high\n',
    '        mapping: high\n        recordedTo: 2026-11-25T00:00:00Z\n',
  ]);
  expect(await refusals(seed)).toEqual([
    `seed/${policy}: It is closed at 2026-11-25T00:00:00Z and was recorded from 2026-12-01T00:00:00Z. Write a later \`recordedTo\`.`,
  ]);
});

test('a rule about the data that is broken names the line of the text', async () => {
  const later = 'CoverageStatement:CPT:77089/acme/COMMERCIAL/bone-density/2026';
  const seed = changed([
    policy,
    '        mapping: high\n',
    `        mapping: high\n        supersededBy: ${later}\n`,
  ]);
  expect(await seed.failure()).toMatch(
    new RegExp(
      `  seed/${policy}:\\d+: CoverageStatement:CPT:77090/.*which does not close it: set recordedTo`,
    ),
  );
});
