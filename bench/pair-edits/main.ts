/** What `node bench/pair-edits/main.ts` measures: releases of pair edits of full size, from the files into indexed tables, and what the graph then costs. */

import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runsOf } from '../../db/history/runs.ts';
import { indexesOf } from '../../db/kit/indexes.ts';
import { countAlong, rowsAlong, rowsById } from '../../db/kit/rows-along-edge.ts';
import { createStore, type Store, type WritableStore } from '../../db/kit/store.ts';
import { openRelease } from '../../db/release/release.ts';
import { createTables } from '../../db/release/schema-sql.ts';
import { codePairEdit, ptpEdit } from '../../db/tables/index.ts';
import { codeId } from '../../seed/kit/ids.ts';
import { load } from '../../seed/load/command/load.ts';
import { type PtpMerger, ptpMerger } from '../../seed/load/edits/ptp.ts';
import type { OfficialFile } from '../../seed/load/format/file.ts';
import { noNotes, readingOf } from '../../seed/load/library/reader-context.ts';
import { openEdition } from '../../seed/load/merge/series.ts';
import { ncciPtp } from '../../seed/official/edits/ncci-ptp.ts';
import { codesOf, popularOf, writeRelease } from './generate.ts';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '2633389' },
    rounds: { type: 'string', default: '3' },
    /** Also builds the graph with the release, and asks it. */
    graph: { type: 'boolean', default: false },
  },
});
const rows = Number(options.rows);
const folder = join(import.meta.dirname, '../../.data/bench', `pair-edits-${rows}`);
mkdirSync(folder, { recursive: true });

/** The files of a release, made once. */
function release(table: 'ccipra' | 'ccioph', version: number, next: boolean): readonly string[] {
  const paths = [1, 2, 3, 4].map((part) => join(folder, `${table}-v${version}r0-f${part}.txt`));
  if (!existsSync(paths[3] ?? '')) writeRelease(folder, { table, version, rows, next });
  return paths;
}

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** Seconds of some work, threads included. */
async function costOf(work: () => Promise<void> | void): Promise<Cost> {
  const [before, begun] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - begun) / 1000 };
}

function onDisk(path: string): OfficialFile {
  return {
    ...{ path, encoding: 'utf-8', members: [], member: () => undefined },
    chunks: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
  };
}

function reading(from: string) {
  return readingOf({ release: 'SYNTHETIC', from, to: null, codes: null }, noNotes());
}

/** The reader alone: what it tells is let go. */
async function readAlone(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    for await (const extracted of ncciPtp.read(onDisk(path), reading('2026-07-01'))) void extracted;
}

function emptyStore(name: string): WritableStore {
  const path = join(folder, name);
  rmSync(path, { force: true });
  return createStore(path);
}

/** The floor: lines and cells cut by hand, each row inserted into a bare table, as `sqlite3 .import` does. */
async function byHand(paths: readonly string[]): Promise<void> {
  const store = emptyStore('floor.sqlite');
  store.exec('create table bare (a text, b text, c text, d text, e text, f text, g text) strict; begin');
  for (const path of paths) {
    let rest = '';
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024, encoding: 'latin1' })) {
      const lines = (rest + String(chunk)).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) store.put('insert into bare values (?, ?, ?, ?, ?, ?, ?)', line.split('\t'));
    }
  }
  store.exec('commit');
  store.close();
}

/** Ours: read, checked and taken into the compact tables; indexes at the end. */
async function taken(store: WritableStore, releases: readonly (readonly [string, readonly string[]])[]) {
  const tally = { added: 0, ended: 0, corrected: 0, unchanged: 0 };
  const costs: Cost[] = [];
  const indexes = indexesOf(store);
  const runs = runsOf(store);
  indexes.putAside(ptpEdit);
  let second = 0;
  for (const [from, paths] of releases) {
    const cost = await costOf(async () => {
      for (const path of paths) {
        store.exec('begin');
        second += 1;
        const loadedAt = `2026-12-01T00:00:${String(second).padStart(2, '0')}Z`;
        const each = {
          path,
          sourceId: `Source:${basename(path)}`,
          loadedAt,
          release: 'SYNTHETIC',
          from,
          to: null,
        };
        const edition = openEdition(store, { ...each, part: 'practitioner', whole: false });
        const merge = { store, runs, edition, reading: reading(from), tally };
        let merger: PtpMerger | undefined;
        for await (const extracted of ncciPtp.read(onDisk(path), merge.reading)) {
          if (extracted.kind !== 'edits') continue;
          merger ??= ptpMerger(merge, extracted);
          merger.take(extracted.edits);
        }
        merger?.end();
        runs.settle(edition.series);
        store.exec('commit');
      }
    });
    costs.push(cost);
  }
  costs.push(await costOf(() => indexes.makeAgain()));
  return { costs, tally };
}

