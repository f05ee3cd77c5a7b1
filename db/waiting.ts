/** Rows on their way into tables: a statement costs more than its row, so that several wait for one. */

import type { Values } from './store.ts';

export interface WaitingRows {
  add(into: string, values: Values): void;
  /** Writes those that wait still. */
  write(): void;
  /** Lets go of them, as what they belonged to is undone. */
  forget(): void;
}

/** Rows in one statement: more gain little. */
const atOnce = 5;

/** Rows of one table, their values one after another. */
interface Rows {
  readonly many: string;
  readonly one: string;
  readonly width: number;
  values: (string | number | null)[];
}

function rowsInto(into: string, width: number): Rows {
  const row = `(${Array(width).fill('?').join(', ')})`;
  const insert = `insert or fail into ${into} values`;
  return {
    many: `${insert} ${Array(atOnce).fill(row).join(', ')}`,
    one: `${insert} ${row}`,
    width,
    values: [],
  };
}

/** Rows that wait; `run` writes some of them. */
export function waitingRows(run: (sql: string, values: Values) => void): WaitingRows {
  const tables = new Map<string, Rows>();
  let any = false;

  return {
    add(into, values) {
      let rows = tables.get(into);
      if (!rows) {
        rows = rowsInto(into, values.length);
        tables.set(into, rows);
      }
      for (const value of values) rows.values.push(value);
      any = true;
      if (rows.values.length < atOnce * rows.width) return;
      run(rows.many, rows.values);
      rows.values = [];
    },
    write() {
      if (!any) return;
      any = false;
      for (const rows of tables.values()) {
        const { one, width, values } = rows;
        rows.values = [];
        for (let at = 0; at < values.length; at += width) run(one, values.slice(at, at + width));
      }
    },
    forget() {
      tables.clear();
      any = false;
    },
  };
}
