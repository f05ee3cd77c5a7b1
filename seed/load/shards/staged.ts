/**
 * What the shards of a load leave beside the library until it is merged: a folder for each shard, in it one for each file that
 * was read. A file is there as a whole or not at all.
 */

import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flush } from '../../../db/kit/flush.ts';
import { type Arrivals, type Loaded, readLibrary } from '../library/library.ts';
import type { ReadingNotes } from '../library/reader-context.ts';
import type { ShardNumber } from './partition.ts';

/** A file that a shard has read. */
export interface StagedFile {
  readonly folder: string;
  /** Its place in the list that was divided, from 0. */
  readonly place: number;
  readonly loaded: Loaded;
  readonly notes: ReadingNotes;
}

/** A shard that has begun. */
export interface Shard extends ShardNumber {
  readonly folder: string;
  /** The hash of the list that was divided; undefined where that was not written. */
  readonly list: string | undefined;
  /** Whether all of its files were read. */
  readonly ended: boolean;
}

/** How a user writes a shard: `2/4`. */
export const shardName = ({ number, of }: ShardNumber) => `${number}/${of}`;

const shardsIn = (library: string) => join(library, 'shards');

/** The folder of a shard. */
export function folderOfShard(library: string, { number, of }: ShardNumber): string {
  return join(shardsIn(library), `${number}-of-${of}`);
}

const state = z.strictObject({ list: z.string(), ended: z.boolean() });

const stateIn = (folder: string) => join(folder, 'list');

/** What is known of a shard. */
export function shardAt(library: string, shard: ShardNumber): Shard {
  const folder = folderOfShard(library, shard);
  try {
    return { ...shard, folder, ...state.parse(JSON.parse(readFileSync(stateIn(folder), 'utf8'))) };
  } catch {
    // Not there, or cut short by a power cut: it has not ended.
    return { ...shard, folder, list: undefined, ended: false };
  }
}

/** All shards that have begun, in the order of their numbers. */
export function shardsOf(library: string): readonly Shard[] {
  return globSync('*-of-*/', { cwd: shardsIn(library) })
    .flatMap((name) => {
      const [, number, of] = /^(\d+)-of-(\d+)\/?$/.exec(name) ?? [];
      return number && of ? [shardAt(library, { number: Number(number), of: Number(of) })] : [];
    })
    .sort((one, other) => one.of - other.of || one.number - other.number);
}

/** Writes how far a shard is. */
export function writeState({ folder }: Shard, found: z.infer<typeof state>): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${stateIn(folder)}.draft`;
  writeFileSync(draft, JSON.stringify(found), { flush: true });
  renameSync(draft, stateIn(folder));
  flush(folder);
}

/** What a shard has read, in the order of its list. */
export function stagedBy({ folder: of }: Shard): readonly StagedFile[] {
  const names = globSync('[0-9]*/', { cwd: of }).sort(
    (one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10),
  );
  return names.flatMap((name) => {
    const folder = join(of, name);
    const notes = JSON.parse(readFileSync(join(folder, 'notes'), 'utf8')) as ReadingNotes; // as `putInPlace` wrote them
    return readLibrary(folder).map((loaded) => ({ folder, place: Number.parseInt(name, 10), loaded, notes }));
  });
}

/** Puts a file that was read into its place, at once. */
export function putInPlace({ folder }: Shard, place: number, arriving: Arrivals, notes: ReadingNotes): void {
  writeFileSync(join(arriving.folder, 'notes'), JSON.stringify(notes), { flush: true });
  flush(arriving.folder);
  renameSync(arriving.folder, join(folder, String(place)));
  flush(folder);
}

/** Removes a shard; one that is removed in part has ended, and has fewer files. */
export function removeShard(shard: Shard): void {
  for (const { folder } of stagedBy(shard)) rmSync(folder, { recursive: true, force: true });
  rmSync(shard.folder, { recursive: true, force: true });
}
