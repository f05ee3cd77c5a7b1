/**
 * Plain rows: the statements of official files, by the ten thousand, that differ in nothing but their content. That content
 * is stored in a compact table, or in the rows of the entities that they created; views add their envelope and citations,
 * and the citations of their subjects, on reading (see plain-views.ts).
 */

import { ValidityEnd } from './enums.ts';
import {
  type Columns,
  day,
  instant,
  linkTable,
  oneOf,
  orNull,
  ownName,
  type Plain,
  ref,
  type Table,
  text,
  whole,
} from './table.ts';

/** A statement table that may have plain rows. */
type Statement = Pick<Table, 'name' | 'type' | 'columns' | 'subject'>;

/** How the subject of a statement cites the same row of a file; a plain row stores one of the first three. */
export const subjectCitation = {
  notCited: 0,
  brought: 1,
  beside: 2,
  /** The row created the subject, and the subject's row stores the statement. */
  holding: 3,
} as const;

/** A table for the plain rows of a statement table, from the columns of its content, the subject among them. */
export function plainTable(table: Statement, columns: Columns) {
  const own = Object.entries(columns).filter(([column, { origin }]) => column !== table.subject && !origin);
  return linkTable({
    name: `${table.name}_plain`,
    description: `Rows of ${table.name} from official files that nothing has changed, stored as compactly as possible; a view reads them as ${table.type}.`,
    cluster: ['id'],
    alsoIndexed: {
      again: '(again, id) where again is not null',
      subject: `(${subjectIn(table, 'id')})`,
    },
    summed: true,
    columns: {
      id: text('The id of the statement: its type, the key of its subject, and its first day.'),
      file: whole('Number of the file that states it and gives the end of its validity.'),
      again: orNull(whole('Number of a later file that states the same; null where none does.')),
      named: whole(
        'Whether its subject cites the same row of the file: 0 no, 1 as its primary source, 2 as a further one.',
      ),
      locator: text('Where it is in the file.'),
      ...Object.fromEntries(own),
    },
  });
}

/** The columns in which the row of an entity stores the statement that created it; `statement` is the type of that statement. */
export function holdingRows(statement: string, thing: string) {
  return {
    alsoHolds: {
      statedBy: orNull(
        whole(
          `Number of the file that it came from and that states its first ${statement}; null where none did.`,
        ),
      ),
      statedAgain: orNull(whole('Number of a later file that states the same; null where none does.')),
      statedFrom: orNull(text('First day of what is stated, or `start-not-known`.')),
      statedAt: orNull(text('Where it is in the file.')),
    },
    alsoIndexed: {
      stated: `(${idWithin(statement, thing)})`,
      stated_by: '(stated_by) where stated_by is not null',
      stated_again: '(stated_again, id) where stated_again is not null',
    },
  } as const;
}

/** SQL: the id of the statement stored in the row of an entity; index and view must use the same text. */
export function idWithin(statement: string, thing: string): string {
  return asText(`'${statement}:' || substr(id, ${thing.length + 2}) || '/' || stated_from`);
}

/** The files that state plain rows. */
export const plainFile = linkTable({
  name: 'plain_file',
  description:
    'An official file that states plain rows, and what is the same for all rows that have its number.',
  cluster: ['sourceId', 'number'],
  walkedBy: ['number'],
  columns: {
    sourceId: ref('source', 'The file as a source.'),
    number: whole('The number by which rows refer to it.'),
    recordedFrom: instant('Since when its statements are recorded in this graph.'),
    validTo: orNull(day('First day on which its rows no longer hold. Null: see `validEnd`.')),
    validEnd: oneOf(ValidityEnd, 'What is known of the end.'),
    release: text('The release in which they were read.'),
  },
});

export const asText = (sql: string) => `cast(${sql} as text)`;

/** The text in place of the first day of a statement whose start is not known. */
export const noFirstDay = 'start-not-known';

/** The id of a statement; in a plain row its key is that of its subject. */
export const statementId = ({ type }: Pick<Table, 'type'>, key: string, from: string | null) =>
  `${type}:${key}/${from ?? noFirstDay}`;

/** SQL: the id of the subject from that of the statement; index and views must use the same text, so that SQLite uses the index. */
export function subjectIn({ columns, subject = '', type }: Statement, id: string): string {
  const about = entityType(columns[subject]?.references ?? '');
  const begin = type.length + 2;
  return asText(`'${about}:' || substr(${id}, ${begin}, instr(${id}, '/') - ${begin})`);
}

/** SQL: the subject of a plain row `p`, and the first day of its validity. */
export function tellingOf(table: Table, place: Plain): { readonly subject: string; readonly first: string } {
  if ('within' in place) return { subject: 'p.subject_id', first: 'p.first_day' };
  const begin = table.type.length + 2;
  return {
    subject: subjectIn(table, 'p.id'),
    first: `substr(p.id, ${begin} + instr(substr(p.id, ${begin}), '/'))`,
  };
}

/** `diagnosis_code` has ids that begin with `DiagnosisCode`. */
export function entityType(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The values of the envelope that all plain rows share. */
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

/** The view of the plain rows of a place with all columns of the statement. */
export const madeWhole = ({ name }: Pick<Plain, 'name'>) => `${name}_whole`;

/** The view of the citations of a place's plain rows and of their subjects: `stated` is the id of the row, `about` that of its subject. */
export const citedBy = ({ name }: Pick<Plain, 'name'>) => `${name}_citation`;

/** Of these, the views of the citations of subjects. */
export const subjectArms = (place: Pick<Plain, 'name'>): readonly string[] =>
  ['subject', 'subject_again'].map((arm) => `${citedBy(place)}_${arm}`);

/** The views of all citations of a place's plain rows and of their subjects, each without a union. */
export const citationArms = (place: Pick<Plain, 'name'>): readonly string[] => [
  ...['first', 'again'].map((arm) => `${citedBy(place)}_${arm}`),
  ...subjectArms(place),
];

/** The relations that together have the rows of a table: in a union, SQLite would read the whole of a view of several parts. */
export function armsOf(table: Table): readonly string[] {
  return [ownName(table), ...(table.plain ?? []).map(madeWhole), ...(table.arms ?? [])];
}
