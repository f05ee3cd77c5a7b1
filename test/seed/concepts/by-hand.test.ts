/** What the seed's README promises to somebody who writes text by hand. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../db/kit/store.ts';
import { type Trial, trial } from '../kit/seed-trial.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../seed/README.md'), 'utf8');

async function built<R>(seed: Trial, sql: string): Promise<readonly R[]> {
  await seed.build();
  const store = openStore(seed.database);
  const rows = store.all<R>(sql);
  store.close();
  return rows;
}

test('the policy of the README goes through as it stands', async () => {
  const seed = trial();
  const [, policy = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  seed.add('policies/acme/bone-density.yaml', policy);
  const source = '- { source: S-ACME-2026 }';
  seed.change(
    'data/payers.yaml',
    'payers:\n',
    `payers:\n  - slug: acme\n    label: Acme\n    kind: national_commercial\n    sources:\n      ${source}\n`,
  );
  seed.change(
    'data/sources.yaml',
    '\nsources:\n',
    '\nsources:\n  - id: S-ACME-2026\n    title: MP 12\n    publisher: Acme\n    kind: commercial_medical_policy\n    licence: payer\n    retrieved: 2026-12-01\n    evidence: primary\n',
  );
  const rows = await built(
    seed,
    `select c.id, c.covered, c.basis from coverage c where c.payer_id = 'Payer:acme' order by c.id limit 3`,
  );
  expect(rows).toEqual([
    {
      id: 'CoverageStatement:CPT:77080/acme/COMMERCIAL/bone-density/2026',
      covered: 'CONDITIONAL',
      basis: 'MEDICALLY_NECESSARY_CRITERIA',
    },
    {
      id: 'CoverageStatement:CPT:77085/acme/COMMERCIAL/bone-density/2026',
      covered: 'CONDITIONAL',
      basis: 'MEDICALLY_NECESSARY_CRITERIA',
    },
    {
      id: 'CoverageStatement:CPT:77089/acme/COMMERCIAL/bone-density/2026',
      covered: 'NOT_COVERED',
      basis: 'EXPERIMENTAL_INVESTIGATIONAL',
    },
  ]);
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
