/** A load adds to a copy of the release: what it gives is what a build anew gives, and what it wrote is its feed. Everything here is synthetic but the codes. */

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endOfFeed, firstChanges } from '../../../db/history/feed.ts';
import { rowsById } from '../../../db/kit/rows-along-edge.ts';
import type { Store } from '../../../db/kit/store.ts';
import { ownName, snake } from '../../../db/kit/table.ts';
import { bookkeeping, statementTables, tables } from '../../../db/tables/index.ts';
import { build } from '../../../seed/build/build.ts';
import { fixed } from '../kit/hcpcs-file.ts';
import { type Loading, loading } from '../kit/loading.ts';
import { pairEdits } from '../official/kit/pair-edits.ts';

const slow = { timeout: 120_000 };

const order = (...rows: readonly (readonly [code: string, billable: 0 | 1, title?: string])[]) =>
  rows
    .map(
      ([code, billable, title = `synthetic ${code}`]) =>
        `00001 ${code.padEnd(7)} ${billable} ${'synthetic'.padEnd(60)} ${title}\r\n`,
    )
    .join('');

const records = (...coverages: readonly string[]) =>
  fixed(
    coverages.map((coverage, index) => ({
      ...{
        code: `A420${index + 6}`,
        coverage,
        texts: ['Synthetic text'],
        short: 'Synthetic',
        added: '20200101',
      },
    })),
  );

const unitLimits = (day: string, ...rows: readonly string[]) =>
  [
    `MCR_MUE_PractitionerServices_Eff_${day}.csv`,
    `SYNTHETIC\r\nHCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n${rows
      .map((row) => `${row},3 Date of Service Edit: Clinical,Synthetic\r\n`)
      .join('')}`,
  ] as const;

/** Pair edits, one of which the text has as well: a release that lacks a file for a while, an older one, and a file that is posted again. */
const pairs = {
  spring: [
    ['ccipra-v321r0-f1.txt', pairEdits(['0554T 0555T 20240701 * 1', '77080 77086 20220101 * 1'])],
    ['ccipra-v321r0-f2.txt', pairEdits(['99901 77080 20220101 * 0', '99903 99904 20220101 * 1'])],
    ['ccioph-v321r0-f1.txt', pairEdits(['77080 77086 20220101 * 1'])],
  ],
  summer: [
    [
      'ccipra-v322r0-f1.txt',
      pairEdits(['0554T 0555T * * 1', '0554T 0555T 20240701 * 1', '77080 77086 20220101 * 0']),
    ],
  ],
  winter: [
    ['ccipra-v320r0-f1.txt', pairEdits(['77080 77086 20220101 * 9', '77080 99902 20200101 * 1'])],
    ['ccipra-v320r0-f2.txt', pairEdits(['99901 77080 20220101 * 0'])],
  ],
  again: [
    ['ccipra-v322r0-f2.txt', pairEdits(['99901 77080 20220101 * 0'])],
    ['ccipra-v322r1-f1.txt', pairEdits(['0554T 0555T * * 1', '77080 77086 20220101 20260630 0'])],
    ['ccioph-v322r0-f1.txt', pairEdits(['77080 77086 20220101 20260630 1'])],
  ],
} as const;

/** Releases as they come, an older one and the same bytes for another time among them. */
const loads: readonly (readonly (readonly [name: string, text: string])[])[] = [
  [
    ['icd10cm_order_2026.txt', order(['Z99', 0], ['Z991', 1], ['Z992', 1], ['Z9989', 1])],
    ['HCPC2026_JUL_ANWEB.txt', records('C', 'D', 'C')],
    ...pairs.spring,
  ],
  [
    [
      'icd10cm-order-April-1-2026.txt',
      order(['Z99', 0], ['Z991', 1, 'synthetic, new'], ['Z998', 0], ['Z9989', 1]),
    ],
    unitLimits('01-01-2026', '99499,1', '99498,1', '99497,2'),
    ...pairs.summer,
  ],
  [
    ['icd10cm_order_2024.txt', order(['Z99', 0], ['Z991', 1], ['Z992', 1])],
    ['HCPC2026_OCT_ANWEB.txt', records('C', 'M', 'C', 'D')],
    ...pairs.winter,
  ],
  [
    ['icd10cm_order_2027.txt', order(['Z99', 0], ['Z991', 1, 'synthetic, new'], ['Z998', 0], ['Z9989', 1])],
    unitLimits('04-01-2026', '99499,3', '99497,2'),
    ...pairs.again,
  ],
];

