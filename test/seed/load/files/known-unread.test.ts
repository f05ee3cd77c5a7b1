/** Published files that are known and not read are named, with what to load in their place. Heads are synthetic, in the layouts of the publishers. */

import { expect, test } from 'vitest';
import { find } from '../../../../seed/load/files/find.ts';
import { unknownFile } from '../../../../seed/load/files/unknown-file.ts';
import { excerpt } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';
import { zip } from '../../kit/zip.ts';

test.each([
  [
    'DMEPOS26_JAN.csv',
    'SYNTHETIC 2026,,,\nHCPCS,Mod,Mod2,JURIS,CATG,Ceiling,Floor,AL (NR)\nA4216,,,D,OS,1,1,1\n',
    /^it is the DMEPOS fee schedule/,
  ],
  ['rates.csv', 'HCPCS,Mod,JURIS,CATG\n', /^it is the DMEPOS fee schedule/],
  [
    'table.csv',
    'Addendum AA -- Final ASC Covered Surgical Procedures for CY 2026\nHCPCS Code\n',
    /^it is an addendum of the ambulatory surgical center/,
  ],
  [
    'April 2026 ASC Approved HCPCS.csv',
    'synthetic',
    /^by its name it is an addendum of the ambulatory surgical center/,
  ],
  [
    '2026 NFRM Addendum C.csv',
    'synthetic',
    /^by its name it is an addendum of the outpatient or physician payment rule/,
  ],
  ['2026 NFRM Addendum_D1.csv', 'synthetic', /outpatient or physician payment rule/],
  [
    'CMS-1833-F Table 5.txt',
    'TABLE 5. LIST OF MEDICARE SEVERITY DIAGNOSIS-RELATED GROUPS (MS-DRGS), RELATIVE WEIGHTING FACTORS',
    /^it is a table of the inpatient payment rule/,
  ],
  ['AFS2026_PUF.txt', 'synthetic', /ambulance fee schedule/],
  ['CY 2026 PDGM Case-Mix Weights.csv', 'synthetic', /home health/],
  ['SNF_PDPM_rates.csv', 'synthetic', /nursing/],
  [
    'anything.csv',
    '"NPI","Provider Other Organization Name","Provider Other Organization Name Type Code"\n',
    /^it is a file of other names, places or addresses of the provider registry NPPES/,
  ],
  [
    'pl_pfile_20050523-20260111.csv',
    'synthetic',
    /^by its name it is a file of other names, places or addresses of the provider registry NPPES/,
  ],
  [
    'use.csv',
    'Rndrng_NPI,Rndrng_Prvdr_Last_Org_Name\n',
    /^it is use of Medicare by provider.*by geography and service/,
  ],
  ['classes.csv', 'HCPCS_Cd,RBCS_ID,RBCS_Cat\n', /Restructured BETOS/],
  ['OP_DTL_GNRL_PGYR2025_P01.csv', 'synthetic', /Open Payments/],
  [
    '2018_I10gem.txt',
    'A000    0010    00000\nA001    0011    10000\n',
    /^it is general equivalence mappings/,
  ],
  ['order.txt', '00001 001     0 Central Nervous System and Cranial Nerves, Bypass\n', /^it is ICD-10-PCS/],
  ['icd10pcs_codes_2026.txt', 'synthetic', /^by its name it is ICD-10-PCS/],
  [
    'codes.txt',
    'A000    Cholera due to Vibrio cholerae 01, biovar cholerae\n',
    /^it is the list of ICD-10-CM codes without their order.*icd10cm_order_/,
  ],
  ['icd10cm_tabular_2026.xml', '<?xml version="1.0"?><ICD10CM.tabular>', /^it is ICD-10-CM as XML/],
  ['DXCCSR_v2026-1.csv', "'ICD-10-CM CODE','ICD-10-CM CODE DESCRIPTION','CCSR'", /CCSR/],
  ['proc_notes_JAN2026.txt', 'synthetic', /processing notes of HCPCS/],
  [
    'Changes_by_HCPC.prn',
    '\n  HCPC/MOD         ACTION CD       SHORT DESCRIPTION\n',
    /^it is the changes between two years of HCPCS Level II/,
  ],
  ['LoincTable.csv', '"LOINC_NUM","COMPONENT"\n', /^it is LOINC/],
  ['RXNCONSO.RRF', '3|ENG|P||', /RxNorm/],
  ['product.txt', 'PRODUCTID\tPRODUCTNDC\tPRODUCTTYPENAME\n', /National Drug Code directory/],
  [
    'cms-hpt.txt',
    'location-name: Synthetic Hospital\nmrf-url: https://example.org/x.csv\n',
    /fetch the file at mrf-url/,
  ],
  [
    'MCD_PTP.csv',
    'Column 1,Column 2,Effective,Deletion,Modifier\n77080,77081,20200101,*,1\n',
    /^it is a table of the edits of Medicaid.*of Medicare/,
  ],
  ['2026 NPRM Addendum C.csv', 'synthetic', /^it is a table of a proposed rule.*final rule/],
  [
    'ANES2026.csv',
    'Contractor,Locality,Locality Name,National Anes CF of 20.1234\n10112,00,ALABAMA,19.01\n',
    /^it is a table of anaesthesia conversion factors .* QPP or nonQPP/,
  ],
  ['January 2026 NOC NDC-HCPCS crosswalk.csv', 'synthetic', /crosswalk of drugs that is none of/],
  [
    'prices.csv',
    'synthetic\nDrug Generic Name (Trade Name),Dosage,Payment Limit\n',
    /not otherwise classified/,
  ],
  ['CLFS PLA codes.csv', 'synthetic', /proprietary laboratory analyses/],
  ['clinicians.csv', 'NPI,Ind_PAC_ID,Ind_enrl_ID\n', /directory of clinicians/],
  ['drugs.csv', 'NDC Description,NDC,NADAC Per Unit,Effective Date\n', /NADAC/],
  ['basic.txt', 'FORMULARY_ID|FORMULARY_VERSION\n', /formulary/],
  ['by-drug.csv', 'HCPCS_Cd,HCPCS_Desc,Brnd_Name,Gnrc_Name,Tot_Spndng_2019\n', /spending on drugs/],
  ['List of Medicare Telehealth Services for CY 2026.csv', 'synthetic', /telehealth/],
  ['codes.csv', 'CODES USED TO DEFINE CERTAIN DESIGNATED HEALTH SERVICE CATEGORIES\n', /designated health/],
  ['pos.csv', 'PRVDR_CTGRY_SBTYP_CD,PRVDR_CTGRY_CD\n', /file of providers/],
  ['appendix_b.txt', 'Appendix B: Diagnosis Code/MDC/MS-DRG Index\n', /inpatient payment rule/],
  ['api.json', '{\n "openapi": "3.0.3"', /the description of an API/],
  ['ZIP5lyout.txt', 'synthetic', /description of a layout/],
])('%s is named as known and not read', (name, head, reason) => {
  const found = unknownFile({ name, head });
  expect(found).toMatch(reason);
  expect(found).toMatch(/known and not read: .+; .+[^.]$/);
});

