/** Published report pages on one code: passages, the payers, sites and modifiers they name, and nothing that they do not state. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope, unknown } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { codeId, codeKey, payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, modifierCode, oneOf, slug, text, valueIn, word } from '../../kit/value-types.ts';
import { siteRuleRows } from '../care/site-rules.ts';
import { modifierRuleRows } from '../codes/modifier-rules.ts';
import { coverageRows } from '../coverage/coverage.ts';

const schema = z.strictObject({
  code,
  source: text,
  passages: z.array(
    z.strictObject({
      section: word(e.ReportSectionKey),
      at: text,
      summary: text,
      figure: oneOf(['not_stated']).optional(),
    }),
  ),
  payersNamed: z.strictObject({ at: text, payers: z.array(slug).min(1) }),
  sites: z.array(z.strictObject({ site: slug, at: text, statedAs: text })),
  modifiers: z.array(
    z.strictObject({ modifier: modifierCode, at: text, reason: text, useWhen: text.optional() }),
  ),
});
type Report = z.infer<typeof schema>;

/** A record of the report with a citation of the report at the place it names. */
function cited<R extends { readonly at: string }>(record: R, report: Report) {
  return placedLike(record, {
    ...record,
    sources: [placedLike(record, { source: report.source, at: record.at })],
  });
}

function* passageRows(report: Report, soFar: RowsSoFar): Iterable<Entry> {
  const counts = new Map<string, number>();
  for (const found of report.passages) {
    const section = valueIn(e.ReportSectionKey, found.section);
    const seq = (counts.get(section) ?? 0) + 1;
    counts.set(section, seq);
    const place = placeOf(found);
    const citations = [{ source: report.source, at: found.at, place }];
    const id = `ReportPassage:${codeKey(report.code)}/${section}/${seq}/${report.source}`;
    const state = found.figure ? unknown('NOT_STATED_IN_SOURCE') : undefined;
    const row = {
      ...envelope(found, soFar, { citations, state }),
      id,
      codeId: codeId(report.code),
      section,
      seq,
      summary: found.summary,
    };
    yield entry(tables.reportPassage, row, place);
    yield* cite(id, citations, soFar);
  }
}

/** A report that names a payer and states no coverage gives a coverage statement without a value. */
function* payerRows(report: Report, soFar: RowsSoFar): Iterable<Entry> {
  const { payers, at } = report.payersNamed;
  for (const [index, payer] of payers.entries()) {
    const place = placeOf(payers, index);
    const record = {
      codes: placedLike(payers, [report.code]),
      determination: 'not_stated',
      summary: 'The report names the payer among those it covers and states no coverage.',
      reachedBy: 'the report is about this code',
    };
    const context = {
      payerId: payerId(payer),
      policyVersionId: null,
      tail: `report/${report.source}`,
      lineOfBusiness: 'ANY_NOT_STATED',
      lineOfBusinessStated: 'not stated',
      citations: [{ source: report.source, at, place }],
    } as const;
    yield* coverageRows(placedLike(report.payersNamed, record), context, soFar);
  }
}

export default source('reports/*.yaml', schema, function* (report, soFar) {
  yield* passageRows(report, soFar);
  yield* payerRows(report, soFar);
  for (const found of report.sites) {
    yield* siteRuleRows(
      placedLike(found, { ...cited(found, report), passage: found.at }),
      report.code,
      soFar,
    );
  }
  for (const found of report.modifiers) {
    yield* modifierRuleRows(
      placedLike(found, { ...cited(found, report), effect: 'reported_as_common' }),
      report.code,
      soFar,
    );
  }
});
