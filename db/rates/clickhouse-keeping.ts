/** What is done on every node of ClickHouse: making its tables, counting what is there, removing what nobody needs. */

import { setTimeout as sleep } from 'node:timers/promises';
import { loadsSince } from './clickhouse-file.ts';
import type { RateNodes } from './clickhouse-nodes.ts';
import { fileTable, localOf, rateTable, rateTables, tablesSql } from './clickhouse-tables.ts';
import { literal, within } from './clickhouse-text.ts';
import { RatesUnavailable } from './rate-store.ts';
import type { RatesAddress } from './rates-address.ts';

/** Where a node is in its cluster. */
interface Place {
  readonly shard: number;
  readonly shards: number;
  readonly nodes: number;
}

/** The place of each node, undefined where it does not answer; refuses an address that leaves nodes out. */
async function placesOf(
  nodes: RateNodes,
  { urls, cluster }: RatesAddress,
): Promise<readonly (Place | undefined)[]> {
  if (!cluster) return [{ shard: 1, shards: 1, nodes: 1 }];
  const answers = await nodes.readEach<Place>(
    `select max(shard_num * is_local) as "shard", max(shard_num) as "shards", count() as "nodes"
     from system.clusters where cluster = ${literal(cluster)}`,
  );
  return answers.map((rows, index) => {
    const [place] = rows ?? [];
    if (place && (place.nodes !== urls.length || place.shard === 0))
      throw new RatesUnavailable(
        `RATES names ${urls.length} nodes, and their cluster ${cluster} has ${place.nodes} as ${urls[index]} sees it: name each of them.`,
      );
    return place;
  });
}

/**
 * Makes the tables where no node has any. A node without them beside others that have them is new in its place: empty tables
 * would answer in place of a replica's.
 */
export async function prepare(nodes: RateNodes, address: RatesAddress): Promise<void> {
  const places = await placesOf(nodes, address);
  const local = localOf(fileTable, address.cluster);
  const tables = await nodes.readEach<{ n: number }>(
    `select count() as "n" from system.tables where database = currentDatabase() and name = ${literal(local)}`,
  );
  const missing = address.urls.filter((_, index) => !places[index] || !tables[index]);
  if (missing.length > 0)
    throw new RatesUnavailable(`Rates are written to all nodes, and ${missing.join(', ')} does not answer.`);
  const without = address.urls.filter((_, index) => tables[index]?.[0]?.n === 0);
  if (without.length === 0) return;
  if (without.length < address.urls.length)
    throw new RatesUnavailable(
      `${without.join(', ')} has no table of rates, as other nodes have: copy those of another node of its shard.`,
    );
  for (const sql of tablesSql(address.cluster)) await nodes.runEach(sql);
}

/** How many rates of each file every node of its shards has: what is not on one of them is not counted. */
export async function countedOn(
  nodes: RateNodes,
  address: RatesAddress,
  files: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (files.length === 0) return new Map();
  const loads = await nodes.read<{ file: string; load: number }>(
    `select file, max(load) as "load" from rate_file where ${within('file', files)} group by file`,
  );
  const places = await placesOf(nodes, address);
  const counts = await nodes.readEach<{ load: number; n: number }>(
    `select load, count() as "n" from ${localOf(rateTable, address.cluster)}
     where ${within(
       'load',
       loads.map(({ load }) => load),
     )} group by load`,
  );
  const counted = counts.flatMap((rows, index) => {
    const place = places[index];
    return rows && place ? [{ ...place, rows: new Map(rows.map(({ load, n }) => [load, n])) }] : [];
  });
  const shards = [...Map.groupBy(counted, ({ shard }) => shard).values()];
  if (shards.length === 0 || shards.length < (counted[0]?.shards ?? 0))
    throw new RatesUnavailable('No node of a shard of rates answers: start one.');
  return new Map(
    loads.map(({ file, load }) => [
      file,
      shards.reduce((sum, replicas) => sum + Math.min(...replicas.map(({ rows }) => rows.get(load) ?? 0)), 0),
    ]),
  );
}

const day = 24 * 60 * 60 * 1000;

/** Waits until a table has no row left that is being removed. */
async function removed(nodes: RateNodes, table: string): Promise<void> {
  for (;;) {
    const left = await nodes.readEach<{ n: number }>(
      `select count() as "n" from system.mutations where database = currentDatabase() and table = ${literal(table)} and not is_done`,
    );
    if (left.every((rows) => rows?.[0]?.n === 0)) return;
    await sleep(50);
  }
}

/** Removes files, and what loads of more than a day ago left that were ended in the middle or replaced. */
export async function forgetOn(
  nodes: RateNodes,
  address: RatesAddress,
  files: readonly string[],
): Promise<void> {
  const loads = await nodes.read<{ file: string; load: number }>(
    'select file, load from rate_file order by load',
  );
  const last = new Map(loads.map(({ file, load }) => [file, load]));
  const gone = new Set(files);
  const ofFiles = loads.filter(({ file }) => gone.has(file));
  const kept = loads.filter(({ file, load }) => !gone.has(file) && load === last.get(file));
  const condition = [
    within(
      'load',
      ofFiles.map(({ load }) => load),
    ),
    `(load < ${literal(loadsSince(Date.now() - day))} and not (${within(
      'load',
      kept.map(({ load }) => load),
    )}))`,
  ].join(' or ');
  // Names first: no rates are removed that a file is still found by.
  for (const table of rateTables.toReversed()) {
    const local = localOf(table, address.cluster);
    await nodes.runEach(`alter table ${local} delete where ${condition}`);
    if (table === fileTable) await removed(nodes, local);
  }
}
