/** Looks over all rows before they are written: ids, references, citations, intervals. Each problem has its place in the text. */

import type { Table } from '../../db/kit/table.ts';
import { citation, source } from '../../db/tables/index.ts';
import type { Entry } from './entry.ts';
import { wellFormed } from './ids.ts';
import type { Problem } from './problems.ts';
import { familiesFile } from './rows-so-far.ts';

/** Where a row of a table is written down, to tell a reader where to add what is missing. */
const home: Readonly<Record<string, string>> = {
  source: 'seed/data/sources.yaml',
  billing_code: 'seed/data/codes/codes.yaml',
  service_family: familiesFile,
  modifier: 'seed/data/codes/modifiers.yaml',
  place_of_service: 'seed/data/care/places-of-service.csv',
  site_of_service: 'seed/data/care/sites.yaml',
  diagnosis_code: 'seed/data/codes/diagnoses.csv',
  payer: 'seed/data/policies/payers.yaml',
  policy: 'seed/policies/<payer>/<policy>.yaml',
};

export function verify(entries: readonly Entry[]): readonly Problem[] {
  const byId = new Map<string, Entry>();
  const problems = [...idProblems(entries, byId), ...linkProblems(entries)];
  problems.push(...referenceProblems(entries, byId), ...citationProblems(entries));
  for (const [table, group] of Map.groupBy(entries, (entry) => entry.table)) {
    if (table.exclusiveBy) problems.push(...overlaps(group, table.exclusiveBy));
  }
  return problems;
}

function* idProblems(entries: readonly Entry[], byId: Map<string, Entry>): Iterable<Problem> {
  for (const entry of entries) {
    const { id } = entry.row;
    if (typeof id !== 'string') continue;
    const earlier = byId.get(id);
    if (!wellFormed.test(id)) {
      yield {
        place: entry.place,
        message: `${id} is no id: letters, digits and . _ / - only. Correct the name it is made of.`,
      };
    } else if (earlier) {
      const { file, line } = earlier.place;
      yield {
        place: entry.place,
        message: `${id} stands at ${file}:${line} already. Take one out, or tell them apart with \`key\` where the record may have one.`,
      };
    } else byId.set(id, entry);
  }
}

/** Links that are written twice: they have no id, so that their whole key tells them apart. */
function* linkProblems(entries: readonly Entry[]): Iterable<Problem> {
  const seen = new Set<string>();
  for (const { table, row, place } of entries) {
    if (table.kind !== 'link' || table === citation) continue;
    const ends = table.cluster.map((name) => row[name]).filter(Boolean);
    const link = `${table.name} ${ends.join(' ')}`;
    if (seen.has(link)) yield { place, message: `${ends.join(' and ')} are tied twice. Take one out.` };
    seen.add(link);
  }
}

function* referenceProblems(entries: readonly Entry[], byId: ReadonlyMap<string, Entry>): Iterable<Problem> {
  for (const { table, row, place } of entries) {
    for (const [id, type] of references(table, row)) {
      const found = byId.get(id);
      if (found && (!type || found.table.name === type)) continue;
      const where = type ? home[type] : undefined;
      const message = `There is no ${id}. Correct it${where ? `, or add it to ${where}` : ''}.`;
      yield { place, message, missing: { ids: [id], file: where } };
    }
  }
}

/** The ids that a row refers to, each with the table that it must be of, where that is one. */
function* references(
  table: Table,
  row: Entry['row'],
): Iterable<readonly [id: string, table: string | undefined]> {
  for (const [name, column] of Object.entries(table.columns)) {
    const id = row[name];
    if (refersTo(table, name, column.references) && typeof id === 'string' && id !== '')
      yield [id, column.references];
  }
}

/** Columns that hold the id of a row, of one table or of any. */
function refersTo(table: Table, name: string, references: string | undefined): boolean {
  if (references) return true;
  return (
    name === 'subjectId' ||
    name === 'statementId' ||
    name === 'supersededBy' ||
    (table.name === 'billing_unit' && name === 'modifierId')
  );
}

function* citationProblems(entries: readonly Entry[]): Iterable<Problem> {
  const cited = new Set(entries.filter(({ table }) => table === citation).map(({ row }) => row.subjectId));
  for (const { table, row, place } of entries) {
    if (table.kind === 'link' || table === source || cited.has(row.id)) continue;
    const message = `${row.id} cites no source. Add \`sources\`, the one it rests on first.`;
    // Some rows take over the citations of what they refer to.
    yield { place, message, missing: { ids: [...references(table, row)].map(([id]) => id) } };
  }
}

/** Rows with one key whose days overlap, leaving out what is deprecated or no longer recorded as known. */
function* overlaps(entries: readonly Entry[], key: readonly string[]): Iterable<Problem> {
  const groups = Map.groupBy(
    entries.filter(({ row }) => row.rank !== 'DEPRECATED' && row.recordedTo === null),
    ({ row }) => key.map((name) => row[name]).join(' '),
  );
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => starts(a).localeCompare(starts(b)));
    for (const [index, entry] of sorted.entries()) {
      const before = sorted[index - 1];
      if (!before || ends(before) <= starts(entry)) continue;
      const { file, line } = before.place;
      yield {
        place: entry.place,
        message: `${entry.row.id} overlaps ${before.row.id} of ${file}:${line}. Only one can hold on a day: correct the dates, or deprecate one with its reason.`,
      };
    }
  }
}

const starts = ({ row }: Entry) => String(row.validFrom ?? '0000');
const ends = ({ row }: Entry) => String(row.validTo ?? '9999');
