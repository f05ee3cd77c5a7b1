/**
 * How reads are batched. A loader reads at once what the fields of one level ask for, and only once a request. A field with a
 * batch function is resolved for all objects of its level with one call, where the executor of src/execution asks for that.
 */

import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { GraphContext } from './context.ts';

/** Reads the values of some keys in their order; `args` is everything else in their requests. */
type Load<K, A, V> = (
  context: GraphContext,
  keys: readonly K[],
  args: A,
) => readonly V[] | Promise<readonly V[]>;

/**
 * What is kept with an object for as long as that lives, made when it is first wanted. Not in a WeakMap: until a full collection
 * V8 keeps whatever is in one, and copies it again and again, which cost small queries half of their time.
 */
export function keptWith<O extends object, V>(make: () => V): (owner: O) => V {
  const key = Symbol('kept');
  return (owner) => {
    const known = (owner as Readonly<Record<symbol, V>>)[key];
    if (known !== undefined) return known;
    const value = make();
    // Unseen by those who copy the object or compare it.
    Object.defineProperty(owner, key, { value });
    return value;
  };
}

/** Keys and arguments are plain data: as JSON they say all that sets two of them apart. */
const keyOf = (data: unknown) => JSON.stringify([data]);

/**
 * Declares how something is read in batches, beside its SQL. Keys of one request with equal arguments are one batch;
 * two loaders never share one, whatever their keys and arguments.
 */
export function loaderOf<K, V, A = void>(
  load: Load<K, A, V>,
): (context: GraphContext, key: K, args: A) => Promise<V> {
  const loadersOf = keptWith<GraphContext, Map<string, DataLoader<K, V, unknown>>>(() => new Map());
  return (context, key, args) => {
    const loaders = loadersOf(context);
    const name = keyOf(args);
    const loader =
      loaders.get(name) ??
      new DataLoader<K, V, unknown>(async (keys) => load(context, keys, args), {
        cacheKeyFn: (key) => (typeof key === 'string' ? key : keyOf(key)),
      });
    loaders.set(name, loader);
    return loader.load(key);
  };
}

/** Reads by ids that need not wait: for one, batched with its level, or for each of many at once. */
interface Reader<V, A> {
  one(context: GraphContext, id: string, args: A): Promise<V>;
  each(context: GraphContext, ids: readonly string[], args: A): readonly V[];
}

/** Declares such a reader; what one request has read for equal arguments it does not read again. */
export function readerOf<V, A = void>(
  read: (context: GraphContext, ids: readonly string[], args: A) => readonly V[],
): Reader<V, A> {
  const readBy = keptWith<GraphContext, Map<string, Map<string, V>>>(() => new Map());
  function each(context: GraphContext, ids: readonly string[], args: A): readonly V[] {
    const ofRequest = readBy(context);
    const name = keyOf(args);
    const known = ofRequest.get(name) ?? new Map<string, V>();
    ofRequest.set(name, known);
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    const found = missing.length > 0 ? read(context, missing, args) : [];
    missing.forEach((id, i) => void known.set(id, found[i] as V)); // a value for each, in their order
    return ids.map((id) => known.get(id) as V);
  }
  return { each, one: loaderOf((context, ids: readonly string[], args: A) => each(context, ids, args)) };
}

/** What a batch function learns of its field beside the arguments. */
export interface BatchInfo extends GraphQLResolveInfo {
  /** The columns that rows need for what is selected on them; undefined where that may be any. */
  readonly columns: readonly string[] | undefined;
  /** The same of rows of one type, where the field leads to several. */
  readonly columnsOf: (type: string) => readonly string[] | undefined;
}

/**
 * Gives the values of a field for some parents, in their order, with one call for all of them: the shape that graphql-js
 * proposes for batched fields (its pull request 4760). Undefined leaves these parents to the resolver of the field.
 */
export type Batch<P = never, A = never> = (
  parents: readonly P[],
  args: A,
  context: GraphContext,
  info: BatchInfo,
) => readonly unknown[] | undefined;

/** What a field says of itself to the executor, beside its resolver. */
export interface BatchExtensions {
  /** The same as its resolver, for many parents. */
  readonly batch?: Batch;
  /**
   * The columns of its parent that it reads, or that what is selected on its value does, where that is made of the same rows; left
   * out where that may be any.
   */
  readonly needs?: readonly string[] | 'those below';
}

/** The extensions of a field that reads its parents' ids alone, all in one call. */
export function batched<P, A>(batch: Batch<P, A>): BatchExtensions {
  return { batch: batch as Batch, needs: [] };
}

/** The values for parents of several days or moments: read once for each, and put back in the order of the parents. */
export function byAsOf<P extends { readonly asOf: AsOf }>(
  parents: readonly P[],
  valuesOf: (some: readonly [P, ...P[]]) => readonly unknown[],
): readonly unknown[] {
  const values: unknown[] = [];
  for (const slots of Map.groupBy(parents.keys(), (slot) => parents[slot]?.asOf).values()) {
    const some = slots.flatMap((slot) => parents[slot] ?? []) as [P, ...P[]]; // no group is empty
    const found = valuesOf(some);
    slots.forEach((slot, i) => {
      values[slot] = found[i];
    });
  }
  return values;
}
