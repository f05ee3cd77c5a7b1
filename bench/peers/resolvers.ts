/** Resolvers over DataLoader, as Apollo Server and Yoga use them: a loader a table and a request, every read batched. */

import DataLoader from 'dataloader';
import {
  type AnyRow,
  citationsOf,
  codeById,
  codeId,
  type GivenCode,
  inMemory,
  matrix,
  type PeerPage,
  pages,
  payerBySlug,
  remembered,
  rowsById,
  type SmallTable,
} from './reads.ts';

/** The loaders of one request, each made when it is first used. */
export type Loaders = <V>(name: string, load: (keys: readonly string[]) => V[]) => DataLoader<string, V>;

export function loadersOfRequest(): Loaders {
  const made = new Map<string, DataLoader<string, unknown>>();
  return <V>(name: string, load: (keys: readonly string[]) => V[]) => {
    const found = made.get(name) ?? new DataLoader<string, unknown>(async (keys) => load(keys));
    made.set(name, found);
    return found as DataLoader<string, V>;
  };
}

export interface PeerContext {
  readonly loaders: Loaders;
}

interface First {
  readonly first: number;
}

/** The row of a table that a column names, by a loader. */
function loaded(table: SmallTable | 'billing_code', column: string) {
  return (row: AnyRow, _: unknown, { loaders }: PeerContext) => {
    const id = row[column];
    return id ? loaders(table, (ids) => rowsById(table, ids)).load(id) : null;
  };
}

/** The row of a small table that a column names: out of memory in the variants that keep these tables. */
function small(table: SmallTable, column: string) {
  return inMemory ? (row: AnyRow) => remembered(table, row[column]) : loaded(table, column);
}

/** The statements along a column of coverage. */
function coverage(column: 'code_id' | 'payer_id') {
  return ({ id }: { id: string }, { first }: First, { loaders }: PeerContext) =>
    loaders<PeerPage>(`coverage by ${column}, ${first}`, (ids) => pages(column, ids, first)).load(id);
}

export const resolvers = {
  Query: {
    billingCode: (_: unknown, given: GivenCode) => codeById(codeId(given)),
    billingCodes: (_: unknown, { codings }: { codings: readonly GivenCode[] }) =>
      rowsById('billing_code', codings.map(codeId)),
    payer: (_: unknown, { slug }: { slug: string }) => payerBySlug(slug),
    coverageMatrix: (_: unknown, { input }: { input: { families: readonly string[] } }) =>
      matrix(input.families),
  },
  BillingCode: {
    coverage: coverage('code_id'),
    __resolveReference: (reference: GivenCode, { loaders }: PeerContext) =>
      loaders('billing_code', (ids) => rowsById('billing_code', ids)).load(codeId(reference)),
  },
  Payer: { coverage: coverage('payer_id') },
  CoverageStatement: {
    payer: small('payer', 'payerId'),
    policyVersion: small('policy_version', 'policyVersionId'),
    component: small('service_component', 'componentId'),
    code: loaded('billing_code', 'codeId'),
    citations: ({ id }: { id: string }, _: unknown, { loaders }: PeerContext) =>
      loaders('citations', citationsOf).load(id),
  },
  PolicyVersion: { policy: small('policy', 'policyId') },
  CitationRef: { source: small('source', 'sourceId') },
};
