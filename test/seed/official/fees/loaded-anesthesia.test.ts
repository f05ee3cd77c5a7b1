/** What the graph answers of anaesthesia and of outpatient groups once their files are loaded: synthetic files, and the real ones where they are at hand. */

import { describe, expect, test } from 'vitest';
import { query } from '../../../kit/graph.ts';
import { excerpt } from '../../kit/file-trial.ts';
import { type Loading, loading } from '../../kit/loading.ts';

/** Each builds the whole database. */
const slow = { timeout: 240_000 };

/** Codes and localities are real; units, factors, titles and rates are synthetic. */
const units = 'CODE\t2024\n\tBASE\n\tUNIT\n00100\t5\n01995\t5\n01996\t3\n01999\t0\n';
const factors =
  'Contractor,Locality,Locality Name,National Anes CF of 20.1234\n10112,00,ALABAMA,19.37\n02102,01,ALASKA,27.86\n';
const groups =
  'Synthetic CY 2025\nAPC,Group Title,SI,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\n5521,Synthetic group,S,1.2345,$99.125,.,$20.00\n';
const statuses =
  'Synthetic CY 2025\nHCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\n99498,,S,5521,1.2345,$99.125,.,$20.00\n99499,,S,5999,,,,\n99497,,N,,,,,\n';

interface Amount {
  readonly amount: string | null;
  readonly unknownReason: string | null;
  readonly note: string;
  readonly timeUnits: string | null;
}

const alabama = 'locality: { contractor: "10112", locality: "00" }';

async function amountOf(graph: Loading, code: string, args: string, dateOfService = '2025-06-01') {
  const { code: found } = await graph.ask<{ code: { feeScheduleAmount: Amount } }>(
    `query ($code: String!, $day: AsOfInput) {
      code: billingCode(code: $code, asOf: $day) { feeScheduleAmount${args && `(${args})`} { amount unknownReason note timeUnits } }
    }`,
    { code, day: { dateOfService } },
  );
  return found.feeScheduleAmount;
}

test(
  'anaesthesia is base and time units times the factor of the locality, or it is said what is missing',
  slow,
  async () => {
    const graph = loading();
    await graph.load([graph.put('base.txt', units), graph.put('ANES2025.csv', factors)]);

    // (5 + 4.5) × 19.37 = 184.015: 68 minutes are 4.533 units, and half a cent is rounded up.
    expect(await amountOf(graph, '00100', `anesthesiaMinutes: 68, ${alabama}`)).toEqual({
      ...{ amount: '184.02', unknownReason: null, timeUnits: '4.5' },
      note: '(5 + 4.5) × 19.37 = $184.02: base units of the file of 2024 and time units (68 minutes by 15, rounded to tenths), together times the conversion factor, rounded half up. Modifiers of medical direction and supervision (AA, AD, QK, QX, QY, QZ) are not applied: no source of what they change was read.',
    });
    // 70 minutes are 4.667 units: (5 + 4.7) × 19.37 = 187.889.
    expect(await amountOf(graph, '00100', `anesthesiaMinutes: 70, ${alabama}`)).toMatchObject({
      amount: '187.89',
      timeUnits: '4.7',
    });
    // (5 + 4.0) × 20.1234 = 181.1106
    expect(await amountOf(graph, '00100', 'anesthesiaMinutes: 60')).toMatchObject({ amount: '181.11' });
    // No time units for this code: 3 × 20.1234 = 60.3702, with or without minutes.
    expect(await amountOf(graph, '01996', 'anesthesiaMinutes: 60')).toMatchObject({
      amount: '60.37',
      timeUnits: '0.0',
    });
    expect(await amountOf(graph, '01996', '')).toMatchObject({ amount: '60.37' });
    expect(await amountOf(graph, '01995', '')).toMatchObject({ amount: '100.62', timeUnits: '0.0' });

    const none = async (code: string, args: string, day?: string) => {
      const { amount, unknownReason, note } = await amountOf(graph, code, args, day);
      expect(amount).toBeNull();
      return [unknownReason, note];
    };
    expect(await none('00100', alabama)).toEqual([
      'NOT_STATED_IN_QUESTION',
      'Anaesthesia is paid by base units, which are 5 here, and by time: give `anesthesiaMinutes`.',
    ]);
    expect(await none('01999', 'anesthesiaMinutes: 60')).toEqual([
      'NOT_PRICED_UNDER_SCHEDULE',
      expect.stringContaining('0 base units'),
    ]);
    expect(await none('00100', 'anesthesiaMinutes: 60, modifier: "QK"')).toEqual([
      'NOT_YET_REVIEWED',
      expect.stringContaining('modifier QK'),
    ]);
    expect(await none('00100', 'anesthesiaMinutes: 60', '2026-06-01')).toEqual([
      'NO_RELEASE_READ',
      expect.stringContaining('load the ANES file'),
    ]);
    // Before the year of the file nothing is known of the code.
    expect(await none('00100', 'anesthesiaMinutes: 60', '2023-06-01')).toEqual([
      'NOT_YET_REVIEWED',
      expect.stringContaining('No row'),
    ]);

    const { code, place } = await graph.ask<Record<string, unknown>>(
      `{ code: billingCode(code: "00100", asOf: { dateOfService: "2025-06-01" }) {
        anesthesiaBaseUnits { baseUnits year validity { from to } }
        feeScheduleAmount(anesthesiaMinutes: 60, ${alabama}) {
          baseUnits { baseUnits } anesthesiaFactor { factor jurisdiction { code } } citations { locator } conversionFactor { factor }
        }
      }
      place: node(id: "Jurisdiction:10112-00") { ... on Jurisdiction { anesthesiaFactors(asOf: { dateOfService: "2025-06-01" }) { factor appliesTo } } }
    }`,
    );
    expect(code).toEqual({
      anesthesiaBaseUnits: [{ baseUnits: 5, year: 2024, validity: { from: '2024-01-01', to: null } }],
      feeScheduleAmount: {
        baseUnits: { baseUnits: 5 },
        anesthesiaFactor: { factor: '19.3700', jurisdiction: { code: '10112-00' } },
        citations: [{ locator: 'row 00100' }, { locator: '10112 locality 00' }],
        conversionFactor: null,
      },
    });
    expect(place).toEqual({ anesthesiaFactors: [{ factor: '19.3700', appliesTo: 'ALL' }] });
  },
);

