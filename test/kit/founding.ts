/** The founding facts: what the seed stated on its first day, pinned by id and by a hash of what each states. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { derive } from '../../db/findings/derive.ts';
import { instantOf } from '../../db/kit/as-of.ts';
import { createStore } from '../../db/kit/store.ts';
import { openRelease, type Release } from '../../db/release/release.ts';
import { createTables } from '../../db/release/schema-sql.ts';
import { memoryOf } from '../../db/release/small-tables.ts';
import { citation } from '../../db/tables/index.ts';
import { finish } from '../../seed/build/finish.ts';
import { write } from '../../seed/build/write.ts';
import { catalog } from '../../seed/concepts/index.ts';
import type { Entry } from '../../seed/kit/entry.ts';
import { readSeed } from '../../seed/kit/read.ts';

const seed = join(import.meta.dirname, '../../seed');
const file = join(import.meta.dirname, '../seed/concepts/founding.txt');

/** A line a fact: the hash of what it states, and its id. */
const pins: ReadonlyMap<string, string> = new Map(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
);

/** Whether a fact was among the first. */
export const isFounding = (id: string) => pins.has(id);

/** What a correction may add to a record, and what follows from other records than its own. */
const notPinned: ReadonlySet<string> = new Set([
  'recordedTo',
  'supersededBy',
  'rank',
  'rankReason',
  'billing_code.familyId',
  'diagnosis_code.parentId',
  'pc_tc_indicator.validTo',
  'pc_tc_indicator.validEnd',
  'workflow_step.componentId',
  // Columns that came later: they put apart what the records said from the first day.
  'modifier_rule.useWhen',
  'data_gap.property',
]);

/** Their citations are gathered from other records: the versions of a policy, the rows of a fee schedule, the policies of a payer. */
const citedByOthers: ReadonlySet<string> = new Set(['policy', 'pc_tc_indicator', 'data_gap']);

/** The fact that a row belongs to: itself, or what a link or citation hangs on, which its first column names. */
function ownerOf({ table, row }: Entry): string {
  return String(row.id ?? row[Object.keys(table.columns)[0] ?? '']);
}

/** The values of a row without the names of its columns, so that a column may be renamed or added. */
function statedBy({ table, row }: Entry): readonly unknown[] {
  return Object.keys(table.columns)
    .filter((name) => !notPinned.has(name) && !notPinned.has(`${table.name}.${name}`))
    .map((name) => row[name] ?? null)
    .filter((value) => value !== null);
}

/** The hash of what each fact states, with its links and citations. */
function hashes(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const gathered = new Set(
    entries.filter(({ table }) => citedByOthers.has(table.name)).map(({ row }) => row.id),
  );
  // Another witness may be added to what a fact states: one that was read later changes nothing of it.
  const pinned = entries.filter(
    ({ table, row }) =>
      table !== citation || (!gathered.has(row.subjectId) && isFounding(String(row.sourceId))),
  );
  const facts = Map.groupBy(pinned, ownerOf);
  return new Map(
    [...facts].map(([id, rows]) => [
      id,
      createHash('sha256')
        .update(JSON.stringify(rows.map(statedBy)))
        .digest('hex')
        .slice(0, 12),
    ]),
  );
}

/** The rows of the seed as it is now. */
export const seedEntries = () => readSeed(seed, catalog, () => {});

/** Founding facts that are gone, or that state something else; with `UPDATE_FOUNDING=1` those that are there are pinned anew. */
export function lostOrChanged(entries: readonly Entry[]): readonly string[] {
  const now = hashes(entries);
  const places = new Map(entries.map(({ row, place }) => [row.id, `${place.file}:${place.line}: `]));
  const pinAnew = process.env.UPDATE_FOUNDING === '1';
  if (pinAnew) writeFileSync(file, [...pins].map(([id, pin]) => `${now.get(id) ?? pin} ${id}\n`).join(''));
  return [...pins].flatMap(([id, pin]) => {
    const found = now.get(id);
    if (found === undefined) return [`${id} is gone`];
    return found === pin || pinAnew ? [] : [`${places.get(id) ?? ''}${id} states something else`];
  });
}

/** Rows of founding facts that rest on founding sources. */
function isFoundingRow(entry: Entry): boolean {
  const { table, row } = entry;
  return isFounding(ownerOf(entry)) && (table !== citation || isFounding(String(row.sourceId)));
}

/** The graph of the founding facts alone, built before the tests of a file: what is added to the seed changes none of its answers. */
export const foundingGraph = () => graphOf(isFoundingRow);

/** The graph of some rows of the seed, built before the tests of a file. */
export function graphOf(isWanted: (row: Entry) => boolean): () => Release {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-founding-'));
  let release: Release | undefined;
  beforeAll(() => {
    const database = join(folder, 'founding.sqlite');
    const store = createStore(database);
    createTables(store);
    write(store, seedEntries().filter(isWanted));
    derive(store);
    // The cursors in kept answers name the feed.
    finish(store, { contentHash: 'founding', checks: [], feedId: 'seeded', builtAt: instantOf(new Date()) });
    store.close();
    release = openRelease(database);
    memoryOf(release); // tables in memory are read with the first request; here before any statement is counted
  }, 60_000);
  afterAll(() => {
    release?.close();
    rmSync(folder, { recursive: true });
  });
  return () => {
    if (!release) throw new Error('The graph is built before the tests run, not while they are declared.');
    return release;
  };
}
