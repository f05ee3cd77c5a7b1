/** Apollo Gateway in front of the subgraphs. */

import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { asOfHeaders } from './as-of-headers.ts';
import type { Running } from './running.ts';

interface Context {
  readonly asOf?: Readonly<Record<string, string>>;
}

/** Passes on from the client what governs the whole request. */
class Source extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    for (const [name, value] of Object.entries((context as Context).asOf ?? {}))
      request.http?.headers.set(name, value);
  }
}

/** Serves a supergraph on a port; 0 takes any free one. */
export async function startApollo(supergraphSdl: string, port: number): Promise<Running> {
  const gateway = new ApolloGateway({ supergraphSdl, buildService: ({ url = '' }) => new Source({ url }) });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port, host: '127.0.0.1' },
    context: async ({ req }) => ({
      asOf: Object.fromEntries(
        asOfHeaders.flatMap((name) => {
          const value = req.headers[name];
          return typeof value === 'string' ? [[name, value]] : [];
        }),
      ),
    }),
  });
  return { url, stop: () => server.stop() };
}
