/** Entities: timeless things that statements are about. `entity` declares one; everything they share is here. */

import type { ObjectRef } from '@pothos/core';
import type { Table } from '../db/table.ts';
import { asOfFrom } from './as-of.ts';
import { builder, typeOfValue } from './builder.ts';
import type { SchemaTypes } from './columns.ts';
import { connectionOf } from './connection.ts';
import { type Fact, type FactOf, one } from './fact.ts';
import { mixedPage, StatementFilter, statementWhere } from './mixed.ts';
import { type NodeOptions, nodeOf } from './node.ts';
import { CitationRef, citationsOf } from './source.ts';
import { StatementInterface } from './statement-interface.ts';

const about = { relation: 'statement', by: ['subject_id'], id: 'id', dated: true } as const;

/** A thing that statements are about. */
export const EntityInterface = builder.interfaceRef<Fact>('Entity').implement({
  description:
    'A thing that statements are about: a code, modifier, payer, place of service, policy, workflow …',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: typeOfValue,
  fields: (t) => ({
    label: t.string({
      description: 'Short name for people.',
      resolve: (fact) => labelOf(fact),
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it comes from; the primary source first.',
      resolve: (fact, _args, context) => citationsOf(context, fact),
    }),
    statements: t.connection(
      {
        type: StatementInterface,
        description: 'Every statement whose subject it is, in the order of their ids.',
        args: {
          filter: t.arg({ type: StatementFilter, required: false, description: 'Only those that match.' }),
        },
        resolve: (fact, args, context) => {
          const walk = { asOf: asOfFrom(args.filter?.asOf, fact.asOf), where: statementWhere(args.filter) };
          return mixedPage('Entity.statements', about, fact.id, args, walk, context);
        },
      },
      connectionOf(StatementInterface),
    ),
  }),
});

/** The label of any entity. */
export function labelOf(fact: Fact): string {
  const { label, title } = fact as Fact & { readonly label?: string; readonly title?: string };
  return label ?? title ?? fact.id;
}

interface EntityOptions<T extends Table> extends NodeOptions<T> {
  /** Natural keys for federation beside the id, and the id that each leads to. */
  readonly keys?: Readonly<Record<string, (key: Readonly<Record<string, string>>) => string>>;
  /** False for things that are fetched by id but that no statement is about. */
  readonly subject?: boolean;
}

/** Declares an entity from its table: its columns as fields, its key for federation, its batched loading. */
export function entity<T extends Table>(options: EntityOptions<T>): ObjectRef<SchemaTypes, FactOf<T>> {
  const { table, keys = {}, subject = true } = options;
  const ref = subject ? nodeOf(options, [EntityInterface], ['label']) : nodeOf(options, [], []);
  const selections = [
    builder.selection<{ id: string }>('id'),
    ...Object.keys(keys).map((selection) => builder.selection<{ id: string }>(selection as 'id')),
  ];
  builder.asEntity(ref, {
    key: selections,
    resolveReference: ((reference: Record<string, string>, context: Parameters<typeof one>[0]) => {
      const { id } = reference;
      if (id) return one(context, table, id, context.asOf);
      const found = Object.entries(keys).find(([selection]) =>
        selection.split(' ').every((field) => field in reference),
      );
      return found ? one(context, table, found[1](reference), context.asOf) : null;
    }) as never, // a reference holds the fields of one of the keys
  });
  return ref;
}
