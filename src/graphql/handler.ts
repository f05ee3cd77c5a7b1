/** The GraphQL part of the server: the answer cache first, then Yoga with its permissive defaults turned off. */

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { countMemoryOf } from '../../db/release/counted.ts';
import { epochOf } from '../../db/release/epoch.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { createAnswerCache } from '../cache/answer-cache.ts';
import { cacheKeyOf, type KeyedRequest, matchingTag } from '../cache/cache-key.ts';
import { keepAnswers, noteKept, sendKept, sendWhole, variesBy } from '../cache/http-cache.ts';
import type { RequestState, StatefulContext } from '../cache/request-state.ts';
import { ownServerHash } from '../cache/server-hash.ts';
import { asOfOf } from '../kit/as-of-headers.ts';
import { compressAnswers } from '../kit/compress.ts';
import { allowOrigin, answerPreflight } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import { currentRequest, noteCodes } from '../kit/request.ts';
import type { MakeContext, RequestContext } from '../kit/request-context.ts';
import { growingAnswer } from '../limits/answer-size.ts';
import { readWithin } from '../limits/body.ts';
import { limits } from '../limits/limits.ts';
import { type Guard, guard, type Running } from '../limits/plugin.ts';
import { hashOf } from './document-hash.ts';
import type { Operations } from './manifest.ts';
import { persistOperations } from './persisted-operations.ts';
import { extraParameters, inBody, isJson, readRequested } from './read-request.ts';
import { createSmallQueries, plainType, type SmallQueries } from './small-queries.ts';
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

/** The GraphQL part. */
export interface Graphql {
  /** Answers a request to `graphqlPath`. */
  answer(request: IncomingMessage, response: ServerResponse, requestContext: RequestContext): Promise<void>;
  /** Executes an operation that came another way, such as from an assistant: under the same limits, cached and logged as any. */
  execute(operation: InnerOperation, requestContext: RequestContext): Promise<ExecutionResult>;
}

/** An operation that came another way than over HTTP to `graphqlPath`. */
export interface InnerOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Whether the document is one of this server's own, which is answered where only published operations are. */
  readonly own: boolean;
  /** The headers of the request that it is for; those of the as-of count. */
  readonly headers?: IncomingHttpHeaders;
}

/** The path in the cache keys of operations that came another way: no request to `graphqlPath` finds their answers. */
const innerPath = 'inner';

/** Makes the GraphQL part. */
export function createGraphql(options: GraphqlOptions): Graphql {
  const { allowedOrigins, clock, schema, persistedOnly } = options;
  const answerCache = createAnswerCache(options.repeatBytes);
  const limited = guard(schema, options);
  const small = createSmallQueries();
  const yoga = createYoga<StatefulContext, object>(
    yogaOptions(options, { limited, small, caching: keepAnswers(answerCache) }),
  );
  const vary = variesBy(allowedOrigins);
  const program = ownServerHash();

  /** Enters the epoch of a request, as it comes. */
  function entered({ release }: RequestContext) {
    const epoch = epochOf(release, clock());
    answerCache.enter(epoch.name);
    return epoch;
  }

  /** What is known of a request before Yoga handles it, and its answer where it was given before. */
  function begin(
    request: KeyedRequest,
    body: string | undefined,
    { moment, name }: ReturnType<typeof entered>,
  ) {
    const cacheKey = cacheKeyOf(request, body, program, name);
    const clientTag = matchingTag(cacheKey, request.headers['if-none-match']);
    const state: RequestState = { body, headers: asOfOf(request.headers), moment, cacheKey, clientTag };
    return { state, kept: answerCache.find(cacheKey) };
  }

  /** Answers a small query, as `small-queries.ts` says, and returns whether it did. */
  async function answeredSmall(
    request: IncomingMessage,
    response: ServerResponse,
    requestContext: RequestContext,
    state: RequestState,
  ): Promise<boolean> {
    const type = plainType(request);
    if (type === undefined || state.body === undefined || persistedOnly) return false;
    try {
      state.parameters = inBody(state.body);
      const query = small.find(state.parameters);
      if (!query) return false;
      const contextValue = { ...requestContext, state, ...contextOf(options, requestContext, state) };
      const result = await limited.small({ schema, contextValue, ...query });
      if (result === 'large') query.tooLarge();
      if (result === undefined || result === 'large') return false;
      await sendWhole(response, answerCache, state, { text: result.text, type });
      return true;
    } catch (error) {
      if (error instanceof GraphQLError) return false; // refused, which Yoga reports
      throw error;
    }
  }

  return {
    async answer(request, response, requestContext) {
      if (request.method === 'OPTIONS') {
        answerPreflight(request, response, allowedOrigins);
        return;
      }
      allowOrigin(request, response, allowedOrigins);
      response.setHeader('vary', vary);
      // The default, for errors and streams; cacheable answers replace it.
      response.setHeader('cache-control', 'no-store');
      const epoch = entered(requestContext);
      const posted = request.method === 'POST' && isJson(request.headers['content-type']);
      const body = posted ? await readWithin(request, response) : { text: undefined };
      if (!body) return;
      const { state, kept } = begin(request, body.text, epoch);
      if (kept) sendKept(response, state.cacheKey, state.clientTag, kept);
      else if (!(await answeredSmall(request, response, requestContext, state)))
        await yoga(request, response, { ...requestContext, state });
    },

    async execute({ own, headers = {}, ...operation }, requestContext) {
      const body = JSON.stringify(operation);
      const keyed = { method: 'POST', url: innerPath, headers: Object.fromEntries(asOfOf(headers)) };
      const { state, kept } = begin(keyed, body, entered(requestContext));
      if (kept) {
        noteKept(kept);
        return JSON.parse(kept.bytes.toString());
      }
      // By what it accepts no subscription is answered, whose stream nobody would read.
      const posted = { method: 'POST', headers: { accept: json, 'content-type': json }, body };
      const address = `http://localhost${graphqlPath}`;
      const answered = await yoga.fetch(address, posted, { ...requestContext, state: { ...state, own } });
      return answered.json();
    },
  };
}

const json = 'application/json';

function yogaOptions(
  options: GraphqlOptions,
  {
    limited,
    small,
    caching,
  }: {
    readonly limited: Guard;
    readonly small: SmallQueries;
    readonly caching: Plugin<object, StatefulContext>;
  },
): NonNullable<Parameters<typeof createYoga<StatefulContext, object>>[0]> {
  const { schema, log, subscriptions } = options;
  return {
    schema,
    context: (serverContext) => contextOf(options, serverContext, serverContext.state),
    graphqlEndpoint: graphqlPath,
    plugins: [
      readRequested,
      persistOperations(options),
      facts,
      limited.plugin,
      small.plugin,
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

/** What the graph is given with an operation. */
function contextOf(
  { context }: Pick<GraphqlOptions, 'context'>,
  { release }: RequestContext,
  { headers, moment }: Pick<RequestState, 'headers' | 'moment'>,
) {
  return {
    ...context(release, headers, moment),
    cost: counted,
    answerSize: growingAnswer(),
    counts: countMemoryOf(release),
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
