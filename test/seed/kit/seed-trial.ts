/** A copy of the seed's text in a temporary folder, to be changed or broken, and a database beside it. */

import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type BuildReport, build } from '../../../seed/build/build.ts';

const seed = join(import.meta.dirname, '../../../seed');

export interface Trial {
  readonly database: string;
  /** The files beside the database, itself included. */
  besides(): readonly string[];
  /** Replaces the first of two texts in a file by the second; answers the line on which it stood. */
  change(path: string, from: string, to: string): number;
  /** Adds a file, or text to the end of one that is there. */
  add(path: string, content: string): void;
  /** Takes the database away, and with it the feed of changes. */
  forget(): void;
  build(): Promise<BuildReport>;
  /** Puts a copy of the seeded database in place, which is what a build of the text makes as long as it is not changed. */
  takeBuilt(): void;
  /** What a build that must fail says. */
  failure(): Promise<string>;
}

/** A fresh copy that is removed when the test has ended. */
export function trial(): Trial {
  const root = mkdtempSync(join(tmpdir(), 'coverage-graph-seed-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'seed');
  for (const part of ['data', 'policies', 'reports', 'gaps.csv']) {
    cpSync(join(seed, part), join(folder, part), { recursive: true });
  }
  const database = join(root, 'served', 'coverage.sqlite');
  const run = () => build({ database, folder, log: () => {} });
  return {
    database,
    besides: () => readdirSync(join(root, 'served')).sort(),
    change(path, from, to) {
      const file = join(folder, path);
      const content = readFileSync(file, 'utf8');
      const at = content.indexOf(from);
      if (at < 0) throw new Error(`${path} does not hold ${JSON.stringify(from)}.`);
      writeFileSync(file, content.slice(0, at) + to + content.slice(at + from.length));
      return content.slice(0, at).split('\n').length;
    },
    add(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      appendFileSync(join(folder, path), content);
    },
    forget: () => rmSync(database),
    build: run,
    takeBuilt() {
      mkdirSync(dirname(database), { recursive: true });
      copyFileSync(inject('database'), database);
    },
    async failure() {
      const outcome = await run().catch((error: unknown) => error);
      if (!(outcome instanceof Error)) throw new Error('The build went through.');
      return outcome.message;
    },
  };
}
