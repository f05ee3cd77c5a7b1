/** Loads official files: recognises them, keeps them beside the database, and rebuilds the database with them. */

import { instantOf } from '../../../db/kit/as-of.ts';
import { ReleaseError } from '../../../db/kit/errors.ts';
import { openRates } from '../../../db/rates/open-rates.ts';
import { isOurDatabase } from '../../../db/release/is-our-database.ts';
import { openRelease, type Release } from '../../../db/release/release.ts';
import { type BuildReport, build } from '../../build/build.ts';
import type { Stopper } from '../../kit/stoppable.ts';
import { type Found, find, type Search } from '../files/find.ts';
import { formats } from '../files/formats.ts';
import { noKnownFormat } from '../files/unknown-file.ts';
import { FileError } from '../format/file.ts';
import type { Reading } from '../format/format.ts';
import { keep } from '../library/keep.ts';
import { arrivals, arrivingOf, isLoaded, type Loaded, libraryOf, readLibrary } from '../library/library.ts';
import { momentsAfter } from '../library/moments.ts';
import type { ReadingNotes } from '../library/reader-context.ts';
import { type FileOptions, missingOption, register } from '../library/register.ts';
import { replacedBy, replacedReason } from '../library/replaced.ts';
import { lockLibrary } from '../shards/locks.ts';
import { type Compared, compared, qualifyingRows } from './compare.ts';
import { medicareIn, nothingToCompareWith } from './medicare.ts';

/** The options of a load. What is undefined follows from the files. */
export interface LoadOptions extends FileOptions {
  readonly database: string;
  readonly paths: readonly string[];
  readonly as?: string | undefined;
  readonly dryRun?: boolean;
  /** Where rates are stored row by row; beside the database where left out. */
  readonly rates?: string | undefined;
  /** Of the user of an address. */
  readonly ratesPassword?: string | undefined;
  /** Receives every figure behind the price distributions, one row each. */
  readonly raw?: Reading['raw'];
  readonly now: Date;
  readonly log: (line: string) => void;
  /** Called for every chunk of a file that was read, with the size of the file where it is known. */
  readonly progress?: (path: string, bytes: number, of: number | undefined) => void;
  /** Allows the load to be stopped. */
  readonly stopper?: Stopper;
}

export interface LoadReport {
  /** Undefined when there was nothing to load. */
  readonly build: BuildReport | undefined;
  /** The files of this load among all that the build merged. */
  readonly loaded: readonly Loaded[];
  readonly alreadyLoaded: readonly string[];
  /** The notes of the readers on the files of this load, by path. */
  readonly notes: ReadonlyMap<string, ReadingNotes>;
  readonly passedOver: Search['passedOver'];
  /** Files that were compared with the graph and not stored. */
  readonly comparisons: readonly Compared[];
}

