/** Which stored rates are in use: those that a release, the library or a shard that is not merged yet names. */

import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../db/kit/store.ts';
import { isOurDatabase } from '../../../db/release/is-our-database.ts';
import { rateFile, source } from '../../../db/tables/index.ts';
import { type Loaded, libraryOf, readLibrary } from '../library/library.ts';
import { shardsOf, stagedBy } from '../shards/staged.ts';

/** By what a file of rates is named. */
type User = 'release' | 'library' | 'shard';

/** What is known of a file of rates that is in use. */
export interface NamedRates {
  readonly file: string;
  /** The file that was loaded, in words. */
  readonly source: string;
  readonly by: User;
}

const namedSql = `
  select f.file as "file", s.title as "source"
  from ${rateFile.name} f
  join ${source.name} s on s.id = f.source_id
  order by f.file`;

/** What a release names, of whatever version of the program. */
function namedByRelease(path: string): readonly NamedRates[] {
  const store = openStore(path);
  try {
    const has = store.get('select 1 from sqlite_schema m where m.name = :name', { name: rateFile.name });
    const named = has ? store.all<Omit<NamedRates, 'by'>>(namedSql) : [];
    return named.map((each) => ({ ...each, by: 'release' }));
  } finally {
    store.close();
  }
}

/** The release in place, and the copies of it and of earlier ones that a server may still answer from. */
async function releasesOf(database: string): Promise<readonly string[]> {
  const served = `${database}.served`;
  const copies = globSync('*.sqlite', { cwd: served }).map((name) => join(served, name));
  return [...((await isOurDatabase(database)) ? [database] : []), ...copies];
}

const namedBy = (by: User, loads: readonly Loaded[]) =>
  loads.flatMap(({ rates, path }): readonly NamedRates[] =>
    rates ? [{ file: rates.file, source: path, by }] : [],
  );

/** The rates in use by their files. Throws where a release cannot be read, as what it names is not known then. */
export async function ratesInUse(database: string): Promise<ReadonlyMap<string, NamedRates>> {
  const library = libraryOf(database);
  const found = new Map<string, NamedRates>();
  const note = (named: readonly NamedRates[]) => {
    for (const each of named) if (!found.has(each.file)) found.set(each.file, each);
  };
  for (const path of await releasesOf(database)) {
    try {
      note(namedByRelease(path));
    } catch (error) {
      // A server may have removed a copy that it does not serve any more.
      if (existsSync(path)) throw error;
    }
  }
  note(namedBy('library', readLibrary(library)));
  note(
    namedBy(
      'shard',
      shardsOf(library)
        .flatMap(stagedBy)
        .map(({ loaded }) => loaded),
    ),
  );
  return found;
}
