/** The physician fee schedule, loaded: what the seed holds of it stays, the rest of it answers, and what it publishes wrong is shown. */

import { expect, test } from 'vitest';
import { type FeeFileRow, feeCsv } from '../../kit/fee-file.ts';
import { excerpt } from '../../kit/file-trial.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { zip } from '../../kit/zip.ts';

/** Each builds the whole database at least once. */
const slow = { timeout: 120_000 };
const day = 'asOf: { dateOfService: "2025-10-15" }';

/** The row of 77092 in the release of October 2025, which the seed cites; the other rows are synthetic. */
const interpretation: FeeFileRow = {
  code: '77092',
  work: '0.20',
  practice: ['0.08', '0.08'],
  malpractice: '0.01',
  totals: ['0.29', '0.29'],
  pcTc: '2',
};
const split = { pcTc: '1', malpractice: '0.01' } as const;
const rows: readonly FeeFileRow[] = [
  interpretation,
  {
    ...split,
    code: '99901',
    work: '1.00',
    practice: ['9.00', '9.00'],
    totals: ['10.01', '10.01'],
    opps: ['2.00', '2.00', '0.01'],
  },
  {
    ...split,
    code: '99901',
    modifier: '26',
    work: '1.00',
    practice: ['1.00', '1.00'],
    totals: ['2.01', '2.01'],
  },
  {
    ...split,
    code: '99901',
    modifier: 'TC',
    practice: ['7.00', '7.00'],
    totals: ['7.01', '7.01'],
    opps: ['2.00', '2.00', '0.01'],
  },
];
const indices =
  'ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE,,,,,,\r\n,,,,,,\r\nMAC,State,Locality Number,Locality Name,2025 PW GPCI,2025 PE GPCI,2025 MP GPCI\r\n01182,CA,18,SYNTHETIC NAME,1.042,1.194,0.690\r\n';
const caps =
  'HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n99901,TC,A,01182,18,77.00,77.00\r\n';
const zip5 = (code: string, place: string, flag: 0 | 1) =>
  `CA${code}${place} Z9   ${flag} A${' '.repeat(52)}20254`;
const zip9 = (code: string, place: string, plusFour: string) =>
  `CA${code}${place} ${' '.repeat(5)}1${plusFour}${' '.repeat(6)}A${' '.repeat(43)}20254`;

function release(trial: Loading): string {
  const members = [
    { name: 'PPRRVU2025_Oct.csv', content: feeCsv(rows) },
    { name: 'GPCI2025.csv', content: indices },
    { name: 'OPPSCAP_Oct.csv', content: caps },
  ];
  return trial.put('RVU25D.zip', zip(members));
}

interface Amount {
  readonly amount: string | null;
  readonly unknownReason: string | null;
  readonly [field: string]: unknown;
}

async function amount(trial: Loading, code: string, args: string, fields = ''): Promise<Amount> {
  const answer = await trial.ask<{ billingCode: { feeScheduleAmount: Amount } }>(
    `{ billingCode(code: "${code}", ${day}) { feeScheduleAmount(placeOfService: "11", ${args}) { amount unknownReason ${fields} } } }`,
  );
  return answer.billingCode.feeScheduleAmount;
}

test(
  'what the text says otherwise than a release ends with its first day, and cites what it did',
  slow,
  async () => {
    const trial = loading();
    const other = feeCsv([{ ...interpretation, practice: ['0.09', '0.09'], totals: ['0.30', '0.30'] }]);
    await trial.load([trial.put('PPRRVU2025_Oct.csv', other)]);
    const onDay = async (dateOfService: string) => {
      const { billingCode } = await trial.ask<{ billingCode: { feeSchedule: unknown[] } }>(
        `{ billingCode(code: "77092", asOf: { dateOfService: "${dateOfService}" }) { feeSchedule { id totalRvuNonFacility citations { locator source { slug } } } } }`,
      );
      return billingCode.feeSchedule;
    };
    expect(await onDay('2025-09-30')).toEqual([
      {
        id: 'FeeScheduleEntry:CPT:77092/2025-01-01/until-2025-10-01',
        totalRvuNonFacility: '0.29',
        citations: expect.arrayContaining([{ locator: 'row 77092', source: { slug: 'S-RVU25D' } }]),
      },
    ]);
    expect(await onDay('2025-10-01')).toEqual([
      {
        id: 'FeeScheduleEntry:CPT:77092/2025-10-01',
        totalRvuNonFacility: '0.30',
        citations: [{ locator: 'row 77092', source: { slug: expect.stringMatching(/^S-PPRRVU-/) } }],
      },
    ]);
  },
);

