/** The tables of rates in ClickHouse. Rows are written under the number of a load, which its file is given when all are there. */

import { snake } from '../kit/table.ts';
import { termNames } from './rate-terms.ts';

interface ClickhouseTable {
  readonly name: string;
  /** Name and type. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly order: string;
  /** What a row is spread over shards by. */
  readonly spread: string;
}

/** Which load has the rates of a file: the last. Written when all else is. */
export const fileTable: ClickhouseTable = {
  name: 'rate_file',
  columns: [
    ['file', 'String'],
    ['load', 'UInt64'],
    ['rows', 'UInt64'],
  ],
  order: 'file, load',
  spread: 'cityHash64(file)',
};

/** Rates in the order of codes: those of one code stand together on one shard. What sums and orders them is in the row. */
export const rateTable: ClickhouseTable = {
  name: 'rate',
  columns: [
    ['code', 'String'],
    ['file', 'String'],
    ['load', 'UInt64'],
    ['seq', 'UInt32'],
    ['purpose', 'UInt32'],
    ['cents', 'Int64'],
    ['tax_ids', 'UInt32'],
    ['line', 'UInt32'],
    ['term', 'UInt32'],
    ['provider_group', 'UInt32'],
  ],
  order: 'code, file, load, seq',
  spread: 'cityHash64(code)',
};

/** The terms of the rates of a load, by their number in it. */
export const termTable: ClickhouseTable = {
  name: 'rate_term',
  columns: [
    ['load', 'UInt64'],
    ['number', 'UInt32'],
    ['expires_on', 'Nullable(String)'],
    ...termNames.map((name) => [snake(name), 'Nullable(String)'] as const),
  ],
  order: 'load, number',
  spread: 'intHash64(load)',
};

/** Who is paid the rates of a load, by their number in it. */
export const groupTable: ClickhouseTable = {
  name: 'rate_group',
  columns: [
    ['load', 'UInt64'],
    ['number', 'UInt32'],
    ['name', 'Nullable(String)'],
    ['tax_ids', 'UInt32'],
    ['members', 'String'],
    ['zips', 'String'],
  ],
  order: 'load, number',
  spread: 'intHash64(load)',
};

/** The groups with a place in a ZIP code; those of which no place is known have the empty one. */
export const zipTable: ClickhouseTable = {
  name: 'rate_zip',
  columns: [
    ['zip', 'String'],
    ['load', 'UInt64'],
    ['provider_group', 'UInt32'],
  ],
  order: 'zip, load, provider_group',
  spread: 'intHash64(load)',
};

/** All tables, that which names the others' rows last. */
export const rateTables = [rateTable, termTable, groupTable, zipTable, fileTable];

/** The rows of a table that a node has itself. */
export const localOf = ({ name }: Pick<ClickhouseTable, 'name'>, cluster: string | undefined): string =>
  cluster ? `${name}_local` : name;

/** The statements that make the tables of a node. In a cluster, each table is spread over those of all nodes. */
export function tablesSql(cluster: string | undefined): readonly string[] {
  return rateTables.flatMap(({ name, columns, order, spread }) => {
    const local = localOf({ name }, cluster);
    const typed = columns.map((column) => column.join(' ')).join(', ');
    return [
      `create table if not exists ${local} (${typed}) engine = MergeTree order by (${order})`,
      ...(cluster
        ? [
            `create table if not exists ${name} as ${local} engine = Distributed(${cluster}, currentDatabase(), ${local}, ${spread})`,
          ]
        : []),
    ];
  });
}
