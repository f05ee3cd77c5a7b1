/** What became of a request, in one word. */

import type { RequestFacts } from '../kit/request.ts';

/**
 * `partial`: data and errors. `refused`: the client's to correct. `deadline`: ended at its deadline. `shed`: there was no room for it.
 * `failed`: a bug. `abandoned`: the client went away first.
 */
export type Outcome = 'ok' | 'partial' | 'refused' | 'deadline' | 'shed' | 'failed' | 'abandoned';

/** Statuses that ask a client to come again later. */
const later = new Set([429, 503]);

/** The outcome of a request that was answered with a status, or was to be. */
export function outcomeOf(
  {
    abandoned,
    stream,
    codes = [],
    partial,
  }: Pick<RequestFacts, 'abandoned' | 'stream' | 'codes' | 'partial'>,
  status: number,
): Outcome {
  if (abandoned && !stream) return 'abandoned';
  if (codes.includes('DEADLINE_EXCEEDED')) return 'deadline';
  if (status === 500 || codes.includes('INTERNAL_SERVER_ERROR')) return 'failed';
  if (later.has(status)) return 'shed';
  if (partial) return 'partial';
  return status >= 400 || codes.length > 0 ? 'refused' : 'ok';
}
