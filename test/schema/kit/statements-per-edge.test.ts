/** However many parents walk an edge, the graph runs no statement twice for it: N+1 cannot slip in, for any edge of the schema. */

import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { ask, observed, type StatementRun } from '../../kit/graph.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';
import { selectionOf } from '../../kit/selection.ts';
import { busyDay, edges, idsOf, nodeTypes, walking } from '../../kit/walk.ts';

/** How often each statement was run. */
function tally(runs: readonly StatementRun[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(runs, ({ sql }) => sql)].map(([sql, same]) => [sql, same.length]));
}

/** Statements that were run more often for many than for one, and more than once beside fetching the parents. */
function repeated(
  few: readonly StatementRun[],
  many: readonly StatementRun[],
  fetching: readonly StatementRun[] = [],
): string[] {
  const [before, fetched] = [tally(few), tally(fetching)];
  return [...tally(many)]
    .filter(([sql, count]) => count > Math.max(1, before.get(sql) ?? 0) + (fetched.get(sql) ?? 0))
    .map(([sql, count]) => `${count} times: ${sql}`);
}

test('every type of node is reached by id, and the release holds some of each but those that files alone bring', () => {
  const missing = nodeTypes.filter(({ ids }) => ids.length === 0).map(({ type }) => type.name);
  expect(missing.sort()).toEqual([...loadedOnly].sort());
});

test('every edge below a node can be walked without being told how', () => {
  const demanding = nodeTypes.flatMap(({ type }) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.some(isRequiredArgument))
      .map(({ name }) => `${type.name}.${name}`),
  );
  expect(demanding).toEqual([]);
});

const heldTypes = nodeTypes.map(({ type }) => type.name).filter((name) => !loadedOnly.has(name));

describe.each(heldTypes)('%s', async (name) => {
  const [first = '', ...rest] = idsOf(name);
  const many = [first, ...rest.slice(-40)];
  const parents = await observed(() =>
    ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: many }),
  );

  test.each(edges.filter(({ parent }) => parent === name))(
    '.$field costs the same for one and for many',
    async (edge) => {
      const one = await observed(() => ask(walking(edge), { ids: [first] }, busyDay));
      const all = await observed(() => ask(walking(edge), { ids: many }, busyDay));
      expect(repeated(one.runs, all.runs, parents.runs)).toEqual([]);
    },
  );
});

const line = (code: string) => ({ code, dateOfService: '2025-10-15' });
const family = 'ServiceFamily:trabecular-bone-score';

/** Root fields that make many objects without ids, asked for little and for much. */
const roots: readonly (readonly [field: string, little: object, much: object])[] = [
  [
    'coverageMatrix',
    { input: { families: [family], payers: ['Payer:aetna'] } },
    { input: { families: idsOf('ServiceFamily') } },
  ],
  [
    'checkClaim',
    { claim: { lines: [line('77090')] } },
    { claim: { lines: ['77089', '77090', '77091', '77092', '77080'].map(line) } },
  ],
];

describe('Query', () => {
  test.each(roots)('.%s costs the same for little and for much', async (name, little, much) => {
    const field = schema.getQueryType()?.getFields()[name];
    if (!field) throw new Error(`Query has no field ${name}.`);
    const given = field.args.filter((arg) => arg.name in little);
    const source = `query (${given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')}) {
      ${name}(${given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${selectionOf(getNamedType(field.type))} }`;
    const one = await observed(() => ask(source, { ...little }, busyDay));
    const all = await observed(() => ask(source, { ...much }, busyDay));
    expect(repeated(one.runs, all.runs)).toEqual([]);
  });

  test('.codeReport costs the same for some sections and for all', async () => {
    const section = schema.getType('ReportSection');
    const sections = isObjectType(section) ? selectionOf(section) : '';
    const report = (keys: string) => `{ codeReport(code: "77090") { sections${keys} ${sections} } }`;
    // Some of each kind: of statements, of what follows from the graph, of gaps.
    const one = await observed(() =>
      ask(report('(keys: [SUMMARY, PAYERS_COVERED, DIAGNOSES, RELATED_CODES])'), {}, busyDay),
    );
    const all = await observed(() => ask(report(''), {}, busyDay));
    expect(repeated(one.runs, all.runs)).toEqual([]);
  });
});
