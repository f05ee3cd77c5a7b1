/** The day and the moment a question is about: they govern everything below the field they are given to, and nothing beside it. */

import { describe, expect, test } from 'vitest';
import { ask, query } from '../../kit/graph.ts';

interface Priced {
  readonly feeSchedule: readonly { readonly nonFacilityAmount: string }[];
}

const priced = 'feeSchedule { nonFacilityAmount }';
const amountOf = ({ feeSchedule }: Priced) => feeSchedule.map(({ nonFacilityAmount }) => nonFacilityAmount);

/** What Medicare priced 77089 at, year by year, with the two factors of 2024. */
const years = [
  ['2021-12-31', []],
  ['2022-06-01', ['41.53']],
  ['2023-06-01', ['41.00']],
  ['2024-03-08', ['39.62']],
  ['2024-03-09', ['40.28']],
  ['2025-10-15', ['38.82']],
  ['2026-11-24', ['39.75']],
] as const;

test.each(years)('on %s Medicare priced 77089 at %j', async (day, amounts) => {
  const answer = await ask<{ billingCode: Priced }>(
    `query ($day: Date) { billingCode(code: "77089", asOf: { dateOfService: $day }) { ${priced} } }`,
    { day },
  );
  expect(amountOf(answer.billingCode)).toEqual(amounts);
});

test('many days in one request do not mix', async () => {
  const aliases = years.map(
    ([day], i) => `d${i}: billingCode(code: "77089", asOf: { dateOfService: "${day}" }) { ${priced} }`,
  );
  const answer = await ask<Record<string, Priced>>(`{ ${aliases.join('\n')} }`);
  expect(Object.values(answer).map(amountOf)).toEqual(years.map(([, amounts]) => amounts));
});

test('a day given at the root governs the whole way down', async () => {
  const answer = await ask<{
    payer: { coverage: { nodes: { component: { reportedBy: { code: Priced & { code: string } }[] } }[] } };
  }>(
    `{ payer(slug: "aetna", asOf: { dateOfService: "2026-11-24" }) { coverage(first: 100) { nodes { component { reportedBy { code { code ${priced} } } } } } } }`,
  );
  const codes = answer.payer.coverage.nodes.flatMap(({ component }) =>
    component.reportedBy.map(({ code }) => code),
  );
  const whole = codes.filter(({ code }) => code === '77089');
  expect(whole.length).toBeGreaterThan(0);
  for (const code of whole) expect(amountOf(code)).toEqual(['39.75']);
});

test('a field may be about another day than the one above, and what stands beside it stays', async () => {
  const answer = await ask<{
    billingCode: { before: { nonFacilityAmount: string }[]; now: { nonFacilityAmount: string }[] };
  }>(
    `{ billingCode(code: "77089", asOf: { dateOfService: "2025-10-15" }) {
      before: feeSchedule(asOf: { dateOfService: "2022-06-01" }) { nonFacilityAmount }
      now: feeSchedule { nonFacilityAmount } } }`,
  );
  expect(answer.billingCode).toEqual({
    before: [{ nonFacilityAmount: '41.53' }],
    now: [{ nonFacilityAmount: '38.82' }],
  });
});

test('a field that names only one of the two keeps the other from above', async () => {
  const answer = await ask<{ billingCode: { feeSchedule: unknown[] } }>(
    `{ billingCode(code: "77089", asOf: { knownAt: "2025-07-01T00:00:00Z" }) {
      feeSchedule(asOf: { dateOfService: "2022-06-01" }) { id } } }`,
  );
  expect(answer.billingCode.feeSchedule).toEqual([]);
});

describe('without an argument', () => {
  const source = `{ billingCode(code: "77089") { ${priced} } nodes(ids: ["BillingCode:CPT:77089"]) { ... on BillingCode { ${priced} } } }`;
  const asked = (headers: Record<string, string>, now?: Date) =>
    ask<{ billingCode: Priced; nodes: Priced[] }>(source, {}, now ? { headers, now } : { headers });

  test('the day is today', async () => {
    const answer = await asked({}, new Date('2023-06-01T12:00:00Z'));
    expect(amountOf(answer.billingCode)).toEqual([]); // nothing was held that year
    expect(amountOf((await asked({})).billingCode)).toEqual(['39.75']);
  });

  test('a header sets the day of the whole request, for ids as well', async () => {
    const { billingCode, nodes } = await asked({ 'as-of-date-of-service': '2022-06-01' });
    expect([billingCode, ...nodes].map(amountOf)).toEqual([['41.53'], ['41.53']]);
  });

  test('a header sets the moment of the whole request', async () => {
    const { billingCode, nodes } = await asked({ 'as-of-known-at': '2025-07-01T00:00:00Z' });
    expect([billingCode, ...nodes].map(amountOf)).toEqual([[], []]);
  });

  test('an argument goes before a header', async () => {
    const answer = await ask<{ billingCode: Priced }>(
      `{ billingCode(code: "77089", asOf: { dateOfService: "2023-06-01" }) { ${priced} } }`,
      {},
      { headers: { 'as-of-date-of-service': '2022-06-01' } },
    );
    expect(amountOf(answer.billingCode)).toEqual(['41.00']);
  });
});

test.each([
  ['as-of-date-of-service', 'yesterday'],
  ['as-of-date-of-service', '2025-02-30'],
  ['as-of-known-at', '2025-02-01'],
  ['as-of-known-at', 'now'],
])('a header %s: %s is refused with a code and its name', async (name, value) => {
  await expect(query('{ payers { id } }', {}, { headers: { [name]: value } })).rejects.toMatchObject({
    message: expect.stringContaining(name),
    extensions: { code: 'BAD_USER_INPUT', field: name },
  });
});

test('the answer of the matrix says which day and moment it is for', async () => {
  const answer = await ask<{ coverageMatrix: { asOf: unknown } }>(
    '{ coverageMatrix(input: { codes: [{ code: "77090" }], asOf: { dateOfService: "2024-01-01", knownAt: "2026-12-01T01:00:00+01:00" } }) { asOf { dateOfService knownAt } } }',
  );
  expect(answer.coverageMatrix.asOf).toEqual({
    dateOfService: '2024-01-01',
    knownAt: '2026-12-01T00:00:00Z',
  });
});
