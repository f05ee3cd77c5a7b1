/** What answers at which path, beside the page and health: the graph, and the same release in other forms. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { RateStore } from '../db/rates/rate-store.ts';
import { createExports } from './export/handler.ts';
import { createFeeds } from './feeds/handler.ts';
import { createGraphql, graphqlPath } from './graphql/handler.ts';
import { manifestOf, type Operations, operationsPath } from './graphql/manifest.ts';
import { askOf } from './graphql/own-operations.ts';
import type { Subscriptions } from './graphql/subscriptions.ts';
import { createHooks, hooksPath, isHookPath } from './hooks/handler.ts';
import { createIds, isIdPath } from './ids/handler.ts';
import type { Log } from './kit/log.ts';
import type { Releases } from './kit/releases.ts';
import type { MakeContext } from './kit/request-context.ts';
import { sendError, sendJson } from './kit/send-json.ts';
import { answerer, type EndedRequest } from './kit/with-release.ts';
import type { Running } from './limits/plugin.ts';
import { createMcp, mcpPath } from './mcp/endpoint.ts';

/** The dependencies and settings of what is answered. */
export interface RouteOptions {
  readonly allowedOrigins: ReadonlySet<string>;
  /** The published operations, which clients may request by hash. */
  readonly operations: Operations;
  /** Whether only published operations are answered. */
  readonly persistedOnly: boolean;
  /** Whether assistants are answered. */
  readonly mcp: boolean;
  /** Size of the answer cache in bytes; 0 turns it off. */
  readonly repeatBytes: number;
  /** Whether CDS Hooks services are offered at `/cds-services`. */
  readonly hooks?: boolean | undefined;
  readonly maxExports: number;
  readonly log: Log;
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  /** The rates that are stored row by row, for exports; undefined where the server has no store of them. */
  readonly rates?: RateStore | undefined;
  readonly releases: Releases;
  /** Returns the current time. */
  readonly clock: () => Date;
  /** Where clients reach the server, such as `https://graph.example`; where it is left out, as each request names its host. */
  readonly publicUrl?: string | undefined;
  /** Whether the page has a view at a path; without it there is none anywhere. */
  readonly hasView?: ((path: string) => boolean) | undefined;
}

/** What the server has beside its settings. */
interface Within extends Running {
  readonly subscriptions: Subscriptions;
  /** Whether the release is still to come from an address. */
  readonly awaited: boolean;
  /** Is called with each request that has ended. */
  ended(request: EndedRequest): void;
}

/** What is answered. */
export interface Routes {
  /** Answers a request by its path; with 404 where there is nothing. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): void;
  /** Ends the exports that are being sent. */
  endExports(): void;
}

/** What a program finds at `/`, where browsers get the page. */
const places = {
  graph: graphqlPath,
  operations: operationsPath,
  exports: ['/export/matrix.csv', '/export/statements.csv', '/export/gaps.csv', '/export/rates.csv'],
  feeds: ['/changes.atom', '/changes.json'],
  things: '/id/BillingCode:CPT:77090',
  health: ['/healthz', '/readyz'],
  note: 'The graph answers GraphQL by GET and POST; browsers that ask for HTML get the page here and GraphiQL there.',
};

/** Makes what is answered. */
export function createRoutes(options: RouteOptions & Within): Routes {
  const { mcp, hooks, publicUrl, hasView = () => false } = options;
  const graphql = createGraphql(options);
  const ask = askOf(graphql);
  const baseOf = ({ headers }: IncomingMessage) => publicUrl ?? `http://${headers.host ?? 'localhost'}`;
  const exports = createExports(options);
  const feeds = createFeeds({ ...options, ask, baseOf });
  const manifest = manifestOf(options.operations);
  const found = {
    ...places,
    ...(mcp && { assistants: mcpPath }),
    ...(hooks && { hooks: hooksPath }),
  };
  const answerGraph = answerer(options, graphql.answer);
  const answerAssistant = answerer(options, createMcp({ ...options, graphql }));
  const answerHook = answerer(options, createHooks({ ...options, ask }));
  const sendFile = answerer(options, exports.answer, 'until settled');
  const sendFeed = answerer(options, feeds.answer);
  const sendThing = answerer(options, createIds({ ...options, ask, baseOf, hasView }));

  return {
    answer(request, response, path) {
      if (path === graphqlPath) answerGraph(request, response);
      else if (path === mcpPath && mcp) answerAssistant(request, response);
      else if (path === operationsPath) sendJson(request, response, 200, manifest);
      else if (exports.has(path)) sendFile(request, response);
      else if (feeds.has(path)) sendFeed(request, response);
      else if (isIdPath(path)) sendThing(request, response);
      else if (hooks && isHookPath(path)) answerHook(request, response);
      else if (path === '/') sendJson(request, response, 200, found);
      else {
        const message = `There is nothing here. The graph is at ${graphqlPath}.`;
        sendError(request, response, 404, 'NOT_FOUND', message);
      }
    },
    endExports: exports.end,
  };
}
