/** Reads one shard of a list of price files into the store of rates, and leaves what was extracted for the merge. */

import { statSync } from 'node:fs';
import { instantOf } from '../../../db/kit/as-of.ts';
import { openRates } from '../../../db/rates/open-rates.ts';
import { isOurDatabase } from '../../../db/release/is-our-database.ts';
import { type Found, find, type Search } from '../files/find.ts';
import { FileError } from '../format/file.ts';
import { keep } from '../library/keep.ts';
import { arrivals, type Loaded, libraryOf, nameOf, readLibrary } from '../library/library.ts';
import type { ReadingNotes } from '../library/reader-context.ts';
import { missingOption, register } from '../library/register.ts';
import { lockShard } from '../shards/locks.ts';
import { type DividedFile, hashOfList, placesOfShard, type ShardNumber } from '../shards/partition.ts';
import {
  putInPlace,
  removeShard,
  type Shard,
  shardAt,
  shardName,
  stagedBy,
  writeState,
} from '../shards/staged.ts';
import type { LoadOptions } from './load.ts';
import { medicareIn, nothingToCompareWith } from './medicare.ts';

/** The options of reading a shard. */
export interface ShardOptions extends Omit<LoadOptions, 'dryRun' | 'fetched' | 'log' | 'stopper'> {
  readonly shard: ShardNumber;
}

/** What became of the files of a shard. */
export interface ShardReport {
  readonly shard: ShardNumber;
  /** How many price files the list has, of all shards. */
  readonly listed: number;
  /** Files that were read now. */
  readonly read: readonly { readonly loaded: Loaded; readonly notes: ReadingNotes }[];
  /** Files that this shard had read before it was ended in the middle. */
  readonly readBefore: readonly string[];
  /** Files that are in the library, or the same bytes as another one of the shard. */
  readonly alreadyLoaded: readonly string[];
  readonly passedOver: Search['passedOver'];
}

/** Reads a shard, or what is left of it. Whatever goes wrong, what was read before stays, and the library is as it was. */
export async function loadShard(options: ShardOptions): Promise<ShardReport> {
  const { database, shard: number, now } = options;
  await isOurDatabase(database);
  const { found, passedOver } = priceFiles(await find(options.paths, options.as));
  const listed = found.map(asListed);
  const list = hashOfList(listed);
  const library = libraryOf(database);
  const letGo = lockShard(library, number);
  const rates = openRates({ database, rates: options.rates, password: options.ratesPassword });
  const medicare = medicareIn(database);
  try {
    const shard = begun(shardAt(library, number), list);
    const inLibrary = new Set(readLibrary(library).map(nameOf));
    const before = new Map(stagedBy(shard).map(({ loaded, place }) => [nameOf(loaded), place]));
    const read: { loaded: Loaded; notes: ReadingNotes }[] = [];
    const readBefore: string[] = [];
    const alreadyLoaded: string[] = [];
    for (const place of placesOfShard(listed, number)) {
      const each = found[place];
      if (!each) continue;
      const { path } = each.candidate;
      const reason = missingOption(each, options);
      if (reason !== undefined) {
        passedOver.push({ path, reason });
        continue;
      }
      const begins = await register(each, options, instantOf(now));
      const name = nameOf(begins);
      if (before.get(name) === place) readBefore.push(path);
      else if (before.has(name) || inLibrary.has(name)) alreadyLoaded.push(path);
      else {
        const arriving = arrivals(shard.folder);
        const also = { medicareAmount: medicare.amountOf, ...(options.raw && { raw: options.raw }) };
        const { progress, release } = options;
        const notes = await keep(each, begins, { arriving, library, rates, progress, release, also });
        if (medicare.wasMissed()) notes.reports.push(nothingToCompareWith);
        read.push(...arriving.loads.map((loaded) => ({ loaded, notes })));
        putInPlace(shard, place, arriving, notes);
        before.set(name, place);
      }
    }
    writeState(shard, { list, ended: true });
    return { shard: number, listed: listed.length, read, readBefore, alreadyLoaded, passedOver };
  } finally {
    medicare.close();
    rates.close();
    letGo();
  }
}

const isOfPrices = ({ format }: Found) => format.kind === 'MACHINE_READABLE_RATE_FILE';

/** The price files among what was found; the others are few, and some say what the next ones mean. */
function priceFiles({ found, comparable, passedOver }: Search) {
  const others = [...found.filter((each) => !isOfPrices(each)), ...comparable];
  const reason = 'it is no price file, and is loaded without --shard';
  return {
    found: found.filter(isOfPrices),
    passedOver: [...passedOver, ...others.map(({ candidate }) => ({ path: candidate.path, reason }))],
  };
}

/** What is in an archive is as large as it says; what does not say so, as the file on disk. */
function asListed({ candidate }: Found): DividedFile {
  return { name: candidate.name, size: candidate.size ?? statSync(candidate.onDisk).size };
}

/** The shard with the state of one that is being read; what an attempt with another list left is removed. */
function begun(shard: Shard, list: string): Shard {
  if (shard.ended && shard.list !== list)
    throw new FileError(
      { path: `--shard ${shardName(shard)}` },
      `This shard of another list of files was read and is not merged yet. Merge it first with npm run load -- --merge, or delete ${shard.folder}.`,
    );
  if (shard.list !== list) removeShard(shard);
  writeState(shard, { list, ended: false });
  return shard;
}
