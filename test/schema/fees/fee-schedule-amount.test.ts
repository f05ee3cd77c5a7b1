/** What Medicare allows for a code: the amount in a locality with every row it follows from, or why there is none. */

import { describe, expect, test } from 'vitest';
import { ask, observed, query } from '../../kit/graph.ts';

interface Answer {
  readonly amount: string | null;
  readonly unknownReason: string | null;
  readonly note: string;
  readonly setting: string;
  readonly uncappedAmount: string | null;
  readonly cap: string | null;
}

const day = '2025-10-15';
const losAngeles = 'locality: { contractor: "01182", locality: "18" }';

async function amount(code: string, args: string, dateOfService = day): Promise<Answer> {
  const { billingCode } = await ask<{ billingCode: { feeScheduleAmount: Answer } }>(
    `query ($code: String!, $day: Date!) {
      billingCode(code: $code, asOf: { dateOfService: $day }) {
        feeScheduleAmount(${args}) { amount unknownReason note setting uncappedAmount cap }
      }
    }`,
    { code, day: dateOfService },
  );
  return billingCode.feeScheduleAmount;
}

async function refusal(args: string): Promise<{ code: unknown; field: unknown; message: string }> {
  const { errors = [] } = await query(
    `{ billingCode(code: "77092") { feeScheduleAmount(${args}) { amount } } }`,
  );
  const [error] = errors;
  return {
    code: error?.extensions.code,
    field: error?.extensions.field,
    message: error?.message ?? '',
  };
}

test('77092 in Los Angeles is $10.05 in October 2025, cited to the rows of the fee schedule, the index and the factor', async () => {
  const { billingCode } = await ask<{ billingCode: { feeScheduleAmount: Record<string, unknown> } }>(
    `{
      billingCode(code: "77092", asOf: { dateOfService: "${day}" }) {
        feeScheduleAmount(placeOfService: "11", ${losAngeles}) {
          amount
          note
          locality { code }
          entry { release workRvu citations { locator source { slug } } }
          localityIndex { workGpci practiceExpenseGpci malpracticeGpci citations { locator source { slug } } }
          conversionFactor { factor citations { source { slug } } }
          citations { locator source { slug } }
          explanation { text }
        }
      }
    }`,
  );
  const { citations, explanation, ...answer } = billingCode.feeScheduleAmount as Record<string, unknown> & {
    readonly citations: readonly { readonly locator: string | null }[];
    readonly explanation: { readonly text: string };
  };
  expect(answer).toEqual({
    amount: '10.05',
    note: '(0.20 × 1.042 + 0.08 × 1.194 + 0.01 × 0.690) × 32.3465 = $10.05: work, practice expense and malpractice RVU each times its index, together times the conversion factor, rounded half up.',
    locality: { code: '01182-18' },
    entry: {
      release: 'RVU25D',
      workRvu: '0.20',
      citations: expect.arrayContaining([{ locator: 'row 77092', source: { slug: 'S-RVU25D' } }]),
    },
    localityIndex: {
      workGpci: '1.042',
      practiceExpenseGpci: '1.194',
      malpracticeGpci: '0.690',
      citations: [{ locator: '01182 CA locality 18', source: { slug: 'S-RVU25D-GPCI' } }],
    },
    conversionFactor: { factor: '32.3465', citations: [{ source: { slug: 'S-RVU25D' } }] },
  });
  expect(citations.map(({ locator }) => locator)).toEqual(
    expect.arrayContaining(['row 77092', '01182 CA locality 18']),
  );
  expect(explanation.text).toContain('row 77092');
  expect(explanation.text).toContain('GPCI of 01182-18');
  expect(explanation.text).toMatch(/= \$10\.05: .*rounded half up\.$/);
});

test('without a locality it is the national amount, every index taken as 1', async () => {
  expect(await amount('77092', 'placeOfService: "11"')).toMatchObject({
    amount: '9.38',
    setting: 'NON_FACILITY',
    unknownReason: null,
  });
});

test('the place decides the practice expense, and the modifier the row', async () => {
  expect(await amount('77080', `placeOfService: "22", modifier: "26", ${losAngeles}`)).toMatchObject({
    amount: '9.67',
    setting: 'FACILITY',
  });
  expect(await amount('77080', `placeOfService: "11", modifier: "tc", ${losAngeles}`)).toMatchObject({
    amount: '34.60',
    uncappedAmount: '34.60',
    cap: '126.41',
  });
});

