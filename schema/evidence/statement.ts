/** Statements: single sourced assertions. `statement` declares one kind; the envelope that all share is here. */

import type { ObjectRef } from '@pothos/core';
import {
  AgentType,
  EvidenceLevel,
  KnowledgeLevel,
  SourceLevel,
  StatementRank,
  UnknownReason,
  ValidityEnd,
  ValueState,
} from '../../db/enums/index.ts';
import { levelOf } from '../../db/history/freshness.ts';
import { editionsOfStatements, lastConfirmed } from '../../db/history/releases-read.ts';
import type { Row, Table } from '../../db/kit/table.ts';
import { type Envelope, edition, envelope } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { EntityInterface } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { anyOne, type Fact, type FactOf, tableOf } from '../kit/fact.ts';
import { cell, type SchemaTypes } from '../kit/fields-from-columns.ts';
import { citing, grows } from '../kit/growth.ts';
import { parseId } from '../kit/id.ts';
import { batched, loaderOf } from '../kit/loader.ts';
import { type NodeOptions, nodeOf } from '../kit/node.ts';
import {
  CitationRef,
  citationsOf,
  citationsOfEach,
  FreshnessRef,
  freshnessOf,
  sourceOf,
} from '../kit/source.ts';
import { StatementInterface } from '../kit/statement-interface.ts';

/** Any statement as it is passed on. */
export type StatementFact = Fact & Envelope;

interface Interval {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validEnd: keyof typeof ValidityEnd.values;
}

/** When something holds in the world, half-open. */
export const DateRange = builder.objectRef<Interval>('DateRange').implement({
  description:
    'Days on which something holds, half-open: `from` is the first, `to` the first on which it no longer does.',
  fields: (t) => ({
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day; null when the beginning is not known.',
      resolve: (v) => v.validFrom,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after; null when no end is known, see `end`.',
      resolve: (v) => v.validTo,
    }),
    end: t.field({
      type: enumOf(ValidityEnd),
      description: 'Whether the end is known, open, or not known.',
      resolve: (v) => v.validEnd,
    }),
  }),
});

/** The releases of statements, each read once for a level. */
const editionsOf = loaderOf((context, ids: readonly string[]) => editionsOfStatements(context.store, ids));

/** A release of what is published again and again. */
export const Edition = builder.objectRef<Row<typeof edition>>('Edition').implement({
  description: 'A release of what is published again and again, as it was read.',
  fields: (t) => ({
    release: t.exposeString('release', { nullable: true, description: edition.columns.release.description }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: edition.columns.validFrom.description,
      resolve: ({ validFrom }) => validFrom,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: edition.columns.validTo.description,
      resolve: ({ validTo }) => validTo,
    }),
    confirmedTo: t.field({
      type: 'Date',
      nullable: true,
      description: edition.columns.confirmedTo.description,
      resolve: ({ confirmedTo }) => confirmedTo,
    }),
    recordedFrom: t.field({
      type: 'DateTime',
      description: edition.columns.recordedFrom.description,
      resolve: ({ recordedFrom }) => recordedFrom,
    }),
  }),
});

const DateTimeRange = builder
  .objectRef<{ readonly recordedFrom: string; readonly recordedTo: string | null }>('DateTimeRange')
  .implement({
    description: 'When this graph recorded something as known, half-open.',
    fields: (t) => ({
      from: t.field({ type: 'DateTime', description: 'Since when.', resolve: (v) => v.recordedFrom }),
      to: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Until when; null while it is recorded as known.',
        resolve: (v) => v.recordedTo,
      }),
    }),
  });

/** The id of what a statement is about. */
export function subjectId(fact: Fact): string {
  const { subject = '' } = tableOf(parseId('id', fact.id).type);
  return String(cell(fact, subject));
}