test(
  'a release leaves what the seed says as it is, cited once more, and prices every other code',
  slow,
  async () => {
    const trial = loading();
    const report = await trial.load([release(trial)]);
    expect(report.passedOver).toEqual([]);
    const { billingCode } = await trial.ask<{
      billingCode: { feeSchedule: unknown[]; pcTcIndicator: unknown[] };
    }>(`{ billingCode(code: "77092", ${day}) { feeSchedule { id citations { locator source { slug } } } } }`);
    expect(billingCode.feeSchedule).toEqual([
      {
        id: 'FeeScheduleEntry:CPT:77092/2025-01-01',
        citations: expect.arrayContaining([
          { locator: 'row 77092', source: { slug: 'S-RVU25D' } },
          { locator: 'row 77092', source: { slug: expect.stringMatching(/^S-PPRRVU-RVU25D-/) } },
        ]),
      },
    ]);
    const losAngeles = 'locality: { contractor: "01182", locality: "18" }';
    expect(await amount(trial, '77092', losAngeles)).toMatchObject({ amount: '10.05' });
    // (1.00 × 1.042 + 9.00 × 1.194 + 0.01 × 0.690) × 32.3465 = 381.5197…, capped with 2.00 for 9.00: 111.17…
    expect(await amount(trial, '99901', losAngeles, 'uncappedAmount cap')).toMatchObject({
      amount: '111.17',
      uncappedAmount: '381.52',
      cap: '111.17',
    });
    // Here a cap is published, and counts.
    expect(
      await amount(trial, '99901', `modifier: "TC", ${losAngeles}`, 'imagingCap { citations { locator } }'),
    ).toMatchObject({ amount: '77.00', imagingCap: { citations: [{ locator: 'row 99901 TC 01182-18' }] } });
  },
);

test('parts that do not add up to the whole are loaded and shown as a conflict', slow, async () => {
  const trial = loading();
  await trial.load([release(trial)]);
  const { conflicts } = await trial.ask<{ conflicts: { nodes: unknown[] } }>(
    `{ conflicts(kinds: [FEE_SCHEDULE_SUMS], ${day}) { nodes { kind summary resolution subject { id } } } }`,
  );
  expect(conflicts.nodes).toEqual([
    {
      kind: 'FEE_SCHEDULE_SUMS',
      summary:
        'The rows 99901-26 and 99901-TC have 9.02 RVU in all, the whole has 10.01; work, practice expense, malpractice or total differ.',
      resolution: 'UNRESOLVED',
      subject: { id: 'BillingCode:CPT:99901' },
    },
  ]);
});

test('a ZIP code leads to its locality; where it lies in several, four more digits do', slow, async () => {
  const trial = loading();
  const five = trial.put('ZIP5.txt', `${zip5('90001', '0118218', 0)}\r\n${zip5('90002', '0118218', 1)}\r\n`);
  await trial.load([release(trial), five]);
  expect(await amount(trial, '77092', 'zip: "90001"', 'zipLocality { citations { locator } }')).toMatchObject(
    {
      amount: '10.05',
      zipLocality: { citations: [{ locator: 'line 1' }] },
    },
  );
  expect(await amount(trial, '77092', 'zip: "90002"', 'note')).toEqual({
    amount: null,
    unknownReason: 'NOT_STATED_IN_SOURCE',
    note: '90002 lies in several localities: give the four digits after it, or the locality.',
  });
  await trial.load([
    trial.put('ZIP9.txt', `${zip9('90002', '0118218', '0001')}\r\n${zip9('90002', '0118218', '0002')}\r\n`),
  ]);
  expect(await amount(trial, '77092', 'zip: "90002-0002"')).toMatchObject({ amount: '10.05' });
  expect(await amount(trial, '77092', 'zip: "900020003"')).toMatchObject({
    amount: null,
    unknownReason: 'NOT_STATED_IN_SOURCE',
  });
});

