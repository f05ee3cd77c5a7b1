/** Builds the graph once from what all shards of a load left. */

import { openRates } from '../../../db/rates/open-rates.ts';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import { isOurDatabase } from '../../../db/release/is-our-database.ts';
import { build } from '../../build/build.ts';
import { FileError } from '../format/file.ts';
import { arrivals, arrivingOf, type Loaded, libraryOf, nameOf, readLibrary } from '../library/library.ts';
import { momentsAfter } from '../library/moments.ts';
import type { ReadingNotes } from '../library/reader-context.ts';
import { lockAll } from '../shards/locks.ts';
import { removeShard, type Shard, type StagedFile, shardName, shardsOf, stagedBy } from '../shards/staged.ts';
import type { LoadOptions, LoadReport } from './load.ts';

/** The options of a merge. */
export type MergeOptions = Pick<
  LoadOptions,
  'database' | 'rates' | 'ratesPassword' | 'dryRun' | 'now' | 'log' | 'progress' | 'stopper'
>;

/** Merges all shards. Whatever goes wrong, the database, its library and the shards stay as they were. */
export async function mergeShards(options: MergeOptions): Promise<LoadReport> {
  const { database, log, dryRun = false, now, progress, stopper } = options;
  await isOurDatabase(database);
  const library = libraryOf(database);
  const letGo = lockAll(database);
  stopper?.leaves(arrivingOf(library));
  const arriving = arrivals(library);
  const rates = openRates({ database, rates: options.rates, password: options.ratesPassword });
  try {
    const shards = shardsOf(library);
    refuseMissing(shards);
    const staged = shards.flatMap(stagedBy).sort((one, other) => one.place - other.place);
    await refuseWithoutRates(staged, rates);
    const before = readLibrary(library);
    const names = new Set(before.map(nameOf));
    const alreadyLoaded: string[] = [];
    const notes = new Map<string, ReadingNotes>();
    const moments = momentsAfter(before, now, staged.length);
    for (const [index, { folder, loaded, notes: ofReader }] of staged.entries()) {
      const { path } = loaded;
      if (names.has(nameOf(loaded))) alreadyLoaded.push(path);
      else {
        // Recorded when the graph gets it, in the order of the list, whenever its shard was read.
        arriving.take({ ...loaded, loadedAt: moments[index] ?? loaded.loadedAt }, folder);
        notes.set(path, ofReader);
        names.add(nameOf(loaded));
      }
    }
    const read = (loaded: Loaded, bytes: number) => progress?.(loaded.path, bytes, undefined);
    const report =
      arriving.loads.length > 0
        ? await build({ database, log, arrivals: arriving, dryRun, watcher: { read }, stopper })
        : undefined;
    if (!dryRun) for (const shard of shards) removeShard(shard);
    return {
      ...{ build: report, loaded: arriving.loads, alreadyLoaded, notes },
      ...{ passedOver: [], comparisons: [] },
    };
  } finally {
    arriving.discard();
    rates.close();
    letGo();
  }
}

/** Refuses to merge a part of a list: what is missing would be taken for what nobody published. */
function refuseMissing(shards: readonly Shard[]): void {
  const path = '--merge';
  if (shards.length === 0)
    throw new FileError({ path }, 'No shard was read. Begin with npm run load -- --shard 1/4 <files>.');
  for (const [of, some] of Map.groupBy(shards, ({ of }) => of)) {
    const ended = new Set(some.filter((shard) => shard.ended).map(({ number }) => number));
    const missing = Array.from({ length: of }, (_, index) => index + 1).filter((each) => !ended.has(each));
    if (missing.length > 0) {
      const names = missing.map((number) => shardName({ number, of })).join(', ');
      throw new FileError(
        { path },
        `Not all shards are read to their end: run --shard ${names} with the same list of files, or copy here what another machine left of it.`,
      );
    }
    const lists = Map.groupBy(some, ({ list }) => list);
    if (lists.size > 1) {
      const sides = [...lists.values()].map((shards) => shards.map(shardName).join(', '));
      throw new FileError(
        { path },
        `Shards ${sides.join(' and ')} are of different lists of files, so that files may be missing. Read them anew with one list.`,
      );
    }
  }
}

/** Refuses what names rates that are not in the store, as its release would be. */
async function refuseWithoutRates(staged: readonly StagedFile[], rates: RateStore): Promise<void> {
  const files = staged.flatMap(({ loaded }) => loaded.rates?.file ?? []);
  const counted = await rates.counted(files);
  for (const { folder, loaded } of staged) {
    if (!loaded.rates) continue;
    const { file, rows } = loaded.rates;
    const found = counted.get(file) ?? 0;
    if (found !== rows)
      throw new FileError(
        { path: loaded.path },
        `Of its ${rows} rates the store has ${found} (${file}). Copy them from the machine that read it, or delete ${folder} and run its shard again.`,
      );
  }
}
