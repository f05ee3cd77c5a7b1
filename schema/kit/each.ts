/** The one way to resolve a list of references that a client gives: each item by itself, in its place. */

import { checkList } from './errors.ts';

/**
 * Resolves every item of a list argument, in the order given; refuses an empty or an oversized list at once. What `resolve`
 * throws, now or later, is the error of that item alone. Thrown out of a plain map it would leave the promises of earlier
 * items unhandled, and Node ends the process for an unhandled rejection.
 */
export function resolveEach<T, R>(
  field: string,
  items: readonly T[],
  resolve: (item: T, index: number) => R | Promise<R>,
): Promise<R>[] {
  return checkList(field, items).map(async (item, index) => resolve(item, index));
}
