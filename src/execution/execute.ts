/**
 * Executes a query level by level: each field is resolved for all objects of its level before the next level begins, and
 * answers with a column of texts, one for each object. What it cannot do it leaves to the ordinary executor.
 */

import {
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
} from 'graphql';
import type { GraphContext } from '../../schema/kit/context.ts';
import type { BatchInfo } from '../../schema/kit/loader.ts';
import { type Plan, type PlannedField, planOf, type Selection, Unplanned } from './plan.ts';

/** A result; `stringify` is its text, where its data was only written. */
export type WrittenResult = ExecutionResult & { stringify?: () => string };

/** What one request has of its own. */
interface Run {
  readonly plan: Plan;
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

/** The result of an operation whose variables were coerced before: level by level where that can be done, else the ordinary one. */
export async function executed<R>(
  args: ExecutionArgs,
  variables: Readonly<Record<string, unknown>>,
  ordinary: (args: ExecutionArgs) => R | Promise<R>,
): Promise<R | WrittenResult> {
  const data = await executeByLevel(args, variables);
  if (data === undefined) {
    (args.contextValue as GraphContext).answerSize?.restart();
    return ordinary(args);
  }
  return written(data);
}

/** The result whose data was written as JSON. */
export function written(data: string): WrittenResult {
  const text = `{"data":${data}}`;
  return { data: {}, stringify: () => text };
}

/**
 * The data of a query as JSON; undefined where the ordinary executor has to answer: where a value fails, or is null where
 * none may be, for introspection and everything but queries.
 */
export async function executeByLevel(
  { schema, document, operationName, contextValue }: ExecutionArgs,
  variables: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const operation = getOperationAST(document, operationName);
  const plan = operation && planOf(schema, document, operation, variables);
  if (!plan) return undefined;
  try {
    const run = { plan, schema, variables, context: contextValue as GraphContext };
    return (await objectTexts(plan.root, [undefined], run))[0];
  } catch {
    return undefined; // whatever it was, the ordinary executor meets it again, and reports it in its place
  }
}

/** The texts of some objects of one type. */
async function objectTexts(selection: Selection, parents: readonly unknown[], run: Run): Promise<string[]> {
  const columns = await Promise.all(selection.map((field) => column(field, parents, run)));
  return parents.map((_, row) => {
    let text = '{';
    for (let i = 0; i < selection.length; i++) text += `${selection[i]?.before}${columns[i]?.[row]}`;
    return `${text}}`;
  });
}

/** The texts of one field of some objects. */
async function column(
  field: PlannedField,
  parents: readonly unknown[],
  run: Run,
): Promise<readonly string[]> {
  const { definition } = field;
  if (!definition) return parents.map(() => `"${field.parentType.name}"`);
  const { context } = run;
  const args = definition.args.length > 0 ? getArgumentValues(definition, field.node, run.variables) : {};
  const info = infoOf(field, definition, run);
  const batch = field.extensions.batch?.(parents as never[], args as never, context, info);
  // What is resolved one by one counts its items itself.
  if (batch && field.list) context.answerSize?.take(itemsOf(batch).length, info);
  const resolve = definition.resolve ?? defaultFieldResolver;
  const given =
    batch ??
    parents.map((parent) => {
      try {
        return resolve(parent, args, context, info);
      } catch (error) {
        return Promise.reject(error); // awaited with the others
      }
    });
  const values = await settled(field.list ? given.map(whole) : given);
  if (!field.list) return texts(field, values, field.nonNull, run);
  const items = await texts(field, itemsOf(values), field.list === 'of all', run);
  let next = 0;
  return values.map((list) => {
    if (!Array.isArray(list)) return nothing(field.nonNull);
    const from = next;
    next += list.length;
    return `[${items.slice(from, next).join(',')}]`;
  });
}

/** What resolvers get to know of the operation. Of all objects at once: a path only leads to an error, which is reported elsewhere. */
function infoOf(
  field: PlannedField,
  { name, type }: NonNullable<PlannedField['definition']>,
  { plan, schema, variables }: Run,
): BatchInfo {
  return {
    fieldName: name,
    fieldNodes: field.nodes,
    returnType: type,
    parentType: field.parentType,
    path: { prev: undefined, key: field.key, typename: field.parentType.name },
    schema,
    fragments: plan.fragments,
    rootValue: undefined,
    operation: plan.operation,
    variableValues: variables,
    columns: field.columns(field.objectType),
    columnsOf: field.columns,
  };
}

const waits = (value: unknown): value is Promise<unknown> =>
  typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';

/** All of them, waited for where one is a promise: to wait for each would cost more than most take. */
async function settled(values: readonly unknown[]): Promise<readonly unknown[]> {
  return values.some(waits) ? Promise.all(values) : values;
}

/** A list with its items waited for at once: left for later, one that fails would be nobody's where another list fails first. */
function whole(list: unknown): unknown {
  if (waits(list)) return list.then(whole);
  return Array.isArray(list) && list.some(waits) ? Promise.all(list) : list;
}

function itemsOf(lists: readonly unknown[]): readonly unknown[] {
  if (lists.some((list) => list != null && !Array.isArray(list))) throw new Unplanned();
  return lists.flatMap((list) => list ?? []);
}

/** The texts of values that are no lists. */
async function texts(field: PlannedField, values: readonly unknown[], nonNull: boolean, run: Run) {
  const { leaf, abstract, definition } = field;
  if (leaf) return values.map((value) => (value == null ? nothing(nonNull) : leaf(value)));
  // Where many lead to the same object, as statements do to a payer, it is written once.
  const distinct = new Set(values);
  for (const none of [null, undefined]) distinct.delete(none);
  const info = abstract && definition && infoOf(field, definition, run);
  const resolveType = abstract?.resolveType ?? defaultTypeResolver;
  const byType = [
    ...Map.groupBy(distinct, (value) => {
      const found = info ? resolveType(value, run.context, info, abstract) : field.objectType;
      if (value instanceof Error || typeof found !== 'string') throw new Unplanned();
      return found;
    }),
  ];
  const written = await Promise.all(
    byType.map(([type, objects]) => objectTexts(field.selection(type), objects, run)),
  );
  if (distinct.size === values.length && written.length === 1) return written[0] ?? [];
  const textOf = new Map(
    byType.flatMap(([, objects], group) => objects.map((object, i) => [object, written[group]?.[i]])),
  );
  return values.map((value) => textOf.get(value) ?? nothing(nonNull));
}

function nothing(nonNull: boolean): string {
  if (nonNull) throw new Unplanned();
  return 'null';
}