const loadNext = (graph: Loading, files: (typeof loads)[number]) =>
  graph.load(files.map(([name, text]) => graph.put(name, text)));

/** Every row of every table of data, and the search index but for its order. */
function everything(store: Store): Readonly<Record<string, readonly unknown[]>> {
  const data = tables.filter((table) => !bookkeeping.has(table));
  const rows = data.map((table) => [
    table.name,
    store.all(`select * from ${ownName(table)} order by ${table.cluster.map(snake).join(', ')}`),
  ]);
  const entries = store.all(
    'select s.id, s.type, s.names, s.label, s.description from search s order by s.id',
  );
  const names = store.all(
    'select n.key, s.id, n.is_label from search_name n cross join search s where s.rowid = n.slot order by 1, 2',
  );
  const words = store.all('select w.word, w.labels from search_word w order by 1');
  return { ...Object.fromEntries(rows), entries, names, words };
}

/** Expects that a build of a graph from all its files changes nothing. */
async function expectTheSameAnew(graph: Loading): Promise<void> {
  const added = everything(graph.release().store);
  await build({ database: graph.database, log: () => {} });
  const anew = everything(graph.release().store);
  const differing = Object.keys(added).filter(
    (name) => JSON.stringify(added[name]) !== JSON.stringify(anew[name]),
  );
  expect(differing.map((name) => [name, added[name], anew[name]])).toEqual([]);
}

test('releases that were added one after another give what a build of them anew gives', slow, async () => {
  const graph = loading('without database');
  const logged: string[] = [];
  for (const files of loads) {
    await graph.load(
      files.map(([name, text]) => graph.put(name, text)),
      { log: (line) => logged.push(line) },
    );
  }
  // All but the first, which has nothing to add to.
  expect(logged.filter((line) => line.startsWith('Adding to a copy'))).toHaveLength(loads.length - 1);
  await expectTheSameAnew(graph);
});

test('so do pair edits that were read for some codes, before and after all of them were', slow, async () => {
  const graph = loading('without database');
  const { winter, spring, summer, again } = pairs;
  const codes = ['77080'];
  for (const [files, chosen] of [[winter, codes], [spring], [again, codes], [summer]] as const)
    await graph.load(
      files.map(([name, text]) => graph.put(name, text)),
      { codes: chosen },
    );
  await expectTheSameAnew(graph);
});

/** All statements as rows. */
function statementsOf(store: Store): Map<string, unknown> {
  return new Map(
    [...statementTables.map(({ name }) => name), 'ptp_statement'].flatMap((name) =>
      store.all<{ id: string }>(`select t.* from ${name} t`).map((row) => [row.id, row] as const),
    ),
  );
}

const citing = ['citing', 'ptp_citing']
  .map((view) => `select c.subject_id as id from ${view} c where c.source_id = :source`)
  .join(' union all ');

test('a client that follows the feed of loads has every statement as it is', slow, async () => {
  const graph = loading();
  const [begin, ...more] = loads;
  if (begin) await loadNext(graph, begin);
  const copy = statementsOf(graph.release().store);
  let { seq } = endOfFeed(graph.release().store);
  for (const files of more) {
    await loadNext(graph, files);
    const { store } = graph.release();
    const now = statementsOf(store);
    for (const event of firstChanges(store, { after: seq }, {}, 1_000)) {
      seq = event.seq;
      const read =
        event.kind === 'EDITION_ADDED'
          ? store.all<{ id: string }>(citing, { source: event.statementId }).map(({ id }) => id)
          : [event.statementId, event.previousId ?? event.statementId];
      for (const id of read) {
        if (now.has(id)) copy.set(id, now.get(id));
        else copy.delete(id);
      }
    }
    expect([...copy].sort()).toEqual([...now].sort());
  }
});

