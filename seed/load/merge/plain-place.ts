/** One store for plain rows of a statement table during a load: a separate compact table, or columns of the entity rows that they brought. */

import { noFirstDay, subjectCitation } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { type Plain, snake, type Table } from '../../../db/kit/table.ts';
import type { BoundValues, Params } from '../../../db/kit/values.ts';
import type { PlainFiles } from './plain-files.ts';
import type { PlainRows } from './plain-row.ts';
import { plainSql } from './plain-sql.ts';
import type { StoredRow } from './row.ts';

interface Confirmed {
  readonly file: number;
  readonly again: number | null;
  readonly named: number;
  readonly locator: string;
}

/** How rows are written there. */
type Writing = Pick<PlainRows, 'add' | 'valuesFor'>;

/** Writes them as rows of a separate table. */
function besideThings(
  store: WritableStore,
  statement: Table,
  { name, columns }: Table,
  files: PlainFiles,
): Writing {
  const stating = Object.keys(columns).filter((column) => column in statement.columns && column !== 'id');
  const into = `${name} (${['id', 'file', 'named', 'locator', ...stating].map(snake).join(', ')})`;
  return {
    add(load, id, { stated, to, validEnd, locator }, named) {
      const file = files.numberOf(load, to, validEnd, String(stated.values.release));
      const values: BoundValues[number][] = [id, file, named, locator];
      for (const column of stating) values.push((stated.values[column] ?? null) as BoundValues[number]);
      store.add(into, values);
      return true;
    },
    valuesFor: () => undefined,
  };
}

/** Writes them into the rows of the entities that they bring, whose columns they share. */
function withinThings(within: Table, called: Readonly<Record<string, string>>, files: PlainFiles): Writing {
  const columns = Object.entries(called);
  return {
    add: () => false,
    valuesFor(load, { stated: { subject, values: stating, from }, to, validEnd, locator }) {
      if (subject?.table !== within) return undefined;
      for (const [column, as] of columns) if (stating[column] !== subject.row[as]) return undefined;
      const file = files.numberOf(load, to, validEnd, String(stating.release));
      return [file, null, from ?? noFirstDay, locator];
    },
  };
}

/** The plain rows of one store. */
export function plainPlace(store: WritableStore, table: Table, place: Plain, files: PlainFiles): PlainRows {
  const sql = plainSql(table, place);
  const promoted: { readonly id: string; readonly subject: string; readonly file: number }[] = [];
  const writing =
    'table' in place
      ? besideThings(store, table, place.table, files)
      : withinThings(place.within, place.called, files);

  return {
    ...writing,
    has: (id) => store.get(sql.has, { id }) !== undefined,
    find: (id) => store.get<StoredRow>(sql.find, { id }),
    about: (thing) => store.all<StoredRow>(sql.about, { thing }),
    confirm(load, id, locator, named) {
      const row = store.get<Confirmed>(sql.confirmed, { id });
      const fits =
        row &&
        row.locator === locator &&
        named !== subjectCitation.brought &&
        (row.named === 0 || named !== 0);
      if (!fits) return 'nothing';
      const own = files.numbersOf(load.sourceId);
      if (!own.includes(row.file) && row.again === null) {
        const again = own[0] ?? files.numberOf(load, null, 'NOT_KNOWN', '');
        store.run(sql.again, { id, again });
      } else if (!own.includes(row.file) && !own.includes(row.again ?? 0)) return 'nothing';
      return row.named === 0 ? 'itself' : 'both';
    },
    promote(id) {
      const row = store.get<{ readonly subject: string; readonly file: number }>(sql.promoted, { id });
      if (!row) return;
      promoted.push({ id, ...row });
      for (const each of [sql.rows, sql.citations, sql.drop]) store.run(each, { id });
    },
    reworded: (thing: Params) =>
      sql.reworded ? store.get<StoredRow>(sql.reworded, { ...thing, thing: thing.id ?? null }) : undefined,
    statedBy(sourceId) {
      const numbers = files.numbersOf(sourceId);
      if (numbers.length === 0) return [];
      const rows = store.all<{ readonly id: string; readonly subject: string }>(sql.stated, {
        files: JSON.stringify(numbers),
      });
      return [...rows, ...promoted.filter(({ file }) => numbers.includes(file))];
    },
  };
}
