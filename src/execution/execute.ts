/**
 * Executes a query level by level: each field is resolved for all objects of its level before the next level begins, and
 * answers with a column of texts, one for each object. What it cannot do it leaves to the ordinary executor.
 */

import {
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphContext } from '../../schema/kit/context.ts';
import type { BatchInfo } from '../../schema/kit/loader.ts';
import { type Plan, type PlannedField, planOf, type Selection, Unplanned } from './plan.ts';

type Later<T> = T | Promise<T>;

const isPromise = (value: unknown) =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** What one request has of its own. */
interface Run {
  readonly plan: Plan;
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

const plans = new WeakMap<OperationDefinitionNode, Plan | 'none'>();

/**
 * The data of a query as JSON; undefined where the ordinary executor has to answer: where a value fails, or is null where
 * none may be, for directives, introspection and everything but queries. `variables` are coerced.
 */
export async function executeByLevel(
  { schema, document, operationName, contextValue }: ExecutionArgs,
  variables: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const plan = plans.get(operation) ?? planOf(schema, document, operation) ?? 'none';
  plans.set(operation, plan);
  if (plan === 'none') return undefined;
  try {
    const run = { plan, schema, variables, context: contextValue as GraphContext };
    const [text] = await objectTexts(plan.root, [undefined], run);
    return text;
  } catch {
    return undefined; // whatever it was, the ordinary executor meets it again, and reports it in its place
  }
}

/** The texts of some objects of one type. */
function objectTexts(selection: Selection, parents: readonly unknown[], run: Run): Later<readonly string[]> {
  const columns = selection.map((field) => attempt(() => column(field, parents, run)));
  return whenAll(columns, (texts) =>
    parents.map((_, row) => {
      let text = '{';
      for (let i = 0; i < selection.length; i++) text += `${selection[i]?.before}${texts[i]?.[row]}`;
      return `${text}}`;
    }),
  );
}

/** The texts of one field of some objects. */
function column(field: PlannedField, parents: readonly unknown[], run: Run): Later<readonly string[]> {
  const { definition } = field;
  if (!definition) return parents.map(() => `"${field.parentType.name}"`);
  const { context } = run;
  const args = definition.args.length > 0 ? getArgumentValues(definition, field.nodes[0], run.variables) : {};
  const info = infoOf(field, definition, run);
  const batch = field.extensions.batch?.(parents as never[], args as never, context, info);
  if (batch) {
    if (field.list) context.answerSize?.take(itemsOf(batch).length, info);
    return whenAll(batch, (found) => fieldTexts(field, found, run));
  }
  const resolve = definition.resolve ?? defaultFieldResolver;
  const values = parents.map((parent) => {
    try {
      return resolve(parent, args, context, info);
    } catch (error) {
      return Promise.reject(error); // whoever waits for the others waits for this one too
    }
  });
  return whenAll(values, (found) => fieldTexts(field, found, run));
}

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
    // Of all objects at once: a path only leads to an error, which the ordinary executor reports.
    path: { prev: undefined, key: field.key, typename: field.parentType.name },
    schema,
    fragments: plan.fragments,
    rootValue: undefined,
    operation: plan.operation,
    variableValues: variables,
    columns: field.columns(),
  };
}

function fieldTexts(field: PlannedField, values: readonly unknown[], run: Run): Later<readonly string[]> {
  return field.list ? listTexts(field, values, run) : texts(field, values, field.nonNull, run);
}

/** The texts of lists: the items of all of them are written together. */
function listTexts(field: PlannedField, lists: readonly unknown[], run: Run): Later<readonly string[]> {
  const written = whenAll(itemsOf(lists), (found) => texts(field, found, field.list === 'of all', run));
  return whenAll([written], ([all = []]) => {
    let next = 0;
    return lists.map((list) => {
      if (!Array.isArray(list)) return nothing(field.nonNull);
      const from = next;
      next += list.length;
      return `[${all.slice(from, next).join(',')}]`;
    });
  });
}

function itemsOf(lists: readonly unknown[]): readonly unknown[] {
  return lists.flatMap((list) => {
    if (isNothing(list)) return [];
    if (!Array.isArray(list)) throw new Unplanned();
    return list;
  });
}

/** The texts of values that are no lists. */
function texts(
  field: PlannedField,
  values: readonly unknown[],
  nonNull: boolean,
  run: Run,
): Later<readonly string[]> {
  const { leaf } = field;
  if (leaf) return values.map((value) => (isNothing(value) ? nothing(nonNull) : leaf(value)));
  // Where many lead to the same object, as statements do to a payer, it is written once.
  const distinct = new Set(values);
  distinct.delete(null);
  distinct.delete(undefined);
  const byType = Map.groupBy(distinct, (value) => typeNameOf(field, value, run));
  const written = [...byType].map(([type, objects]) => objectTexts(field.selection(type), objects, run));
  return whenAll(written, (found) => {
    if (distinct.size === values.length && found.length === 1) return found[0] ?? [];
    const objects = [...byType.values()].flat();
    const texts = found.flat();
    const textOf = new Map(objects.map((object, i) => [object, texts[i]]));
    return values.map((value) => textOf.get(value) ?? nothing(nonNull));
  });
}

/** The name of the type of an object. */
function typeNameOf(field: PlannedField, value: unknown, run: Run): string {
  if (value instanceof Error || !field.definition) throw new Unplanned();
  const { abstract, definition, objectType } = field;
  if (!abstract) return objectType;
  const resolveType = abstract.resolveType ?? defaultTypeResolver;
  const found = resolveType(value, run.context, infoOf(field, definition, run), abstract);
  if (typeof found !== 'string') throw new Unplanned();
  return found;
}

const isNothing = (value: unknown) => value === null || value === undefined;

function nothing(nonNull: boolean): string {
  if (nonNull) throw new Unplanned();
  return 'null';
}

/** What it gives; what it throws is a rejection, so that whoever waits for the others waits for it too. */
function attempt<T>(work: () => Later<T>): Later<T> {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Goes on with all of them: at once, unless one is a promise. */
function whenAll<T, R>(values: readonly Later<T>[], then: (all: readonly T[]) => Later<R>): Later<R> {
  return values.some(isPromise) ? Promise.all(values).then(then) : then(values as readonly T[]);
}
