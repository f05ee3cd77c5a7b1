/** The turn of an operation on the front thread: how long it waited and ran, and the deadline that it has. */

import type { GraphQLError } from 'graphql';
import type { RequestFacts } from '../kit/request.ts';

/** The turn of one operation. */
export interface Turn {
  /** It runs from now on. */
  begin(): void;
  /** It has its result; returns the refusal where its time was over before. */
  end(): GraphQLError | undefined;
}

/** Makes the turn of an operation that waits from now on. */
export function turnOf(
  request: RequestFacts | undefined,
  deadlineMs: number,
  late: () => GraphQLError,
): Turn {
  const waits = performance.now();
  let runs: number | undefined;
  return {
    begin() {
      runs = performance.now();
      if (request) request.deadline = { at: runs + deadlineMs, late };
    },
    end() {
      if (!request) return undefined;
      const now = performance.now();
      request.queuedMs = (runs ?? now) - waits;
      if (runs !== undefined) request.runMs = now - runs;
      const refused = request.deadline?.refused;
      delete request.deadline;
      return refused;
    },
  };
}
