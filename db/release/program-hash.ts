/** Identifies the program: a hash over its files that shape stored rows, and its version for people. */

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ownFolder = join(import.meta.dirname, '../..');

/** The files of a project that shape what a build stores. All of `db` and `seed`, because a finer choice is not worth it. */
export function programFiles(folder: string = ownFolder): readonly string[] {
  return globSync(['db/**/*.{ts,sql}', 'seed/**/*.{ts,sql}'], { cwd: folder }).sort();
}

/** A hash over these files, names included. */
export function hashOfProgram(folder: string): string {
  const hash = createHash('sha256');
  for (const path of programFiles(folder)) hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}

let own: string | undefined;

/** The hash of the program that runs, read once. */
export function programHash(): string {
  own ??= hashOfProgram(ownFolder);
  return own;
}

/** The version in package.json. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ownFolder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
