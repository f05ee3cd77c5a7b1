/** Where statements and entities come from: the sources of the editions that state them, and what they cite beside. */

import { asText } from '../kit/create-table.ts';
import { typeOf } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { ownName, type Row, selectList, type Table } from '../kit/table.ts';
import { citation, tables } from '../tables/index.ts';
import { ptpCitations } from '../tables/pair-edit-views.ts';

const byType = new Map(tables.filter(({ kind }) => kind !== 'link').map((table) => [table.type, table]));

/** SQL: the citations of the rows `r` of a table by their run. Lines are those of the first edition; other locators name the row in any. */
export function citedByRun(table: Table): string {
  const roles = ["'PRIMARY_KNOWLEDGE_SOURCE'", "'SUPPORTING_DATA_SOURCE'"];
  return `select r.id as subject_id, s.seq, s.source_id, ${asText(`iif(s.seq = 0, ${roles.join(', ')})`)} as role,
  ${asText("iif(s.seq = 0 or r.locator not like 'line %', r.locator, null)")} as locator, ${asText('null')} as part
from ${ownName(table)} r
cross join run_source s`;
}

const named = (alias: string) => `k.key as "slot", ${selectList(citation, alias)}`;

/** The parts of one select: an id is searched for where things of its type are. */
function citationsOfType(type: string): string {
  const table = byType.get(type);
  const parts = [
    `select ${named('t')} from json_each(:ids) k cross join ${ownName(citation)} t where t.subject_id = k.value`,
  ];
  if (table)
    parts.push(
      `select ${named('t')} from json_each(:ids) k cross join (${citedByRun(table)}\nwhere s.run = r.run) t where t.subject_id = k.value`,
    );
  if (type === 'CodePairEdit')
    parts.push(
      `select ${named('t')} from json_each(:ids) k cross join ${ptpCitations.view} t where ${ptpCitations.found('k.value')}`,
    );
  return parts.join('\nunion all\n');
}

const sqlOfTypes = new Map<string, string>();

type Citation = Row<typeof citation>;

/** The citations of statements and entities, in the order of the ids, the primary source first. */
export function citationsOf(store: Store, ids: readonly string[]): Citation[][] {
  const found: Citation[][] = ids.map(() => []);
  const slots = Map.groupBy(ids.keys(), (slot) => typeOf(ids[slot] ?? ''));
  for (const [type, ofType] of slots) {
    const sql = sqlOfTypes.get(type) ?? citationsOfType(type);
    sqlOfTypes.set(type, sql);
    const params = { ids: JSON.stringify(ofType.map((slot) => ids[slot])) };
    for (const row of store.all<Citation & { readonly slot: number }>(sql, params))
      found[ofType[row.slot] ?? 0]?.push(row);
  }
  // A few of each thing: to sort them all together costs SQLite more than all else here.
  for (const cited of found) cited.sort((a, b) => a.seq - b.seq);
  return found;
}
