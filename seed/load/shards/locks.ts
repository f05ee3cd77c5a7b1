/** The locks of loading: of the library, and of each shard that reads for it. They end with the process. */

import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { holdLock } from '../../../db/kit/store.ts';
import { LockError } from '../../build/errors.ts';
import { libraryOf } from '../library/library.ts';
import type { ShardNumber } from './partition.ts';
import { folderOfShard, shardName, shardsOf } from './staged.ts';

/** Lets a lock go. */
type LetGo = () => void;

/** Takes the library of a database; throws a LockError where a load has it. */
export function lockLibrary(database: string): LetGo {
  const library = libraryOf(database);
  mkdirSync(library, { recursive: true });
  const letGo = holdLock(join(library, 'lock'));
  if (letGo) return letGo;
  throw new LockError(
    `Another load into ${basename(database)} is running. Wait for it to end, then load again.`,
  );
}

/** Takes a shard; throws a LockError where another process reads it. */
export function lockShard(library: string, shard: ShardNumber): LetGo {
  const folder = folderOfShard(library, shard);
  mkdirSync(dirname(folder), { recursive: true });
  const letGo = holdLock(`${folder}.lock`);
  if (letGo) return letGo;
  throw new LockError(`Shard ${shardName(shard)} is running. Wait for it to end, then start again.`);
}

/** Takes the library of a database with all of its shards. */
export function lockAll(database: string): LetGo {
  const taken = [lockLibrary(database)];
  const letGo = () => {
    for (const each of taken.toReversed()) each();
  };
  try {
    const library = libraryOf(database);
    for (const shard of shardsOf(library)) taken.push(lockShard(library, shard));
    return letGo;
  } catch (error) {
    letGo();
    throw error;
  }
}
