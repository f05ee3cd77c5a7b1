/** What the rows of a database follow from, as a hash: a start compares it, and loads nothing that builds where it is the same. */

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programHash } from '../../db/release/program-hash.ts';
import { type Loaded, libraryHash, libraryOf, readLibrary } from '../load/library/library.ts';

/** The folder of this project's seed. */
export const ownFolder = dirname(import.meta.dirname);

const text = ['data/**/*.{yaml,csv}', 'policies/**/*.yaml', 'reports/**/*.yaml', '*.csv'];

/** A hash over all that the rows of a database follow from: the text of the seed, file names included, the program that turns it into rows, and what was loaded. */
export function contentHash(
  database: string,
  folder: string = ownFolder,
  arriving: readonly Loaded[] = [],
): string {
  const loaded = libraryHash([...readLibrary(libraryOf(database)), ...arriving]);
  const hash = createHash('sha256').update(loaded).update(programHash());
  for (const path of globSync(text, { cwd: folder }).sort())
    hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}
