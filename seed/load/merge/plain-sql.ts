/** The SQL over the plain rows of a statement table during a load, when tables have no index but their primary key. */

import { citedBy, entityType, madeWhole, subjectArms, subjectIn, tellingOf } from '../../../db/kit/plain.ts';
import { ownName, type Plain, selectList, snake, type Table } from '../../../db/kit/table.ts';
import { citation } from '../../../db/tables/index.ts';

/**
 * The SQL that depends on where plain rows are stored. Parameters are preceded by a plus sign: SQLite plans a join anew for
 * every value of a bare parameter, which costs ten times as much as the row.
 */
interface Position {
  /** The condition for the row with `:id`, from the names of the subject column and the id column. */
  at(subject: string, id?: string): string;
  /** The condition for the rows about the entity `:thing`. */
  about(subject: string, id?: string): string;
  /** Writes `:again` into the row with `:id`. */
  readonly again: string;
  /** Removes the row with `:id`. */
  readonly drop: string;
  /** The condition for a row whose values would change with the columns of its entity. */
  readonly reworded?: string;
}

/** In a separate table, ordered by their ids. */
function besideThings({ type, subject = '', columns }: Table, name: string): Position {
  const thing = entityType(columns[subject]?.references ?? '');
  const key = `'${type}:' || substr(:thing, ${thing.length + 2})`;
  return {
    at: (_, id = 'id') => `${id} = +:id`,
    about: (_, id = 'id') => `${id} > ${key} || '/' and ${id} < ${key} || '0'`,
    again: `update ${name} set again = :again where id = :id`,
    drop: `delete from ${name} where id = :id`,
  };
}

/** In the rows of entities, ordered by the ids of those. */
function withinThings(
  table: Table,
  { name, alsoHolds = {} }: Table,
  called: Record<string, string>,
): Position {
  const thing = subjectIn(table, ':id');
  const differing = Object.entries(called).map(([column, as]) => `${snake(column)} is not :${as}`);
  const empty = Object.keys(alsoHolds).map((column) => `${snake(column)} = null`);
  return {
    at: (column, id = 'id') => `${column} = ${thing} and ${id} = +:id`,
    about: (column) => `${column} = +:thing`,
    again: `update ${name} set stated_again = :again where id = ${thing}`,
    drop: `update ${name} set ${empty.join(', ')} where id = ${thing}`,
    reworded: differing.join(' or '),
  };
}

function positionOf(table: Table, place: Plain): Position {
  return 'table' in place ? besideThings(table, place.name) : withinThings(table, place.within, place.called);
}

/** Selects the citations that plain rows of a store give their subject `:thing`. */
export function citedSubject(table: Table, place: Plain): readonly string[] {
  const about = positionOf(table, place).about('about', 'stated');
  return subjectArms(place).map((arm) => `select subject_id, seq, source_id from ${arm} where ${about}`);
}

/** The SQL statements over the plain rows of a table in one store. */
export function plainSql(table: Table, place: Plain) {
  const { name } = place;
  const { at, about, again, drop, reworded } = positionOf(table, place);
  const subject = snake(table.subject ?? '');
  const whole = `select ${selectList(table, 't')} from ${madeWhole(place)} t`;
  const columns = Object.keys(table.columns).map(snake).join(', ');
  const cited = Object.keys(citation.columns).map(snake).join(', ');
  const telling = tellingOf(table, place).subject;
  return {
    has: `select 1 from ${name} where ${at('subject_id')}`,
    find: `${whole} where ${at(subject)}`,
    about: `${whole} where ${about(subject)}`,
    confirmed: `select file, again, named, locator from ${name} where ${at('subject_id')}`,
    again,
    rows: `insert into ${ownName(table)} (${columns}) select ${columns} from ${madeWhole(place)} where ${at(subject)}`,
    citations: `insert into ${ownName(citation)} (${cited}) select ${cited} from ${citedBy(place)} where ${at('about', 'stated')}`,
    stated: `select p.id, ${telling} as subject from ${name} p where p.file in (select value from json_each(:files))`,
    promoted: `select ${telling} as subject, p.file from ${name} p where ${at('p.subject_id', 'p.id')}`,
    drop,
    reworded: reworded && `${whole} where ${about(subject)} and (${reworded})`,
  };
}