test('from 2026 on, qualifying participants have a factor of their own; before, everyone has the same', async () => {
  const qualifying = 'placeOfService: "11", qualifyingApm: true';
  expect(await amount('77089', 'placeOfService: "11"', '2026-08-01')).toMatchObject({ amount: '39.75' });
  expect(await amount('77089', qualifying, '2026-08-01')).toMatchObject({ amount: '39.95' });
  expect(await amount('77089', qualifying)).toMatchObject({ amount: '38.82' });
});

test('an amount in Los Angeles answers today, by the localities of the year', async () => {
  // Without a day, at a moment at which the file of the year had been read.
  const now = new Date('2026-12-01T12:00:00Z');
  const { billingCode } = await ask<{ billingCode: { feeScheduleAmount: Record<string, unknown> } }>(
    `{ billingCode(code: "77089") { feeScheduleAmount(${losAngeles}) {
      amount unknownReason entry { release } localityIndex { workGpci practiceExpenseGpci malpracticeGpci citations { locator source { slug } } }
    } } }`,
    {},
    { now },
  );
  expect(billingCode.feeScheduleAmount).toMatchObject({
    amount: expect.stringMatching(/^\d+\.\d\d$/),
    unknownReason: null,
    entry: { release: 'RVU26C' },
    localityIndex: {
      workGpci: '1.041',
      practiceExpenseGpci: '1.183',
      malpracticeGpci: '0.664',
      citations: [{ locator: '01182 CA locality 18', source: { slug: 'S-GPCI2026' } }],
    },
  });
});

describe('there is no amount, and the reason is told', () => {
  test.for([
    ['77089', 'placeOfService: "22"', day, 'NOT_APPLICABLE_IN_SETTING', 'facility amount as not applicable'],
    ['0554T', 'placeOfService: "11"', day, 'NOT_PRICED_UNDER_SCHEDULE', 'status C (contractor priced)'],
    ['0749T', 'placeOfService: "11"', day, 'NOT_PRICED_UNDER_SCHEDULE', 'status N (non-covered)'],
    [
      '77092',
      'placeOfService: "11", modifier: "26"',
      day,
      'NOT_PRICED_UNDER_SCHEDULE',
      'PC/TC indicator is 2',
    ],
    ['77092', 'placeOfService: "11"', '2019-01-01', 'STATED_FOR_OTHER_DAYS', 'No row of the fee schedule'],
    [
      '77092',
      `placeOfService: "11", ${losAngeles}`,
      '2026-08-01',
      'STATED_FOR_OTHER_DAYS',
      'No index (GPCI) of Jurisdiction:01182-18',
    ],
    ['77092', 'placeOfService: "11", zip: "90001"', day, 'NOT_YET_REVIEWED', 'No ZIP file that was read'],
  ] as const)('%s at %s on %s: %s', async ([code, args, dateOfService, unknownReason, words]) => {
    const answer = await amount(code, args, dateOfService);
    expect(answer).toMatchObject({ amount: null, unknownReason });
    expect(answer.note).toContain(words);
  });
});

describe('what cannot be meant is refused by name', () => {
  test.for([
    ['placeOfService: "1"', 'BAD_USER_INPUT', 'placeOfService'],
    ['placeOfService: "00"', 'UNKNOWN_ID', 'placeOfService'],
    ['placeOfService: "11", modifier: "2"', 'BAD_USER_INPUT', 'modifier'],
    ['placeOfService: "11", locality: { contractor: "1182", locality: "18" }', 'BAD_USER_INPUT', 'locality'],
    ['placeOfService: "11", locality: { contractor: "99999", locality: "18" }', 'UNKNOWN_ID', 'locality'],
    ['placeOfService: "11", zip: "9000"', 'BAD_USER_INPUT', 'zip'],
    [`placeOfService: "11", zip: "90001", ${losAngeles}`, 'BAD_USER_INPUT', 'zip'],
  ] as const)('%s is %s of %s', async ([args, code, field]) => {
    expect(await refusal(args)).toMatchObject({ code, field });
  });
});

test('codes that are asked the same are read together', async () => {
  const { runs } = await observed(() =>
    ask(`{
      billingCodes(codings: [{ code: "77089" }, { code: "77090" }, { code: "77091" }, { code: "77092" }]) {
        feeScheduleAmount(placeOfService: "11", ${losAngeles}) { amount }
      }
    }`),
  );
  expect(
    runs.filter(({ sql }) => /from json_each\(:codes\) k\s+cross join fee_schedule_entry t/.test(sql)),
  ).toHaveLength(1);
});
