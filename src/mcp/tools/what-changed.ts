/** What changed in the graph: new, corrected and retired statements, of a payer or a code. */

import { z } from 'zod';
import type { ChangeKind } from '../../../db/enums/index.ts';
import { inWords } from '../../../db/tables/sentences.ts';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  shortened,
  sourcesPart,
} from '../kit/answer-text.ts';
import { answered, code, dateOfService, length, numberedSources, payer, roomOf } from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { tool } from '../kit/tool.ts';
import { differenceDocuments, differenceOf } from './between-days.ts';

const document = `query AssistantChanges($since: String, $payers: [ID!], $codes: [Code!], $first: Int, $last: Int) {
  ${releaseFields}
  changes(since: $since, payers: $payers, codes: $codes, first: $first, last: $last) {
    totalCount
    pageInfo { endCursor }
    nodes {
      cursor at kind note statementId previousId statementCount
      statement { text citations { ${citationFields} } }
      previous { text }
      source { id title }
    }
  }
}`;

interface Event {
  readonly cursor: string;
  readonly at: string;
  readonly kind: keyof typeof ChangeKind.values;
  readonly note: string | null;
  readonly statementId: string;
  readonly previousId: string | null;
  readonly statementCount: number | null;
  readonly statement: { readonly text: string; readonly citations: readonly CitedPassage[] } | null;
  readonly previous: { readonly text: string } | null;
  readonly source: { readonly id: string; readonly title: string } | null;
}

interface Result extends Answering {
  readonly changes: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null };
    readonly nodes: readonly Event[];
  };
}

/** Characters for the events, for one text and for the sources; and the events that are read. */
const room = { events: 5_000, text: 350, sources: 1_800, read: 15 };

/** Changes. */
export const whatChanged = tool({
  name: 'what_changed',
  title: 'What changed since',
  description:
    'Two questions. With `fromDay`: what is stated about a payer or a code on one day of service and not, or otherwise, on a later one. Without: what this graph recorded of late, corrected or retired; with `since` only what came after an earlier answer.',
  input: z.object({
    payer: payer.optional(),
    code: code.optional(),
    fromDay: dateOfService.describe('YYYY-MM-DD; needs `payer` or `code`'),
    toDay: dateOfService,
    since: z.string().max(200).optional().describe('`cursor` of an earlier answer'),
    length,
  }),
  output: z.object({
    ...answered,
    changes: z.array(
      z.object({
        at: z.string().nullable(),
        kind: z.string(),
        statement: z.string(),
        previous: z.string().nullable(),
      }),
    ),
    total: z.number(),
    cursor: z.string().nullable().describe('For `since` of a later call'),
    sources: numberedSources,
  }),
  documents: [document, ...differenceDocuments],

  async answer(given, graph) {
    const times = roomOf(given.length);
    if (given.fromDay) return differenceOf(given, graph, times);
    const count = room.read * times;
    const result = await graph.ask<Result>(document, {
      since: given.since,
      payers: given.payer && [given.payer],
      codes: given.code && [given.code],
      ...(given.since ? { first: count } : { last: count }),
    });
    const { totalCount, nodes, pageInfo } = result.changes;
    // The oldest first where a client goes on from a cursor, so that none is passed over; else the latest first.
    const events = given.since ? nodes : nodes.toReversed();
    const citations = createCitations();
    const shown = fitted(events, room.events * times, (event) =>
      eventText(event, (cited) => citations.marks(cited)),
    );
    const sources = fitted(citations.lines(), room.sources * times, (line) => line);
    const all = { ...shown, left: totalCount - shown.shown.length };
    const what = [given.payer, given.code].filter(Boolean).join(' and ') || 'the whole graph';
    return {
      text: paragraphs(
        totalCount === 0
          ? `Nothing changed ${given.since ? 'since that cursor' : 'that is recorded'} for ${what}. That says nothing about what payers decided and this graph has not read.`
          : `${totalCount} changes${given.since ? ' since that cursor' : ''} for ${what}, ${given.since ? 'the oldest' : 'the latest'} first:`,
        [...shown.lines, ...leftOut(all, 'changes', 'Ask for `length: "long"`, or of a payer or a code.')],
        sourcesPart(sources.lines),
        dayAndRelease(result, undefined),
      ),
      data: {
        ...answeredBy(result, undefined),
        changes: shown.shown.map(({ at, kind, statementId, previousId }) => ({
          at,
          kind,
          statement: statementId,
          previous: previousId,
        })),
        total: totalCount,
        cursor: (given.since ? shown.shown.at(-1)?.cursor : pageInfo.endCursor) ?? given.since ?? null,
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});

function eventText(event: Event, marks: (cited: readonly CitedPassage[]) => string): string {
  const { at, kind, note, statement, previous, source, statementCount, statementId } = event;
  const now = statement
    ? `${shortened(statement.text, room.text)} ${marks(statement.citations.slice(0, 1))}`
    : (source?.title ?? 'no longer in this release');
  const before = previous ? ` Before: ${shortened(previous.text, room.text)}` : '';
  const counted = statementCount === null ? '' : ` ${statementCount} statements.`;
  return `- ${at.slice(0, 10)}, ${inWords(kind)}: ${now}${before}${note ? ` ${note}` : ''}${counted} (${statementId})`;
}
