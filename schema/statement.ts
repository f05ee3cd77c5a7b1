/** Statements: single sourced assertions. `statement` declares one kind; the envelope that all share is here. */

import type { ObjectRef } from '@pothos/core';
import {
  AgentType,
  EvidenceLevel,
  KnowledgeLevel,
  StatementRank,
  UnknownReason,
  ValidityEnd,
  ValueState,
} from '../db/enums.ts';
import { rowsById } from '../db/read.ts';
import type { Row, Table } from '../db/table.ts';
import type { coverage } from '../db/tables.ts';
import { builder } from './builder.ts';
import { columnFields, type FieldBuilder, type SchemaTypes, typeByTable } from './columns.ts';
import { EntityInterface } from './entity.ts';
import { enumOf } from './enums.ts';
import { anyOne, at, type Fact, type FactOf, tableOf } from './fact.ts';
import { parseId } from './id.ts';
import { CitationRef, citationsOf } from './source.ts';
import { StatementInterface } from './statement-interface.ts';

/** The columns of the envelope; coverage has the same ones as every statement. */
type Envelope = Pick<
  Row<typeof coverage>,
  | 'valueState'
  | 'unknownReason'
  | 'rank'
  | 'rankReason'
  | 'validFrom'
  | 'validTo'
  | 'validEnd'
  | 'recordedFrom'
  | 'recordedTo'
  | 'supersededBy'
  | 'knowledgeLevel'
  | 'agentType'
  | 'evidence'
  | 'note'
>;

/** Any statement as it is passed on. */
export type StatementFact = Fact & Envelope;

const envelopeColumns = [
  'valueState',
  'unknownReason',
  'rank',
  'rankReason',
  'validFrom',
  'validTo',
  'validEnd',
  'recordedFrom',
  'recordedTo',
  'supersededBy',
  'knowledgeLevel',
  'agentType',
  'evidence',
  'note',
] as const satisfies readonly (keyof Envelope)[];

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

const DateTimeRange = builder
  .objectRef<{ readonly recordedFrom: string; readonly recordedTo: string | null }>('DateTimeRange')
  .implement({
    description: 'When this graph held something, half-open.',
    fields: (t) => ({
      from: t.field({ type: 'DateTime', description: 'Since when.', resolve: (v) => v.recordedFrom }),
      to: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Until when; null while it is held.',
        resolve: (v) => v.recordedTo,
      }),
    }),
  });

/** The subject column of a statement's table. */
function subjectId(fact: Fact): string {
  const column = tableOf(parseId('id', fact.id).type).subject;
  return String((fact as unknown as Readonly<Record<string, unknown>>)[String(column)]); // statement tables name their subject
}

builder.interfaceFields(StatementInterface, (t) => {
  const of = (fact: Fact) => fact as StatementFact; // every statement table has the envelope
  return {
    subject: t.field({
      type: EntityInterface,
      description: 'What the statement is about.',
      resolve: async (fact, _args, context) => {
        const found = await anyOne(context, subjectId(fact), fact.asOf);
        if (!found) throw new Error(`${fact.id} is about ${subjectId(fact)}, which is not held.`);
        return found;
      },
    }),
    valueState: t.field({
      type: enumOf(ValueState),
      description: 'Whether a value is held, and if not, why not.',
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
    recorded: t.field({ type: DateTimeRange, description: 'When this graph held it.', resolve: of }),
    knowledgeLevel: t.field({
      type: enumOf(KnowledgeLevel),
      description: 'How it was come by.',
      resolve: (f) => of(f).knowledgeLevel,
    }),
    agentType: t.field({
      type: enumOf(AgentType),
      description: 'Who made it out of the source.',
      resolve: (f) => of(f).agentType,
    }),
    evidence: t.field({
      type: enumOf(EvidenceLevel),
      description: 'How near the text that was read stands to the authority.',
      resolve: (f) => of(f).evidence,
    }),
    note: t.string({
      nullable: true,
      description: 'What a reader should know beside it.',
      resolve: (f) => of(f).note,
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it comes from; the primary source first.',
      resolve: (fact, _args, context) => citationsOf(context, fact),
    }),
    supersededBy: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that corrected it; null while it stands.',
      resolve: (fact, _args, context) => {
        const id = of(fact).supersededBy;
        return id ? anyOne(context, id, fact.asOf) : null;
      },
    }),
  };
});

interface StatementOptions<T extends Table> {
  readonly table: T;
  readonly leaveOut?: readonly (keyof T['columns'] & string)[];
  readonly fields?: (
    t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, FactOf<T>>,
  ) => Record<string, unknown>;
}

/** Declares a kind of statement from its table. */
export function statement<T extends Table>({
  table,
  leaveOut = [],
  fields,
}: StatementOptions<T>): ObjectRef<SchemaTypes, FactOf<T>> {
  const ref = builder.loadableNodeRef(table.type, {
    id: { resolve: (fact: Fact) => fact.id },
    load: async (ids: string[], context) =>
      rowsById(context.store, table, ids).map((row) =>
        row ? (at(row, context.asOf) as unknown as Fact) : null,
      ) as Fact[], // null: no such id
  });
  typeByTable.set(table.name, ref as unknown as ObjectRef<SchemaTypes, Fact>);
  const hidden = new Set<string>([...envelopeColumns, ...leaveOut, 'subjectId']);
  ref.implement({
    description: table.description,
    interfaces: [StatementInterface],
    fields: ((t: FieldBuilder) => ({
      ...columnFields(t, table, hidden),
      ...fields?.(t as unknown as PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, FactOf<T>>),
    })) as never, // fields of the builder, made from the dictionary
  });
  return ref as unknown as ObjectRef<SchemaTypes, FactOf<T>>;
}
