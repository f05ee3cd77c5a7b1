/** The path for assistants: Model Context Protocol over Streamable HTTP. It loads the SDK with the first message. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Graphql } from '../graphql/handler.ts';
import { isJson, parsed } from '../graphql/read-request.ts';
import { allowOrigin, answerPreflight } from '../kit/cors.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { sendError } from '../kit/send-json.ts';
import { sendParts } from '../kit/send-stream.ts';
import { readWithin } from '../limits/body.ts';
import { limits } from '../limits/limits.ts';
import type { AssistantOptions, ExecuteInner } from './assistant.ts';

/** The only path for assistants. */
export const mcpPath = '/mcp';

/** What the path needs. */
export interface EndpointOptions extends AssistantOptions {
  readonly graphql: Graphql;
  readonly allowedOrigins: ReadonlySet<string>;
}

/** Makes the handler of requests to `mcpPath`. */
export function createMcp(
  options: EndpointOptions,
): (request: IncomingMessage, response: ServerResponse, requestContext: RequestContext) => Promise<void> {
  const { graphql, allowedOrigins } = options;

  /** Sends a refusal of what is no message, and returns whether it did. */
  function refuse(request: IncomingMessage, response: ServerResponse): boolean {
    const { origin } = request.headers;
    // A page that got a browser to take this machine for its own host still sends its own origin.
    if (origin !== undefined && !allowOrigin(request, response, allowedOrigins)) {
      const message = 'Pages of this origin may not talk to it: ALLOWED_ORIGINS lists those that may.';
      sendError(request, response, 403, 'ORIGIN_NOT_ALLOWED', message);
    } else if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      const message = 'This is the Model Context Protocol, without sessions: send a message with POST.';
      sendError(request, response, 405, 'METHOD_NOT_ALLOWED', message);
    } else if (!isJson(request.headers['content-type'])) {
      sendError(request, response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the message as application/json.');
    } else return false;
    return true;
  }

  return async (request, response, requestContext) => {
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response, allowedOrigins);
      return;
    }
    response.setHeader('vary', 'Origin');
    response.setHeader('cache-control', 'no-store');
    if (refuse(request, response)) return;
    const body = await readWithin(request, response);
    if (!body) return;
    const message = messageIn(body.text);
    if (message instanceof GraphQLError) {
      sendError(request, response, 400, 'BAD_REQUEST', message.message);
      return;
    }
    const execute: ExecuteInner = (operation) => graphql.execute(operation, requestContext);
    const { answerMessage } = await import('./messages.ts');
    const posted = requestOf(request, body.text, requestContext);
    await send(await answerMessage(options, execute, posted, message), response);
  };
}

/** The message; a refusal where it is none. Several in one would be as many calls that count as one. */
function messageIn(text: string): unknown {
  try {
    const message = parsed(text, 'The message');
    return Array.isArray(message) ? new GraphQLError('Send one message in a request, not a list.') : message;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** The request with the headers that the protocol knows; it is aborted when its client goes away. */
function requestOf(request: IncomingMessage, body: string, { whenClosed }: RequestContext): Request {
  const gone = new AbortController();
  whenClosed(() => gone.abort());
  const headers = Object.entries(request.headers).filter(
    (header): header is [string, string] =>
      typeof header[1] === 'string' && /^(?:accept|content-type|mcp-.*)$/.test(header[0]),
  );
  return new Request(`http://localhost${mcpPath}`, { method: 'POST', headers, body, signal: gone.signal });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(answer.status);
  if (answer.body) await sendParts(response, answer.body, limits.exportStallMs);
  else response.end();
}
