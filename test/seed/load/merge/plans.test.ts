/** No statement reads all rows of an official file once for each of some others, says the engine's own plan of each, on a graph that holds such files. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChecks } from '../../../../db/findings/checks.ts';
import { derive } from '../../../../db/findings/derive.ts';
import { carryFeed } from '../../../../db/history/changes.ts';
import type { Store } from '../../../../db/kit/store.ts';
import { memoryOf } from '../../../../db/release/small-tables.ts';
import { ask, observed } from '../../../kit/graph.ts';
import { countsEverything, planOf, repeatedReads, wholeReads } from '../../../kit/plan.ts';
import { questions, questionsFolder } from '../../../kit/questions.ts';
import { edges, idsIn, walking } from '../../../kit/walk.ts';
import { emptyStore } from '../../kit/empty-store.ts';
import { fixed } from '../../kit/hcpcs-file.ts';
import { loading } from '../../kit/loading.ts';
import { type OfficialText, takeFilesIn } from '../../kit/taken-in.ts';

/** Builds the whole database three times. */
const slow = { timeout: 240_000 };

/** An order file: the codes are real, the titles synthetic. */
const order = (codes: readonly number[], title = 'synthetic') =>
  codes
    .map((code) => `00001 ${`Z${code}`.padEnd(7)} 1 ${'synthetic'.padEnd(60)} ${title} Z${code}\r\n`)
    .join('');
const codes = Array.from({ length: 60 }, (_, i) => i + 10);
/** Records of HCPCS: the codes are real, the texts synthetic. */
const records = (coverage: string) =>
  fixed(
    codes.map((code) => ({
      ...{ code: `A42${code}`, texts: ['Synthetic text'], short: 'Synthetic', added: '20200101' },
      coverage: code === 20 ? coverage : 'C',
    })),
  );

const file = (format: string, name: string, text: string, second: number): OfficialText => ({
  ...{ format, name, text, loadedAt: `2026-01-01T00:00:0${second}Z` },
});
const first = [
  file('icd10cm', 'icd10cm_order_2025.txt', order(codes), 0),
  file('hcpcs', 'HCPC2026_JUL_ANWEB.txt', records('C'), 1),
];
/** With rows that are confirmed, corrected and ended, so that they stand in each of the places where rows stand. */
const then = [
  file('icd10cm', 'icd10cm-order-April-1-2025.txt', order(codes.slice(1)), 2),
  file('icd10cm', 'icd10cm_order_2026.txt', order([10, ...codes.slice(3)], 'synthetic, new'), 3),
  file('hcpcs', 'HCPC2026_OCT_ANWEB.txt', records('D'), 4),
];

/** A statement, how often it was run, and its plan in the database as it was then. */
interface Watched {
  readonly sql: string;
  runs: number;
  readonly plan: ReturnType<typeof planOf>;
}

/** Follows what a store is asked from now on. */
function watch(store: Store): readonly Watched[] {
  const all: Watched[] = [];
  const bySql = new Map<string, Watched>();
  store.observe((sql, params) => {
    // Rows that are added by themselves look nothing up.
    if (/^(?:explain |insert or fail into \S+ ?\(.*\?)/s.test(sql)) return;
    let found = bySql.get(sql);
    if (!found) {
      found = { sql: sql.replace(/\s+/g, ' ').trim(), runs: 0, plan: planOf(store, sql, params) };
      bySql.set(sql, found);
      all.push(found);
    }
    found.runs += 1;
  });
  return all;
}

/** Builds a database of files as a build does it, on top of that of another build. */
async function built(files: readonly OfficialText[], last?: Store) {
  const store = emptyStore();
  const statements = watch(store);
  await takeFilesIn(store, files);
  derive(store);
  runChecks(store);
  if (last) carryFeed(store, last, '2026-02-01T00:00:00Z');
  store.exec('analyze');
  return { store, statements };
}

/** The tables in which rows of files are; the views call them `r`. */
const ofFiles =
  /^(?:SCAN|SEARCH) (?:r|(?:hcpcs_record|code_validity|diagnosis_validity)_row|citation_own|diagnosis_code|billing_code)\b/;

test(
  'a build reads all rows of a file in statements that it runs once, and not for each row of something else',
  slow,
  async () => {
    const { store: last } = await built(first);
    const before = watch(last);
    const { store, statements } = await built([...first, ...then], last);
    const places = ['hcpcs_record_row', 'diagnosis_validity_row'];
    for (const place of places) expect(store.get(`select 1 from ${place}`), place).toBeDefined();
    const all = [...statements, ...before];
    expect(all.length).toBeGreaterThan(100);
    const bad = all.flatMap(({ sql, runs, plan }) => {
      const steps = runs > 1 ? wholeReads(plan) : repeatedReads(plan);
      return steps.filter((step) => ofFiles.test(step)).map((step) => `${step} in ${sql}, run ${runs} times`);
    });
    expect(bad).toEqual([]);
  },
);

test('no question reads all rows of a file, whichever edge it walks', slow, async () => {
  const graph = loading();
  for (const some of [first, then]) await graph.load(some.map(({ name, text }) => graph.put(name, text)));
  const release = graph.release();
  memoryOf(release);
  const all = edges.map((edge) => ({ edge, ids: idsIn(release.store, edge.parent) }));
  const work = async () => {
    for (const { edge, ids } of all) {
      await ask(walking(edge), { ids: [...ids.slice(0, 4), ...ids.slice(-4)] }, { of: release });
    }
    for (const path of questions)
      await ask(readFileSync(join(questionsFolder, `${path}.graphql`), 'utf8'), {}, { of: release });
  };
  const { runs } = await observed(work, release);
  const distinct = [...new Map(runs.map((run) => [run.sql, run])).values()].filter(
    ({ sql }) => !countsEverything(sql),
  );
  expect(distinct.length).toBeGreaterThan(100);
  const bad = distinct.flatMap(({ sql, params }) =>
    wholeReads(planOf(release.store, sql, params))
      .filter((step) => ofFiles.test(step))
      .map((step) => `${step} in ${sql}`),
  );
  expect(bad).toEqual([]);
});
