/**
 * Addenda of ICD-10-CM: what a release adds to the one before, deletes from it and revises in it, for the file in tabular
 * order or for the list of codes. They follow from the two releases, so they are compared with them, not stored. In the public
 * domain in the United States.
 */

import { codeIn, expectedOf, shapes } from '../../../db/codes/code-shapes.ts';
import type { CodeChange, DiagnosisState } from '../../../db/codes/compare-releases.ts';
import { diagnosisId } from '../../kit/ids.ts';
import { FileError, type Line, lines, type OfficialFile } from '../../load/format/file.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { releaseIn } from './icd10cm.ts';

const verb = /^(Add|Delete|Revise from|Revise to): */;
/** Rows of the file in order have the flag of the code before it. */
const ordered = new RegExp(`${verb.source}[01] ${shapes.DIAGNOSIS.form} `);
const listed = new RegExp(String.raw`${verb.source}${shapes.DIAGNOSIS.form} +\S`);
/** The counts below the rows, which are all that an update without changes has. */
const count = /^ *\d+ (?:headers|codes) in icd10cm/m;
const counts = /^ *(?:$|Headers$|Codes$|of which$|\d+ (?:headers|codes|additions|deletions|revisions)\b)/;

/** Where a row has its parts, counted from 0: the flag, the code, and the long title. */
const layouts = {
  ordered: { flag: 13, code: [15, 22], title: 84 },
  listed: { flag: undefined, code: [13, 20], title: 21 },
} as const;

/** Recognises addenda; undefined for any other file. */
function recognise({ name, head, within = '' }: Sighting): Recognised | undefined {
  const [first = ''] = head
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((text) => text.trim() !== '');
  const known = ordered.test(first) || listed.test(first) || (counts.test(first) && count.test(head));
  return known ? releaseIn(name, within) : undefined;
}

interface Row {
  readonly line: number;
  readonly what: string;
  readonly code: string;
  readonly state: DiagnosisState;
}

function rowIn(path: string, { number: line, text }: Line, layout: keyof typeof layouts): Row {
  const {
    flag,
    code: [from, to],
    title,
  } = layouts[layout];
  const what = verb.exec(text)?.[1];
  const code = codeIn('DIAGNOSIS', text.slice(from, to));
  const billable = flag === undefined ? '1' : text.charAt(flag);
  const long = text.slice(title).trim();
  if (!what || !code || !/^[01]$/.test(billable) || long === '')
    throw new FileError(
      { path, line },
      `This is no row of the addenda: expected Add, Delete, Revise from or Revise to, ${layout === 'ordered' ? '0 or 1, ' : ''}a code (${expectedOf('DIAGNOSIS')}, without its point) and its title, got ${JSON.stringify(text.slice(0, 60))}. The file may be cut short or of another layout.`,
    );
  return { line, what, code, state: { billable: billable === '1' ? 1 : 0, title: long } };
}

/** Of each code that the file names, what it was before the release and what it is in it. */
async function changes(file: OfficialFile): Promise<{
  readonly changes: readonly CodeChange[];
  /** Whether the file names headings too. */
  readonly headings: boolean;
}> {
  const found = new Map<
    string,
    { line: number; before: DiagnosisState | null; after: DiagnosisState | null }
  >();
  let layout: keyof typeof layouts | undefined;
  for await (const line of lines(file)) {
    if (counts.test(line.text)) {
      if (/^Headers/.test(line.text)) layout ??= 'ordered';
      continue;
    }
    layout ??= ordered.test(line.text) ? 'ordered' : 'listed';
    const { what, code, state, line: number } = rowIn(file.path, line, layout);
    const change = found.get(code) ?? { line: number, before: null, after: null };
    const side = what === 'Add' || what === 'Revise to' ? 'after' : 'before';
    if (change[side])
      throw new FileError(
        { path: file.path, line: number },
        `${code} is named twice in one way, on line ${change.line} already. The file may be put together from several releases.`,
      );
    found.set(code, { ...change, [side]: state });
  }
  return {
    changes: [...found].map(([code, change]) => ({ ...change, diagnosisId: diagnosisId(code) })),
    headings: layout === 'ordered',
  };
}

/** Addenda of ICD-10-CM: compared with the two releases by `releaseAgreement`, never stored. */
export const icd10cmAddenda = {
  name: 'icd10cm-addenda',
  label: 'Addenda of ICD-10-CM',
  recognise,
  changes,
} as const;