const shown = ({ cpu, wall }: Cost) => `${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s`;
const rate = ({ cpu, wall }: Cost) =>
  `${Math.round(rows / cpu / 1000)} k rows/s of CPU, ${Math.round(rows / wall / 1000)} k rows/s`;
const plus = (a: Cost, b: Cost): Cost => ({ cpu: a.cpu + b.cpu, wall: a.wall + b.wall });

async function measure(first: readonly string[], next: readonly string[]): Promise<void> {
  const parse = await costOf(() => readAlone(first));
  const floor = await costOf(() => byHand(first));
  const store = emptyStore('ours.sqlite');
  createTables(store);
  const { costs } = await taken(store, [['2026-07-01', first]]);
  store.close();
  const [rowsIn = parse, indexed = parse] = costs;
  const ours = plus(rowsIn, indexed);
  console.log(`reader alone        ${shown(parse)}: ${rate(parse)}`);
  console.log(`floor, by hand      ${shown(floor)}: ${rate(floor)}`);
  console.log(`into indexed tables ${shown(ours)}: ${rate(ours)}; of it the indexes ${shown(indexed)}`);
  console.log(
    `  ratio of CPU: ${(ours.cpu / parse.cpu).toFixed(2)} to the reader, ${(ours.cpu / floor.cpu).toFixed(2)} to the floor`,
  );
  const both = emptyStore('both.sqlite');
  createTables(both);
  const { costs: two, tally } = await taken(both, [
    ['2026-07-01', first],
    ['2026-10-01', next],
  ]);
  both.close();
  const [, second = parse] = two;
  console.log(
    `the next quarter    ${shown(second)}: ${(second.cpu / rowsIn.cpu).toFixed(2)} of the first without indexes, ${(second.cpu / ours.cpu).toFixed(2)} with`,
  );
  console.log(`  ${JSON.stringify(tally)}`);
  const { size } = statSync(join(folder, 'ours.sqlite'));
  console.log(
    `bytes a row ${(size / rows).toFixed(1)}, with two quarters ${(statSync(join(folder, 'both.sqlite')).size / rows).toFixed(1)}`,
  );
}

function asked(store: Store, name: string, code: string): void {
  const walk = { asOf: { dateOfService: '2026-11-24', knownAt: '2099-01-01T00:00:00Z' }, where: [] };
  const slice = { limit: 100, backward: false };
  for (const by of ['column1Id', 'column2Id']) {
    const edge = { table: codePairEdit, by };
    const page = () => rowsAlong<{ readonly id: string }>(store, edge, [codeId(code)], walk, slice);
    const count = () => countAlong(store, edge, [codeId(code)], walk);
    const ids = page()
      .flat()
      .map(({ id }) => id);
    const one = () => rowsById(store, codePairEdit, ids.slice(0, 1));
    const times = [page, count, one].map((ask) => {
      ask();
      const begun = performance.now();
      for (let i = 0; i < 20; i += 1) ask();
      return ((performance.now() - begun) / 20).toFixed(2);
    });
    console.log(
      `${name} by ${by}: page of ${ids.length} ${times[0]} ms, count ${count()[0]} ${times[1]} ms, one by id ${times[2]} ms`,
    );
  }
}

/** Builds the graph without and with the release, and asks both. */
async function graph(paths: readonly string[]): Promise<void> {
  const database = join(folder, 'graph.sqlite');
  rmSync(`${database}.loads`, { recursive: true, force: true });
  const build = await costOf(async () => {
    await load({ database, paths, now: new Date(), log: () => {} });
  });
  console.log(`npm run load        ${shown(build)}; ${(statSync(database).size / 2 ** 20).toFixed(0)} MB`);
  let opened = openRelease(database);
  opened.close();
  console.log(
    `opening at start    ${shown(
      await costOf(() => {
        opened = openRelease(database);
      }),
    )}`,
  );
  const codes = codesOf();
  asked(opened.store, 'a code       ', codes[5_000] ?? '');
  asked(opened.store, 'a popular one', popularOf(codes)[5] ?? '');
  opened.close();
}

const first = release('ccipra', 322, false);
const next = release('ccipra', 323, true);
for (let round = 0; round < Number(options.rounds); round += 1) await measure(first, next);
if (options.graph) await graph(first);
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
