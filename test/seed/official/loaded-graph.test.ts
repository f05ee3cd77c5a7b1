/** What the graph answers from loaded code sets, fee schedules, edits and use, on synthetic files of their layouts. */

import { expect, test } from 'vitest';
import { loading } from '../kit/loading.ts';

/** Each builds the whole database. */
const slow = { timeout: 180_000 };

/** Codes are real numbers; texts, amounts and days are synthetic. */
const orderRow = (code: string, billable: 0 | 1) =>
  `${'1'.padStart(5, '0')} ${code.padEnd(7)} ${billable} ${'synthetic'.padEnd(60)} synthetic ${code}`;
const order = (...rows: readonly (readonly [string, 0 | 1])[]) =>
  rows.map((row) => orderRow(...row)).join('\n');
const units = (...rows: readonly string[]) =>
  `Synthetic notice,,,\nHCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n${rows.map((row) => `${row},2 Date of Service Edit: Policy,Synthetic`).join('\n')}\n`;
const laboratory = (...rows: readonly string[]) =>
  `Synthetic\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\n${rows.map((row) => `${row},`).join('\n')}\n`;
const outpatient = (...rows: readonly string[]) =>
  `Synthetic\nHCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\n${rows.join('\n')}\n`;
const record = (code: string, long: string, ended: string) => {
  const kind = code.length === 2 ? '7' : '3';
  const texts = `${code.padStart(5)}00100${kind}${long.padEnd(80)}${'Synthetic short'.padEnd(28)}`;
  return `${texts.padEnd(229)}D${' '.repeat(38)}2000010120200101${ended.padEnd(8)}N`;
};
const use =
  'Rndrng_Prvdr_Geo_Lvl,Rndrng_Prvdr_Geo_Cd,Rndrng_Prvdr_Geo_Desc,HCPCS_Cd,Place_Of_Srvc,Tot_Rndrng_Prvdrs,Tot_Benes,Tot_Srvcs,Tot_Bene_Day_Srvcs,Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,Avg_Mdcr_Pymt_Amt\nNational,,National,99499,O,10,20,30,30,40,50,60\nState,06,California,99499,F,1,11,12,12,4.005,5,6\n';

