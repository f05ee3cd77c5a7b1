/** The subject of each type: that of the folder that declares it, since the layout shows the subjects; and the types to begin with. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folders of the schema as headings, in the order of the reference. */
export const subjects: Readonly<Record<string, string>> = {
  coverage: 'Coverage',
  codes: 'Codes',
  policies: 'Payers and policies',
  claims: 'Claims',
  fees: 'Fees',
  prices: 'Prices',
  drugs: 'Drugs',
  edits: 'Edits of codes',
  care: 'Care and places',
  findings: 'Findings and reports',
  history: 'History and changes',
  evidence: 'Evidence and sources',
  search: 'Search and paths',
  about: 'About the graph',
  kit: 'Common to all',
};

/** Enums and tables are declared in the room of the database, under the same words. */
const roomsOf = (subject: string) =>
  ['schema', 'db/enums', 'db/tables'].flatMap((room) =>
    globSync([`${room}/${subject}/*.ts`, `${room}/${subject === 'evidence' ? 'sources' : subject}.ts`], {
      cwd: root,
    }),
  );

const textBySubject = Object.keys(subjects).map(
  (subject) =>
    [
      subject,
      roomsOf(subject)
        .map((path) => readFileSync(join(root, path), 'utf8'))
        .join('\n'),
    ] as const,
);

/** The subject of a type; that of its items for a page, and what all have in common where no folder declares it. */
export function subjectOf(type: string): string {
  const declared = new RegExp(
    `\\bconst ${type} = |(?:\\b(?:list|inputType|interfaceRef|objectRef|scalarType|connectionObject)|>)\\(\\s*'${type}'|\\btype: '${type}'`,
  );
  const [found] = textBySubject.find(([, text]) => declared.test(text)) ?? [];
  if (found) return found;
  const item = type.replace(/(?:Connection|Edge)$/, '');
  return item === type ? 'kit' : subjectOf(item);
}
