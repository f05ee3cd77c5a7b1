/** Reads all text of the seed, module by module, and turns it into rows that were looked over. */

import { globSync } from 'node:fs';
import type { Entry } from './entry.ts';
import { readText, type TextFile } from './files.ts';
import { type Problem, SourceError } from './problem.ts';
import type { SourceModule } from './reader.ts';
import { collection } from './rows-so-far.ts';
import { verify } from './verify.ts';

interface Reading {
  readonly module: SourceModule;
  readonly file: TextFile;
}

/** The rows of the seed. Throws a SourceError that names every problem of the first stage that has any: shape, then meaning. */
export function readSeed(
  folder: string,
  modules: readonly SourceModule[],
  log: (line: string) => void,
): readonly Entry[] {
  const readings = readAll(folder, modules);
  const seed = collection();
  for (const { module, file } of readings) {
    for (const entry of module.rows(file, seed)) seed.add(entry);
  }
  refuse([...seed.problems, ...verify(seed.entries)]);
  log(`Read ${readings.length} files.`);
  return seed.entries;
}

function readAll(folder: string, modules: readonly SourceModule[]): readonly Reading[] {
  const readings: Reading[] = [];
  const problems: Problem[] = [];
  for (const module of modules) {
    const paths = globSync(module.files, { cwd: folder }).sort();
    if (paths.length === 0) {
      problems.push({
        place: { file: `seed/${module.files}`, line: 1 },
        message: 'This file is missing. Put it back.',
      });
    }
    for (const path of paths) {
      try {
        const file = readText(folder, path);
        problems.push(...module.check(file));
        readings.push({ module, file });
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  problems.push(...strays(folder, new Set(modules.flatMap(({ files }) => globSync(files, { cwd: folder })))));
  refuse(problems);
  return readings;
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

/** One line of text can break several rows in the same way; that is said once. */
function refuse(problems: readonly Problem[]): void {
  const told = new Map(
    problems.map((problem) => [`${problem.place.file}:${problem.place.line} ${problem.message}`, problem]),
  );
  if (told.size > 0) throw new SourceError([...told.values()]);
}