builder.interfaceFields(StatementInterface, (t) => {
  const of = (fact: Fact) => fact as StatementFact; // every statement table has the envelope
  return {
    subject: t.field({
      type: EntityInterface,
      description: 'What the statement is about.',
      resolve: async (fact, _args, context) => {
        const found = await anyOne(context, subjectId(fact), fact.asOf);
        if (!found) throw new Error(`${fact.id} is about ${subjectId(fact)}, which is not stored.`);
        return found;
      },
    }),
    valueState: t.field({
      type: enumOf(ValueState),
      description: 'Whether the statement has a value, and if not, why not.',
      resolve: (f) => of(f).valueState,
    }),
    unknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Set exactly when `valueState` is `UNKNOWN_VALUE`.',
      resolve: (f) => of(f).unknownReason,
    }),
    rank: t.field({
      type: enumOf(StatementRank),
      description: 'Which to believe first.',
      resolve: (f) => of(f).rank,
    }),
    rankReason: t.string({
      nullable: true,
      description: 'Why the rank is not the ordinary one.',
      resolve: (f) => of(f).rankReason,
    }),
    validity: t.field({
      type: DateRange,
      description: 'When it holds in the world; the date of service is tested against it.',
      resolve: of,
    }),
    recorded: t.field({
      type: DateTimeRange,
      description: 'When this graph recorded it as known.',
      resolve: of,
    }),
    knowledgeLevel: t.field({
      type: enumOf(KnowledgeLevel),
      description: 'How it was obtained.',
      resolve: (f) => of(f).knowledgeLevel,
    }),
    agentType: t.field({
      type: enumOf(AgentType),
      description: 'Who derived it from the source.',
      resolve: (f) => of(f).agentType,
    }),
    evidence: t.field({
      type: enumOf(EvidenceLevel),
      description: 'How close the text that was read is to the authority.',
      resolve: (f) => of(f).evidence,
    }),
    sourceLevel: t.field({
      type: enumOf(SourceLevel),
      description: 'What was read, in plain words: that of the source it rests on.',
      resolve: async (fact, _args, context) => {
        const [primary] = await citationsOf(context, fact);
        if (!primary) throw new Error(`${fact.id} cites no source.`);
        return levelOf(sourceOf(context, primary));
      },
    }),
    freshness: t.field({
      type: FreshnessRef,
      description:
        'Whether it was read recently enough: stale once every source that supports it should have been read again. A re-packaging through which rows were read does not count beside what it re-packages.',
      resolve: (fact, _args, context) => freshnessOf(context, fact),
    }),
    note: t.string({
      nullable: true,
      description: 'What a reader should know beside it.',
      resolve: (f) => of(f).note,
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it comes from; the primary source first.',
      extensions: { ...grows(citing).extensions, ...batched(citationsOfEach) },
      resolve: (fact, _args, context) => citationsOf(context, fact),
    }),
    editions: t.field({
      type: [Edition],
      description:
        'The releases that state it, earliest first: between them no release was read. Empty where no file that was loaded states it.',
      ...grows({ items: () => 8, eachOnce: false }),
      resolve: ({ id }, _args, context) => editionsOf(context, id),
    }),
    notConfirmedAfter: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Set where the day of the question is after the quarter, or the year, of the last release that states it, and no later one was read that does: it may have changed since. Null where a release covers the day, and where no file that was loaded states it.',
      resolve: async ({ id, asOf }, _args, context) => lastConfirmed(await editionsOf(context, id), asOf),
    }),
    supersededBy: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that corrected it; null while it is not corrected.',
      resolve: (fact, _args, context) => {
        const id = of(fact).supersededBy;
        return id ? anyOne(context, id, fact.asOf) : null;
      },
    }),
  };
});

/** Declares a kind of statement from its table. */
export function statement<T extends Table>(options: NodeOptions<T>): ObjectRef<SchemaTypes, FactOf<T>> {
  return nodeOf(options, [StatementInterface], [...Object.keys(envelope), 'subjectId']);
}