/** Loads files. Whatever goes wrong, the database in place and its library stay as they were. */
export async function load(options: LoadOptions): Promise<LoadReport> {
  const { database, log, dryRun = false, stopper } = options;
  // Refuses a file that is not a database of this program.
  await isOurDatabase(database);
  const { found, comparable, passedOver: unknown } = await find(options.paths, options.as);
  const library = libraryOf(database);
  const letGo = lockLibrary(database);
  stopper?.leaves(arrivingOf(library));
  const arriving = arrivals(library);
  const medicare = medicareIn(database);
  let opened: Release | undefined;
  let isLoadedNow = false;
  // Opened once for all comparisons, after the build: a release is looked through when it is opened.
  const inPlace = () => {
    opened ??= openRelease(database);
    return opened.store;
  };
  const rates = openRates({ database, rates: options.rates, password: options.ratesPassword });
  const keeping = {
    arriving,
    library,
    rates: dryRun ? undefined : rates,
    progress: options.progress,
    release: options.release,
    also: { medicareAmount: medicare.amountOf, ...(options.raw && { raw: options.raw }) },
  };
  try {
    const alreadyLoaded: string[] = [];
    const passedOver = [...unknown];
    const notes = new Map<string, ReadingNotes>();
    const before = readLibrary(library);
    const moments = momentsAfter(before, options.now, found.length);
    for (const [index, each] of found.entries()) {
      const { path } = each.candidate;
      const loadedAt = moments[index] ?? instantOf(options.now);
      const reason = missingOption(each, options);
      if (reason !== undefined) {
        // Of many files, one that needs an option is only reported; a single one stops the load.
        if (found.length === 1) throw new FileError({ path }, reason);
        passedOver.push({ path, reason });
        continue;
      }
      const loaded = await register(each, options, loadedAt);
      const again = isLoaded(library, loaded) || isLoaded(arriving.folder, loaded);
      const others = again || each.format.distils ? [] : [...before, ...arriving.loads];
      const newer = replacedBy(loaded, others);
      if (newer) {
        const why = replacedReason(loaded, newer);
        if (found.length === 1) throw new FileError({ path }, why);
        passedOver.push({ path, reason: why });
      } else if (again) alreadyLoaded.push(path);
      else {
        const kept = await keep(each, loaded, keeping);
        if (medicare.wasMissed()) kept.reports.push(nothingToCompareWith);
        notes.set(path, kept);
      }
    }
    const nothing = arriving.loads.length === 0;
    if (nothing && alreadyLoaded.length === 0 && comparable.length === 0)
      throw nothingToLoad(options, found.length, passedOver);
    const report = nothing
      ? undefined
      : await build({
          database,
          log,
          arrivals: arriving,
          dryRun,
          watcher: watcherOf(options, found),
          stopper,
        });
    isLoadedNow = report !== undefined && !dryRun;
    const comparisons: Compared[] = [];
    for (const each of report && !dryRun ? found : []) {
      const sentence = await qualifyingRows(each, inPlace, options, options.now);
      if (sentence) notes.get(each.candidate.path)?.reports.push(sentence);
    }
    for (const each of comparable) {
      try {
        comparisons.push(await compared(each, inPlace, options, options.now));
      } catch (error) {
        // The files loaded in the same command are in place by now: an error here must not claim that nothing was changed.
        const explained = error instanceof FileError || error instanceof ReleaseError;
        if (!report || !explained) throw error;
        passedOver.push({ path: each.candidate.path, reason: error.message });
      }
    }
    return { build: report, loaded: arriving.loads, alreadyLoaded, notes, passedOver, comparisons };
  } finally {
    medicare.close();
    opened?.close();
    // A store that RATES names may have them for another database.
    if (!isLoadedNow && !options.rates)
      for (const { rates: stored } of arriving.loads) if (stored) await rates.forget(stored.file);
    arriving.discard();
    rates.close();
    letGo();
  }
}

/** The error when no file can be loaded: the path is wrong, or the layout of a format has changed. */
function nothingToLoad(
  { paths }: LoadOptions,
  found: number,
  [first, ...more]: Search['passedOver'],
): FileError {
  if (!first) return new FileError({ path: paths.join(' ') }, 'There is no file in it. Correct the path.');
  const others = more.length > 0 ? ` The same goes for ${more.length} more.` : '';
  const why = `There is nothing to load: ${first.reason.replace(/\.$/, '')}.${others}`;
  if (found > 0 || first.reason !== noKnownFormat) return new FileError({ path: first.path }, why);
  const known = formats.map(({ name }) => name).join(', ');
  return new FileError(
    { path: first.path },
    `${why} Known are ${known}. If it is one of them, its layout has changed: compare it with an earlier release.`,
  );
}

function watcherOf({ progress }: LoadOptions, found: readonly Found[]) {
  const sizes = new Map(found.map(({ candidate }) => [candidate.path, candidate.size]));
  return { read: ({ path }: Loaded, bytes: number) => progress?.(path, bytes, sizes.get(path)) };
}
