/** Divides a list of files into shards: the same list gives the same parts on every machine. */

import { createHash } from 'node:crypto';

/** A part of a list: the second of four. */
export interface ShardNumber {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** A file of a list, as far as it is divided by it. */
export interface DividedFile {
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
}

/** What tells a list from others: names and sizes of its files in their order, but not where they are. */
export function hashOfList(files: readonly DividedFile[]): string {
  const listed = files.map(({ name, size }) => [name, size]);
  return createHash('sha256').update(JSON.stringify(listed)).digest('hex').slice(0, 16);
}

/**
 * The places of a shard's files in their list, from 0: the largest first, each to the shard that has least so far. Files of one
 * size go to one shard, as they may be the same bytes, which two shards are not to read at once.
 */
export function placesOfShard(files: readonly DividedFile[], { number, of }: ShardNumber): readonly number[] {
  const places = files.map((_, place) => place);
  const alike = Map.groupBy(places, (place) => files[place]?.size ?? 0);
  const loads = Array.from({ length: of }, () => 0);
  const own: number[] = [];
  for (const [size, group] of [...alike].sort(([one], [other]) => other - one)) {
    const least = loads.indexOf(Math.min(...loads));
    // A file without bytes is work as well.
    loads[least] = (loads[least] ?? 0) + (size + 1) * group.length;
    if (least === number - 1) own.push(...group);
  }
  return own.sort((one, other) => one - other);
}
