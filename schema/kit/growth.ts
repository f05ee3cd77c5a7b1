/** How the answer of a field, or the work behind it, grows with the data: what the estimate of an operation is made of (src/limits/cost.ts). */

import type { Table } from '../../db/kit/table.ts';
import { groupName, groupNameOf } from '../../db/release/largest-groups.ts';
import type { Release } from '../../db/release/release.ts';
import { type Memory, memoryOf } from '../../db/release/small-tables.ts';
import { citation, statementTables, tables } from '../../db/tables/index.ts';

/** How much a release holds. What nobody measured is undefined: nothing is then known of it. */
export interface Sizes {
  /** Rows of a table. */
  rows(table: Table): number | undefined;
  /** The most rows of a table that share one value in a column; with a type, one that is an id of it. */
  most(table: Table, column: string, type?: string): number | undefined;
  /** How many things there are of a GraphQL type, or of all that implement an interface. */
  things(type: string): number | undefined;
  /** The tables that are held in memory; undefined where there is no release. */
  readonly memory?: Memory;
}

/** What a field says of its growth; each part may be left out where it is as for any other field. */
export interface Growth<Args> {
  /** The most items of the list, or of all pages of the connection, for one object that is asked; `type` is that of the object. */
  readonly items?: (sizes: Sizes, args: Args, type: string) => number | undefined;
  /** The most items for all objects together, where no object is asked twice. */
  readonly total?: (sizes: Sizes) => number | undefined;
  /** How many rows that stand together are passed over in the time that one takes here: those found by an index stand apart. */
  readonly scattered?: number;
  /**
   * Whether objects that differ have items that differ; else one item may come several times. Left out: the items of one
   * object differ, those of several may not.
   */
  readonly apart?: boolean;
  /**
   * What answering takes for one object beside what is returned, as a number of values: one stands for some 20 microseconds.
   * `reach` is how many rows the connection holds that the field is, or that it is a field of, as if they stood together.
   */
  readonly work?: (sizes: Sizes, args: Args, reach: number) => number;
  /** Items of lists further below that follow from the arguments, by coordinates such as `CoverageMatrix.rows`. */
  readonly below?: (sizes: Sizes, args: Args) => Readonly<Record<string, number>>;
}

/** Rows that are passed over for one value: at 0.3 microseconds a row, all that one operation may cost is a second of work. */
const rowsPerValue = 80;

/** What passing over so many rows takes. */
export function passing(rows: number | undefined): number {
  return (rows ?? 0) / rowsPerValue;
}

/** The option of a field that says how it grows. */
export function grows<Args>(growth: Growth<Args>): {
  readonly extensions: { readonly growth: Growth<never> };
} {
  return { extensions: { growth: growth as Growth<never> } };
}

/** Measured on half a million statements: 0.3 microseconds where they stand in the order of the column, 6 where they do not. */
const scattered = 20;

/** A list of what its argument names: one for each item, and the same thing as often as it is named. */
export function asNamed<Name extends string>(
  name: Name,
): Growth<{ readonly [key in Name]: readonly unknown[] }> {
  return { items: (_sizes, args) => args[name].length, apart: false };
}

/** What rows along a column, or a link, can come to. */
export function alongColumn(table: Table, column: string): Growth<unknown> {
  return {
    scattered: table.cluster[0] === column ? 1 : scattered,
    items: (sizes) => sizes.most(table, column),
    total: (sizes) => sizes.rows(table),
    apart: true,
  };
}

/**
 * What a thing or a statement cites: how much differs from type to type. Behind an interface it is taken for a third of the
 * most, since few cite that much, and no estimate may be under a third of what comes.
 */
export const citing: Growth<unknown> = {
  ...alongColumn(citation, 'subjectId'),
  items: (sizes, _args, type) => {
    const most = sizes.most(citation, 'subjectId');
    return sizes.most(citation, 'subjectId', type) ?? (most && Math.ceil(most / 3));
  },
};

/** The most rows of several tables together, each along a column, of ids of a type where one is given; undefined where nobody measured. */
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

/** What an edge to the statements about a thing can come to; each kind of statement is looked through by itself. */
export const alongSubject: Growth<unknown> = {
  work: () => 5,
  scattered,
  items: (sizes, _args, type) => mostOf(sizes, aboutType(type), type),
  total: (sizes) => sizes.things('Statement'),
  apart: true,
};

/** The tables whose statements may be about a thing of the type, or of any where that is an interface; and the column that says so. */
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
  const toldApart = new Set(Object.keys(largestGroups).flatMap((name) => name.split(' of ').slice(0, -1)));
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
      // Where types were told apart, one that is not among them has none.
      const isType = byType.has(type) && !interfaces.has(type);
      return found ?? (isType && toldApart.has(groupName(table, column)) ? 0 : undefined);
    },
    things: (type) => byType.get(type),
    get memory() {
      return memoryOf(release);
    },
  };
}