test(
  'every loaded statement is reached from the things that it names, and cites the file and the row',
  slow,
  async () => {
    const graph = loading();
    const report = await graph.load([
      graph.put(
        'HCPC2026_OCT_ANWEB.txt',
        [record('Q9998', 'Synthetic long', '20261031'), record('ZZ', 'Synthetic modifier', '')].join('\n'),
      ),
      graph.put('icd10cm_order_2026.txt', order(['Z99', 0], ['Z998', 0], ['Z9989', 1])),
      graph.put(
        'PUF_CLFS_CY2026_Q2V1.csv',
        laboratory('2026,80999,,20260101,N,00012.34', '2026,80999,QW,20260101,L,00000.00'),
      ),
      graph.put(
        'AOC_V2026Q2-MCR.txt',
        '1Q9998       99499       2018001\n2Q9998       CCCCC       2018001       Synthetic',
      ),
      graph.put('2026 October Web Addendum B.09.28.26.csv', outpatient('99499,,K,731,,$1.234 ,.,$0.25 ')),
      graph.put('MUP_PHY_R25_P05_V20_D23_Geo.csv', use),
    ]);
    expect(report.loaded).toHaveLength(6);
    const day = { dateOfService: '2026-10-05' };
    const { code, primary, laboratoryCode, modifier, qw, diagnosis, area } = await graph.ask<
      Record<string, Record<string, unknown>>
    >(
      `query ($day: AsOfInput) {
      code: billingCode(code: "Q9998", asOf: $day) {
        label description
        validity { codeStatus validity { from to } citations { locator source { title } } }
        hcpcsRecord { coverage release }
        addOnEdits { nodes { editType instruction primary { code } } }
      }
      primary: billingCode(code: "99499", asOf: $day) {
        label
        addOnEditsAsPrimary { nodes { code { code } } }
        oppsStatus { statusIndicator apc paymentRate minimumCopayment nationalCopayment }
        rateBenchmarks(filter: { jurisdictions: ["Jurisdiction:CA"], setting: FACILITY }) {
          nodes { amountKind amount n jurisdiction { label state } }
        }
        utilization(filter: { jurisdictions: ["Jurisdiction:US"] }) { nodes { measure value period beneficiaries providers beneficiaryDays } }
      }
      laboratoryCode: billingCode(code: "80999", asOf: $day) {
        laboratoryFees { amount feeKind valueState unknownReason modifier { code } }
      }
      modifier(code: "ZZ") { label description category }
      qw: modifier(code: "QW") { laboratoryFees { nodes { code { code } } } }
      diagnosis(code: "Z99.89", asOf: { dateOfService: "2026-01-01" }) {
        label billable parent { code parent { code children { nodes { code } } } }
        validity { billable title release validity { from to } }
      }
      area: node(id: "Jurisdiction:CA") { ... on Jurisdiction { kind utilization { totalCount } rateBenchmarks { totalCount } } }
    }`,
      { day },
    );
    expect(code).toEqual({
      label: 'Synthetic short',
      description: 'Synthetic long',
      validity: [
        {
          codeStatus: 'ACTIVE',
          validity: { from: '2000-01-01', to: '2026-11-01' },
          citations: [
            {
              locator: 'record Q9998',
              source: { title: expect.stringContaining('HCPC2026_OCT') },
            },
          ],
        },
      ],
      hcpcsRecord: [{ coverage: 'SPECIAL_INSTRUCTIONS_D', release: 'HCPC2026_OCT' }],
      addOnEdits: {
        nodes: [
          { editType: 'LISTED_PRIMARIES_1', instruction: null, primary: { code: '99499' } },
          { editType: 'CONTRACTOR_PRIMARIES_2', instruction: 'Synthetic', primary: null },
        ],
      },
    });
    expect(primary).toEqual({
      label: 'CPT code 99499',
      addOnEditsAsPrimary: { nodes: [{ code: { code: 'Q9998' } }] },
      oppsStatus: [
        {
          statusIndicator: 'K',
          apc: '0731',
          paymentRate: '1.234',
          minimumCopayment: '0.25',
          nationalCopayment: null,
        },
      ],
      rateBenchmarks: {
        nodes: ['ALLOWED_AMOUNT 5.00', 'BILLED_CHARGE 4.01', 'PAID_AMOUNT 6.00'].map((shown) => ({
          amountKind: shown.split(' ')[0],
          amount: shown.split(' ')[1],
          n: 12,
          jurisdiction: { label: 'California', state: 'CA' },
        })),
      },
      utilization: {
        nodes: [
          {
            measure: 'services',
            value: '30.00',
            period: '2023',
            beneficiaries: 20,
            providers: 10,
            beneficiaryDays: 30,
          },
        ],
      },
    });
    expect(laboratoryCode).toEqual({
      laboratoryFees: [
        { amount: '12.34', feeKind: 'NATIONAL_N', valueState: 'VALUE', unknownReason: null, modifier: null },
        {
          amount: null,
          feeKind: 'LOCAL_L',
          valueState: 'UNKNOWN_VALUE',
          unknownReason: 'NOT_PRICED_UNDER_SCHEDULE',
          modifier: { code: 'QW' },
        },
      ],
    });
    expect(modifier).toEqual({ label: 'Synthetic short', description: 'Synthetic modifier', category: null });
    expect(qw).toEqual({ laboratoryFees: { nodes: [{ code: { code: '80999' } }] } });
    expect(diagnosis).toEqual({
      label: 'synthetic Z9989',
      billable: true,
      parent: { code: 'Z99.8', parent: { code: 'Z99', children: { nodes: [{ code: 'Z99.8' }] } } },
      validity: [
        {
          billable: true,
          title: 'synthetic Z9989',
          release: 'FY2026',
          validity: { from: '2025-10-01', to: '2026-10-01' },
        },
      ],
    });
    expect(area).toEqual({
      kind: 'STATE',
      utilization: { totalCount: 1 },
      rateBenchmarks: { totalCount: 3 },
    });
  },
);

