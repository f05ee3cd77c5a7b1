/** How the store of rates is reached: it may be away, which is an error of its own and never an empty answer. */

import { GraphQLError } from 'graphql';
import { type RateStore, RatesUnavailable } from '../../db/rates/rate-store.ts';
import type { GraphContext } from '../kit/context.ts';

const unavailable = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'RATES_UNAVAILABLE' } });

/** Reads from the store of rates; throws a typed error where there is none or it cannot be reached. */
export async function answeredBy<T>(
  { rates }: GraphContext,
  read: (rates: RateStore) => Promise<T>,
): Promise<T> {
  if (!rates) throw unavailable('This server has no store of rates: see the setting RATES.');
  try {
    return await read(rates);
  } catch (error) {
    if (error instanceof RatesUnavailable) throw unavailable(error.message);
    throw error;
  }
}
