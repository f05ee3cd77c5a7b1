/** The views through which plain rows are read (see plain.ts), together with all other rows of their tables. */

import {
  armsOf,
  asText,
  citationArms,
  citedBy,
  idWithin,
  madeWhole,
  noFirstDay,
  plainEnvelope,
  plainFile,
  subjectCitation,
  tellingOf,
} from './plain.ts';
import { ownName, type Plain, snake, type Table } from './table.ts';

/** The `seq` of a subject's citation by a plain row is this times the number of the file, which leaves room for others. */
const room = 1_000;

const asNumber = (sql: string | number) => `cast(${sql} as integer)`;

const union = (parts: readonly string[]) => parts.join('\nunion all\n');

/** The plain rows that are stored in entity rows, with the column names of a table of plain rows. */
function viewWithin(table: Table, place: Plain): readonly string[] {
  if ('table' in place) return [];
  const { name, within, called } = place;
  const named = Object.entries(called).map(([column, as]) => `${snake(as)} as ${snake(column)}`);
  const columns = [
    `${idWithin(table.type, within.type)} as id`,
    ...['id as subject_id', 'stated_from as first_day', 'stated_by as file', 'stated_again as again'],
    ...[`${subjectCitation.brought} as named`, 'stated_at as locator', ...named],
  ];
  return [
    `create view ${name} as\nselect ${columns.join(',\n  ')}\nfrom ${within.name}\nwhere stated_by is not null;`,
  ];
}

function wholeView(table: Table, place: Plain): string {
  const { subject, first } = tellingOf(table, place);
  const made: Record<string, string> = Object.fromEntries(
    Object.entries(plainEnvelope).map(([name, value]) => [
      name,
      asText(value === null ? 'null' : `'${value}'`),
    ]),
  );
  made[table.subject ?? ''] = subject;
  made.validFrom = asText(`nullif(${first}, '${noFirstDay}')`);
  for (const ofFile of ['recordedFrom', 'validTo', 'validEnd', 'release'])
    made[ofFile] = `f.${snake(ofFile)}`;
  const columns = Object.keys(table.columns).map(
    (name) => `${made[name] ?? `p.${snake(name)}`} as ${snake(name)}`,
  );
  return `create view ${madeWhole(place)} as
select ${columns.join(',\n  ')}
from ${place.name} p
cross join ${plainFile.name} f on f.number = p.file;`;
}

/** The citations of plain rows and of their subjects: `stated` is the id of the row, `about` that of its subject. */
function citationParts(table: Table, place: Plain) {
  const { subject } = tellingOf(table, place);
  const part = (id: string, seq: string | number, file: 'file' | 'again', role: string, where: string) =>
    `select p.id as stated, ${subject} as about, ${id} as subject_id, ${asNumber(seq)} as seq, f.source_id, ${asText(role)} as role, p.locator, ${asText('null')} as part
from ${place.name} p
cross join ${plainFile.name} f on f.number = p.${file}${where}`;
  const [first, more] = ["'PRIMARY_KNOWLEDGE_SOURCE'", "'SUPPORTING_DATA_SOURCE'"];
  const named = `iif(p.named = ${subjectCitation.brought}, ${first}, ${more})`;
  return {
    first: part('p.id', 0, 'file', first, ''),
    again: part('p.id', 1, 'again', more, ''),
    subject: part(
      subject,
      `iif(p.named = ${subjectCitation.brought}, 0, ${room} * p.file)`,
      'file',
      named,
      '\nwhere p.named > 0',
    ),
    subject_again: part(subject, `${room} * p.again`, 'again', more, '\nwhere p.named > 0'),
  };
}

/** What cites a source, joined so that SQLite starts from the file. */
function citingParts(table: Table, place: Plain): string[] {
  const { subject } = tellingOf(table, place);
  return [
    ['p.id', ''],
    [subject, ' and p.named > 0'],
  ].flatMap(([id, where]) =>
    ['file', 'again'].map(
      (file) => `select ${id} as subject_id, f.source_id
from ${plainFile.name} f
cross join ${place.name} p on p.${file} = f.number${where}`,
    ),
  );
}

/** The views over one place that stores plain rows of a table. */
function placeViews(table: Table, place: Plain): readonly string[] {
  return [
    ...viewWithin(table, place),
    wholeView(table, place),
    ...Object.entries(citationParts(table, place)).map(
      ([arm, select]) => `create view ${citedBy(place)}_${arm} as\n${select};`,
    ),
    `create view ${citedBy(place)} as\n${union(citationArms(place).map((arm) => `select * from ${arm}`))};`,
  ];
}

/** The views through which plain rows are read. */
export function plainViews(tables: readonly Table[], citation: Table): string {
  const columns = (table: Table) => Object.keys(table.columns).map(snake).join(', ');
  const all = (table: Table) =>
    `create view ${table.name} as\n${union(armsOf(table).map((arm) => `select ${columns(table)} from ${arm}`))};`;
  const views = tables.flatMap((table) =>
    table.plain ? [...table.plain.flatMap((place) => placeViews(table, place)), all(table)] : [],
  );
  // A row with citations of its own may cite one source twice, for two passages.
  const ownCiting = `select c.subject_id, c.source_id
from ${ownName(citation)} c
where not exists (
  select 1 from ${ownName(citation)} e where e.subject_id = c.subject_id and e.source_id = c.source_id and e.seq < c.seq)`;
  const citing = tables.flatMap((table) => (table.plain ?? []).flatMap((place) => citingParts(table, place)));
  return [...views, all(citation), `create view citing as\n${union([ownCiting, ...citing])};`].join('\n\n');
}
