/** Pages of connections: their arguments, the form of cursors, and how rows become edges. */

import type { FacetField } from '../../db/enums/index.ts';
import type { RowPosition, Slice } from '../../db/kit/edge.ts';
import type { FacetCount } from '../../db/search/facets.ts';
import { badInput } from './errors.ts';
import { isOrdered, positionOf } from './fact.ts';

/** The most items on a page. */
export const maxPage = 100;
/** Items on a page when neither `first` nor `last` is given. */
export const defaultPage = 25;

/** The arguments of every connection. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** The cursor of a row along an edge; it is not valid for another edge. */
export function cursorOf(edge: string, { id, precedence }: RowPosition): string {
  const parts = [edge, id, ...(precedence === undefined ? [] : [precedence])];
  return Buffer.from(parts.join(' ')).toString('base64url');
}

function readCursor(edge: string, field: string, cursor: string, ordered: boolean): RowPosition {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [name = '', id = '', number, ...rest] = text.split(' ');
  const position = { id, ...(number !== undefined && { precedence: Number(number) }) };
  const complete = ordered && isOrdered(id) ? /^\d{1,16}$/.test(number ?? '') : number === undefined;
  if (!id || !complete || rest.length > 0 || cursorOf(name, position) !== cursor) {
    throw badInput(field, `${field} is no cursor: give a cursor that this field returned, or leave it out.`);
  }
  if (name !== edge) {
    throw badInput(
      field,
      `${field} is a cursor of ${name}, not of ${edge}: give a cursor that this field returned.`,
    );
  }
  return position;
}

function checkedSize(field: 'first' | 'last', count: number): number {
  if (count < 0 || count > maxPage) {
    throw badInput(
      field,
      `${field} is ${count}: give a number from 0 to ${maxPage} and page on with a cursor.`,
    );
  }
  return count;
}

/** The size requested for a page, and whether it is counted from the end; throws a typed error when that is not possible. */
export function sizeOf({ first, last }: Pick<PageArgs, 'first' | 'last'>): {
  readonly size: number;
  readonly backward: boolean;
} {
  if (first != null && last != null) {
    throw badInput(
      'last',
      'first and last cannot be given together: use first with after, or last with before.',
    );
  }
  if (last != null) return { size: checkedSize('last', last), backward: true };
  return { size: first == null ? defaultPage : checkedSize('first', first), backward: false };
}

/** The slice to read for a page. */
export interface PageSlice extends Slice {
  /** Rows on the page. */
  readonly size: number;
  /** Set where rows come in the orders that their tables declare, which cursors then follow. */
  readonly ordered?: true;
}

/** The slice to read for a page: one row more than the page, to know whether there is more. */
export function sliceOf(edge: string, args: PageArgs, ordered = false): PageSlice {
  const { after, before } = args;
  const { size, backward } = sizeOf(args);
  return {
    size,
    limit: size + 1,
    backward,
    after: after != null ? readCursor(edge, 'after', after, ordered) : undefined,
    before: before != null ? readCursor(edge, 'before', before, ordered) : undefined,
    ...(ordered && { ordered }),
  };
}

/** A page of a connection, as Pothos takes it. */
export interface Page<N> {
  readonly nodes: readonly N[];
  /** Made when they are read, like all cursors: few ask for them. */
  readonly edges: { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number> | number;
  /** Counts by a property, on connections that offer facets. */
  readonly facets: Facets;
}

/** Counts of what a connection reaches by a property of statements. */
export type Facets = (field: keyof typeof FacetField.values) => Promise<FacetCount[]>;

/** The facets of a connection that offers none. */
const noFacets: Facets = async () => [];

/** Makes the rows of a slice into a page in their order. */
export function pageOf<N extends { readonly id: string }>(
  edge: string,
  slice: PageSlice,
  rows: readonly N[],
  totalCount: () => Promise<number> | number,
  facets: Facets = noFacets,
): Page<N> {
  const more = rows.length > slice.size;
  const kept = rows.slice(0, slice.size);
  if (slice.backward) kept.reverse();
  const cursor = (node: N) => cursorOf(edge, positionIn(slice, node));
  const [first, last] = [kept.at(0), kept.at(-1)];
  return {
    nodes: kept,
    get edges() {
      return kept.map((node) => ({ cursor: cursor(node), node }));
    },
    pageInfo: {
      hasNextPage: slice.backward ? slice.before !== undefined : more,
      hasPreviousPage: slice.backward ? more : slice.after !== undefined,
      get startCursor() {
        return first ? cursor(first) : null;
      },
      get endCursor() {
        return last ? cursor(last) : null;
      },
    },
    totalCount,
    facets,
  };
}

/** Where a row is among the rows of a slice. */
function positionIn({ ordered }: PageSlice, row: { readonly id: string }): RowPosition {
  return ordered ? positionOf(row) : { id: row.id };
}

/** Whether a row comes after another. */
function comesAfter(one: RowPosition, other: RowPosition): boolean {
  const [a, b] = [one.precedence ?? 0, other.precedence ?? 0];
  return a === b ? one.id > other.id : a > b;
}

/** A slice of rows already in memory and in their order. */
export function sliceRows<N extends { readonly id: string }>(rows: readonly N[], slice: PageSlice): N[] {
  const { after, before } = slice;
  const between = rows.filter((row) => {
    const position = positionIn(slice, row);
    return (!after || comesAfter(position, after)) && (!before || comesAfter(before, position));
  });
  return slice.backward ? between.reverse().slice(0, slice.limit) : between.slice(0, slice.limit);
}
