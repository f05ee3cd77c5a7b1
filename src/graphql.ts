/** The GraphQL part of the server: Yoga, with everything it leaves open by default closed. */

import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { GraphContext } from '../schema/context.ts';
import { compressAnswers } from './compress.ts';
import { guard } from './guard.ts';
import type { Handed, MakeContext } from './handed.ts';
import { limits } from './limits.ts';
import type { Log } from './log.ts';
import { maskErrors } from './masking.ts';
import { currentRequest } from './request.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The one path of the graph. */
export const graphqlPath = '/graphql';

/** What the GraphQL part is made of. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly log: Log;
  /** Counts the connections and requests that came in. */
  readonly arrivals: () => number;
  readonly subscriptions: Subscriptions;
}

/** Makes the handler of requests to `graphqlPath`. */
export function createGraphql(options: GraphqlOptions): YogaServerInstance<Handed, object> {
  const { schema, context, allowedOrigins, log, arrivals, subscriptions } = options;
  return createYoga<Handed, object>({
    schema,
    context: ({ release, request }) => ({ ...context(release, request.headers, new Date()), cost: counted }),
    graphqlEndpoint: graphqlPath,
    plugins: [facts, guard(schema, arrivals), subscriptions.plugin, compressAnswers],
    maskedErrors: { isDev: false, maskError: maskErrors(log) },
    maxRequestBodySize: limits.bodyBytes,
    cors: (request) => {
      const origin = request.headers.get('origin');
      if (!origin || !allowedOrigins.has(origin)) return false;
      return { origin, credentials: false, methods: ['GET', 'POST'] };
    },
    // The page, health and everything else outside the graph are the HTTP server's.
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: 'no such path',
    multipart: false,
    batching: false,
    // Masking logs what matters, with the request it happened in.
    logging: false,
  });
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
