/** Buffers rows so that one insert writes several: an SQL statement costs more than its row, and a bound value more than its bytes. */

import type { BoundValues } from './values.ts';

export interface InsertBuffer {
  add(into: string, values: BoundValues): void;
  /** Writes the rows that are still buffered. */
  write(): void;
  /** Drops the buffered rows, for when their transaction is rolled back. */
  forget(): void;
}

/** Runs a statement with values for its question marks. */
type Run = (sql: string, values: BoundValues) => void;

type Value = BoundValues[number];

/** Rows per insert: more gain little. */
const atOnce = 16;

/** The most characters of a text that is written into the SQL, where it is repeated for each row. */
const longestLiteral = 200;

/** The buffer of one table. */
interface TableBuffer {
  readonly into: string;
  rows: BoundValues[];
  /** The columns that have had one value in all rows so far, and that value, which is written into the SQL. */
  readonly alike: Map<number, Value>;
  /** The other columns, whose values are bound. */
  different: readonly number[];
  /** The bound values, overwritten for every insert. */
  readonly bound: Value[];
  /** The SQL for one row. */
  readonly one: string;
  /** The SQL for many rows. */
  many: string;
}

/** A value as SQL; undefined where it must be bound instead. */
function literal(value: Value): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (value.length > longestLiteral || value.includes('\0')) return undefined;
  return `'${value.replaceAll("'", "''")}'`;
}

/** The insert for some rows: columns that are null in all are left out, as no table has defaults; other equal values are written out. */
function insertOf(into: string, alike: ReadonlyMap<number, Value>, rows: number): string {
  const [table = '', columns = ''] = into.replace(/\)\s*$/, '').split('(');
  const filled = [...columns.split(',').entries()].filter(([column]) => alike.get(column) !== null);
  const places = filled
    .map(([column]) => (alike.has(column) ? literal(alike.get(column) ?? null) : '?'))
    .join(', ');
  const names = filled.map(([, name]) => name).join(',');
  return `insert or fail into ${table}(${names}) values ${Array(rows).fill(`(${places})`).join(', ')}`;
}

function waitingFor(into: string, first: BoundValues): TableBuffer {
  const alike = new Map([...first.entries()].filter(([, value]) => literal(value) !== undefined));
  return { into, rows: [], alike, different: [], bound: [], one: insertOf(into, new Map(), 1), many: '' };
}

function holds(rows: readonly BoundValues[], column: number, value: Value): boolean {
  for (const row of rows) if (row[column] !== value) return false;
  return true;
}

/** Binds columns from now on whose values differ from earlier rows. They stay bound, so that a table has few different inserts. */
function narrow(buffer: TableBuffer): void {
  const { into, rows, alike } = buffer;
  let changed = buffer.many === '';
  for (const [column, value] of alike) {
    if (holds(rows, column, value)) continue;
    alike.delete(column);
    changed = true;
  }
  if (!changed) return;
  buffer.different = [...(rows[0] ?? []).keys()].filter((column) => !alike.has(column));
  buffer.many = insertOf(into, alike, atOnce);
  buffer.bound.length = 0;
}

/** A buffer of rows for all tables; `run` executes an insert. */
export function insertBuffer(run: Run): InsertBuffer {
  const tables = new Map<string, TableBuffer>();
  let any = false;

  function writeMany(buffer: TableBuffer): void {
    narrow(buffer);
    const { rows, different, bound, many } = buffer;
    buffer.rows = [];
    let place = 0;
    for (const row of rows) {
      for (const column of different) {
        bound[place] = row[column] ?? null;
        place += 1;
      }
    }
    run(many, bound);
  }

  return {
    add(into, values) {
      let buffer = tables.get(into);
      if (!buffer) {
        buffer = waitingFor(into, values);
        tables.set(into, buffer);
      }
      buffer.rows.push(values);
      any = true;
      if (buffer.rows.length === atOnce) writeMany(buffer);
    },
    write() {
      if (!any) return;
      any = false;
      for (const buffer of tables.values()) {
        const { rows, one } = buffer;
        buffer.rows = [];
        for (const row of rows) run(one, row);
      }
    },
    forget() {
      tables.clear();
      any = false;
    },
  };
}
