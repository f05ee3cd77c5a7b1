/** Turns an answer into tables: one a list, with a row an item and a column for every path to a value. */

import { csvLine } from '../../kit/csv-line.ts';

type Row = ReadonlyMap<string, string>;

/** A list of an answer as CSV. */
export interface CsvTable {
  /** The path of the list, such as `coverageMatrix.rows.cells`; empty for an answer without lists. */
  readonly list: string;
  /** The path without what those of all lists begin with, such as `rows.cells`. */
  readonly name: string;
  /** How many rows it has. */
  readonly rows: number;
  readonly csv: string;
}

/** The tables in an answer's data, in the order of the answer; none where there is no value in it. */
export function csvTables(data: unknown): readonly CsvTable[] {
  if (!isObject(data)) return [];
  const found = new Map<string, Row[]>();
  collect(data, '', new Map(), found);
  const listed = [...found].filter(([list]) => list !== '');
  const tables = listed.length > 0 ? listed : [...found];
  const shared = sharedSteps(tables.map(([list]) => list));
  return tables.map(([list, rows]) => ({
    list,
    name: without(shared, list),
    rows: rows.length,
    csv: written(rows, found),
  }));
}

/** Adds the row of an object to its table, and those of the items of its lists to theirs: each has the values above it. */
function collect(
  value: Readonly<Record<string, unknown>>,
  path: string,
  above: Row,
  found: Map<string, Row[]>,
): void {
  const own = new Map<string, string>();
  const lists: (readonly [string, readonly unknown[]])[] = [];
  read(value, path, own, lists);
  const row = new Map([...above, ...own]);
  if (own.size > 0) found.set(path, [...(found.get(path) ?? []), row]);
  for (const [list, items] of lists)
    for (const item of items) if (isObject(item)) collect(item, list, row, found);
}

/** Reads the values and the lists of objects in an object, and in the objects in it. */
function read(
  value: Readonly<Record<string, unknown>>,
  path: string,
  own: Map<string, string>,
  lists: (readonly [string, readonly unknown[]])[],
): void {
  for (const [name, inner] of Object.entries(value)) {
    const here = step(path, name);
    if (Array.isArray(inner) && inner.some(isObject)) lists.push([here, inner]);
    else if (Array.isArray(inner)) own.set(here, inner.join('; '));
    else if (isObject(inner)) read(inner, here, own, lists);
    else own.set(here, String(inner ?? ''));
  }
}

/** The lines of a table; what all of its columns begin with is left out of their names. */
function written(rows: readonly Row[], lists: ReadonlyMap<string, unknown>): string {
  const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  // An object that is null in some rows is its fields in others, and a list that is empty in some a table.
  const columns = paths.filter(
    (path) => !lists.has(path) && !paths.some((other) => other.startsWith(`${path}.`)),
  );
  const shared = sharedSteps(columns);
  const names = columns.map((column) => without(shared, column));
  const lines = rows.map((row) => csvLine(columns.map((column) => row.get(column) ?? '')));
  return `${csvLine(names)}${lines.join('')}`;
}

/** A path without its first steps. */
function without(steps: number, path: string): string {
  return path.split('.').slice(steps).join('.');
}

/** How many steps all paths begin with; the last of none of them counts. */
function sharedSteps(paths: readonly string[]): number {
  const [first = [], ...others] = paths.map((path) => path.split('.').slice(0, -1));
  const differs = first.findIndex((name, i) => others.some((other) => other[i] !== name));
  return differs === -1 ? first.length : differs;
}

/** The path of a field; the levels of a connection are left out, as they add nothing to the list above them. */
function step(path: string, name: string): string {
  if (path && (name === 'edges' || name === 'node' || name === 'nodes')) return path;
  return path ? `${path}.${name}` : name;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
