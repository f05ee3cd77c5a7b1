/** Operations of the server's own, for answers in other forms: executed on the same path and within the same limits as those of clients. */

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { noteCodes } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { sendJson } from '../kit/send-json.ts';
import type { Graphql } from './handler.ts';

/** What the graph answers with; data and errors may both be there. */
export interface OwnAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly OwnError[];
}

/** An error as clients read it. */
export interface OwnError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly field?: string;
    readonly near?: readonly string[];
    readonly requestId?: string;
  };
}

/** Executes a document for the request that is being answered; of its headers only those of the as-of count. */
export type AskGraph = <T>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  requestContext: RequestContext,
  headers: IncomingHttpHeaders,
) => Promise<OwnAnswer<T>>;

/** Executes documents of this server's own. */
export const askOf =
  (graphql: Graphql): AskGraph =>
  async <T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    requestContext: RequestContext,
    headers: IncomingHttpHeaders,
  ) =>
    (await graphql.execute({ query, variables, own: true, headers }, requestContext)) as OwnAnswer<T>; // as it was selected

/** Statuses of errors that are not the client's to correct. */
const statuses: Readonly<Record<string, number>> = {
  BUSY: 503,
  DEADLINE_EXCEEDED: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** Sends errors in the form in which the graph sends its own; those that it masks or defers with their status, else with `status`. */
export function sendErrors(
  request: IncomingMessage,
  response: ServerResponse,
  errors: readonly OwnError[],
  status = 400,
): void {
  const codes = errors.map(({ extensions }) => extensions?.code);
  noteCodes(codes);
  const found = codes.map((code) => statuses[code ?? 'INTERNAL_SERVER_ERROR']).find((each) => each);
  if (found === 503) response.setHeader('retry-after', '1');
  const sent = errors.map(({ message, extensions }) => {
    const { code, field, near, requestId } = extensions ?? {};
    return { message, extensions: { code, field, near, requestId } };
  });
  sendJson(request, response, found ?? status, { errors: sent });
}
