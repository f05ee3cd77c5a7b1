/** The GraphQL part of the server: what can be given again in front, behind it Yoga with everything closed that it leaves open. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { epochOf } from '../../db/release/epoch.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { createRepeats } from '../cache/answer-cache.ts';
import { heldTag, questionOf } from '../cache/cache-key.ts';
import { keepAnswers, sendKept, variesBy } from '../cache/http-cache.ts';
import type { Asked, Asking } from '../cache/request-state.ts';
import { serverHash } from '../cache/server-hash.ts';
import { asOfOf } from '../kit/as-of-headers.ts';
import { compressAnswers } from '../kit/compress.ts';
import { allowOrigin, answerPreflight } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import { readBody } from '../kit/read-body.ts';
import { figure } from '../kit/refusal.ts';
import { currentRequest } from '../kit/request.ts';
import type { Handed, MakeContext } from '../kit/request-context.ts';
import { sendError } from '../kit/send-json.ts';
import { growingAnswer } from '../limits/answer-size.ts';
import { limits } from '../limits/limits.ts';
import { guard } from '../limits/plugin.ts';
import type { Operations } from './manifest.ts';
import { persistOperations } from './persisted-operations.ts';
import { extraParameters, isJson, readRequested } from './read-request.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The one path of the graph. */
export const graphqlPath = '/graphql';

/** What the GraphQL part is made of. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly operations: Operations;
  readonly persistedOnly: boolean;
  /** Bytes of answers that are remembered. */
  readonly repeatBytes: number;
  /** Tells what time it is. */
  readonly clock: () => Date;
  readonly log: Log;
  /** Counts the connections and requests that came in. */
  readonly arrivals: () => number;
  readonly subscriptions: Subscriptions;
}

/** Makes the handler of requests to `graphqlPath`. */
export function createGraphql(
  options: GraphqlOptions,
): (request: IncomingMessage, response: ServerResponse, handed: Handed) => Promise<void> {
  const { allowedOrigins, clock } = options;
  const repeats = createRepeats(options.repeatBytes);
  const yoga = createYoga<Asking, object>(yogaOptions(options, keepAnswers(repeats)));
  const vary = variesBy(allowedOrigins);
  const program = serverHash();

  return async (request, response, handed) => {
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response, allowedOrigins);
      return;
    }
    allowOrigin(request, response, allowedOrigins);
    response.setHeader('vary', vary);
    // What may be kept says so later; errors, and streams, never may.
    response.setHeader('cache-control', 'no-store');
    const { moment, name: epoch } = epochOf(handed.release, clock());
    repeats.enter(epoch);
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
    const question = questionOf(request, body, program, epoch);
    const held = heldTag(question, request.headers['if-none-match']);
    const kept = repeats.find(question);
    if (kept) {
      sendKept(response, question, held, kept);
      return;
    }
    const asked: Asked = { body, headers: asOfOf(request.headers), moment, question, held };
    await yoga(request, response, { ...handed, asked });
  };
}

function yogaOptions(
  options: GraphqlOptions,
  caching: Plugin<object, Asking>,
): NonNullable<Parameters<typeof createYoga<Asking, object>>[0]> {
  const { schema, context, log, arrivals, subscriptions } = options;
  return {
    schema,
    context: ({ release, asked }) => ({
      ...context(release, asked.headers, asked.moment),
      cost: counted,
      answerSize: growingAnswer(),
    }),
    graphqlEndpoint: graphqlPath,
    plugins: [
      readRequested,
      persistOperations(options),
      facts,
      guard(schema, arrivals),
      subscriptions.plugin,
      compressAnswers,
      caching,
    ],
    extraParamNames: [...extraParameters],
    maskedErrors: { isDev: false, maskError: maskErrors(log) },
    // The body was read before, within its limit; CORS is answered for what is remembered as well.
    maxRequestBodySize: false,
    cors: false,
    // The page, health and everything else outside the graph are the HTTP server's.
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: 'no such path',
    multipart: false,
    batching: false,
    // Masking logs what matters, with the request it happened in.
    logging: false,
  };
}

/** What the operation was estimated at, for the graph to tell; it is counted before anything is executed. */
const counted: GraphContext['cost'] = () => {
  const estimated = currentRequest.getStore()?.cost;
  return estimated === undefined ? undefined : { estimated, limit: limits.cost };
};

/** Notes what is asked, for the log line of the request. */
const facts: Plugin = {
  onParams({ params }) {
    const request = currentRequest.getStore();
    if (!request || typeof params.query !== 'string') return;
    request.document = createHash('sha256').update(params.query).digest('hex').slice(0, 16);
  },
};
