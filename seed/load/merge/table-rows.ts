/** The rows of one statement table during a load: looked up by the key that the table is clustered by, as it has no other index then. */

import { subjectCitation } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { ownName, rowsInto, selectList, snake, type Table } from '../../../db/kit/table.ts';
import type { Params } from '../../../db/kit/values.ts';
import { envelope } from '../../../db/tables/index.ts';
import type { Stated } from '../format/format.ts';
import type { PlainFiles } from './plain-files.ts';
import type { NewRow, PlainRows, SubjectCitation } from './plain-row.ts';
import { plainRows } from './plain-rows.ts';
import type { RowValues, StoredRow } from './row.ts';
import type { Load } from './tally.ts';

export interface TableRows {
  /** The open rows with these values of the exclusive columns, earliest first. */
  sharing(states: Stated['values']): readonly StoredRow[];
  /** The open row of an id; the values include that of the cluster key. */
  find(id: string, states: Readonly<Record<string, unknown>>): StoredRow | undefined;
  /** The rows of the same key that were closed after a moment; `id` is that of any of them. */
  closedAfter(id: string, states: Readonly<Record<string, unknown>>, moment: string): readonly StoredRow[];
  insert(row: RowValues): void;
  /** Inserts a plain row; false where it cannot be plain or an ordinary row has its id. No plain row may have the id. */
  insertPlain(load: Load, id: string, row: NewRow, named: SubjectCitation): boolean;
  /** The plain rows of the table; undefined where it has none. */
  readonly plain: PlainRows | undefined;
  /** Turns a row into an ordinary one if it is plain. */
  promote(row: StoredRow): void;
  /** Ends the recorded time of a row at a moment. */
  close(row: StoredRow, recordedTo: string, supersededBy: string | null): void;
  /** Removes a row that nobody has seen. */
  drop(row: StoredRow): void;
  /** Ends a row that nobody has seen yet. */
  shorten(row: StoredRow, validTo: string): void;
  /** An unused id: the given one, or one with the suffix appended. */
  free(id: string, suffix: string): string;
  /** Whether a row has these values; columns that only describe where it was read are ignored. */
  states(row: StoredRow, states: Readonly<Record<string, unknown>>): boolean;
}

const none: readonly StoredRow[] = [];
const earlier = (a: StoredRow, b: StoredRow) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1);

const live = `t.recorded_to is null and t.rank <> 'DEPRECATED'`;

/** The rows of a table. The keys of its first rows are read once, so that unknown ones need no query. */
export function tableRows(store: WritableStore, table: Table, files: PlainFiles): TableRows {
  const {
    exclusiveBy = [],
    subject = '',
    cluster: [cluster = 'id'],
  } = table;
  const name = ownName(table);
  const plain = plainRows(store, table, files);
  const names = Object.keys(table.columns);
  const columns = selectList(table, 't');
  const one = `${snake(cluster)} = :cluster and id = :id`;
  const sql = {
    into: rowsInto(table),
    sharing: `select ${columns} from ${name} t where ${exclusiveBy.map((key) => `t.${snake(key)} is :${key}`).join(' and ')} and ${live} order by t.valid_from`,
    find: `select ${columns} from ${name} t where ${one} and t.recorded_to is null`,
    closedAfter: `select ${columns} from ${name} t where ${one} and t.recorded_to > :moment`,
    close: `update ${name} set recorded_to = :recordedTo, superseded_by = :supersededBy where ${one}`,
    drop: `delete from ${name} where ${one}`,
    shorten: `update ${name} set valid_to = :validTo, valid_end = 'KNOWN' where ${one}`,
  };
  const compared = names.filter((each) => !(each in envelope) && !table.columns[each]?.origin);
  const ids = new Set<string>();
  const keys = new Set<string>();
  const [only = 'id', ...others] = exclusiveBy;
  const keyOf = (row: Readonly<Record<string, unknown>>) =>
    others.length === 0 ? String(row[only]) : exclusiveBy.map((each) => row[each]).join(' ');
  /** The ids of the rows closed during this load, by key; for tables without exclusive columns by their first id. */
  const closed = new Map<string, Set<string>>();
  const familyOf = (row: Readonly<Record<string, unknown>>) =>
    exclusiveBy.length > 0 ? keyOf(row) : String(row.id).replace(/\/(?:recorded|until)-.*$/, '');
  const noteClosed = (row: RowValues) => {
    const family = familyOf(row);
    closed.set(family, (closed.get(family) ?? new Set()).add(String(row.id)));
  };
  const note = (row: RowValues) => {
    ids.add(String(row.id));
    keys.add(keyOf(row));
  };
  for (const row of store.all<RowValues>(`select ${columns} from ${name} t`)) note(row);
  const at = (row: RowValues): Params => ({ cluster: row[cluster] ?? null, id: row.id ?? null });
  const promote = (row: StoredRow) => {
    if (!plain?.has(row.id)) return;
    plain.promote(row.id);
    note(row);
  };
  const change = (row: StoredRow, statement: string, values: Params) => {
    promote(row);
    store.run(statement, { ...at(row), ...values });
  };

  return {
    plain,
    promote,
    sharing(states) {
      const own = keys.has(keyOf(states));
      if (!own && !plain) return none;
      const rows = own
        ? store.all<StoredRow>(
            sql.sharing,
            Object.fromEntries(exclusiveBy.map((each) => [each, states[each] as string | null])),
          )
        : none;
      // Plain rows are queried each time, as keeping their keys costs more.
      const more = plain?.about(String(states[subject])) ?? none;
      return more.length === 0 ? rows : [...rows, ...more].sort(earlier);
    },
    find: (id, states) =>
      ids.has(id) ? store.get<StoredRow>(sql.find, at({ ...(states as RowValues), id })) : plain?.find(id),
    closedAfter(id, states, moment) {
      const found = closed.size > 0 ? closed.get(familyOf({ ...states, id })) : undefined;
      return [...(found ?? [])].flatMap((each) => {
        const row = store.get<StoredRow>(sql.closedAfter, {
          ...at({ ...(states as RowValues), id: each }),
          moment,
        });
        return row ? [row] : [];
      });
    },
    insert(row) {
      note(row);
      if (row.recordedTo) noteClosed(row);
      store.add(
        sql.into,
        names.map((each) => row[each] ?? null),
      );
    },
    insertPlain(load, id, row, named) {
      // A new entity has no earlier statements.
      if (named !== subjectCitation.brought && ids.has(id)) return false;
      return plain?.add(load, id, row, named) ?? false;
    },
    close(row, recordedTo, supersededBy) {
      change(row, sql.close, { recordedTo, supersededBy });
      noteClosed(row);
    },
    drop: (row) => change(row, sql.drop, {}),
    shorten: (row, validTo) => change(row, sql.shorten, { validTo }),
    free(id, suffix) {
      let found = id;
      for (let n = 1; ids.has(found) || plain?.has(found); n += 1)
        found = n === 1 ? `${id}/${suffix}` : `${id}/${suffix}-${n}`;
      return found;
    },
    states: (row, states) => compared.every((each) => row[each] === (states[each] ?? null)),
  };
}
