/** Writes citations: from what a file states or names to its row in that file. */

import { subjectCitation } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { ownName, rowsInto } from '../../../db/kit/table.ts';
import { citation, statementTables, tables } from '../../../db/tables/index.ts';
import type { NamedEntity } from '../format/named-entity.ts';
import type { SubjectCitation } from './plain-row.ts';
import { citedSubject } from './plain-sql.ts';
import type { Load } from './tally.ts';

const into = rowsInto(citation);

const own = `select subject_id, seq, source_id from ${ownName(citation)} where subject_id = :thing`;

/** Adds a citation unless the source is cited already; `from` selects from every table that has citations of the subject. */
function alsoSql(from: readonly string[]): string {
  return `
  with c as (${from.join(' union all ')})
  insert into ${ownName(citation)} (subject_id, seq, source_id, role, locator, part)
  select :thing, max(c.seq) + 1, :sourceId, 'SUPPORTING_DATA_SOURCE', :locator, null from c
  having not exists (select 1 from c where c.source_id = :sourceId)`;
}

const alsoOrdinary = alsoSql([own]);

/** By table of entities: statements about them may be plain rows, which also count as their citations. */
const alsoThing = new Map<string, string>(
  tables.map(({ name }) => {
    const citing = statementTables.filter(
      ({ subject = '', columns }) => columns[subject]?.references === name,
    );
    const cited = citing.flatMap((table) =>
      (table.plain ?? []).flatMap((place) => citedSubject(table, place)),
    );
    return [name, alsoSql([own, ...cited])];
  }),
);

/** Cites the file for a subject without citations. */
export function citeFirst(store: WritableStore, { sourceId }: Load, id: string, locator: string): void {
  store.add(into, [id, 0, sourceId, 'PRIMARY_KNOWLEDGE_SOURCE', locator, null]);
}

/** Adds a citation of the file to an ordinary statement; once per source. */
export function citeAlso(store: WritableStore, { sourceId }: Load, id: string, locator: string | null): void {
  store.run(alsoOrdinary, { thing: id, sourceId, locator });
}

/** Cites the file for an entity that it names. */
export function citeNamed(
  store: WritableStore,
  load: Load,
  { table, row, line, at: locator = `line ${line}` }: NamedEntity,
  named: SubjectCitation,
): void {
  const thing = String(row.id);
  if (named === subjectCitation.brought) citeFirst(store, load, thing, locator);
  else if (named === subjectCitation.beside)
    store.run(alsoThing.get(table.name) ?? alsoOrdinary, { thing, sourceId: load.sourceId, locator });
}
