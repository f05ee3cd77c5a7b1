/**
 * Plain rows: statements of official files that are as a file's rows ordinarily are, by the ten thousand. A compact table
 * holds what sets them apart; their envelope and citations, and those of what they are about, are put together by the
 * views below when they are read, which have the names of the tables that all other rows stand in.
 */

import { ValidityEnd } from './enums.ts';
import {
  day,
  instant,
  linkTable,
  oneOf,
  orNull,
  ownName,
  ref,
  snake,
  type Table,
  text,
  whole,
} from './table.ts';

/** A statement table that may have plain rows. */
type Statement = Pick<Table, 'name' | 'type' | 'columns' | 'subject'>;

/** What a plain row says of the citations of its subject. */
export const naming = { notCited: 0, brought: 1, beside: 2 } as const;

/** Where citations of a subject by plain rows stand in its order: each file has room for what is cited after it. */
const room = 1_000;

/** The table of the plain rows of a statement; `says` are the columns of what it says, its subject among them. */
export function plainTable({ name, type, columns, subject }: Statement, says: Table['columns']) {
  const own = Object.entries(says).filter(([column, { origin }]) => column !== subject && !origin);
  return linkTable({
    name: `${name}_plain`,
    description: `Rows of ${name} that official files state and nothing has changed, as small as can be; a view reads them as ${type}.`,
    cluster: ['id'],
    alsoIndexed: {
      again: '(again, id) where again is not null',
      subject: `(${subjectIn(columns, subject, type, 'id')})`,
    },
    summed: true,
    columns: {
      id: text('The id of the statement: its type, the key of its subject, and its first day.'),
      file: whole('Number of the file that states it, and until when.'),
      again: orNull(whole('Number of a later file that says the same; null where none does.')),
      named: whole(
        'Whether its subject is cited for the same row of the file: 0 no, 1 first of all, 2 beside others.',
      ),
      locator: text('Where in the file it stands.'),
      ...Object.fromEntries(own),
    },
  });
}

/** The files that state plain rows. */
export const plainFile = linkTable({
  name: 'plain_file',
  description: 'An official file that states plain rows, and what all of them state that have its number.',
  cluster: ['sourceId', 'number'],
  walkedBy: ['number'],
  columns: {
    sourceId: ref('source', 'The file as a source.'),
    number: whole('By which rows name it.'),
    recordedFrom: instant('Since when this graph holds what it states.'),
    validTo: orNull(day('First day on which its rows no longer hold. Null: see `validEnd`.')),
    validEnd: oneOf(ValidityEnd, 'What is known of the end.'),
    release: text('The release in which they were read.'),
  },
});

const asText = (sql: string) => `cast(${sql} as text)`;
const asNumber = (sql: string | number) => `cast(${sql} as integer)`;

/** SQL: the id of the subject, in the same words in the index and in the views, so that SQLite finds one by the other. */
function subjectIn(columns: Table['columns'], subject: string | undefined, type: string, id: string): string {
  const about = entityType(columns[subject ?? '']?.references ?? '');
  const begin = type.length + 2;
  return asText(`'${about}:' || substr(${id}, ${begin}, instr(${id}, '/') - ${begin})`);
}

