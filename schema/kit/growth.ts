/** How the answer of a field, or the work behind it, grows with the data: the basis for the estimate of an operation (src/limits/cost.ts). */

import type { Table } from '../../db/kit/table.ts';
import { groupName, groupNameOf } from '../../db/release/largest-groups.ts';
import type { Release } from '../../db/release/release.ts';
import { type Memory, memoryOf } from '../../db/release/small-tables.ts';
import { citation, statementTables, tables } from '../../db/tables/index.ts';

/** The sizes of a release; undefined where not measured. */
export interface Sizes {
  /** Rows of a table. */
  rows(table: Table): number | undefined;
  /** The most rows of a table that share one value in a column; with a type, one that is an id of it. */
  most(table: Table, column: string, type?: string): number | undefined;
  /** How many objects there are of a GraphQL type, or of all that implement an interface. */
  things(type: string): number | undefined;
  /** The tables that are kept in memory; undefined where there is no release. */
  readonly memory?: Memory;
}

/** The growth of a field; a part that is left out has the default of all fields. */
export interface Growth<Args> {
  /** The most items of the list, or of all pages of the connection, for one parent; `type` is that of the parent. */
  readonly items?: (sizes: Sizes, args: Args, type: string) => number | undefined;
  /** The most items for all parents together, where no parent comes twice. */
  readonly total?: (sizes: Sizes) => number | undefined;
  /** How many rows in sequence are scanned in the time that one takes here: rows found by an index are scattered. */
  readonly scattered?: number;
  /**
   * Whether different parents have different items; otherwise an item may come several times. Default: the items of one
   * parent differ, those of several may not.
   */
  readonly eachOnce?: boolean;
  /**
   * The work for one parent besides what is returned, as a number of values: one is some 20 microseconds. `reach` is how
   * many rows the connection has that the field is, or that it is a field of, converted to rows in sequence.
   */
  readonly work?: (sizes: Sizes, args: Args, reach: number) => number;
  /** Items of lists further below that depend on the arguments, by coordinates such as `CoverageMatrix.rows`. */
  readonly below?: (sizes: Sizes, args: Args) => Readonly<Record<string, number>>;
}

/** Rows that are scanned for one value: at 0.3 microseconds a row, the limit for one operation is a second of work. */
const rowsPerValue = 80;

/** The work of scanning so many rows, in values. */
export function passing(rows: number | undefined): number {
  return (rows ?? 0) / rowsPerValue;
}

/** The option of a field that declares its growth. */
export function grows<Args>(growth: Growth<Args>): {
  readonly extensions: { readonly growth: Growth<never> };
} {
  return { extensions: { growth: growth as Growth<never> } };
}

/** Measured on half a million statements: 0.3 microseconds where they are stored in the order of the column, 6 where they are not. */
const scattered = 20;

/** The growth of a list with one item for each item of an argument, where the same may come several times. */
export function asNamed<Name extends string>(
  name: Name,
): Growth<{ readonly [key in Name]: readonly unknown[] }> {
  return { items: (_sizes, args) => args[name].length, eachOnce: false };
}

/** The growth of rows along a column or a link. */
export function alongColumn(table: Table, column: string): Growth<unknown> {
  return {
    scattered: table.cluster[0] === column ? 1 : scattered,
    items: (sizes) => sizes.most(table, column),
    total: (sizes) => sizes.rows(table),
    eachOnce: true,
  };
}

/**
 * The growth of citations, which differs from type to type. Behind an interface it is estimated at a third of the most,
 * since few cite that much, and no estimate may be under a third of the actual number.
 */
export const citing: Growth<unknown> = {
  // No total: the rows of the table are only those that are not worked out from runs of editions.
  scattered: 1,
  eachOnce: true,
  items: (sizes, _args, type) => {
    const most = sizes.most(citation, 'subjectId');
    return sizes.most(citation, 'subjectId', type) ?? (most && Math.ceil(most / 3));
  },
};

/** The most rows of several tables together, each along a column, of ids of a type where one is given; undefined where not measured. */
export function mostOf(
  sizes: Sizes,
  columns: readonly { readonly table: Table; readonly column: string }[],
  type?: string,
): number | undefined {
  return columns.reduce<number | undefined>((sum, { table, column }) => {
    const most = sizes.most(table, column, type) ?? sizes.most(table, column);
    return sum === undefined || most === undefined ? undefined : sum + most;
  }, 0);
}

/** The growth of an edge to the statements about a thing; each statement table is searched by itself. */
export const alongSubject: Growth<unknown> = {
  work: () => 5,
  scattered,
  items: (sizes, _args, type) => mostOf(sizes, aboutType(type), type),
  total: (sizes) => sizes.things('Statement'),
  eachOnce: true,
};

/** The tables whose statements may be about a thing of the type (of any type, for an interface), each with the column of its subject. */
function aboutType(type: string) {
  const known = tables.find((table) => table.type === type);
  return statementTables.flatMap((table) => {
    const { subject: column = '' } = table;
    const references = table.columns[column]?.references;
    return known && references && references !== known.name ? [] : [{ table, column }];
  });
}

const interfaces = new Set(['Statement', 'Entity', 'Node']);

const sizesByRelease = new WeakMap<Release, Sizes>();

/** The sizes of a release. */
export function sizesOf(release: Release): Sizes {
  const found = sizesByRelease.get(release) ?? measured(release);
  sizesByRelease.set(release, found);
  return found;
}

function measured(release: Release): Sizes {
  const { counts, largestGroups } = release.info;
  const rows = (table: Table): number | undefined => {
    const own = counts[table.name];
    return own === undefined ? undefined : own + (table.bulk ? (counts[table.bulk.rows] ?? 0) : 0);
  };
  const sum = (kinds: readonly Table['kind'][]) =>
    tables.filter(({ kind }) => kinds.includes(kind)).reduce((all, table) => all + (rows(table) ?? 0), 0);
  const known = Object.keys(counts).length > 0;
  const distinct = new Set(Object.keys(largestGroups).flatMap((name) => name.split(' of ').slice(0, -1)));
  const byType = new Map<string, number | undefined>([
    ...tables.filter(({ type }) => type).map((table) => [table.type, rows(table)] as const),
    ['Statement', known ? sum(['statement']) : undefined],
    ['Entity', known ? sum(['entity']) : undefined],
    ['Node', known ? sum(['entity', 'statement']) : undefined],
  ]);
  return {
    rows,
    most(table, column, type) {
      if (type === undefined) return largestGroups[groupName(table, column)];
      const found = largestGroups[groupNameOf(table, column, type)];
      // Where types were measured, one that is not among them has none.
      const isType = byType.has(type) && !interfaces.has(type);
      return found ?? (isType && distinct.has(groupName(table, column)) ? 0 : undefined);
    },
    things: (type) => byType.get(type),
    get memory() {
      return memoryOf(release);
    },
  };
}