test('what a load wrote is in the feed, in proportion to what changed', slow, async () => {
  const graph = loading();
  const rows = (changed: number) =>
    order(
      ...Array.from({ length: 200 }, (_, i): [string, 0 | 1, string] => [
        `${i < 100 ? 'A' : 'B'}${String(i % 100).padStart(2, '0')}`,
        1,
        i < changed ? 'synthetic, new' : 'synthetic',
      ]),
    );
  await graph.load([graph.put('icd10cm_order_2025.txt', rows(0))]);
  const { seq } = endOfFeed(graph.release().store);
  await graph.load([graph.put('icd10cm_order_2026.txt', rows(3))]);
  const { store } = graph.release();
  const events = firstChanges(store, { after: seq }, {}, 1_000);
  expect(events.map(({ kind }) => kind)).toEqual(['UPDATED', 'UPDATED', 'UPDATED', 'EDITION_ADDED']);
  expect(events.at(-1)?.statementCount).toBe(197);
  const ids = events.flatMap(({ kind, statementId }) => (kind === 'UPDATED' ? [statementId] : []));
  const table = statementTables.find(({ name }) => name === 'diagnosis_validity');
  if (!table) throw new Error('There is a table of validity.');
  expect(rowsById(store, table, ids)).toEqual(
    ids.map((id) => expect.objectContaining({ id, title: 'synthetic, new' })),
  );
});

test(
  'what a command brings is searched for, though another of its files turned out to be a part of a release',
  slow,
  async () => {
    const graph = loading();
    const [begin = []] = loads;
    await loadNext(graph, begin);
    await graph.load([
      graph.put(...unitLimits('01-01-2026', '99499,1', '99498,1', '99497,2')),
      // Most of the year before is not in it.
      graph.put('icd10cm_order_2027.txt', order(['Z992', 1])),
    ]);
    const { store } = graph.release();
    const found = store.all<{ id: string }>('select s.id from search s').map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining(['BillingCode:CPT:99498']));
    const all = store.all<{ id: string }>("select e.id from entity e where e.id like 'BillingCode:%'");
    expect(found).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
  },
);

test('a release that was damaged is not added to: a load makes it anew', slow, async () => {
  const graph = loading();
  const [begin = [], next = []] = loads;
  await loadNext(graph, begin);
  const bytes = readFileSync(graph.database);
  bytes.fill(0xff, bytes.length - 400_000, bytes.length - 200_000);
  writeFileSync(graph.database, bytes);
  const logged: string[] = [];
  await graph.load(
    next.map(([name, text]) => graph.put(name, text)),
    { log: (line) => logged.push(line) },
  );
  expect(logged.filter((line) => line.startsWith('Adding'))).toEqual([]);
  expect(graph.release().store.get('select 1 from unit_limit')).toBeDefined();
});

test(
  'the figures for estimates are those of the rows, also where only some tables were touched',
  slow,
  async () => {
    const graph = loading();
    for (const files of loads) await loadNext(graph, files);
    const { store, info } = graph.release();
    const most = (sql: string) => store.get<{ n: number }>(`select max(g.n) as n from (${sql}) g`)?.n;
    expect(info.largestGroups['citation.source_id']).toBe(
      most('select count(*) as n from citation c group by c.source_id'),
    );
    const bySubject =
      "select count(*) as n from citation c where c.subject_id glob 'DiagnosisValidity:*' group by c.subject_id";
    expect(info.largestGroups['citation.subject_id of DiagnosisValidity']).toBeGreaterThanOrEqual(
      most(bySubject) ?? 0,
    );
    for (const { name } of statementTables)
      expect(info.counts[name], name).toBe(store.get<{ n: number }>(`select count(*) as n from ${name}`)?.n);
  },
);

test('an older release that is loaded late is one event where it states the same', slow, async () => {
  const graph = loading();
  const rows = order(['Z99', 0], ['Z991', 1], ['Z992', 1]);
  await graph.load([graph.put('icd10cm_order_2026.txt', rows)]);
  const { seq } = endOfFeed(graph.release().store);
  await graph.load([graph.put('icd10cm_order_2024.txt', `${rows}\r\n`)]);
  const events = firstChanges(graph.release().store, { after: seq }, {}, 1_000);
  expect(events.map(({ kind, statementCount }) => [kind, statementCount])).toEqual([['EDITION_ADDED', 3]]);
});
