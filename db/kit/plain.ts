/**
 * Plain rows: statements of official files that are as a file's rows ordinarily are, by the ten thousand. What sets them
 * apart stands in a compact table, or in the rows of the things that they brought; their envelope and citations, and those
 * of what they are about, are put together by views when they are read (see plain-views.ts).
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

/** How the subject of a statement is cited for the same row of a file: a plain row holds one of the first three. */
export const naming = {
  notCited: 0,
  brought: 1,
  beside: 2,
  /** Brought, and its row holds the statement. */
  holding: 3,
} as const;

/** A table for the plain rows of a statement; `says` are the columns of what it says, its subject among them. */
export function plainTable(table: Statement, says: Columns) {
  const own = Object.entries(says).filter(([column, { origin }]) => column !== table.subject && !origin);
  return linkTable({
    name: `${table.name}_plain`,
    description: `Rows of ${table.name} that official files state and nothing has changed, as small as can be; a view reads them as ${table.type}.`,
    cluster: ['id'],
    alsoIndexed: {
      again: '(again, id) where again is not null',
      subject: `(${subjectIn(table, 'id')})`,
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

/** What the rows of a thing hold of the one statement that brought each: `statement` is its type. */
export function holdingRows(statement: string, thing: string) {
  return {
    alsoHolds: {
      statedBy: orNull(
        whole(`Number of the file that brought it and states its first ${statement}; null where none did.`),
      ),
      statedAgain: orNull(whole('Number of a later file that says the same; null where none does.')),
      statedFrom: orNull(text('First day of what is stated, or that it is not known.')),
      statedAt: orNull(text('Where in the file it stands.')),
    },
    alsoIndexed: {
      stated: `(${heldId(statement, thing)})`,
      stated_by: '(stated_by) where stated_by is not null',
      stated_again: '(stated_again, id) where stated_again is not null',
    },
  } as const;
}

/** SQL: the id of the statement that the row of a thing holds, in the same words in the index and in the view. */
export function heldId(statement: string, thing: string): string {
  return asText(`'${statement}:' || substr(id, ${thing.length + 2}) || '/' || stated_from`);
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

export const asText = (sql: string) => `cast(${sql} as text)`;

/** What stands for the first day of a statement of which it is not known. */
export const noFirstDay = 'start-not-known';

/** The id of a statement: its key is that of its subject, where it stands in a plain row. */
export const statementId = ({ type }: Pick<Table, 'type'>, key: string, from: string | null) =>
  `${type}:${key}/${from ?? noFirstDay}`;

/** SQL: the id of the subject by that of the statement, in the same words in the index and in the views, so that SQLite finds one by the other. */
export function subjectIn({ columns, subject = '', type }: Statement, id: string): string {
  const about = entityType(columns[subject]?.references ?? '');
  const begin = type.length + 2;
  return asText(`'${about}:' || substr(${id}, ${begin}, instr(${id}, '/') - ${begin})`);
}

/** SQL: what a plain row `p` is about, and the first day on which it holds. */
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

/** The view of the plain rows of a place with all columns of the statement. */
export const madeWhole = ({ name }: Pick<Plain, 'name'>) => `${name}_whole`;

/** The citations that the plain rows of a place have and give, with the id of the row in `stated` and of its subject in `about`. */
export const citedBy = ({ name }: Pick<Plain, 'name'>) => `${name}_citation`;

/** Of these, what the subjects of rows are cited for. */
export const subjectArms = (place: Pick<Plain, 'name'>): readonly string[] =>
  ['subject', 'subject_again'].map((arm) => `${citedBy(place)}_${arm}`);

/** The views of the citations that the plain rows of a place have and give, each without a union. */
export const citationArms = (place: Pick<Plain, 'name'>): readonly string[] => [
  ...['first', 'again'].map((arm) => `${citedBy(place)}_${arm}`),
  ...subjectArms(place),
];

/** The relations whose rows together are those of a table: in a union of more, SQLite would read all of a view of several parts. */
export function armsOf(table: Table): readonly string[] {
  return [ownName(table), ...(table.plain ?? []).map(madeWhole), ...(table.arms ?? [])];
}
