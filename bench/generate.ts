/** Makes a synthetic graph in the schema of the project, once for each scale; `.data/` is not under version control. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createStore, type WritableStore } from '../db/kit/store.ts';
import { insertSql, type Row, type Table } from '../db/kit/table.ts';
import { largestGroups } from '../db/release/largest-groups.ts';
import { programHash, programVersion } from '../db/release/program-hash.ts';
import { createTables } from '../db/release/schema-sql.ts';
import * as t from '../db/tables/index.ts';
import { textWriter } from '../seed/kit/text-editions.ts';
import * as entities from './entities.ts';
import type { Scale } from './scale.ts';
import * as statements from './statements.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.data/bench');

/** The database of a scale, made first where there is none yet of these counts, this schema and this generator. */
export function graphOf(scale: Scale, tell: (sentence: string) => void): string {
  const key = keyOf(scale);
  const file = join(folder, `synthetic-${key}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const started = performance.now();
  generate(file, scale);
  tell(`Made ${file} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return file;
}

/** Makes the database of a scale as a file. */
export function generate(file: string, scale: Scale): void {
  const draft = `${file}.draft`;
  rmSync(draft, { force: true });
  const store = createStore(draft);
  try {
    fill(store, scale, keyOf(scale));
  } finally {
    store.close();
  }
  renameSync(draft, file);
}

/** Whatever changes the rows changes the name. */
function keyOf(scale: Scale): string {
  const makers = ['entities.ts', 'generate.ts', 'ids.ts', 'random.ts', 'statements.ts'];
  // A program refuses the database of another one.
  const hash = createHash('sha256').update(JSON.stringify(scale)).update(programHash());
  for (const name of makers) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

function fill(store: WritableStore, scale: Scale, key: string): void {
  createTables(store);
  store.exec('pragma cache_size = -524288');
  const counts: Record<string, number> = {};
  store.transaction(() => {
    const indexes = dropIndexes(store);
    const text = textWriter(store);
    const write = <T extends Table>(table: T, rows: Iterable<Row<T>>) => {
      let count = 0;
      for (const row of rows) {
        text.add(table, row);
        count += 1;
      }
      counts[table.name] = count;
    };
    write(t.source, entities.sources(scale));
    write(t.serviceFamily, entities.families(scale));
    write(t.billingCode, entities.codes(scale));
    write(t.serviceComponent, entities.components(scale));
    write(t.billingUnit, entities.units(scale));
    write(t.payer, entities.payers(scale));
    write(t.policy, entities.policies(scale));
    write(t.policyVersion, entities.versions(scale));
    write(t.codeValidity, statements.validities(scale));
    write(t.coverage, statements.coverages(scale));
    write(t.priorAuthorization, statements.authorizations(scale));
    write(t.citation, statements.citations(scale));
    text.settle();
    for (const sql of indexes) store.exec(sql);
  });
  store.exec('analyze');
  const release = {
    contentHash: `synthetic-${key}`,
    programHash: programHash(),
    programVersion: programVersion(),
    feedId: 'synthetic',
    builtAt: '2025-03-01T00:00:00Z',
    counts: JSON.stringify(counts),
    largestGroups: JSON.stringify(largestGroups(store)),
  };
  store.run(insertSql(t.release), release);
}

/** Indexes are made after the rows: keeping one up while half a million rows come in costs more than sorting once. */
function dropIndexes(store: WritableStore): readonly string[] {
  const found = store.all<{ name: string; sql: string }>(
    "select name, sql from sqlite_schema where type = 'index' and sql is not null",
  );
  for (const { name } of found) store.exec(`drop index ${name}`);
  return found.map(({ sql }) => sql);
}

if (import.meta.main) {
  const { scales } = await import('./scale.ts');
  graphOf(scales.full, (sentence) => console.log(sentence));
}
