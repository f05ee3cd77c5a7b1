/** Plain rows of one statement table while files are taken in: written small, and made ordinary when something changes them. */

import { citedBy, entityType, madeWhole, naming, plainFile } from '../../db/plain.ts';
import type { WritableStore } from '../../db/store.ts';
import { insertSql, ownName, selectList, snake, type Table } from '../../db/table.ts';
import { citation } from '../../db/tables.ts';
import type { Stated } from './format.ts';
import type { Held } from './table-rows.ts';
import type { Load } from './taken.ts';

/** How the subject of a statement is cited for the same row of the file. */
export type Naming = (typeof naming)[keyof typeof naming];

/** What is new in a row, and where it stands. */
export interface NewRow {
  readonly id: string;
  readonly stated: Stated;
  readonly to: string | null;
  readonly validEnd: string;
  readonly locator: string;
  /** How its subject is cited with it. */
  readonly named: Naming;
}

export interface PlainRows {
  /** Whether a statement can stand as a plain row: in all but what it says it is as a row of a file ordinarily is. */
  fits(stated: Stated): boolean;
  add(load: Load, row: NewRow): void;
  has(id: string): boolean;
  find(id: string): Held | undefined;
  /** The rows about a subject, by its key, earliest first. */
  about(key: string): readonly Held[];
  /**
   * Notes that a file says the same again, and names the subject again where it did before. Answers whether the row tells
   * of both, of itself alone, or of nothing, as it is not plain or has no room.
   */
  confirm(load: Load, id: string, locator: string, named: Naming): 'both' | 'itself' | 'nothing';
  /** Makes a row ordinary, with its citations and those it gave its subject; of no meaning for rows that are. */
  promote(id: string): void;
  /** What a file stated in plain rows, those among them that are ordinary by now. */
  statedBy(sourceId: string): readonly { readonly id: string; readonly subject: string }[];
}

interface Confirmed {
  readonly file: number;
  readonly again: number | null;
  readonly named: Naming;
  readonly locator: string;
}

/** Numbers a file that states plain rows, for each end and release that its rows have. */
export interface PlainFiles {
  numberOf(load: Load, validTo: string | null, validEnd: string, release: string): number;
  /** The numbers of a source. */
  numbersOf(sourceId: string): readonly number[];
}

/** Numbers the files that state plain rows. */
export function plainFiles(store: WritableStore): PlainFiles {
  const all: {
    sourceId: string;
    number: number;
    validTo: string | null;
    validEnd: string;
    release: string;
  }[] = [];
  return {
    numberOf({ sourceId, loadedAt }, validTo, validEnd, release) {
      // The last is that of the row before, nearly always.
      const found = all.findLast(
        (each) =>
          each.sourceId === sourceId &&
          each.validTo === validTo &&
          each.validEnd === validEnd &&
          each.release === release,
      );
      if (found) return found.number;
      const file = { sourceId, number: all.length + 1, validTo, validEnd, release };
      all.push(file);
      store.run(insertSql(plainFile), { ...file, recordedFrom: loadedAt });
      return file.number;
    },
    numbersOf: (sourceId) => all.flatMap((each) => (each.sourceId === sourceId ? [each.number] : [])),
  };
}

/** The plain rows of a table; undefined where it has none. */
export function plainRows(store: WritableStore, table: Table, files: PlainFiles): PlainRows | undefined {
  const { plain, subject = '', type } = table;
  if (!plain) return undefined;
  const whole = `select ${selectList(table, 't')} from ${madeWhole(table)} t`;
  const columns = Object.keys(table.columns).map(snake).join(', ');
  const cited = Object.keys(citation.columns).map(snake).join(', ');
  const says = Object.keys(plain.columns).filter((name) => name in table.columns && name !== 'id');
  const about = `${entityType(table.columns[subject]?.references ?? '')}:`;
  const into = `${plain.name} (${['id', 'file', 'named', 'locator', ...says].map(snake).join(', ')})`;
  const sql = {
    has: `select 1 from ${plain.name} t where t.id = :id`,
    find: `${whole} where t.id = :id`,
    about: `${whole} where t.id > :first and t.id < :last order by t.valid_from`,
    confirmed: `select t.file, t.again, t.named, t.locator from ${plain.name} t where t.id = :id`,
    again: `update ${plain.name} set again = :again where id = :id`,
    rows: `insert into ${ownName(table)} (${columns}) select ${columns} from ${madeWhole(table)} where id = :id`,
    citations: `insert into ${ownName(citation)} (${cited}) select ${cited} from ${citedBy(table)} where stated = :id`,
    stated: `select w.id, w.${snake(subject)} as subject from ${plain.name} p cross join ${madeWhole(table)} w where p.file in (select value from json_each(:files)) and w.id = p.id`,
    promoted: `select w.${snake(subject)} as subject, p.file from ${plain.name} p cross join ${madeWhole(table)} w where p.id = :id and w.id = p.id`,
    drop: `delete from ${plain.name} where id = :id`,
  };
  const promoted: { readonly id: string; readonly subject: string; readonly file: number }[] = [];
  const has = (id: string) => store.get(sql.has, { id }) !== undefined;

  return {
    fits({ key, says: said, envelope }) {
      for (const _ in envelope) return false;
      const of = said[subject];
      return (
        typeof of === 'string' &&
        of.length === about.length + key.length &&
        of.endsWith(key) &&
        of.startsWith(about) &&
        !key.includes('/')
      );
    },
    add(load, { id, stated, to, validEnd, locator, named }) {
      const file = files.numberOf(load, to, validEnd, String(stated.says.release));
      const values: (string | number | null)[] = [id, file, named, locator];
      for (const name of says) values.push((stated.says[name] ?? null) as string | number | null);
      store.add(into, values);
    },
    has,
    find: (id) => store.get<Held>(sql.find, { id }),
    about: (key) => store.all<Held>(sql.about, { first: `${type}:${key}/`, last: `${type}:${key}0` }),
    confirm(load, id, locator, named) {
      const row = store.get<Confirmed>(sql.confirmed, { id });
      const fits =
        row && row.locator === locator && named !== naming.brought && (row.named === 0 || named !== 0);
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
