/** The GraphQL part of the server: the answer cache first, then Yoga with its permissive defaults turned off. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { countMemoryOf } from '../../db/release/counted.ts';
import { epochOf } from '../../db/release/epoch.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { createAnswerCache } from '../cache/answer-cache.ts';
import { cacheKeyOf, matchingTag } from '../cache/cache-key.ts';
import { keepAnswers, sendKept, variesBy } from '../cache/http-cache.ts';
import type { RequestState, StatefulContext } from '../cache/request-state.ts';
import { ownServerHash } from '../cache/server-hash.ts';
import { asOfOf } from '../kit/as-of-headers.ts';
import { compressAnswers } from '../kit/compress.ts';
import { allowOrigin, answerPreflight } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import { readBody } from '../kit/read-body.ts';
import { figure } from '../kit/refusal.ts';
import { currentRequest, noteCodes } from '../kit/request.ts';
import type { MakeContext, RequestContext } from '../kit/request-context.ts';
import { sendError } from '../kit/send-json.ts';
import { growingAnswer } from '../limits/answer-size.ts';
import { limits } from '../limits/limits.ts';
import { guard, type Running } from '../limits/plugin.ts';
import type { Operations } from './manifest.ts';
import { persistOperations } from './persisted-operations.ts';
import { extraParameters, isJson, readRequested } from './read-request.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The only path of the graph. */
export const graphqlPath = '/graphql';

/** The dependencies and settings of the GraphQL part. */
export interface GraphqlOptions extends Running {
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly operations: Operations;
  readonly persistedOnly: boolean;
  /** Size of the answer cache in bytes. */
  readonly repeatBytes: number;
  /** Returns the current time. */
  readonly clock: () => Date;
  readonly log: Log;
  readonly subscriptions: Subscriptions;
}

/** Makes the handler of requests to `graphqlPath`. */
export function createGraphql(
  options: GraphqlOptions,
): (request: IncomingMessage, response: ServerResponse, requestContext: RequestContext) => Promise<void> {
  const { allowedOrigins, clock } = options;
  const answerCache = createAnswerCache(options.repeatBytes);
  const yoga = createYoga<StatefulContext, object>(yogaOptions(options, keepAnswers(answerCache)));
  const vary = variesBy(allowedOrigins);
  const program = ownServerHash();

  return async (request, response, requestContext) => {
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response, allowedOrigins);
      return;
    }
    allowOrigin(request, response, allowedOrigins);
    response.setHeader('vary', vary);
    // The default, for errors and streams; cacheable answers replace it.
    response.setHeader('cache-control', 'no-store');
    const { moment, name: epoch } = epochOf(requestContext.release, clock());
    answerCache.enter(epoch);
    const posted = request.method === 'POST' && isJson(request.headers['content-type']);
    const read = posted ? await readBody(request, limits.bodyBytes) : undefined;
    if (read === 'broken off') return;
    if (read === 'too long') {
      const limit = figure(limits.bodyBytes);
      const message = `The body is longer than ${limit} bytes. Send less, or in parts.`;
      sendError(request, response, 413, 'BODY_TOO_LARGE', message);
      return;
    }
    const body = read?.text;
    const cacheKey = cacheKeyOf(request, body, program, epoch);
    const clientTag = matchingTag(cacheKey, request.headers['if-none-match']);
    const kept = answerCache.find(cacheKey);
    if (kept) {
      sendKept(response, cacheKey, clientTag, kept);
      return;
    }
    const state: RequestState = { body, headers: asOfOf(request.headers), moment, cacheKey, clientTag };
    await yoga(request, response, { ...requestContext, state });
  };
}

function yogaOptions(
  options: GraphqlOptions,
  caching: Plugin<object, StatefulContext>,
): NonNullable<Parameters<typeof createYoga<StatefulContext, object>>[0]> {
  const { schema, context, log, subscriptions } = options;
  return {
    schema,
    context: ({ release, state }) => ({
      ...context(release, state.headers, state.moment),
      cost: counted,
      answerSize: growingAnswer(),
      counts: countMemoryOf(release),
    }),
    graphqlEndpoint: graphqlPath,
    plugins: [
      readRequested,
      persistOperations(options),
      facts,
      guard(schema, options),
      subscriptions.plugin,
      compressAnswers,
      caching,
    ],
    extraParamNames: [...extraParameters],
    maskedErrors: { isDev: false, maskError: maskErrors(log) },
    // The body was read before, within its limit; CORS headers are set before, for cached answers too.
    maxRequestBodySize: false,
    cors: false,
    // The page, health checks and everything else outside the graph belong to the HTTP server.
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: 'no such path',
    multipart: false,
    batching: false,
    // Masking logs internal errors, with the id of the request.
    logging: false,
  };
}

/** The estimated cost of the operation, which the graph can return; it is computed before execution. */
const counted: GraphContext['cost'] = () => {
  const estimated = currentRequest.getStore()?.cost;
  return estimated === undefined ? undefined : { estimated, limit: limits.cost };
};

/** Records the hash of the document and the codes of errors, for the log and the metrics. */
const facts: Plugin = {
  onParams({ params }) {
    const request = currentRequest.getStore();
    if (!request || typeof params.query !== 'string') return;
    request.document = hashOf(params.query);
  },

  onResultProcess({ result }) {
    const request = currentRequest.getStore();
    if (!request || !('errors' in result) || !result.errors?.length) return;
    noteCodes(result.errors.map(({ extensions }) => extensions?.code));
    if (result.data) request.partial = true;
  },
};

/** The hashes of the last documents: clients send few, again and again. */
const hashes = new LRUCache<string, string>({ max: 500 });

function hashOf(document: string): string {
  const hash = hashes.get(document) ?? createHash('sha256').update(document).digest('hex').slice(0, 16);
  hashes.set(document, hash);
  return hash;
}
