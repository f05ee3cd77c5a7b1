/** Gaps: what was looked for and not found, payer by payer. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, merged } from '../../kit/citations.ts';
import { type Citation, entry } from '../../kit/entry.ts';
import { firstRecorded } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, moment, slug, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  payer: slug,
  lineOfBusiness: word(e.LineOfBusiness),
  code,
  reason: word(e.UnknownReason),
  note: text,
  recordedFrom: moment.optional(),
  recordedTo: moment.optional(),
});

/** What was looked at while the gap was open: the sources of the payer's policies, or of the payer where none was found. */
function searched(
  payer: string,
  reason: string,
  until: string | undefined,
  soFar: RowsSoFar,
): readonly Citation[] {
  const ofPayer = soFar.citationsOf(payer);
  if (reason === 'NO_POLICY_FOUND') return ofPayer;
  const policies = soFar.rowsOf('policy').filter(({ row }) => row.payerId === payer);
  const all = merged(policies.flatMap(({ row }) => soFar.citationsOf(String(row.id))));
  const read = all.filter(({ source }) => !until || (soFar.readSince(source) ?? '') < until);
  return read.length > 0 ? read : ofPayer;
}

export default source('gaps.csv', z.array(record), function* (records, soFar) {
  const read = new Map<string, readonly Citation[]>();
  for (const found of records) {
    const place = placeOf(found);
    const payer = payerId(found.payer);
    const reason = valueIn(e.UnknownReason, found.reason);
    const componentId = soFar.componentOf(codeId(found.code), place);
    if (!componentId) continue;
    const lineOfBusiness = valueIn(e.LineOfBusiness, found.lineOfBusiness);
    const id = `DataGap:${found.payer}/${lineOfBusiness}/${found.code}`;
    const row = {
      id,
      property: 'COVERAGE' as const,
      payerId: payer,
      lineOfBusiness,
      codeId: codeId(found.code),
      componentId,
      reason,
      note: found.note,
      statementId: null,
      recordedFrom: found.recordedFrom ?? firstRecorded,
      recordedTo: found.recordedTo ?? null,
    };
    yield entry(tables.dataGap, row, place);
    const key = `${payer} ${reason} ${found.recordedTo}`;
    const citations = read.get(key) ?? searched(payer, reason, found.recordedTo, soFar);
    read.set(key, citations);
    // They keep the lines that they are written on: one that is wrong is wrong there.
    yield* cite(id, citations, soFar);
  }
});
