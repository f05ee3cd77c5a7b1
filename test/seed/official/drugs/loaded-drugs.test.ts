/** What the graph answers of drugs once their quarterly files are loaded: synthetic files in the official layouts, and the real ones where they are at hand. */

import { expect, test } from 'vitest';
import { excerpt } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

/** Each builds the whole database. */
const slow = { timeout: 240_000 };

const quarters = {
  winter: ['January', 'January 1, 2026 through March 31, 2026'],
  spring: ['April', 'April 1, 2026 through June 30, 2026'],
} as const;
type Quarter = keyof typeof quarters;

/** Codes are real numbers; packages, names and amounts are synthetic. */
const limits = (quarter: Quarter, ...rows: readonly string[]) =>
  `Synthetic\n"Effective ${quarters[quarter][1]}"\nHCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Notes\n${rows.join('\n')}\n`;
const crosswalk = (quarter: Quarter, kind: string, ...rows: readonly string[]) =>
  `${quarters[quarter][0]} 2026 ${kind} NDC-HCPCS Crosswalk\n"Effective ${quarters[quarter][1]}"\n_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\n${rows.join('\n')}\n`;

const vial = 'Q9998,,Synthetic Labs,00001-0002-03,Synthdrug,1 MG,0.5,10,2.5,25';
const pen = 'Q9998,,Synthetic Labs,00001-0002-04,Synthdrug,1 MG,1,1,60,60';

interface Code {
  readonly drugPaymentLimits: readonly { readonly paymentLimit: string | null }[];
  readonly drugPackages: { readonly nodes: readonly { readonly drug: { readonly dashed: string } }[] };
}

test('a drug has its limit and its packages for the quarter of each file, and no other', slow, async () => {
  const graph = loading();
  await graph.load([
    graph.put('limits-1.csv', limits('winter', 'Q9998,,1 MG,12.345,19.994,Synthetic note')),
    graph.put('crosswalk-1.csv', crosswalk('winter', 'ASP', vial, pen)),
    graph.put('opps-1.csv', crosswalk('winter', 'OPPS', vial)),
  ]);
  await graph.load([
    graph.put('limits-2.csv', limits('spring', 'Q9998,,1 MG,12.300,20.000,', 'Q9997,,1 MG,,,')),
    graph.put('crosswalk-2.csv', crosswalk('spring', 'ASP', pen.replace('Synthdrug', 'Synthdrug Pen'))),
  ]);
  const on = async (dateOfService: string) => {
    const { code } = await graph.ask<{ code: Code }>(
      `query ($day: AsOfInput) { code: billingCode(code: "Q9998", asOf: $day) {
        drugPaymentLimits { paymentLimit } drugPackages { nodes { drug { dashed } } }
      } }`,
      { day: { dateOfService } },
    );
    return [
      code.drugPaymentLimits.map(({ paymentLimit }) => paymentLimit),
      code.drugPackages.nodes.map(({ drug }) => drug.dashed),
    ];
  };
  expect(await on('2025-12-31')).toEqual([[], []]);
  // The vial is in both crosswalks of the winter: each is a statement of its own.
  expect(await on('2026-03-31')).toEqual([['12.345'], ['00001-0002-03', '00001-0002-04', '00001-0002-03']]);
  expect(await on('2026-04-01')).toEqual([['12.300'], ['00001-0002-04']]);
  expect(await on('2026-07-01')).toEqual([[], []]);

  const { drug, unpriced, found } = await graph.ask<Record<string, unknown>>(
    `query ($winter: AsOfInput, $spring: AsOfInput) {
      drug: nationalDrugCode(code: "0001-0002-03", asOf: $winter) {
        code dashed label labeler
        billedAs { crosswalk dosage packageSize packageQuantity unitsPerItem unitsPerPackage
          code { code drugPaymentLimits { paymentLimit coinsurancePercentage dosage fileNote } }
          citations { locator source { title } } }
      }
      unpriced: billingCode(code: "Q9997", asOf: $spring) { drugPaymentLimits { paymentLimit valueState unknownReason } }
      found: searchEntities(text: "0001-0002-04") { nodes { entity { ... on NationalDrugCode { code label } } } }
    }`,
    { winter: { dateOfService: '2026-01-01' }, spring: { dateOfService: '2026-04-01' } },
  );
  const listed = {
    ...{
      dosage: '1 MG',
      packageSize: '0.5',
      packageQuantity: '10',
      unitsPerItem: '2.5',
      unitsPerPackage: '25',
    },
    code: {
      code: 'Q9998',
      drugPaymentLimits: [
        {
          paymentLimit: '12.345',
          coinsurancePercentage: '19.994',
          dosage: '1 MG',
          fileNote: 'Synthetic note',
        },
      ],
    },
  };
  const cited = [
    { locator: 'row 00001-0002-03 Q9998', source: { title: expect.stringContaining('ASP 2026-01') } },
  ];
  expect(drug).toEqual({
    ...{ code: '00001000203', dashed: '00001-0002-03', label: 'Synthdrug', labeler: 'Synthetic Labs' },
    billedAs: [
      { ...listed, crosswalk: 'ASP', citations: cited },
      { ...listed, crosswalk: 'OPPS', citations: cited },
    ],
  });
  expect(unpriced).toEqual({
    drugPaymentLimits: [
      { paymentLimit: null, valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_PRICED_UNDER_SCHEDULE' },
    ],
  });
  expect(found).toEqual({ nodes: [{ entity: { code: '00001000204', label: 'Synthdrug Pen' } }] });
});

const folder = excerpt('whole/asp');

test.skipIf(!folder)(
  'the real files load as a folder, are nothing to do again, and answer for chosen codes',
  slow,
  async () => {
    const graph = loading();
    const chosen = { codes: ['J0897', 'Q9967'] };
    const first = await graph.load([folder ?? ''], chosen);
    expect(first.loaded.map(({ format, release }) => `${format} ${release}`).sort()).toEqual([
      'asp-payment-limits ASP 2026-01',
      'ndc-crosswalk ASP 2026-01',
    ]);
    expect((await graph.load([folder ?? ''], chosen)).alreadyLoaded).toHaveLength(2);
    const { contrast, bone } = await graph.ask<{ contrast: Code; bone: Code }>(
      `query ($day: AsOfInput) {
      contrast: billingCode(code: "Q9967", asOf: $day) { drugPaymentLimits { paymentLimit } drugPackages { nodes { drug { dashed } } } }
      bone: billingCode(code: "J0897", asOf: $day) { drugPaymentLimits { paymentLimit } drugPackages { nodes { drug { dashed } } } }
    }`,
      { day: { dateOfService: '2026-02-15' } },
    );
    expect(contrast.drugPaymentLimits).toEqual([{ paymentLimit: '0.149' }]);
    expect(contrast.drugPackages.nodes.map(({ drug }) => drug.dashed)).toContain('50419-0344-05');
    expect(bone.drugPaymentLimits).toHaveLength(1);
  },
);
