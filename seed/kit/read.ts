/** Reads all text of the seed, module by module, and turns it into rows that were looked over. */

import { globSync } from 'node:fs';
import type { Entry } from './entry.ts';
import type { TextFile } from './files.ts';
import { type Problem, SourceError } from './problems.ts';
import type { SourceModule } from './reader.ts';
import { type Collection, collection } from './rows-so-far.ts';
import { unwritten } from './shape.ts';
import { verify } from './verify.ts';

interface Reading {
  readonly module: SourceModule;
  readonly file: TextFile;
}

/** Text that was refused for its shape: a whole file, or records of it. */
interface Refusal {
  readonly file: string;
  readonly whole: boolean;
  /** The values in it, by which other text may refer to it. */
  readonly values: ReadonlySet<string>;
}

/** The rows of the seed. Throws a SourceError that names every problem, of shape and of meaning; what follows from another is left out. */
export function readSeed(
  folder: string,
  modules: readonly SourceModule[],
  log: (line: string) => void,
): readonly Entry[] {
  const { readings, problems, refusals } = readAll(folder, modules);
  problems.push(...strays(folder, new Set(modules.flatMap(({ files }) => globSync(files, { cwd: folder })))));
  const seed = collected(readings);
  const ofMeaning = [...seed.problems, ...verify(seed.entries)];
  const all = [...problems, ...ofMeaning.filter((problem) => !followsFrom(refusals, problem))];
  if (all.length > 0) throw new SourceError(all);
  log(`Read ${readings.length} files.`);
  return seed.entries;
}

/** The rows of some modules. What these refer to in others is not looked for: a build of the whole text does that. */
export function readModules(folder: string, modules: readonly SourceModule[]): readonly Entry[] {
  const { readings, problems } = readAll(folder, modules);
  if (problems.length > 0) throw new SourceError(problems);
  return collected(readings).entries;
}

function collected(readings: readonly Reading[]): Collection {
  const seed = collection();
  for (const { module, file } of readings) {
    for (const entry of module.rows(file, seed)) seed.add(entry);
  }
  return seed;
}

/** Whether a problem is about a text that is missing, or misses what was written down and refused. */
function followsFrom(refusals: readonly Refusal[], { message, missing }: Problem): boolean {
  if (message.includes(unwritten)) return true;
  if (!missing) return false;
  const names = missing.ids.map((id) => id.slice(id.search(/[^:/]*$/)));
  return refusals.some(
    ({ file, whole, values }) =>
      // Policies and statements have no one file.
      (file === missing.file || missing.file === undefined || missing.file.includes('<')) &&
      (whole || names.some((name) => values.has(name))),
  );
}

function readAll(folder: string, modules: readonly SourceModule[]) {
  const readings: Reading[] = [];
  const problems: Problem[] = [];
  const refusals: Refusal[] = [];
  for (const module of modules) {
    const paths = globSync(module.files, { cwd: folder }).sort();
    if (paths.length === 0) {
      const file = `seed/${module.files}`;
      problems.push({ place: { file, line: 1 }, message: 'This file is missing. Put it back.' });
      refusals.push({ file, whole: true, values: new Set() });
    }
    for (const path of paths) {
      try {
        const file = module.read(folder, path);
        const shaped = module.check(file);
        problems.push(...shaped.problems);
        refusals.push({ file: `seed/${path}`, whole: shaped.tree === undefined, values: shaped.refused });
        if (shaped.tree !== undefined) readings.push({ module, file: { path, tree: shaped.tree } });
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        problems.push(...error.problems);
        refusals.push({ file: `seed/${path}`, whole: true, values: new Set() });
      }
    }
  }
  return { readings, problems, refusals };
}

/** Files that look like text of the seed and that no module reads: a wrong ending or folder would go unnoticed. */
function strays(folder: string, read: ReadonlySet<string>): readonly Problem[] {
  const found = globSync(['{data,policies,reports}/**/*.*', '*.{csv,yaml,yml}'], { cwd: folder });
  return found
    .filter((path) => !read.has(path))
    .sort()
    .map((path) => ({
      place: { file: `seed/${path}`, line: 1 },
      message:
        'Nothing reads this file. Correct its name or folder: a policy is policies/<payer>/<policy>.yaml.',
    }));
}
