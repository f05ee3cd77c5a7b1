/** The arguments of every edge to statements, read from the schema: what ranks, day and moment give on synthetic rows. */

import { getNamedType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { inOrderOf } from '../../../db/kit/order.ts';
import type { Table } from '../../../db/kit/table.ts';
import { billingCode, statementCode, tables } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { ask } from '../../kit/graph.ts';
import { add, emptyStore, releaseOf, rowWith } from '../../kit/synthetic.ts';

interface StatementEdge {
  readonly name: string;
  readonly field: string;
  readonly connection: boolean;
  readonly from: Table;
  readonly to: Table;
}

function tableOf(type: string): Table | undefined {
  return tables.find((table) => table.type === type);
}

/** Every field that takes ranks: it leads from one type to statements of another. */
const edges: readonly StatementEdge[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((parent) =>
    Object.values(parent.getFields()).flatMap((field): StatementEdge[] => {
      if (!field.args.some(({ name }) => name === 'ranks')) return [];
      const child = getNamedType(field.type).name;
      const [from, to] = [tableOf(parent.name), tableOf(child.replace(/Connection$/, ''))];
      if (!from || !to) throw new Error(`${parent.name}.${field.name} leads from or to no table.`);
      const connection = child.endsWith('Connection');
      return [{ name: `${parent.name}.${field.name}`, field: field.name, connection, from, to }];
    }),
  );

const year = { validFrom: '2025-01-01', validTo: '2026-01-01' };
const rows = {
  normal: year,
  preferred: { ...year, rank: 'PREFERRED', rankReason: 'Synthetic.' },
  deprecated: { ...year, rank: 'DEPRECATED', rankReason: 'Synthetic.' },
  over: { validFrom: '2024-01-01', validTo: '2025-01-01' },
  coming: { validFrom: '2026-01-01', validTo: '2027-01-01' },
  learned: { ...year, recordedFrom: '2025-07-01T00:00:00Z' },
  withdrawn: { ...year, recordedTo: '2025-03-01T00:00:00Z' },
} as const;
type Name = keyof typeof rows;

/** What each set of arguments gives, below a request about 2025-06-01 as it was known on that day. */
const questions: readonly (readonly [args: string, given: readonly Name[]])[] = [
  ['', ['normal', 'preferred']],
  ['(ranks: [PREFERRED])', ['preferred']],
  ['(ranks: [NORMAL])', ['normal']],
  ['(ranks: [DEPRECATED])', ['deprecated']],
  ['(ranks: [NORMAL, DEPRECATED])', ['deprecated', 'normal']],
  ['(asOf: { dateOfService: "2024-12-31" })', ['over']],
  ['(asOf: { dateOfService: "2025-01-01" })', ['normal', 'preferred']],
  ['(asOf: { dateOfService: "2026-01-01" })', ['coming']],
  ['(asOf: { knownAt: "2025-07-01T00:00:00Z" })', ['learned', 'normal', 'preferred']],
  ['(asOf: { knownAt: "2025-02-28T23:59:59Z" })', ['normal', 'preferred', 'withdrawn']],
  ['(asOf: { knownAt: "2019-12-31T23:59:59Z" })', []],
];

/** The ids in every column of a row that refers to a thing; what names no table is what the statement is about. */
function about(table: Table, parent: Table, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(table.columns).flatMap(([column, { references }]) => {
      const other = tables.find(({ name }) => name === references) ?? (column === table.subject && parent);
      return other ? [[column, `${other.type}:${key}`]] : [];
    }),
  );
}

/** Of edges that no column leads along: what ties the parent to its rows, and what sets a stranger apart. */
const ties: Readonly<
  Record<string, readonly [own: Readonly<Record<string, string>>, stranger: Readonly<Record<string, string>>]>
> = {
  'BillingCode.defaultRates': [{ system: 'CPT' }, { system: 'HCPCS_LEVEL_II' }],
  'ListedPlan.priceFiles': [{ fileSets: '["a"]', fileSet: 'a' }, { fileSet: 'b' }],
};

/** A store in which one parent reaches each of the rows, and no parent reaches a stranger. */
function world({ name: edge, from, to }: StatementEdge) {
  const [own, strange] = ties[edge] ?? [{}, {}];
  const store = emptyStore();
  const parent = `${from.type}:synthetic`;
  add(store, from, { ...about(from, from, 'synthetic'), ...own, id: parent });
  const code = `${billingCode.type}:synthetic`;
  for (const [name, values] of Object.entries(rows)) {
    const id = `${to.type}:${name}`;
    add(store, to, { ...about(to, from, 'synthetic'), ...own, ...values, id });
    add(store, statementCode, { statementId: id, codeId: code, type: to.type });
  }
  add(store, to, { ...about(to, from, 'other'), ...strange, ...year, id: `${to.type}:stranger` });
  return { parent, release: releaseOf(store) };
}

describe.each(edges)('$name', (edge) => {
  const { field, connection, from, to } = edge;

  test('gives the ranks, the day and the moment that are asked for, of the parent alone', async () => {
    const { parent, release } = world(edge);
    const fields = questions.map(
      ([args], i) => `q${i}: ${field}${args} ${connection ? '{ totalCount nodes { id } }' : '{ id }'}`,
    );
    const { node } = await ask<{ node: Record<string, unknown> }>(
      `query ($id: ID!) { node(id: $id) { ... on ${from.type} { ${fields.join('\n')} } } }`,
      { id: parent },
      {
        of: release,
        headers: { 'as-of-date-of-service': '2025-06-01', 'as-of-known-at': '2025-06-01T00:00:00Z' },
      },
    );
    const expected = questions.map(([, given], i) => {
      const nodes = given
        .map((name) => rowWith(to, { ...rows[name], id: `${to.type}:${name}` }) as { readonly id: string })
        .sort(inOrderOf(to))
        .map(({ id }) => ({ id }));
      return [`q${i}`, connection ? { totalCount: nodes.length, nodes } : nodes];
    });
    expect(node).toEqual(Object.fromEntries(expected));
    release.close();
  });
});

test('edges that are asked for alike in one request do not answer each other', async () => {
  const store = emptyStore();
  const release = releaseOf(store);
  const from = tableOf('Payer');
  const to = tableOf('CoverageStatement');
  if (!from || !to) throw new Error('Payers have no coverage.');
  add(store, from, { ...about(from, from, 'synthetic'), id: 'Payer:synthetic' });
  add(store, to, { ...about(to, from, 'synthetic'), id: 'CoverageStatement:a' });
  const fields = ['priorAuthorization', 'coverage', 'billingRules', 'events'];
  const source = `{ node(id: "Payer:synthetic") { ... on Payer { ${fields.map((field) => `${field} { totalCount nodes { id } }`).join(' ')} } } }`;
  const none = { totalCount: 0, nodes: [] };
  expect(await ask(source, {}, { of: release })).toEqual({
    node: {
      priorAuthorization: none,
      coverage: { totalCount: 1, nodes: [{ id: 'CoverageStatement:a' }] },
      billingRules: none,
      events: none,
    },
  });
  release.close();
});
