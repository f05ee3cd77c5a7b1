/** A loaded file: where it is published, and on which day what it states becomes stale. Its rows are synthetic. */

import { expect, test } from 'vitest';
import { Cadence } from '../../../../db/enums/index.ts';
import { formats } from '../../../../seed/load/files/formats.ts';
import { feeCsv } from '../../kit/fee-file.ts';
import { loading } from '../../kit/loading.ts';

/** Builds the whole database. */
const slow = { timeout: 120_000 };

/** The factor is that of the seed's release of 2026. */
const row = {
  code: '99901',
  work: '1.00',
  malpractice: '0.01',
  totals: ['1.01', '1.01'],
  factor: '33.4009',
} as const;

const question = `query ($asOf: AsOfInput) { billingCode(code: "99901", asOf: $asOf) {
  statements(first: 100, filter: { types: ["FeeScheduleEntry"] }) { nodes {
    sourceLevel freshness { state readAgainBy } citations { source { slug officialUrl level cadence staleFrom } } } } } }`;

interface Answer {
  readonly billingCode: {
    readonly statements: { readonly nodes: readonly unknown[] };
  };
}

test('what a release of a quarter states is stale from the first day of the next', slow, async () => {
  const trial = loading();
  const file = feeCsv([row], { year: 2026, released: '08/26/2026' });
  await trial.load([trial.put('PPRRVU2026_Oct_nonQPP.csv', file)]);
  const known = async (day: string) => {
    const asOf = { dateOfService: '2026-10-15', knownAt: `${day}T12:00:00Z` };
    return (await trial.ask<Answer>(question, { asOf })).billingCode.statements.nodes;
  };
  const origin = {
    slug: expect.stringMatching(/^S-PPRRVU-RVU26D-/),
    officialUrl: expect.stringMatching(/^https:\/\/www\.cms\.gov\/.*pfs-relative-value-files$/),
    level: 'OFFICIAL_FILE',
    cadence: 'QUARTERLY',
    staleFrom: '2027-01-01',
  };
  const freshness = { readAgainBy: '2027-01-01' };
  const stated = { sourceLevel: 'OFFICIAL_FILE', citations: [{ source: origin }] };
  expect(await known('2026-12-31')).toEqual([{ ...stated, freshness: { ...freshness, state: 'CURRENT' } }]);
  expect(await known('2027-01-01')).toEqual([{ ...stated, freshness: { ...freshness, state: 'STALE' } }]);
});

test('every format has a cadence, and what is published every quarter is read every quarter', () => {
  const quarterly = formats.filter(({ cadence }) => cadence === 'QUARTERLY').map(({ name }) => name);
  expect(quarterly).toEqual(
    expect.arrayContaining(['add-on-codes', 'clfs', 'hcpcs', 'mue', 'ncci-ptp', 'opps-addendum-b', 'pprrvu']),
  );
  expect(formats.filter(({ cadence }) => !(cadence in Cadence.values))).toEqual([]);
});