test('releases follow each other: what changes, what ends, and what was known before', slow, async () => {
  const graph = loading();
  const hospital = (text: string) => text.replace('Practitioner', 'Outpatient Hospital');
  await graph.load([
    graph.put('MCR_MUE_PractitionerServices_Eff_01-01-2026.csv', units('99499,1', '99498,1', '99497,2')),
    graph.put('MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv', hospital(units('99499,9'))),
    graph.put('icd10cm_order_2025.txt', order(['Z99', 0], ['Z9981', 1])),
    graph.put('PUF_CLFS_CY2026_Q1V1.csv', laboratory('2026,80999,,20260101,N,00012.34')),
    graph.put(
      'HCPC2026_JAN_ANWEB.txt',
      [record('Q9998', 'Synthetic', ''), record('Q9997', 'Synthetic', '')].join('\n'),
    ),
  ]);
  await graph.load([
    graph.put('MCR_MUE_PractitionerServices_Eff_04-01-2026.csv', units('99499,3', '99497,2')),
    graph.put('icd10cm_order_2026.txt', order(['Z99', 0], ['Z9989', 1])),
    graph.put('PUF_CLFS_CY2026_Q2V1.csv', laboratory('2026,80999,,20260101,N,00013.00')),
    graph.put(
      'HCPC2026_APR_ANWEB.txt',
      [record('Q9996', 'Synthetic', ''), record('Q9998', 'Synthetic', '20260331')].join('\n'),
    ),
  ]);
  type Answer = Record<string, Record<string, readonly Record<string, unknown>[]>>;
  const on = (dateOfService: string, knownAt?: string) =>
    graph.ask<Answer>(
      `query ($day: AsOfInput) {
        changed: billingCode(code: "99499", asOf: $day) { unitLimits { serviceType maxUnits } }
        gone: billingCode(code: "99498", asOf: $day) { unitLimits { maxUnits } }
        same: billingCode(code: "99497", asOf: $day) { unitLimits { maxUnits validity { from } } }
        laboratory: billingCode(code: "80999", asOf: $day) { laboratoryFees { amount } }
        ended: billingCode(code: "Q9998", asOf: $day) { validity { codeStatus } }
        silent: billingCode(code: "Q9997", asOf: $day) { validity { codeStatus } }
        old: diagnosis(code: "Z99.81", asOf: $day) { validity { release } }
        new: diagnosis(code: "Z99.89", asOf: $day) { validity { release } }
      }`,
      { day: { dateOfService, ...(knownAt ? { knownAt } : {}) } },
    );
  const winter = await on('2026-02-01');
  const spring = await on('2026-05-01');
  const both = (practitioner: number) => [
    { serviceType: 'OUTPATIENT_HOSPITAL', maxUnits: 9 },
    { serviceType: 'PRACTITIONER', maxUnits: practitioner },
  ];
  expect([winter.changed?.unitLimits, spring.changed?.unitLimits]).toEqual([both(1), both(3)]);
  expect([winter.gone?.unitLimits, spring.gone?.unitLimits]).toEqual([[{ maxUnits: 1 }], []]);
  expect(spring.same?.unitLimits).toEqual([{ maxUnits: 2, validity: { from: '2026-01-01' } }]);
  expect([winter.ended?.validity, spring.ended?.validity]).toEqual([
    [{ codeStatus: 'ACTIVE' }],
    [{ codeStatus: 'DELETED' }],
  ]);
  // Rows have days of their own: that a code is not in the file does not end it.
  expect(spring.silent?.validity).toEqual([{ codeStatus: 'ACTIVE' }]);
  expect([spring.old?.validity, spring.new?.validity]).toEqual([[], [{ release: 'FY2026' }]]);
  expect((await on('2025-09-30')).old?.validity).toEqual([{ release: 'FY2025' }]);
  // The second file says another thing of the same day: a correction, and the first stays reachable.
  expect(spring.laboratory?.laboratoryFees).toEqual([{ amount: '13.00' }]);
  const before = await on('2026-05-01', '2026-11-25T13:30:00Z');
  expect(before.laboratory?.laboratoryFees).toEqual([{ amount: '12.34' }]);
  expect(before.ended?.validity).toEqual([{ codeStatus: 'ACTIVE' }]);
});
