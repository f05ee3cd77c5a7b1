/** The rows of a PPRRVU file as the graph stores them: exact numbers, computed national amounts, each row once. */

import { nationalAmount, nationalDerivation } from '../../../db/fees/rvu-arithmetic.ts';
import type { feeScheduleEntry } from '../../../db/tables/index.ts';
import { codeId, modifierId } from '../../kit/ids.ts';
import type { OfficialFile } from '../../load/format/file.ts';
import type { Reading, StatedValues } from '../../load/format/format.ts';
import { factors as dollarsPerRvu, numberIn, rvus } from '../kit/ranges.ts';
import { modifierOf, onlyOnce, wantedCode } from '../kit/wanted-code.ts';
import { type FeeColumn, type FeeLine, feeLines } from './pprrvu-rows.ts';

/** A row of the file as the graph stores it. */
export interface FeeRow {
  readonly line: number;
  readonly code: string;
  /** Empty where there is none. */
  readonly modifier: string;
  readonly description: string;
  readonly values: StatedValues<typeof feeScheduleEntry>;
}

function rvu(row: FeeLine, column: FeeColumn): number {
  const found = row.read(column, (cell) => numberIn(cell, rvus));
  if (found === null && paidByRvu(row))
    throw row.wrong(
      column,
      'Nothing stands here in a row that is paid by its RVUs. Expected a number such as 0.20.',
    );
  return found ?? 0;
}

/** Whether the row has a status that is paid by RVUs. */
function paidByRvu(row: FeeLine): boolean {
  return /^[ART]$/i.test(row.cell('status'));
}

function flagged(row: FeeLine, column: FeeColumn): 0 | 1 {
  const found = row.cell(column).toUpperCase();
  if (found !== '' && found !== 'NA')
    throw row.wrong(
      column,
      `Expected NA or nothing, got ${JSON.stringify(found)}. The columns may have shifted.`,
    );
  return found === 'NA' ? 1 : 0;
}

function factorIn(row: FeeLine): number {
  const found = row.read('CONV FACTOR', (cell) => numberIn(cell, dollarsPerRvu));
  if (found === null)
    throw row.wrong(
      'CONV FACTOR',
      `Expected dollars per RVU such as 32.3465, got ${JSON.stringify(row.cell('CONV FACTOR'))}. The columns may have shifted.`,
    );
  return found;
}

function valuesOf(row: FeeLine, code: string, modifier: string, release: string): FeeRow['values'] {
  const status = row.cell('status').toUpperCase();
  if (!/^[A-Z]$/.test(status))
    throw row.wrong(
      'status',
      `Expected one letter such as A or C, got ${JSON.stringify(status)}. The columns may have shifted.`,
    );
  const factor = factorIn(row);
  const priced = {
    statusCode: status,
    workRvu: rvu(row, 'WORK RVU'),
    practiceExpenseRvuNonFacility: rvu(row, 'NON-FAC PE RVU'),
    nonFacilityNotApplicable: flagged(row, 'NON-FAC NA INDICATOR'),
    practiceExpenseRvuFacility: rvu(row, 'FACILITY PE RVU'),
    facilityNotApplicable: flagged(row, 'FACILITY NA INDICATOR'),
    malpracticeRvu: rvu(row, 'MP RVU'),
    totalRvuNonFacility: rvu(row, 'NON-FACILITY TOTAL'),
    totalRvuFacility: rvu(row, 'FACILITY TOTAL'),
  };
  return {
    codeId: codeId(code),
    modifierId: modifier ? modifierId(modifier) : null,
    release,
    ...priced,
    pcTcIndicator: row.cell('PCTC IND'),
    globalDays: row.cell('GLOB DAYS'),
    multipleProcedure: row.cell('MULT PROC'),
    bilateralSurgery: row.cell('BILAT SURG'),
    assistantSurgery: row.cell('ASST SURG'),
    coSurgeons: row.cell('CO-SURG'),
    teamSurgery: row.cell('TEAM SURG'),
    supervision: row.cell('supervision'),
    imagingFamily: row.cell('IMAGING FAMILY'),
    conversionFactor: factor,
    oppsPeNonFacility: rvu(row, 'NON-FACILITY PE FOR OPPS'),
    oppsPeFacility: rvu(row, 'FACILITY PE FOR OPPS'),
    oppsMalpractice: rvu(row, 'MP FOR OPPS'),
    nonFacilityAmount: nationalAmount(priced, 'NON_FACILITY', factor),
    facilityAmount: nationalAmount(priced, 'FACILITY', factor),
    amountDerivation: nationalDerivation,
  };
}

/** By conversion factor: how many rows that are paid by RVUs have it, and the line of the first. */
export type Factors = Map<number, { readonly line: number; count: number }>;

/** The rows of wanted codes; a repeated row is an error. The factors of all rows are counted, wanted or not. */
export async function* feeRowsOf(
  file: OfficialFile,
  reading: Reading,
  factors: Factors = new Map(),
): AsyncGenerator<FeeRow, void> {
  const once = onlyOnce(file.path);
  for await (const row of feeLines(file)) {
    const { line } = row;
    reading.rows?.begins(line);
    if (paidByRvu(row)) count(factors, factorIn(row), line);
    const modifier = modifierOf(row, 'modifier');
    const code = wantedCode(row, 'code', reading);
    if (!code) continue;
    once(`${code} ${modifier}`.trim(), line);
    const values = valuesOf(row, code, modifier, reading.release);
    yield { line, code, modifier, description: row.cell('description'), values };
  }
}

function count(factors: Factors, factor: number, line: number): void {
  const found = factors.get(factor);
  if (found) found.count += 1;
  else factors.set(factor, { line, count: 1 });
}
