/** Answers `/id/<Type:key>`, in the form that the client accepts best: so a citation of this graph is a link that resolves. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { lastPart, typeOf } from '../../db/kit/id-parts.ts';
import { epochOf } from '../../db/release/epoch.ts';
import { type DocumentKey, revalidate, sendDocument, sentUnchanged } from '../cache/documents.ts';
import { variesBy } from '../cache/http-cache.ts';
import { pathOfId } from '../feeds/entry.ts';
import { type AskGraph, type OwnError, sendErrors } from '../graphql/own-operations.ts';
import { asOfValues } from '../kit/as-of-headers.ts';
import { allowOrigin } from '../kit/cors.ts';
import { currentRequest, noteCodes } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { sendError } from '../kit/send-json.ts';
import { acceptedOf } from './accept.ts';
import { documentOf } from './document.ts';
import { htmlHeaders, htmlOf, noticeOf } from './html.ts';
import { jsonLdOf, jsonOf } from './json.ts';
import { type Answered, type ShownThing, thingOf } from './thing.ts';
import { viewOf } from './views.ts';

/** What answering with things needs. */
export interface IdOptions {
  readonly schema: GraphQLSchema;
  readonly ask: AskGraph;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly clock: () => Date;
  /** Where this server is for a request, without a slash at the end. */
  readonly baseOf: (request: IncomingMessage) => string;
  /** Whether the page has a view at a path. */
  readonly hasView: (path: string) => boolean;
}

/** The forms of an answer; the first is for clients that take any. */
const forms = ['application/ld+json', 'text/html', 'application/json'] as const;

type Form = (typeof forms)[number];

const begin = pathOfId('');

/** Whether a path is that of a thing. */
export const isIdPath = (path: string): boolean => path.startsWith(begin) && path.length > begin.length;

const typeDocument = 'query ThingType($id: ID!) { node(id: $id) { __typename id } }';

/** Things that may be meant by an id that the release does not have. */
const nearDocument =
  'query NearThings($terms: [String!]!) { mapTerms(terms: $terms) { hits(first: 5) { entity { id label } } } }';

interface Near {
  readonly mapTerms: readonly {
    readonly hits: readonly { readonly entity: { id: string; label: string } }[];
  }[];
}

/** Codes of the errors that say that an id is none of this release. */
const unknownCodes: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'UNKNOWN_ID']);

/** Which feed tells of changes about a thing of a type, by the parameter. */
const feedOf: Readonly<Record<string, string>> = { BillingCode: 'code', Payer: 'payer', Policy: 'policy' };

/** Makes the handler of `/id/…`. */
export function createIds(
  options: IdOptions,
): (request: IncomingMessage, response: ServerResponse, requestContext: RequestContext) => Promise<void> {
  const { schema, ask, allowedOrigins, clock, baseOf, hasView } = options;
  const vary = variesBy(allowedOrigins);

  return async (request, response, requestContext) => {
    response.setHeader('vary', vary);
    allowOrigin(request, response, allowedOrigins);
    const facts = currentRequest.getStore();
    if (facts) facts.file = 'id';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'A thing is had with GET.');
      return;
    }
    const form = acceptedOf(request.headers.accept, forms);
    if (!form) {
      sendError(
        request,
        response,
        406,
        'NOT_ACCEPTABLE',
        `There is ${forms.join(', ')}: accept one of them.`,
      );
      return;
    }
    const { id, after } = addressOf(request);
    const { headers } = request;
    const base = baseOf(request);
    const { name: epoch } = epochOf(requestContext.release, clock());
    const key: DocumentKey = { epoch, parts: [base, id, after ?? '', form, ...asOfValues(headers)] };
    if (sentUnchanged(request, response, key, { cacheControl: revalidate })) return;

    const graph = <T>(document: string, variables: Readonly<Record<string, unknown>>) =>
      ask<T>(document, variables, requestContext, headers);
    const { data, errors = [] } = await graph<{ node: { readonly __typename: string } | null }>(
      typeDocument,
      {
        id,
      },
    );
    const type = data?.node?.__typename;
    if (type === undefined) {
      if (errors.some(({ extensions }) => !unknownCodes.has(extensions?.code))) {
        sendErrors(request, response, errors);
        return;
      }
      await sendUnknown(request, response, id, form, graph);
      return;
    }
    const view = form === 'text/html' ? viewOf(type, id, hasView) : undefined;
    if (view !== undefined) {
      response.writeHead(303, { location: view, 'cache-control': revalidate, 'content-length': 0 }).end();
      return;
    }
    const found = await graph<{ node: Answered | null }>(documentOf(schema, type), { id, after });
    // What a field refuses for this thing is left out; any other error is of the whole.
    const refused = (found.errors ?? []).filter(({ extensions }) => !unknownCodes.has(extensions?.code));
    if (!found.data?.node || refused.length > 0) {
      sendErrors(request, response, found.errors ?? []);
      return;
    }
    const text = textOf(form, thingOf(found.data.node), (each) => base + pathOfId(each));
    await sendDocument(request, response, key, {
      type: `${form}; charset=utf-8`,
      text,
      cacheControl: revalidate,
      ...(form === 'text/html' && { headers: htmlHeaders }),
    });
  };

  function textOf(form: Form, thing: ShownThing, addressOf: (id: string) => string): string {
    if (form === 'application/ld+json') return JSON.stringify(jsonLdOf(thing, addressOf));
    if (form === 'application/json') return JSON.stringify(jsonOf(thing, addressOf));
    const parameter = feedOf[thing.type];
    return htmlOf(thing, {
      description: firstSentence(schema.getType(thing.type)?.description ?? ''),
      feed: parameter && `/changes.atom?${parameter}=${thing.id}`,
    });
  }
}

const firstSentence = (text: string) => /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;

type Graph = <T>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data?: T | null }>;

/** Says that the release has no such thing, and names what may be meant. */
async function sendUnknown(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  form: Form,
  graph: Graph,
): Promise<void> {
  const term = lastPart(id)
    .replace(/[/_-]+/g, ' ')
    .trim()
    .slice(0, 80);
  const { data } = term ? await graph<Near>(nearDocument, { terms: [term] }) : { data: undefined };
  const near = (data?.mapTerms ?? []).flatMap(({ hits }) => hits.map(({ entity }) => entity));
  const shown = JSON.stringify(id.slice(0, 200));
  const message = `This release has nothing with the id ${shown}, which says nothing about the thing itself. An id reads Type:key, such as BillingCode:CPT:77090.`;
  if (form !== 'text/html') {
    const names = near.map((each) => each.id);
    const meant = names.length > 0 ? ` Near: ${names.join(', ')}.` : '';
    const error: OwnError = {
      message: message + meant,
      extensions: { code: 'UNKNOWN_ID', field: 'id', near: names },
    };
    sendErrors(request, response, [error], 404);
    return;
  }
  noteCodes(['UNKNOWN_ID']);
  const body = noticeOf(`Nothing with this id: ${typeOf(id) || id.slice(0, 80)}`, message, near);
  response.writeHead(404, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...htmlHeaders,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The id in the address, as it is where it cannot be decoded, and the cursor of a further page of statements. */
function addressOf({ url = '' }: IncomingMessage): {
  readonly id: string;
  readonly after: string | undefined;
} {
  const [path = '', search] = url.split('?', 2);
  const written = path.slice(begin.length);
  const after = new URLSearchParams(search).get('after') ?? undefined;
  try {
    return { id: decodeURIComponent(written), after };
  } catch {
    return { id: written, after };
  }
}
