/** Apollo Server as a subgraph, with DataLoader: `node apollo.ts DATABASE [memory]`. */

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { loadersOfRequest, type PeerContext, resolvers } from './resolvers.ts';
import { subgraphSdl } from './sdl.ts';

const server = new ApolloServer<PeerContext>({
  // The types of resolvers that it takes know neither the shape of rows nor that of the context.
  schema: buildSubgraphSchema([{ typeDefs: parse(subgraphSdl), resolvers: resolvers as never }]),
  csrfPrevention: false,
  introspection: false,
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1', path: '/graphql' },
  context: async () => ({ loaders: loadersOfRequest() }),
});
process.stderr.write(`Apollo Server is at ${new URL('/graphql', url)}.\n`);
process.once('SIGTERM', () => process.exit(0));
