/** The Medicare physician fee schedule: its rows, and the PC/TC indicators that they give each code. */

import { z } from 'zod';
import { nationalDerivation } from '../../../db/fees/rvu-arithmetic.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite } from '../../kit/citations.ts';
import { type Citation, entry } from '../../kit/entry.ts';
import { envelope } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { scaled } from '../../kit/value-types.ts';
import { citationsOf, type FeeText, feeText } from './fee-row.ts';
import { indicatorRows } from './pc-tc.ts';

function feeRow(found: FeeText, id: string, citations: readonly Citation[], soFar: RowsSoFar) {
  const rvu = (value: string) => scaled(value, 2) ?? 0;
  return {
    ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
    id,
    codeId: codeId(found.code),
    modifierId: found.modifier ? modifierId(found.modifier) : null,
    release: found.releases,
    statusCode: found.status,
    workRvu: rvu(found.workRvu),
    practiceExpenseRvuNonFacility: rvu(found.peNonFacility),
    nonFacilityNotApplicable: found.nonFacilityNa ? 1 : 0,
    practiceExpenseRvuFacility: rvu(found.peFacility),
    facilityNotApplicable: found.facilityNa ? 1 : 0,
    malpracticeRvu: rvu(found.malpractice),
    totalRvuNonFacility: rvu(found.totalNonFacility),
    totalRvuFacility: rvu(found.totalFacility),
    pcTcIndicator: found.pcTc,
    globalDays: found.globalDays,
    multipleProcedure: found.multipleProcedure,
    bilateralSurgery: found.bilateral,
    assistantSurgery: found.assistant,
    coSurgeons: found.coSurgeons,
    teamSurgery: found.team,
    supervision: found.supervision,
    imagingFamily: found.imagingFamily,
    conversionFactor: scaled(found.conversionFactor, 4) ?? 0,
    oppsPeNonFacility: rvu(found.oppsPeNonFacility),
    oppsPeFacility: rvu(found.oppsPeFacility),
    oppsMalpractice: rvu(found.oppsMalpractice),
    nonFacilityAmount: scaled(found.amountNonFacility, 2),
    facilityAmount: scaled(found.amountFacility, 2),
    amountDerivation: nationalDerivation,
  } as const;
}

export default source('data/fees/fee-schedule.csv', z.array(feeText), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = citationsOf(found, place);
    const id = `FeeScheduleEntry:${codeKey(found.code)}/${found.modifier ? `${found.modifier}/` : ''}${found.from}`;
    yield entry(tables.feeScheduleEntry, feeRow(found, id, citations, soFar), place);
    yield* cite(id, citations, soFar);
  }
  yield* indicatorRows(
    records.filter(({ modifier }) => !modifier),
    soFar,
  );
});
