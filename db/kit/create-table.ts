/** The SQL that makes a table of the dictionary, its indexes, and the view through which statements are read. */

import { type Column, ordinaryEnvelope, ownName, snake, storedColumns, type Table } from './table.ts';

function columnChecks(name: string, column: Column): string[] {
  const checks: string[] = [];
  if (column.oneOf) {
    const values = Object.keys(column.oneOf.values).map((value) => `${name} = '${value}'`);
    checks.push(`(${values.join(' or ')})`);
  }
  if (column.form === 'flag') checks.push(`${name} in (0, 1)`);
  if (column.form === 'day') checks.push(`${name} is date(${name})`);
  if (column.form === 'instant') checks.push(`${name} is strftime('%Y-%m-%dT%H:%M:%SZ', ${name})`);
  if (column.form === 'list') checks.push(`json_type(${name}) is 'array'`);
  return checks;
}

function columnDdl(name: string, column: Column): string {
  const sqlName = snake(name);
  const parts = [sqlName, column.sql];
  if (!column.nullable) parts.push('not null');
  if (column.references) parts.push(`references ${column.references} (id)`);
  for (const check of columnChecks(sqlName, column)) {
    parts.push(column.nullable ? `check (${sqlName} is null or ${check})` : `check (${check})`);
  }
  return parts.join(' ');
}

/** Constraints that tie columns of the envelope to each other. */
const envelopeChecks = [
  "check ((value_state is 'UNKNOWN_VALUE') = (unknown_reason is not null))",
  "check ((rank is 'DEPRECATED') <= (rank_reason is not null))",
  'check (valid_from is null or valid_to is null or valid_from < valid_to)',
  "check ((valid_end is 'KNOWN') = (valid_to is not null))",
];

/** The statements that make a table, its indexes, and the view through which statements are read. */
export function createTable(table: Table): string {
  const name = ownName(table);
  const stored = storedColumns(table);
  const lines = Object.entries(stored).map(([name, column]) => columnDdl(name, column));
  lines.push(`primary key (${table.cluster.map(snake).join(', ')})`);
  if (table.kind === 'statement') lines.push(...envelopeChecks);
  for (const check of table.checks ?? []) lines.push(`check (${check})`);
  const create = `create table ${name} (\n  ${lines.join(',\n  ')}\n) strict, without rowid;`;
  const indexes: string[] = [];
  const hasId = 'id' in table.columns;
  if (hasId && table.cluster[0] !== 'id') {
    indexes.push(`create unique index ${name}_id on ${name} (id);`);
  }
  for (const key of table.walkedBy) {
    if (key === table.cluster[0]) continue;
    const tail = hasId ? ['id'] : table.cluster.filter((name) => name !== key).map(snake);
    indexes.push(`create index ${name}_${snake(key)} on ${name} (${[snake(key), ...tail].join(', ')});`);
  }
  if (table.kind === 'statement') indexes.push(`create index ${name}_run on ${name} (run);`);
  if (table.kind === 'entity')
    indexes.push(`create index ${name}_run on ${name} (run) where run is not null;`);
  const views = table.kind === 'statement' ? [statementView(table)] : [];
  return [create, ...indexes, ...views].join('\n');
}

/** SQL that is always read as text, whatever it is made of: the parts of a union then have one affinity, which SQLite needs to look in each for a row. */
export const asText = (sql: string) => `cast(${sql} as text)`;

/** After every day. */
const noDay = "'9999'";

/** How a view makes the columns of the envelope from the row `r` and its run `u`. */
const readFrom = (r: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(ordinaryEnvelope).map(([name, value]) => [
      name,
      asText(`coalesce(${r}.${snake(name)}, '${value}')`),
    ]),
  ),
  validFrom: asText(`nullif(max(coalesce(${r}.valid_from, ''), coalesce(u.valid_from, '')), '')`),
  validTo: asText(`nullif(min(coalesce(${r}.valid_to, ${noDay}), coalesce(u.valid_to, ${noDay})), ${noDay})`),
  validEnd: asText(
    `iif(coalesce(${r}.valid_to, u.valid_to) is null, coalesce(${r}.valid_end, 'NOT_KNOWN'), 'KNOWN')`,
  ),
  recordedFrom: 'u.recorded_from',
  recordedTo: 'u.recorded_to',
  release: asText(`coalesce(${r}.release, u.release)`),
});

/** The view of a table of statements: rows with their envelope; `own_from` and `own_to` are the days that a row has of its own. */
function statementView(table: Table): string {
  const own = ownName(table);
  const read = readFrom(own);
  const columns = Object.keys(table.columns).map(
    (name) => `${read[name] ?? `${own}.${snake(name)}`} as ${snake(name)}`,
  );
  const more = ['run as run', 'valid_from as own_from', 'valid_to as own_to', 'locator as locator'];
  columns.push(...more.map((column) => `${own}.${column}`));
  return `create view ${table.name} as
select ${columns.join(',\n  ')}
from ${own}
cross join run u where u.number = ${own}.run;`;
}