test('the files of 2026 bring a row once and two factors', slow, async () => {
  const trial = loading();
  const content = (factor: string) =>
    feeCsv(
      rows.slice(1).map((row) => ({ ...row, factor })),
      { year: 2026, month: 'July', released: '06/30/2026' },
    );
  const members = [
    { name: 'PPRRVU2026_Jul_nonQPP.csv', content: content('33.4009') },
    { name: 'PPRRVU2026_Jul_QPP.csv', content: content('33.5675') },
  ];
  await trial.load([trial.put('rvu26c.zip', zip(members))]);
  const { billingCode } = await trial.ask<{ billingCode: unknown }>(
    `{
      billingCode(code: "99901", asOf: { dateOfService: "2026-08-01" }) {
        feeSchedule { modifier { code } nonFacilityAmount nonFacilityAmountQualifyingApm }
        everyone: feeScheduleAmount(placeOfService: "11", modifier: "26") { amount conversionFactor { appliesTo factor } }
        qualifying: feeScheduleAmount(placeOfService: "11", modifier: "26", qualifyingApm: true) { amount conversionFactor { appliesTo factor } }
      }
    }`,
  );
  expect(billingCode).toMatchObject({
    everyone: { amount: '67.14', conversionFactor: { appliesTo: 'NOT_QUALIFYING_APM', factor: '33.4009' } },
    qualifying: { amount: '67.47', conversionFactor: { appliesTo: 'QUALIFYING_APM', factor: '33.5675' } },
  });
  expect((billingCode as { readonly feeSchedule: readonly unknown[] }).feeSchedule).toEqual([
    { modifier: null, nonFacilityAmount: '334.34', nonFacilityAmountQualifyingApm: '336.01' },
    { modifier: { code: '26' }, nonFacilityAmount: '67.14', nonFacilityAmountQualifyingApm: '67.47' },
    { modifier: { code: 'TC' }, nonFacilityAmount: '234.14', nonFacilityAmountQualifyingApm: '235.31' },
  ]);
});

const real = [
  'pfs_rvu/PPRRVU2025_Oct.excerpt.csv',
  'pfs_rvu/GPCI2025.csv',
  'pfs_rvu/PPRRVU2026_Jul_nonQPP.excerpt.csv',
].map(excerpt);
test.skipIf(real.includes(undefined))(
  'of the real releases, every row that the seed holds is unchanged',
  slow,
  async () => {
    const trial = loading();
    const { build } = await trial.load(real.filter((path) => path !== undefined));
    expect(build).toBeDefined();
    const store = trial.release().store;
    expect(store.all('select id from fee_schedule_entry where recorded_to is not null')).toEqual([]);
    expect(store.all('select id from locality_index where recorded_to is not null')).toEqual([]);
    expect(store.all('select id from conversion_factor where recorded_to is not null')).toEqual([]);
    expect(
      store.all(
        `select count(*) as n from citation where subject_id like 'FeeScheduleEntry:CPT:7709%/2025-01-01' and source_id like 'Source:S-PPRRVU-RVU25D-%'`,
      ),
    ).toEqual([{ n: 3 }]);
  },
);

const folder = excerpt('pfs_rvu');
test.skipIf(!folder)(
  'of a folder of real files, two that each hold a part of one release both answer',
  slow,
  async () => {
    const trial = loading();
    await trial.load([folder ?? '']);
    const { interpretation, supply } = await trial.ask<Record<string, unknown>>(
      `query ($day: AsOfInput) {
        interpretation: billingCode(code: "77092", asOf: $day) {
          feeScheduleAmount(locality: { contractor: "01182", locality: "18" }) { amount }
          feeSchedule { citations { locator source { title } } }
        }
        supply: billingCode(code: "A0021", asOf: $day) { feeSchedule { statusCode } }
      }`,
      { day: { dateOfService: '2025-10-15' } },
    );
    expect(interpretation).toMatchObject({
      feeScheduleAmount: { amount: '10.05' },
      feeSchedule: [
        {
          citations: expect.arrayContaining([
            {
              locator: 'row 77092',
              source: { title: expect.stringContaining('PPRRVU2025_Oct.excerpt.csv') },
            },
          ]),
        },
      ],
    });
    expect(supply).toMatchObject({ feeSchedule: [{ statusCode: 'I' }] });
  },
);
