/** Turns an answer into CSV: a row for every item of its longest list, a column for every path to a value. */

import { csvLine } from '../../kit/csv-line.ts';

type Row = Map<string, string>;

/** The table in an answer's data; empty when there is no value in it. */
export function toCsv(data: unknown): string {
  const rows = flatten(data, '');
  // An answer without data has the path ''.
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((path) => path !== '');
  if (columns.length === 0) return '';
  const lines = rows.map((row) => csvLine(columns.map((column) => row.get(column) ?? '')));
  return `${csvLine(columns)}${lines.join('')}`;
}

/** Nested lists multiply rows, as a join does; the rows of sibling lists are appended. */
function flatten(value: unknown, path: string): Row[] {
  if (value === null || value === undefined) return [new Map([[path, '']])];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, path));
  if (typeof value !== 'object') return [new Map([[path, String(value)]])];
  const own: Row = new Map();
  const listed: Row[] = [];
  for (const [name, inner] of Object.entries(value)) {
    const rows = flatten(inner, step(path, name));
    const [first] = rows;
    if (rows.length === 1 && first) for (const [column, cell] of first) own.set(column, cell);
    else listed.push(...rows);
  }
  return listed.length === 0 ? [own] : listed.map((row) => new Map([...own, ...row]));
}

/** The path of a field; the levels of a connection are left out, as they add nothing to the list above them. */
function step(path: string, name: string): string {
  if (path && (name === 'edges' || name === 'node' || name === 'nodes')) return path;
  return path ? `${path}.${name}` : name;
}