test.each([
  ['a page in place of a file is named as a page', 'DMEPOS26.zip', '<!DOCTYPE html><html>', /web page/],
  ['a PDF is for people, whatever its name', 'icd10pcs_codes.pdf', '%PDF-1.7', /PDF/],
  [
    'what mentions a schedule is not that schedule',
    'letter.txt',
    'Dear reader, the DMEPOS fee schedule and Addendum AA are elsewhere.'.padStart(400, '.'),
    /^no known format$/,
  ],
  [
    'a workbook of an old spreadsheet is one by its name',
    'HCPC2020.xls',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    /^it is a spreadsheet of an older office program, .xls: save its table as CSV$/,
  ],
  [
    'an old file of another name may be a document',
    'letter.doc',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    /^it is a file of an older office program/,
  ],
])('%s', (_what, name, head, reason) => {
  expect(unknownFile({ name, head })).toMatch(reason);
});

test('within archives such members are passed over with the reason, spreadsheets too', async () => {
  const book = zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ]);
  const archive = loading().put(
    'all.zip',
    zip([
      { name: 'DMEPOS26_JAN.xlsx', content: book },
      { name: 'HCPC2026_OCT_ANWEB.xlsx', content: book },
      { name: 'proc_notes_OCT2026.txt', content: 'synthetic' },
    ]),
  );
  const { found, passedOver } = await find([archive], undefined);
  expect(found).toEqual([]);
  expect(passedOver.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^by its name it is the DMEPOS fee schedule, known and not read/),
    'it is a spreadsheet: save its table as CSV',
    expect.stringMatching(/processing notes/),
  ]);
});