/** `diagnosis_code` has ids that begin with `DiagnosisCode`. */
export function entityType(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What the envelope of a plain row holds, beside what it holds itself. */
export const plainEnvelope = {
  valueState: 'VALUE',
  unknownReason: null,
  rank: 'NORMAL',
  rankReason: null,
  recordedTo: null,
  supersededBy: null,
  knowledgeLevel: 'ASSERTION',
  agentType: 'AUTOMATED_AGENT',
  evidence: 'PRIMARY',
  note: null,
} as const;

/** The view of the plain rows of a table with all columns of the statement. */
export const madeWhole = ({ name }: Pick<Table, 'name'>) => `${name}_plain_whole`;

function wholeView(table: Table): string {
  const begin = table.type.length + 2;
  const made: Record<string, string> = Object.fromEntries(
    Object.entries(plainEnvelope).map(([name, value]) => [
      name,
      asText(value === null ? 'null' : `'${value}'`),
    ]),
  );
  made[table.subject ?? ''] = subjectIn(table.columns, table.subject, table.type, 'p.id');
  made.validFrom = asText(
    `nullif(substr(p.id, ${begin} + instr(substr(p.id, ${begin}), '/')), 'start-not-known')`,
  );
  for (const ofFile of ['recordedFrom', 'validTo', 'validEnd', 'release'])
    made[ofFile] = `f.${snake(ofFile)}`;
  const columns = Object.keys(table.columns).map(
    (name) => `${made[name] ?? `p.${snake(name)}`} as ${snake(name)}`,
  );
  return `create view ${madeWhole(table)} as
select ${columns.join(',\n  ')}
from ${table.name}_plain p
cross join ${plainFile.name} f on f.number = p.file;`;
}

/** Columns of the citations that plain rows have and give: `stated` is the id of the row. */
function citationParts(table: Table) {
  const subject = subjectIn(table.columns, table.subject, table.type, 'p.id');
  const part = (id: string, seq: string | number, file: 'file' | 'again', role: string, where: string) =>
    `select p.id as stated, ${id} as subject_id, ${asNumber(seq)} as seq, f.source_id, ${asText(role)} as role, p.locator, ${asText('null')} as part
from ${table.name}_plain p
cross join ${plainFile.name} f on f.number = p.${file}${where}`;
  const [first, more] = ["'PRIMARY_KNOWLEDGE_SOURCE'", "'SUPPORTING_DATA_SOURCE'"];
  const named = `iif(p.named = ${naming.brought}, ${first}, ${more})`;
  return {
    first: part('p.id', 0, 'file', first, ''),
    again: part('p.id', 1, 'again', more, ''),
    subject: part(
      subject,
      `iif(p.named = ${naming.brought}, 0, ${room} * p.file)`,
      'file',
      named,
      '\nwhere p.named > 0',
    ),
    subject_again: part(subject, `${room} * p.again`, 'again', more, '\nwhere p.named > 0'),
  };
}

/** The citations that plain rows of a table have and give, with the id of the row in `stated`. */
export const citedBy = ({ name }: Pick<Table, 'name'>) => `${name}_plain_citation`;

/** What a source is cited by: SQLite begins with the file. */
function citingParts(table: Table): string[] {
  const subject = subjectIn(table.columns, table.subject, table.type, 'p.id');
  return [
    ['p.id', ''],
    [subject, ' and p.named > 0'],
  ].flatMap(([id, where]) =>
    ['file', 'again'].map(
      (file) => `select ${id} as subject_id, f.source_id
from ${plainFile.name} f
cross join ${table.name}_plain p on p.${file} = f.number${where}`,
    ),
  );
}

/** The views of the citations that plain rows of a table have and give, each without a union. */
export const citationArms = (name: string): readonly string[] =>
  ['first', 'again', 'subject', 'subject_again'].map((arm) => `${citedBy({ name })}_${arm}`);

/** The relations whose rows together are those of a table: in a union of more, SQLite would read all of a view of several parts. */
export function armsOf(table: Table): readonly string[] {
  if (table.plain) return [ownName(table), madeWhole(table)];
  return [ownName(table), ...(table.arms ?? [])];
}

const union = (parts: readonly string[]) => parts.join('\nunion all\n');

/** The views through which plain rows are read. */
export function plainViews(tables: readonly Table[], citation: Table): string {
  const plain = tables.filter((table) => table.plain);
  const columns = (table: Table) => Object.keys(table.columns).map(snake).join(', ');
  const views = plain.flatMap((table) => [
    wholeView(table),
    `create view ${table.name} as\n${union(armsOf(table).map((arm) => `select ${columns(table)} from ${arm}`))};`,
    ...Object.entries(citationParts(table)).map(
      ([arm, select]) => `create view ${citedBy(table)}_${arm} as\n${select};`,
    ),
    `create view ${citedBy(table)} as\n${union(citationArms(table.name).map((arm) => `select * from ${arm}`))};`,
  ]);
  const cited = armsOf(citation).map((from) => `select ${columns(citation)} from ${from}`);
  // One source may be cited twice by what has its own citations, for two passages.
  const ownCiting = `select c.subject_id, c.source_id
from ${ownName(citation)} c
where not exists (
  select 1 from ${ownName(citation)} e where e.subject_id = c.subject_id and e.source_id = c.source_id and e.seq < c.seq)`;
  return [
    ...views,
    `create view ${citation.name} as\n${union(cited)};`,
    `create view citing as\n${union([ownCiting, ...plain.flatMap(citingParts)])};`,
  ].join('\n\n');
}
