/** The claim check by the releases of the day: a day of which none was loaded is left open, never passed over. Everything is synthetic. */

import { expect, test } from 'vitest';
import { feeCsv } from '../kit/fee-file.ts';
import { type Loading, loading } from '../kit/loading.ts';
import { pairEdits } from './kit/pair-edits.ts';

const slow = { timeout: 120_000 };

type Line = { readonly code: string; readonly modifiers?: readonly string[]; readonly units?: number };

/** What the rules make of the first line: messages and reasons by rule. */
async function judged(trial: Loading, dateOfService: string, ...lines: readonly Line[]) {
  return judgedAs('PROFESSIONAL_837P_CMS1500', trial, dateOfService, ...lines);
}

async function judgedAs(claimForm: string, trial: Loading, dateOfService: string, ...lines: readonly Line[]) {
  const { checkClaim } = await trial.ask<{
    checkClaim: Record<
      'findings' | 'notChecked',
      { rule: string; line: number; message?: string; reason?: string }[]
    >;
  }>(
    `query ($claimForm: ClaimForm, $lines: [ClaimLineInput!]!) { checkClaim(claim: { payer: "Payer:medicare", claimForm: $claimForm, lines: $lines }) {
      findings { rule line message } notChecked { rule line reason } } }`,
    { claimForm, lines: lines.map((line) => ({ ...line, dateOfService })) },
  );
  const of = (rule: string, some: typeof checkClaim.findings) =>
    some
      .filter((each) => each.line === 0 && each.rule === rule)
      .map(({ message, reason }) => message ?? reason ?? '');
  return (rule: string) => ({
    found: of(rule, checkClaim.findings),
    open: of(rule, checkClaim.notChecked),
  });
}

const units = (effective: string, ...rows: readonly string[]) =>
  `"Synthetic notice",,,\r\n"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n${rows.join('\r\n')}\r\n`.replace(
    'notice',
    `notice ${effective}`,
  );

test(
  'a row of a quarter judges its quarter; after it a pass is open, and a finding says so',
  slow,
  async () => {
    const trial = loading();
    const fees = feeCsv([{ code: '99901', work: '1.00', totals: ['1.00', '1.00'], pcTc: '1' }], {
      month: 'January',
    });
    const limits = units('01-01-2025', '99901,2,2 Date of Service Edit: Policy,Synthetic');
    await trial.load([
      trial.put('PPRRVU25_JAN.csv', fees),
      trial.put('MCR_MUE_PractitionerServices_Eff_01-01-2025.csv', limits),
    ]);
    const within = await judged(trial, '2025-02-01', { code: '99901', modifiers: ['50'] });
    const after = await judged(trial, '2025-05-01', { code: '99901', modifiers: ['50'] });
    const before = await judged(trial, '2024-05-01', { code: '99901', modifiers: ['50'] });
    for (const rule of ['PAYMENT_STATUS', 'ADD_ON_CODE', 'UNITS_OVER_LIMIT']) {
      expect([rule, within(rule)]).toEqual([rule, { found: [], open: [] }]);
      for (const unread of [after(rule), before(rule)])
        expect([rule, unread]).toEqual([rule, { found: [], open: [expect.stringContaining('99901')] }]);
    }
    expect(within('BILATERAL').found).toEqual([expect.stringMatching(/indicator 0.*as one at most\.$/)]);
    expect(after('BILATERAL').found).toEqual([
      expect.stringMatching(
        /indicator 0.* The release that was read was published for the days up to 2025-03-31\.$/,
      ),
    ]);
    expect(before('BILATERAL')).toEqual({ found: [], open: [expect.stringContaining('2024-05-01')] });
  },
);

test(
  'two codes without an edit pass where a table of the day takes both in, and are open elsewhere',
  slow,
  async () => {
    const trial = loading();
    const rows = ['99901 99902 20200101 * 1', '99903 99902 20200101 * 1', '99905 99902 20200101 * 1'];
    await trial.load([trial.put('ccipra-v322r0-f1.txt', pairEdits(rows))]);
    const pair = async (day: string, one: string, other: string) =>
      (await judged(trial, day, { code: one }, { code: other }))('CODE_PAIR_EDIT');
    expect(await pair('2026-07-15', '99901', '99903')).toEqual({ found: [], open: [] });
    expect(await pair('2026-07-15', '99902', '99901')).toMatchObject({
      found: [expect.anything()],
      open: [],
    });
    expect(await pair('2026-07-15', '99901', '99902')).toEqual({ found: [], open: [] });
    const open = (text: string) => ({ found: [], open: [expect.stringContaining(text)] });
    expect(await pair('2026-07-15', '99901', '99906')).toEqual(open('99901 with 99906'));
    expect(await pair('2026-06-30', '99901', '99903')).toEqual(open('2026-06-30'));
    expect(await pair('2026-10-01', '99901', '99903')).toEqual(open('2026-10-01'));
    const hospital = async () =>
      (await judgedAs('INSTITUTIONAL_837I_UB04', trial, '2026-07-15', { code: '99901' }, { code: '99903' }))(
        'CODE_PAIR_EDIT',
      );
    expect(await hospital()).toEqual(open('99901 with 99903'));
    await trial.load([trial.put('ccioph-v322r0-f1.txt', pairEdits([...rows, '99906 99902 20200101 * 1']))]);
    expect(await hospital()).toEqual({ found: [], open: [] });
  },
);

test(
  'a code that the add-on code edits of the day do not name is none, without its row of the fee schedule',
  slow,
  async () => {
    const trial = loading();
    const table = [
      'Synthetic notice of the AMA',
      'AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,AOC_Edit_DelDT,Special_Instruction_Notes',
      '1,G0513,,77080,,2018001,,',
    ].join('\n');
    await trial.load([trial.put('AOC_V2026Q2-MCR.txt', table)]);
    expect((await judged(trial, '2026-05-01', { code: '99901' }))('ADD_ON_CODE')).toEqual({
      found: [],
      open: [],
    });
    expect((await judged(trial, '2026-05-01', { code: 'G0513' }))('ADD_ON_CODE').found).toHaveLength(1);
    expect((await judged(trial, '2019-05-01', { code: '99901' }))('ADD_ON_CODE').open).toHaveLength(1);
  },
);
