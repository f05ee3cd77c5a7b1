/** Entities: timeless things that statements are about. `entity` declares one; everything they share is here. */

import type { ObjectRef } from '@pothos/core';
import { statementsAbout } from '../../db/history/statement-edges.ts';
import type { Table } from '../../db/kit/table.ts';
import { asOfFrom } from './as-of.ts';
import { builder, typeOfValue } from './builder.ts';
import { connectionOf } from './connection.ts';
import type { GraphContext } from './context.ts';
import { mixedPages, StatementFilter, statementWhere } from './edge-to-any-type.ts';
import { type Fact, type FactOf, oneEach } from './fact.ts';
import type { SchemaTypes } from './fields-from-columns.ts';
import { alongSubject, citing, grows } from './growth.ts';
import { batched } from './loader.ts';
import { type NodeOptions, nodeOf } from './node.ts';
import { CitationRef, citationsOf, citationsOfEach } from './source.ts';
import { StatementInterface } from './statement-interface.ts';

const statementsOf = mixedPages('Entity.statements', statementsAbout);

/** A thing that statements are about. */
export const EntityInterface = builder.interfaceRef<Fact>('Entity').implement({
  description:
    'A thing with a name that statements are about or rest on: a code, modifier, payer, place of service, policy, workflow, source …',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: typeOfValue,
  fields: (t) => ({
    label: t.string({
      description: 'Short name for people.',
      extensions: { needs: ['label', 'title'] },
      resolve: (fact) => labelOf(fact),
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it comes from; the primary source first.',
      extensions: { ...grows(citing).extensions, ...batched(citationsOfEach) },
      resolve: (fact, _args, context) => citationsOf(context, fact),
    }),
    statements: t.connection(
      {
        type: StatementInterface,
        description:
          'Every statement whose subject it is: type by type, those of a type in the order that its description gives, else in that of their ids.',
        args: {
          filter: t.arg({ type: StatementFilter, required: false, description: 'Only those that match.' }),
        },
        ...grows(alongSubject),
        resolve: async (fact, args, context) => {
          const walk = {
            asOf: asOfFrom(args.filter?.asOf, fact.asOf),
            where: statementWhere(args.filter, context),
          };
          return statementsOf(fact.id, args, walk, context);
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

/** A reference as a router sends it, or the part of one below a field. */
export type Reference = Readonly<Record<string, unknown>>;

/** The id that the values of a key lead to, by the paths of its fields such as `payer.slug`; null when none has it. */
type IdByKey = (key: Readonly<Record<string, string>>, context: GraphContext) => string | null;

interface EntityOptions<T extends Table> extends NodeOptions<T> {
  /** Natural keys for federation beside the id: the paths of their fields, and the id that each leads to, if any. */
  readonly keys?: Readonly<Record<string, IdByKey>>;
  /** False for things that are fetched by id but that no statement is about. */
  readonly subject?: boolean;
}

/** Declares an entity from its table: its columns as fields, its key for federation, its batched loading. */
export function entity<T extends Table>(options: EntityOptions<T>): ObjectRef<SchemaTypes, FactOf<T>> {
  const { table, keys = {}, subject = true } = options;
  const ref = subject ? nodeOf(options, [EntityInterface], ['label']) : nodeOf(options, [], []);
  const natural = Object.entries(keys).map(([text, idBy]) => ({ paths: text.split(' '), idBy }));
  const selections = natural.map(({ paths }) => paths.map(selectionOf).join(' '));
  keyed(ref, {
    keys: ['id', ...selections],
    findEach: (references, context, columns) => {
      const ids = references.map((reference) => idOrError(() => idOfReference(reference, natural, context)));
      const things = oneEach(
        context,
        table,
        ids.map((id) => (id instanceof Error ? null : id)),
        context.asOf,
        columns,
      );
      return things.map((thing, i) => (ids[i] instanceof Error ? ids[i] : thing));
    },
  });
  return ref;
}

function idOrError(read: () => string | null): string | null | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}

/** The id that a reference leads to by one of its keys; null where it leads to none. */
function idOfReference(
  reference: Reference,
  natural: readonly { readonly paths: readonly string[]; readonly idBy: IdByKey }[],
  context: GraphContext,
): string | null {
  if ('id' in reference) return String(reference.id);
  for (const { paths, idBy } of natural) {
    const values = paths.map((path) => valueAt(reference, path));
    if (values.includes(undefined)) continue;
    if (values.includes(null)) return null; // nothing is found by what it lacks
    return idBy(Object.fromEntries(paths.map((path, i) => [path, String(values[i])])), context);
  }
  return null;
}

/** How routers find the things of a type. */
interface Keyed {
  readonly ref: ObjectRef<SchemaTypes, unknown>;
  /** The keys, as the SDL gives them: `payer { slug } number`. */
  readonly keys: readonly string[];
  /**
   * The things with the fields of one of the keys each, or promises of them, whole or with the named columns alone; null where there
   * is none, and the error of a bad one.
   */
  readonly findEach: (
    references: readonly Reference[],
    context: GraphContext,
    columns?: readonly string[],
  ) => readonly unknown[];
}

const all = new Map<string, Keyed>();

/** Every type that routers find by keys, by its name. */
export const keyedTypes: ReadonlyMap<string, Keyed> = all;

/** Has routers find the things of a type by keys. */
export function keyed<T>(ref: ObjectRef<SchemaTypes, T>, how: Omit<Keyed, 'ref'>): void {
  all.set(ref.name, { ref: ref as ObjectRef<SchemaTypes, unknown>, ...how });
}

/** `payer.slug` as a key selects it: `payer { slug }`. */
function selectionOf(path: string): string {
  const names = path.split('.');
  return names.join(' { ') + ' }'.repeat(names.length - 1);
}

function valueAt(reference: Reference, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Reference | null | undefined)?.[name], reference);
}
