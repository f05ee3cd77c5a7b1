/** Reads the parameters of a request: from the address of a GET or the JSON body of a POST, and from nothing else. */

import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { StatefulContext } from '../cache/request-state.ts';
import { refusal } from '../kit/refusal.ts';
import { noteCodes } from '../kit/request.ts';
import { limits } from '../limits/limits.ts';

/** The parameters of a request: those of GraphQL over HTTP, and two that can name a document. */
export interface Parameters extends GraphQLParams {
  documentId?: unknown;
  id?: unknown;
}

/** The parameters that Yoga does not know. */
export const extraParameters = ['documentId', 'id'];

const jsonTypes = new Set(['application/json', 'application/graphql+json']);

/** Whether a content type is JSON. Browsers send forms across origins without a preflight request, but never JSON. */
export function isJson(contentType: string | null | undefined): boolean {
  return jsonTypes.has(contentType?.split(';')[0]?.trim().toLowerCase() ?? '');
}

/** The Yoga plugin; the body was read before, within its limit. */
export const readRequested: Plugin<object, StatefulContext> = {
  onRequestParse({ request, url, serverContext, setRequestParser, endResponse, fetchAPI }) {
    if (request.method === 'GET') setRequestParser(() => inAddress(url.searchParams));
    if (request.method !== 'POST') return;
    const { state } = serverContext;
    const { body, parameters } = state;
    if (body !== undefined) {
      // A stream would keep them in memory until its end.
      state.body = undefined;
      state.parameters = undefined;
      setRequestParser(() => parameters ?? inBody(body));
      return;
    }
    const error = refusal('UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.', 415);
    const { message, extensions } = error;
    noteCodes([extensions.code]);
    const refused = { errors: [{ message, extensions: { code: extensions.code } }] };
    endResponse(fetchAPI.Response.json(refused, { status: 415 }));
  },
};

function inAddress(given: URLSearchParams): Parameters {
  const text = (name: string) => given.get(name) || undefined;
  const json = (name: string) => {
    const value = text(name);
    return value === undefined ? undefined : parsed(value, `The parameter \`${name}\``);
  };
  const read: Record<string, unknown> = {
    query: text('query'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
    documentId: text('documentId'),
    id: text('id'),
  };
  return read; // Yoga checks each of them before use.
}

/** The parameters in the body of a POST; throws a refusal where it is no object. */
export function inBody(body: string): Parameters {
  const read = parsed(body, 'The body');
  if (typeof read !== 'object' || read === null) {
    throw refusal('BAD_REQUEST', 'The body is not an object: send one such as {"query": "{ … }"}.');
  }
  return read;
}

/** Reads JSON of a client, no deeper than any input of this graph is. Throws a refusal that quotes nothing of it. */
export function parsed(text: string, what: string): unknown {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // The body is not quoted: it may contain patient data.
    throw refusal('BAD_REQUEST', `${what} is not valid JSON.`);
  }
  checkDepth(read, what);
  return read;
}

/** Later steps walk values recursively: deeper nesting would overflow the stack. */
function checkDepth(value: unknown, what: string): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.jsonDepth) {
      const found = `${what} nests values more than ${limits.jsonDepth} levels deep, as no input of this graph does`;
      throw refusal('BAD_USER_INPUT', `${found}. Correct \`variables\`.`);
    }
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
}
