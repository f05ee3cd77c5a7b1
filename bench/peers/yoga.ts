/** GraphQL Yoga over a schema by hand, with DataLoader: `node yoga.ts DATABASE [memory]`. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { loadersOfRequest, resolvers } from './resolvers.ts';
import { subgraphSdl } from './sdl.ts';

const yoga = createYoga({
  // The types of resolvers that it takes know neither the shape of rows nor that of the context.
  schema: buildSubgraphSchema([{ typeDefs: parse(subgraphSdl), resolvers: resolvers as never }]),
  context: () => ({ loaders: loadersOfRequest() }),
  graphiql: false,
  landingPage: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  process.stderr.write(`Yoga is at http://127.0.0.1:${port}/graphql.\n`);
});
process.once('SIGTERM', () => process.exit(0));
