/** No statement of the graph reads a table from end to end, says the engine's own plan of each; only counting all that there is does. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownName } from '../../../db/kit/table.ts';
import { tables } from '../../../db/tables/index.ts';
import { ask, observed, release, type StatementRun } from '../../kit/graph.ts';
import { countsEverything, planOf } from '../../kit/plan.ts';
import { questions, questionsFolder } from '../../kit/questions.ts';
import { busyDay, edges, idsOf, walking } from '../../kit/walk.ts';

const relations = new Set(
  release.store
    .all<{ name: string }>("select name from sqlite_schema where type = 'table'")
    .map(({ name }) => name),
);

/** The steps of a plan that read a whole table or a whole index. Reading the askers, or rows just found, is no such step. */
function scans({ sql, params }: StatementRun): string[] {
  const aliases = new Map(
    [...sql.matchAll(/(?:from|join) (\w+) (\w+)/g)].map(([, table = '', alias = '']) => [alias, table]),
  );
  const steps = release.store.all<{ detail: string }>(`explain query plan ${sql}`, params);
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => {
      const name = /^SCAN (\w+)/.exec(detail)?.[1];
      if (name === undefined || detail.includes('VIRTUAL TABLE') || isTiny(name)) return false;
      return relations.has(name) || relations.has(aliases.get(name) ?? '') || detail.includes('INDEX');
    });
}

/** Whether a table has a handful of rows, which are read as a whole, whatever its indexes. */
function isTiny(name: string): boolean {
  return tables.some((table) => ownName(table) === name && (release.info.counts[table.name] ?? 0) < 10);
}

/** Each statement once, with what was bound. */
function distinct(runs: readonly StatementRun[]): StatementRun[] {
  return [...new Map(runs.map((run) => [run.sql, run])).values()];
}

/** The scans of every statement that some work runs. */
async function scansOf(work: () => Promise<unknown>): Promise<string[]> {
  const { runs } = await observed(work);
  expect(runs.length).toBeGreaterThan(0);
  const checked = distinct(runs).filter(({ sql }) => !countsEverything(sql));
  return checked.flatMap((run) => scans(run).map((step) => `${step} in ${run.sql}`));
}

test('walking any edge of the schema scans nothing', async () => {
  const work = async () => {
    for (const edge of edges) await ask(walking(edge), { ids: idsOf(edge.parent).slice(0, 8) }, busyDay);
  };
  expect(await scansOf(work)).toEqual([]);
});

test('pages in the middle of an edge, forward and backward, scan nothing', async () => {
  const work = async () => {
    for (const { parent, field } of edges.filter(({ connection }) => connection)) {
      const page = `{ edges { cursor } pageInfo { endCursor } }`;
      const source = (args: string) =>
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent} { ${field}(${args}) ${page} } } }`;
      const ids = idsOf(parent).slice(0, 8);
      const { nodes } = await ask<{ nodes: Record<string, { pageInfo: { endCursor: string | null } }>[] }>(
        source('first: 1'),
        { ids },
        busyDay,
      );
      const cursor = nodes.map((node) => node[field]?.pageInfo.endCursor).find(Boolean);
      if (cursor) {
        await ask(source(`first: 2, after: "${cursor}"`), { ids }, busyDay);
        await ask(source(`last: 2, before: "${cursor}"`), { ids }, busyDay);
      }
    }
  };
  expect(await scansOf(work)).toEqual([]);
});

test('for a page of several types, rows of tables that declare no order are not sorted', async () => {
  const unordered = new Set(tables.filter(({ order }) => !order).map(ownName));
  const mixed = edges.filter(({ parent, field }) => field === 'statements' && parent !== 'Conflict');
  const work = async () => {
    for (const edge of mixed) await ask(walking(edge), { ids: idsOf(edge.parent).slice(0, 2) }, busyDay);
    await ask('{ codeReport(code: "77080") { sections { statements(first: 1) { nodes { id } } } } }');
  };
  const { runs } = await observed(work);
  const inOrder = distinct(runs.filter(({ sql }) => sql.includes('t.precedence')));
  expect(inOrder.length).toBeGreaterThan(1);
  const sorted = inOrder.flatMap(({ sql, params }) =>
    [...Map.groupBy(planOf(release.store, sql, params), ({ parent }) => parent).values()]
      .filter((steps) => steps.some(({ detail }) => detail.startsWith('USE TEMP B-TREE')))
      .flatMap((steps) => steps.map(({ detail }) => /^(?:SEARCH|SCAN) (\w+)/.exec(detail)?.[1] ?? ''))
      .filter((name) => unordered.has(name)),
  );
  expect(sorted).toEqual([]);
});

test.each(questions)('%s scans nothing', async (file) => {
  expect(await scansOf(() => ask(readFileSync(join(questionsFolder, `${file}.graphql`), 'utf8')))).toEqual(
    [],
  );
});

test('filters of every kind scan nothing', async () => {
  const work = () =>
    ask(`{
      statements(filter: { types: ["CoverageStatement"], payers: ["Payer:aetna"], ranks: [DEPRECATED], valueStates: [VALUE], sourceKinds: [CODE_SET] }) { totalCount nodes { id } }
      conflicts(kinds: [SITE_DISAGREEMENT], resolution: UNRESOLVED, subject: "BillingCode:CPT:77092") { totalCount nodes { id } }
      gaps(payers: ["Payer:aetna"], reasons: [NO_POLICY_FOUND], linesOfBusiness: [COMMERCIAL]) { totalCount nodes { id } }
      billingCode(code: "77092") { coverage(ranks: [DEPRECATED], filter: { payers: ["Payer:bcbs"], linesOfBusiness: [COMMERCIAL], covered: [COVERED], includeUnknown: false }) { totalCount nodes { id } } }
    }`);
  expect(await scansOf(work)).toEqual([]);
});

test('the plan of a statement that reads a whole table is told apart', () => {
  expect(scans({ sql: 'select t.id from coverage t', params: {} })).not.toEqual([]);
  expect(scans({ sql: "select t.id from coverage t where t.id = 'x'", params: {} })).toEqual([]);
});
