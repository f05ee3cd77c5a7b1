/** The one way to batch: what the fields of one level ask for is read at once, and only once a request. */

import DataLoader from 'dataloader';
import type { GraphContext } from './context.ts';

/** Reads the values of some keys in their order; `args` is everything else in their requests. */
type Load<K, A, V> = (
  context: GraphContext,
  keys: readonly K[],
  args: A,
) => readonly V[] | Promise<readonly V[]>;

/** Keys and arguments are plain data: as JSON they say all that sets two of them apart. */
const keyOf = (data: unknown) => JSON.stringify([data]);

/**
 * Declares how something is read in batches, beside its SQL. Keys of one request with equal arguments are one batch;
 * two loaders never share one, whatever their keys and arguments.
 */
export function loaderOf<K, V, A = void>(
  load: Load<K, A, V>,
): (context: GraphContext, key: K, args: A) => Promise<V> {
  const requests = new WeakMap<GraphContext, Map<string, DataLoader<K, V, unknown>>>();
  return (context, key, args) => {
    const loaders = requests.get(context) ?? new Map<string, DataLoader<K, V, unknown>>();
    requests.set(context, loaders);
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
