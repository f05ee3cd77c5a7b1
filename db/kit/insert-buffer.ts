/** Rows on their way into tables: a statement costs more than its row, and a value more than its bytes, so that several rows wait for one. */

import type { Values } from './values.ts';

export interface WaitingRows {
  add(into: string, values: Values): void;
  /** Writes those that wait still. */
  write(): void;
  /** Lets go of them, as what they belonged to is undone. */
  forget(): void;
}

/** Runs a statement with values for its question marks. */
type Run = (sql: string, values: Values) => void;

type Value = Values[number];

/** Rows in one statement: more gain little. */
const atOnce = 16;

/** Characters of a text that may stand in a statement, once for each of its rows. */
const longestLiteral = 200;

/** What waits for one table. */
interface Waiting {
  readonly into: string;
  rows: Values[];
  /** The columns that held one value in the rows of all statements so far, and that value: it stands in the statement. */
  readonly alike: Map<number, Value>;
  /** The others: what they hold is bound. */
  different: readonly number[];
  /** What is bound, written over with every statement. */
  readonly bound: Value[];
  /** The statement for one row. */
  readonly one: string;
  /** The statement for many. */
  many: string;
}

/** A value as SQL; undefined where it is not to stand in a statement. */
function literal(value: Value): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (value.length > longestLiteral || value.includes('\0')) return undefined;
  return `'${value.replaceAll("'", "''")}'`;
}

/** The statement for some rows: columns that hold nothing in any are left out, as no table has defaults; others that are alike are written out. */
function insertOf(into: string, alike: ReadonlyMap<number, Value>, rows: number): string {
  const [table = '', columns = ''] = into.replace(/\)\s*$/, '').split('(');
  const filled = [...columns.split(',').entries()].filter(([column]) => alike.get(column) !== null);
  const places = filled
    .map(([column]) => (alike.has(column) ? literal(alike.get(column) ?? null) : '?'))
    .join(', ');
  const names = filled.map(([, name]) => name).join(',');
  return `insert or fail into ${table}(${names}) values ${Array(rows).fill(`(${places})`).join(', ')}`;
}

function waitingFor(into: string, first: Values): Waiting {
  const alike = new Map([...first.entries()].filter(([, value]) => literal(value) !== undefined));
  return { into, rows: [], alike, different: [], bound: [], one: insertOf(into, new Map(), 1), many: '' };
}

function holds(rows: readonly Values[], column: number, value: Value): boolean {
  for (const row of rows) if (row[column] !== value) return false;
  return true;
}

/** Lets go of columns in which rows differ from those before. They are not taken in again, so that a table has few statements. */
function narrow(waiting: Waiting): void {
  const { into, rows, alike } = waiting;
  let changed = waiting.many === '';
  for (const [column, value] of alike) {
    if (holds(rows, column, value)) continue;
    alike.delete(column);
    changed = true;
  }
  if (!changed) return;
  waiting.different = [...(rows[0] ?? []).keys()].filter((column) => !alike.has(column));
  waiting.many = insertOf(into, alike, atOnce);
  waiting.bound.length = 0;
}

/** Rows that wait; `run` writes some of them. */
export function waitingRows(run: Run): WaitingRows {
  const tables = new Map<string, Waiting>();
  let any = false;

  function writeMany(waiting: Waiting): void {
    narrow(waiting);
    const { rows, different, bound, many } = waiting;
    waiting.rows = [];
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
      let waiting = tables.get(into);
      if (!waiting) {
        waiting = waitingFor(into, values);
        tables.set(into, waiting);
      }
      waiting.rows.push(values);
      any = true;
      if (waiting.rows.length === atOnce) writeMany(waiting);
    },
    write() {
      if (!any) return;
      any = false;
      for (const waiting of tables.values()) {
        const { rows, one } = waiting;
        waiting.rows = [];
        for (const row of rows) run(one, row);
      }
    },
    forget() {
      tables.clear();
      any = false;
    },
  };
}