test('from a code its status leads to the title, weight and rate of its group', slow, async () => {
  const graph = loading();
  await graph.load([graph.put('Addendum A.csv', groups), graph.put('Addendum B.csv', statuses)]);
  const rate =
    '{ oppsStatus { apc apcRate { apc label statusIndicator relativeWeight paymentRate minimumCopayment citations { locator } } } }';
  const answer = await graph.ask<Record<string, unknown>>(
    `query ($day: AsOfInput) {
      grouped: billingCode(code: "99498", asOf: $day) ${rate}
      unread: billingCode(code: "99499", asOf: $day) ${rate}
      packaged: billingCode(code: "99497", asOf: $day) ${rate}
      medicare: payer(slug: "medicare", asOf: $day) { apcRates(filter: { apcs: ["5521"] }) { totalCount nodes { label } } }
    }`,
    { day: { dateOfService: '2025-02-01' } },
  );
  expect(answer).toEqual({
    grouped: {
      oppsStatus: [
        {
          apc: '5521',
          apcRate: {
            ...{ apc: '5521', label: 'Synthetic group', statusIndicator: 'S', relativeWeight: '1.2345' },
            ...{ paymentRate: '99.125', minimumCopayment: '20.00', citations: [{ locator: 'APC 5521' }] },
          },
        },
      ],
    },
    unread: { oppsStatus: [{ apc: '5999', apcRate: null }] },
    packaged: { oppsStatus: [{ apc: null, apcRate: null }] },
    medicare: { apcRates: { totalCount: 1, nodes: [{ label: 'Synthetic group' }] } },
  });
});

describe('minutes that cannot be are refused', () => {
  test.each([0, -15, 10_000])('%i', async (minutes) => {
    const { errors = [] } = await query(
      `{ billingCode(code: "77092") { feeScheduleAmount(anesthesiaMinutes: ${minutes}) { amount } } }`,
    );
    expect(errors.map(({ extensions, message }) => [extensions.code, extensions.field, message])).toEqual([
      [
        'BAD_USER_INPUT',
        'anesthesiaMinutes',
        `anesthesiaMinutes: ${minutes} is no time. Give minutes from 1 to 9999, such as 60.`,
      ],
    ]);
  });
});

const real = [excerpt('whole/anesthesia'), excerpt('whole/opps')].filter((path) => path !== undefined);

test.skipIf(real.length < 2)(
  'the real files price 00100 for an hour in Alabama in June 2025, and load again as nothing to do',
  slow,
  async () => {
    const graph = loading();
    const first = await graph.load(real);
    expect(first.loaded.map(({ format }) => format).sort()).toEqual([
      'anes',
      'anes',
      'anes-base-units',
      'opps-addendum-a',
    ]);
    expect((await graph.load(real)).alreadyLoaded).toHaveLength(4);
    // (5 + 60 / 15) × 19.31
    expect(await amountOf(graph, '00100', `anesthesiaMinutes: 60, ${alabama}`)).toMatchObject({
      amount: '173.79',
    });
    // (5 + 4) × 20.3178 = 182.8602
    expect(await amountOf(graph, '00100', 'anesthesiaMinutes: 60')).toMatchObject({ amount: '182.86' });
  },
);
