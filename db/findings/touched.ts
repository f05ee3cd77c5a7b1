/** Which tables a load wrote to, so that only the rules that read them are run again. */

import { ownName, type Table } from '../kit/table.ts';
import { tables } from '../tables/index.ts';

/** Names of tables of the dictionary. */
export type Touched = ReadonlySet<string>;

const everyTable: Touched = new Set(tables.map(({ name }) => name));

/** Views over many tables: what reads one of them reads all. */
const views = ['statement', 'entity', 'citation', 'citing'];

/** A rule that is run for each table of some kinds has a place for its name. */
const places = {
  '{statements}': ['statement'],
  '{entities}': ['entity'],
  '{tables}': ['statement', 'entity', 'link'],
};

/** Whether SQL reads a table that was touched, by its words, or by those of a line `Concerns:` that it begins with. */
function concerns(sql: string, touched: Touched): boolean {
  const listed = /^-- Concerns: (.*)$/m.exec(sql)?.[1];
  const words = new Set((listed ?? sql.replace(/--.*$/gm, '')).match(/\w+/g));
  if (views.some((view) => words.has(view))) return true;
  return tables.some(
    (table) => touched.has(table.name) && (words.has(table.name) || words.has(ownName(table))),
  );
}

/** The SQL of a rule as it is to be run after these tables were touched: once, for each table of some kinds, or not at all. */
export function sqlFor(sql: string, touched: Touched = everyTable): readonly string[] {
  for (const [place, kinds] of Object.entries(places)) {
    if (!sql.includes(place)) continue;
    const ofKind = (table: Table) => kinds.includes(table.kind) && touched.has(table.name);
    return tables.filter(ofKind).map((table) => sql.replaceAll(place, ownName(table)));
  }
  return concerns(sql, touched) ? [sql] : [];
}
