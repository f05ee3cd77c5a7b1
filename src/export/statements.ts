/** Statements of every kind as rows: those that a filter lets through, in the order of their ids. */

import { levelOf } from '../../db/history/freshness.ts';
import { everyStatement } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { type StatementFact, subjectId } from '../../schema/evidence/statement.ts';
import { rootAsOf } from '../../schema/kit/as-of.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { type StatementFilterShape, statementWhere } from '../../schema/kit/edge-to-any-type.ts';
import { anyOne, type Fact, sentenceOf, tableOf } from '../../schema/kit/fact.ts';
import { cell, shown } from '../../schema/kit/fields-from-columns.ts';
import { parseId } from '../../schema/kit/id.ts';
import { citationsOf, freshnessOf, sourceOf } from '../../schema/kit/source.ts';
import type { ExportRow, ExportTable } from './formats.ts';
import { readParameters } from './parameters.ts';
import { walked } from './walked.ts';

const columns = [
  'id',
  'type',
  'subject',
  'payer',
  'valueState',
  'unknownReason',
  'rank',
  'validFrom',
  'validTo',
  'validEnd',
  'recordedFrom',
  'recordedTo',
  'knowledgeLevel',
  'evidence',
  'text',
  'source',
  'sourceTitle',
  'locator',
  'url',
  'officialUrl',
  'sourceLevel',
  'freshness',
  'readAgainBy',
] as const;

/** The export of statements. */
export const statementExport: ExportTable = {
  columns,
  async open(given, context) {
    const filter = readParameters(given, 'StatementFilter') as StatementFilterShape; // read as that input
    const first = context();
    const walk = { asOf: rootAsOf(filter, first), where: statementWhere(filter, first) };
    return walked(everyStatement, walk, context, async (here, ids) => rowsOf(here, ids, walk.asOf));
  },
};

async function rowsOf(context: GraphContext, ids: readonly string[], asOf: AsOf): Promise<ExportRow[]> {
  const facts = await Promise.all(ids.map((id) => anyOne(context, id, asOf)));
  // All citations after all statements: so they are read at once, whatever the types.
  return Promise.all(facts.filter((fact) => fact !== null).map((fact) => rowOf(context, fact)));
}

async function rowOf(context: GraphContext, fact: Fact): Promise<ExportRow<(typeof columns)[number]>> {
  const statement = fact as StatementFact; // every statement has the envelope
  const { type } = parseId('id', fact.id);
  const table = tableOf(type);
  const citations = (await citationsOf(context, fact)).map((citation) => {
    const source = sourceOf(context, citation);
    const { id, title, url, officialUrl } = source;
    const { role, locator, part } = citation;
    const sourceLevel = levelOf(source);
    return { role, source: id, sourceTitle: title, locator, part, url, officialUrl, sourceLevel };
  });
  const [primary] = citations;
  const freshness = await freshnessOf(context, fact);
  return {
    cells: {
      id: fact.id,
      type,
      subject: subjectId(fact),
      payer: 'payerId' in table.columns ? ((cell(fact, 'payerId') ?? null) as string | null) : null,
      valueState: statement.valueState,
      unknownReason: statement.unknownReason,
      rank: statement.rank,
      validFrom: statement.validFrom,
      validTo: statement.validTo,
      validEnd: statement.validEnd,
      recordedFrom: statement.recordedFrom,
      recordedTo: statement.recordedTo,
      knowledgeLevel: statement.knowledgeLevel,
      evidence: statement.evidence,
      text: sentenceOf(context, fact),
      source: primary?.source ?? null,
      sourceTitle: primary?.sourceTitle ?? null,
      locator: primary?.locator ?? null,
      url: primary?.url ?? null,
      officialUrl: primary?.officialUrl ?? null,
      sourceLevel: primary?.sourceLevel ?? null,
      freshness: freshness.state,
      readAgainBy: freshness.readAgainBy,
    },
    more: {
      columns: Object.fromEntries(
        Object.entries(table.columns).map(([name, column]) => [name, shown(column, cell(fact, name))]),
      ),
      citations,
    },
  };
}
