/** Decides which errors a client may read. All others are logged and masked. */

import { GraphQLError } from 'graphql';
import { describeError, type Log } from './log.ts';
import { currentRequest } from './request.ts';

/**
 * Yoga's `maskError`. Passes errors that carry a code, and those of a request that could not be executed,
 * such as validation errors; logs anything else and answers with the id of the request instead.
 */
export function maskErrors(log: Log): (error: unknown) => GraphQLError {
  return (error) => {
    if (error instanceof GraphQLError && isMeant(error)) return asRefusal(error);
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
    log({ level: 'error', event: 'internal error', ...(path && { path }), ...describeError(cause) });
    const id = currentRequest.getStore()?.id;
    return new GraphQLError(failure(id), {
      ...(error instanceof GraphQLError && { nodes: error.nodes ?? null, path: error.path ?? null }),
      // `unexpected` makes Yoga answer 500 when there is no data at all; it is not sent.
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...(id && { requestId: id }), unexpected: true },
    });
  };
}

/** The message to a client in place of an internal error. */
export function failure(requestId: string | undefined): string {
  const way = requestId ? `Quote request id ${requestId} when you report it.` : 'Please report it.';
  return `Something failed inside the server. ${way}`;
}

/** Errors made for clients: never one that wraps some other error, and inside a field only with a code. */
function isMeant(error: GraphQLError): boolean {
  if (error.originalError instanceof GraphQLError) return isMeant(error.originalError);
  if (error.originalError) return false;
  return error.extensions.code !== undefined || error.path === undefined;
}

/** Sets status 400 on an error outside a field: nothing was executed, for example because a header is malformed. */
function asRefusal(error: GraphQLError): GraphQLError {
  if (error.extensions.code && !error.path) error.extensions.http ??= { status: 400, spec: true };
  return error;
}