test('a load of such a file alone does not claim that a layout has changed', async () => {
  const trial = loading();
  const failure = await trial.failure([trial.put('DMEPOS26_JAN.csv', 'HCPCS,Mod,JURIS,CATG\n')]);
  expect(failure).toMatch(/There is nothing to load: it is the DMEPOS fee schedule, known and not read/);
  expect(failure).not.toMatch(/layout has changed/);
});

const real = excerpt('whole/hcpcs/2020-Alpha-Numeric-HCPCS-File.zip');
test.runIf(real)('of the real archive of HCPCS only the record file is read', async () => {
  const { found, passedOver } = await find([String(real)], undefined);
  expect(found.map(({ format }) => format.name)).toEqual(['hcpcs']);
  expect(
    Object.fromEntries(passedOver.map(({ path, reason }) => [path.split('/').at(-1), reason.split(',')[0]])),
  ).toEqual({
    'Changes_by_ActionCode.prn': 'it is the changes between two years of HCPCS Level II',
    'Changes_by_HCPC.prn': 'it is the changes between two years of HCPCS Level II',
    'HCPC2020_ANWEB_w_disclaimer.xls': 'it is a spreadsheet of an older office program',
    'HCPC2020_README.txt': 'by its name it is a read-me or the description of a layout',
    'HCPC2020_TRANS_ALPHA_w_disclaimer.xlsx':
      'by its name it is the changes between two years of HCPCS Level II',
    'proc_notes_2020.txt': 'it is the processing notes of HCPCS Level II',
  });
});

const indices = (title: string) =>
  `${title}\nMedicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2027 PW GPCI (with 1.0 Floor),2027 PE GPCI,2027 MP GPCI\n10112,AL,00,ALABAMA,1.000,0.869,0.575\n`;
const addendum =
  'HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\n77080,,S,5522,1.2,100.00,,20.00\n';
const addOns = '1G0513       77080       2018001\n1G0513       G0130       2018001\n';

test.each([
  [
    'indices of a proposed rule',
    'GPCI2027.csv',
    indices('ADDENDUM E. PROPOSED CY 2027 GEOGRAPHIC PRACTICE COST INDICES'),
    /proposed rule/,
  ],
  ['rates of a proposed rule by its name', '2027 NPRM OPPS Addendum B.csv', addendum, /proposed rule/],
  ['rates of a proposed rule by its number', 'CMS-1834-P Addendum B.csv', addendum, /proposed rule/],
  ['add-on edits of Medicaid', 'AOC_V2026Q1-MCD.txt', addOns, /edits of Medicaid/],
])('%s are in the layout of what holds, and are not read', async (_, name, content, reason) => {
  const trial = loading();
  const paths = [trial.put(name, content), trial.put('in.zip', zip([{ name, content }]))];
  const { found, passedOver } = await find(paths, undefined);
  expect(found).toEqual([]);
  expect(passedOver.map((each) => each.reason)).toEqual([
    expect.stringMatching(reason),
    expect.stringMatching(reason),
  ]);
});

test('an archive of a proposed rule is known by its name, a folder is named by whom it belongs to', async () => {
  const trial = loading();
  const name = '2027 Addendum B.csv';
  const archive = zip([{ name, content: addendum }]);
  expect((await find([trial.put('2027-nprm-opps-addenda.zip', archive)], undefined)).found).toEqual([]);
  expect((await find([trial.put(`proposed/${name}`, addendum)], undefined)).found).toHaveLength(1);
  const final = indices('ADDENDUM E. FINAL CY 2027 GEOGRAPHIC PRACTICE COST INDICES');
  expect((await find([trial.put('GPCI2027.csv', final)], undefined)).found).toHaveLength(1);
});
