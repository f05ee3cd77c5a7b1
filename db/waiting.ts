/** Rows on their way into tables: a statement costs more than its row, and a value more than its bytes, so that several rows wait for one. */

import type { Params, Values } from './store.ts';

export interface WaitingRows {
  add(into: string, values: Values): void;
  /** Writes those that wait still. */
  write(): void;
  /** Lets go of them, as what they belonged to is undone. */
  forget(): void;
}

/** Runs a statement with values for its question marks, and for its names. */
type Run = (sql: string, values: Values, named: Params) => void;

/** Rows in one statement: more gain little. */
const atOnce = 16;

/** What waits for one table. */
interface Waiting {
  readonly insert: string;
  rows: Values[];
  /** The columns in which the rows of every statement so far were alike: what these hold is bound once for all rows. */
  alike: readonly number[];
  /** The others. */
  different: readonly number[];
  /** The statement for one row. */
  readonly one: string;
  /** The statement for many. */
  many: string;
}

/** `(?, :c1, ?)` where the second column is alike in all rows. */
function placesFor(width: number, alike: readonly number[]): string {
  const places = Array.from({ length: width }, (_, column) => (alike.includes(column) ? `:c${column}` : '?'));
  return `(${places.join(', ')})`;
}

function waitingFor(into: string, width: number): Waiting {
  const insert = `insert or fail into ${into} values`;
  const alike = Array.from({ length: width }, (_, column) => column);
  return { insert, rows: [], alike, different: [], one: `${insert} ${placesFor(width, [])}`, many: '' };
}

/** Leaves out the columns in which these rows differ. They are not taken in again, so that a table has few statements. */
function narrow(waiting: Waiting): void {
  const { insert, rows, many } = waiting;
  const first = rows[0] ?? [];
  const isAlike = (column: number) => rows.every((row) => row[column] === first[column]);
  if (many !== '' && waiting.alike.every(isAlike)) return;
  const alike = waiting.alike.filter(isAlike);
  waiting.alike = alike;
  waiting.different = [...first.keys()].filter((column) => !alike.includes(column));
  waiting.many = `${insert} ${Array(atOnce).fill(placesFor(first.length, alike)).join(', ')}`;
}

/** Rows that wait; `run` writes some of them. */
export function waitingRows(run: Run): WaitingRows {
  const tables = new Map<string, Waiting>();
  let any = false;

  function writeMany(waiting: Waiting): void {
    narrow(waiting);
    const { rows, alike, different, many } = waiting;
    waiting.rows = [];
    const values: Values[number][] = [];
    for (const row of rows) for (const column of different) values.push(row[column] ?? null);
    const named: Record<string, Values[number]> = {};
    for (const column of alike) named[`c${column}`] = rows[0]?.[column] ?? null;
    run(many, values, named);
  }

  return {
    add(into, values) {
      let waiting = tables.get(into);
      if (!waiting) {
        waiting = waitingFor(into, values.length);
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
        for (const row of rows) run(one, row, {});
      }
    },
    forget() {
      tables.clear();
      any = false;
    },
  };
}
