/** In which order the rows of a table come: keys made of columns, together one whole number, the same in SQL and in TypeScript. */

import { type OrderKey, snake, type Table } from './table.ts';

/** Rows with these values, in this order; then all others. */
export function inOrder<Name extends string>(column: Name, ...values: readonly string[]): OrderKey<Name> {
  const cases = values.map((value, i) => `when '${value}' then ${i}`).join(' ');
  return {
    column,
    size: values.length + 1,
    sql: (name) => `case ${name} ${cases} else ${values.length} end`,
    of: (value) => (values.includes(String(value)) ? values.indexOf(String(value)) : values.length),
  };
}

/** Rows with this value after all others. */
export function lastOfAll<Name extends string>(column: Name, value: string): OrderKey<Name> {
  return {
    column,
    size: 2,
    sql: (name) => `(${name} is '${value}')`,
    of: (found) => (found === value ? 1 : 0),
  };
}

/** Rows that have something in the column before those that have null. */
export function valueFirst<Name extends string>(column: Name): OrderKey<Name> {
  return { column, size: 2, sql: (name) => `(${name} is null)`, of: (value) => (value === null ? 1 : 0) };
}

const afterEveryDay = 99_999_999;

/** Later days before earlier ones; rows without a day come last. */
export function laterFirst<Name extends string>(column: Name): OrderKey<Name> {
  return {
    column,
    size: afterEveryDay + 2,
    sql: (name) =>
      `coalesce(${afterEveryDay} - cast(replace(${name}, '-', '') as integer), ${afterEveryDay + 1})`,
    of: (day) =>
      typeof day === 'string' ? afterEveryDay - Number(day.replaceAll('-', '')) : afterEveryDay + 1,
  };
}

const mostCounted = 999_999;

/** Whole numbers from 0 up; all from a million on are alike. */
export function lowerFirst<Name extends string>(column: Name): OrderKey<Name> {
  return {
    column,
    size: mostCounted + 1,
    sql: (name) => `min(${name}, ${mostCounted})`,
    of: (value) => Math.min(Number(value), mostCounted),
  };
}

/** SQL: the precedence of the row `alias`; the lowest comes first, and rows that are alike come in the order of their ids. */
export function precedenceSql(order: readonly OrderKey[], alias: string): string {
  return order
    .map((key) => ({ ...key, sql: key.sql(`${alias}.${snake(key.column)}`) }))
    .reduce((whole, key) => (whole ? `(${whole}) * ${key.size} + ${key.sql}` : key.sql), '');
}

/** The same of a row that was read. */
export function precedenceOf(order: readonly OrderKey[], row: object): number {
  const values = row as Readonly<Record<string, unknown>>;
  return order.reduce((whole, key) => whole * key.size + key.of(values[key.column]), 0);
}

/** Compares rows of a table: by their precedence, then by their ids. */
export function inOrderOf({ order = [] }: Pick<Table, 'order'>) {
  return <R extends { readonly id: string }>(a: R, b: R): number =>
    precedenceOf(order, a) - precedenceOf(order, b) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** SQL: the columns of an order by which rows `alias` of a table come, the id last. */
export function orderColumns({ order }: Pick<Table, 'order'>, alias: string): readonly string[] {
  return [...(order ? [precedenceSql(order, alias)] : []), `${alias}.id`];
}
