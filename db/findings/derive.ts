/** Derives gaps from unknown statements, conflicts found by rules, the payers that price files state, and the search index. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WritableStore } from '../kit/store.ts';
import { fillStatedPayers } from '../prices/stated-payers.ts';
import { indexAll, indexNew, type Named } from '../search/fill-index.ts';
import { rateBenchmark } from '../tables/index.ts';
import { sqlFor, type Touched } from './touched.ts';

/** The rules of a folder in name order: the name, by which the ids of what it finds begin, and the SQL of each. No gap or conflict reads what another rule wrote. */
function rulesIn(folder: string): readonly { readonly rule: string; readonly sql: string }[] {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.sql'));
  return files.sort().map((file) => ({
    rule: basename(file, '.sql'),
    sql: readFileSync(join(path, file), 'utf8'),
  }));
}

/** Derives everything in a database that has nothing of it yet. */
export function derive(store: WritableStore): void {
  for (const { sql } of [...rulesIn('gaps'), ...rulesIn('conflicts')]) store.exec(sql);
  fillStatedPayers(store);
  indexAll(store);
}

const forgetConflicts = [
  'delete from conflict_member where conflict_id in (select c.id from conflict c where c.rule = :rule)',
  'delete from conflict where rule = :rule',
];

/** Derives anew what follows from tables that were touched, and indexes the entities that a load named. */
export function deriveAgain(store: WritableStore, touched: Touched, named: Named): void {
  const isConcerned = ({ sql }: { readonly sql: string }) => sqlFor(sql, touched).length > 0;
  for (const { rule, sql } of rulesIn('gaps').filter(isConcerned)) {
    store.run('delete from data_gap where id glob :found', { found: `DataGap:${rule}/*` });
    store.exec(sql);
  }
  for (const { rule, sql } of rulesIn('conflicts').filter(isConcerned)) {
    for (const forget of forgetConflicts) store.run(forget, { rule });
    store.exec(sql);
  }
  if (touched.has(rateBenchmark.name)) fillStatedPayers(store);
  indexNew(store, named);
}
