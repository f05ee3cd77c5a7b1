/** Decides which errors a client may read. What is not meant for clients is logged and stays here. */

import { GraphQLError } from 'graphql';
import { figure, limits, refusal } from './limits.ts';
import { describeError, type Log } from './log.ts';
import { currentRequest } from './request.ts';

/**
 * Yoga's `maskError`. Passes errors that carry a code, and those of a request that could not be executed,
 * such as validation errors; logs anything else and answers with the id of the request instead.
 */
export function maskErrors(log: Log): (error: unknown) => GraphQLError {
  return (error) => {
    if (error instanceof GraphQLError && isMeant(error)) return reworded(error);
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
    log({ level: 'error', event: 'internal error', ...(path && { path }), ...describeError(cause) });
    const id = currentRequest.getStore()?.id;
    const way = id ? `Quote request id ${id} when you report it.` : 'Please report it.';
    return new GraphQLError(`Something failed inside the server. ${way}`, {
      ...(error instanceof GraphQLError && { nodes: error.nodes ?? null, path: error.path ?? null }),
      // `unexpected` makes Yoga answer 500 when there is no data at all; it is not sent.
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...(id && { requestId: id }), unexpected: true },
    });
  };
}

/** Errors made for clients: never one that wraps some other error, and inside a field only with a code. */
function isMeant(error: GraphQLError): boolean {
  if (error.originalError instanceof GraphQLError) return isMeant(error.originalError);
  if (error.originalError) return false;
  return error.extensions.code !== undefined || error.path === undefined;
}

/** Yoga's own refusals, where they say too little of what to do or repeat what was sent. */
function reworded(error: GraphQLError): GraphQLError {
  const { code, originalError } = error.extensions;
  if (code === 'REQUEST_ENTITY_TOO_LARGE') {
    const limit = figure(limits.bodyBytes);
    return refusal('BODY_TOO_LARGE', `The body is longer than ${limit} bytes. Send less, or in parts.`, 413);
  }
  if (code === 'BAD_REQUEST' && originalError) return refusal('BAD_REQUEST', 'The body is not valid JSON.');
  // Outside of a field nothing was executed, such as when a header of the request is not of its form.
  if (code && !error.path) error.extensions.http ??= { status: 400, spec: true };
  return error;
}
