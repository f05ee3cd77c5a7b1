/** Mercurius on Fastify, with its loaders, without their cache, and graphql-jit: `node mercurius.ts DATABASE [memory]`. */

import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { mercurius } from 'mercurius';
import {
  type AnyRow,
  citationsOf,
  codeId,
  type GivenCode,
  inMemory,
  pages,
  remembered,
  rowsById,
  type SmallTable,
} from './reads.ts';
import { resolvers } from './resolvers.ts';
import { plainSdl } from './sdl.ts';

interface Query<Params = unknown> {
  readonly obj: AnyRow;
  readonly params: Params;
}

const loader = <Params>(load: (queries: readonly Query<Params>[]) => unknown[]) => ({
  loader: async (queries: readonly Query<Params>[]) => load(queries),
  opts: { cache: false },
});

const idsOf = (queries: readonly Query[]) => queries.map(({ obj }) => obj.id ?? '');

const coverage = (column: 'code_id' | 'payer_id') =>
  loader<{ first: number }>((queries) => pages(column, idsOf(queries), queries[0]?.params.first ?? 0));

const loaded = (table: SmallTable | 'billing_code', column: string) =>
  loader((queries) =>
    rowsById(
      table,
      queries.map(({ obj }) => obj[column]),
    ),
  );

/** Edges to the small tables, by type, field, table and column. */
const small = [
  ['CoverageStatement', 'payer', 'payer', 'payerId'],
  ['CoverageStatement', 'policyVersion', 'policy_version', 'policyVersionId'],
  ['CoverageStatement', 'component', 'service_component', 'componentId'],
  ['PolicyVersion', 'policy', 'policy', 'policyId'],
  ['CitationRef', 'source', 'source', 'sourceId'],
] as const;

type Fields = Record<string, Record<string, unknown>>;

/** The edges to the small tables as fields of their types. */
function fieldsOf(make: (table: SmallTable, column: string) => unknown): Fields {
  const types: Fields = {};
  for (const [type, field, table, column] of small) {
    types[type] = { ...types[type], [field]: make(table, column) };
  }
  return types;
}

const remembering = fieldsOf((table, column) => (row: AnyRow) => remembered(table, row[column]));
const loading = inMemory ? {} : fieldsOf(loaded);

const app = Fastify({ bodyLimit: 1e7 });
const options = {
  schema: plainSdl,
  jit: 1,
  allowBatchedQueries: false,
  resolvers: {
    ...(inMemory && remembering),
    Query: {
      ...resolvers.Query,
      // By hand and in one statement: the federation plug-in resolves references one at a time.
      _entities: (_: unknown, given: { representations: readonly GivenCode[] }) =>
        rowsById('billing_code', given.representations.map(codeId)),
    },
    _Entity: { resolveType: () => 'BillingCode' },
  },
  loaders: {
    ...loading,
    BillingCode: { coverage: coverage('code_id') },
    Payer: { coverage: coverage('payer_id') },
    CoverageStatement: {
      ...loading.CoverageStatement,
      code: loaded('billing_code', 'codeId'),
      citations: loader((queries) => citationsOf(idsOf(queries))),
    },
  },
};
// The types that it takes know neither the shape of rows nor that of parameters.
app.register(mercurius, options as never);
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo; // a TCP server has a port
process.stderr.write(`Mercurius is at http://127.0.0.1:${port}/graphql.\n`);
process.once('SIGTERM', () => process.exit(0));
