/** The shard that a user names, and the report on it, for people and for programs. */

import { FileError } from '../format/file.ts';
import type { ShardNumber } from '../shards/partition.ts';
import { shardName } from '../shards/staged.ts';
import type { ShardReport } from './shard.ts';

/** The most shards of a list. */
const mostShards = 1_000;

/** Reads `2/4`; throws a FileError where it is no shard. */
export function shardNumber(written: string): ShardNumber {
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? []).map(Number);
  if (number && of && number <= of && of <= mostShards) return { number, of };
  throw new FileError(
    { path: '--shard' },
    `${JSON.stringify(written)} is no shard. Write which of how many, such as 2/4 for the second of four, of at most ${mostShards}.`,
  );
}

const count = (n: number) => n.toLocaleString('en-US');

/** What was read, and what to do next. */
export function shardSummary({ shard, listed, read, readBefore, alreadyLoaded, passedOver }: ShardReport) {
  const files = read.map(({ loaded: { path, format, release, from, sha256, rates }, notes }) => ({
    ...{ path, format, release, from, sha256 },
    ...{ rates: rates?.rows ?? 0, rows: notes.read, reports: notes.reports },
  }));
  const all = read.length + readBefore.length + alreadyLoaded.length;
  const lines = [
    ...files.flatMap(({ path, format, release, from, rates, rows, reports }) => [
      `${path}: ${format} ${release}, from ${from}`,
      `  rows        ${count(rows)} read, ${count(rates)} rates stored`,
      ...reports.map((sentence) => `  note        ${sentence}`),
    ]),
    ...readBefore.map((path) => `${path}: read before.`),
    ...alreadyLoaded.map((path) => `${path}: already loaded, nothing to do.`),
    ...passedOver.map(({ path, reason }) => `${path}: passed over, ${reason.replace(/\.$/, '')}.`),
    `Shard ${shardName(shard)} is read: ${count(all)} of ${count(listed)} price files. When all are, build the graph with npm run load -- --merge.`,
  ];
  return {
    text: lines.join('\n'),
    machine: { shard, listed, files, readBefore, alreadyLoaded, passedOver },
  };
}
