/** Loads files into a database of its own, as `npm run load` does, and queries the graph that results. */

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openRelease, type Release } from '../../../db/release/release.ts';
import { type LoadOptions, type LoadReport, load } from '../../../seed/load/command/load.ts';
import { summary } from '../../../seed/load/command/summary.ts';
import { leftOut, type RowCounts } from '../../../seed/load/format/row-log.ts';
import { ask } from '../../kit/graph.ts';

export interface Loading {
  readonly database: string;
  /** Writes a file to load; answers its path. */
  put(name: string, content: string | Buffer): string;
  load(paths: readonly string[], options?: Partial<LoadOptions>): Promise<LoadReport>;
  /** What a load that must fail says. */
  failure(paths: readonly string[], options?: Partial<LoadOptions>): Promise<string>;
  /** The files of the library, and of the folder of the database. */
  besides(): readonly string[];
  release(): Release;
  /** Asks the graph as it is known at the end of the year. */
  ask<T>(question: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
}

/** Fails where the rows of a loaded file do not add up: it holds for every format and in every test that loads files. */
function refuseUncounted(path: string, rows: RowCounts): void {
  const { read, kept, confirmed, joined, unaccounted } = rows;
  const isNegative = [read, kept, confirmed, joined, unaccounted].some((count) => count < 0);
  if (isNegative || unaccounted > 0 || read !== kept + confirmed + joined + leftOut(rows))
    throw new Error(`The rows of ${path} do not add up: ${JSON.stringify(rows)}`);
}

/** A database in a temporary folder that is removed when the test has ended: a copy of the seeded one, or none as yet. */
export function loading(begin: 'seeded' | 'without database' = 'seeded'): Loading {
  const root = mkdtempSync(join(tmpdir(), 'coverage-graph-load-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const database = join(root, 'served', 'coverage.sqlite');
  if (begin === 'seeded') {
    mkdirSync(dirname(database));
    copyFileSync(inject('database'), database);
  }
  let asked: Release | undefined;
  let moment = Date.parse('2026-11-25T12:00:00Z');
  const run = async (paths: readonly string[], options: Partial<LoadOptions> = {}) => {
    moment += 3_600_000;
    asked = undefined;
    const report = await load({ database, paths, now: new Date(moment), log: () => {}, ...options });
    for (const { path, rows } of summary(report, false).machine.files) refuseUncounted(path, rows);
    return report;
  };
  const release = () => {
    const opened = openRelease(database);
    onTestFinished(() => opened.close());
    return opened;
  };
  return {
    database,
    release,
    put(name, content) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    load: run,
    async failure(paths, options) {
      const outcome = await run(paths, options).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) throw new Error('The load went through.');
      return outcome.message.replaceAll(`${root}/`, '');
    },
    besides: () => readdirSync(join(root, 'served'), { recursive: true, encoding: 'utf8' }).sort(),
    ask(question, variables = {}) {
      asked ??= release();
      return ask(question, variables, { of: asked, now: new Date('2026-12-31T12:00:00Z') });
    },
  };
}
