/** What the seed's README promises to somebody who writes text by hand. */

import { expect, test } from 'vitest';
import { openStore } from '../../../db/kit/store.ts';
import { readmeFacts } from '../kit/readme-facts.ts';
import { type Trial, trial } from '../kit/seed-trial.ts';

/** The beginning of the day on which the README's source was read. */
const read = '2026-12-01T00:00:00Z';

async function built<R>(seed: Trial, sql: string): Promise<readonly R[]> {
  await seed.build();
  const store = openStore(seed.database);
  const rows = store.all<R>(sql);
  store.close();
  return rows;
}

test('the source, payer, code, family and policy of the README go through as they stand', async () => {
  const seed = trial();
  const facts = readmeFacts();
  for (const { path, text } of facts) seed.add(path, text);
  expect(facts.map(({ path }) => path)).toEqual([
    'data/sources.yaml',
    'data/policies/payers.yaml',
    'data/codes/codes.yaml',
    'data/codes/families.yaml',
    'policies/acme/bone-density.yaml',
  ]);
  const rows = await built(
    seed,
    `select c.id, c.covered, c.basis, c.recorded_from from coverage c where c.payer_id = 'Payer:acme' and c.code_id <> 'BillingCode:CPT:9999T' order by c.id limit 3`,
  );
  expect(rows).toEqual([
    {
      id: 'CoverageStatement:CPT:77080/acme/COMMERCIAL/bone-density/2026',
      covered: 'CONDITIONAL',
      basis: 'MEDICALLY_NECESSARY_CRITERIA',
      recorded_from: read,
    },
    {
      id: 'CoverageStatement:CPT:77085/acme/COMMERCIAL/bone-density/2026',
      covered: 'CONDITIONAL',
      basis: 'MEDICALLY_NECESSARY_CRITERIA',
      recorded_from: read,
    },
    {
      id: 'CoverageStatement:CPT:77089/acme/COMMERCIAL/bone-density/2026',
      covered: 'NOT_COVERED',
      basis: 'EXPERIMENTAL_INVESTIGATIONAL',
      recorded_from: read,
    },
  ]);
});

test('what is known of a code that was added is recorded from the day on which its source was read', async () => {
  const seed = trial();
  for (const { path, text } of readmeFacts()) seed.add(path, text);
  const rows = await built(seed, "select v.recorded_from from code_validity v where v.code_id like '%9999T'");
  expect(rows).toEqual([{ recorded_from: read }]);
});

const corrected = 'CoverageStatement:CPT:77086/credence/COMMERCIAL/mp-202/2023';
const policy = 'policies/credence/mp-202.yaml';

test('a correction is a new record, and the old one stays, closed', async () => {
  const seed = trial();
  const moment = '2026-12-01T00:00:00Z';
  seed.change(
    policy,
    '        determination: investigational\n',
    `        determination: investigational\n        recordedTo: ${moment}\n        supersededBy: ${corrected}/december\n`,
  );
  const next = [
    '      - codes: [77086]',
    '        determination: not_covered',
    '        summary: Not covered, says the text that was read again.',
    '        reachedBy: code named in the source',
    '        key: december',
    `        recordedFrom: ${moment}`,
    '',
  ];
  seed.change(policy, '    coverage:\n', `    coverage:\n${next.join('\n')}`);
  const rows = await built(
    seed,
    `select c.id, c.recorded_to, c.superseded_by from coverage c where c.payer_id = 'Payer:credence' order by c.id`,
  );
  expect(rows).toEqual([
    { id: corrected, recorded_to: moment, superseded_by: `${corrected}/december` },
    { id: `${corrected}/december`, recorded_to: null, superseded_by: null },
  ]);
});

test('a correction that leaves the old record open is refused', async () => {
  const seed = trial();
  const other = 'CoverageStatement:CPT:77080/bcbsal/COMMERCIAL/mp-191/2024';
  seed.change(
    policy,
    '        determination: investigational\n',
    `        determination: investigational\n        supersededBy: ${other}\n`,
  );
  expect(await seed.failure()).toContain('does not close it: set recordedTo');
});
