/** Compares the changes that a file names between two releases of ICD-10-CM with those between the releases in the graph. A check: nothing is stored. */

import { daysRead } from '../history/releases-read.ts';
import { live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { diagnosisValidity } from '../tables/index.ts';

/** What a code is in a release. */
export interface DiagnosisState {
  readonly billable: 0 | 1;
  readonly title: string;
}

/** What a file says of a code: its state before the release and in it; null where it is in none. */
export interface CodeChange {
  /** The first line of the file that names it. */
  readonly line: number;
  readonly diagnosisId: string;
  readonly before: DiagnosisState | null;
  readonly after: DiagnosisState | null;
}

/** A code on which the file and the releases in the graph do not agree. */
export interface ChangeDifference {
  /** Null where the file does not name the code. */
  readonly line: number | null;
  readonly diagnosisId: string;
  /** What differs, in words. */
  readonly problem: string;
}

/** How far a file agrees. */
export interface ChangeAgreement {
  readonly rows: number;
  readonly agree: number;
  readonly differ: number;
  /** Codes that are not alike in the two releases and are not named in the file. */
  readonly notNamed: number;
  /** The first of those that differ or are not named. */
  readonly differences: readonly ChangeDifference[];
  /** How many could not be compared, by reason. */
  readonly notCompared: Readonly<Record<string, number>>;
}

const mostListed = 100;

const statesOfDay = `
  select t.diagnosis_id as "id", t.billable as "billable", t.title as "title"
  from diagnosis_validity t
  where ${live('t')}`;

type States = ReadonlyMap<string, DiagnosisState>;

const alike = (one: DiagnosisState | null, other: DiagnosisState | null) =>
  one === other || (one?.billable === other?.billable && one?.title === other?.title);

function inWords(state: DiagnosisState | null): string {
  return state ? `${state.billable ? 'billable' : 'a heading'}, "${state.title}"` : 'not in it';
}

function problemOf(when: string, file: DiagnosisState | null, graph: DiagnosisState | null): string[] {
  return alike(file, graph) ? [] : [`${when} ${inWords(file)}; in the graph ${inWords(graph)}`];
}

/** Compares the changes that a file names with the releases of two days; without headings, only billable codes. */
export function releaseAgreement(
  store: Store,
  changes: readonly CodeChange[],
  days: {
    readonly before: string;
    readonly after: string;
    readonly knownAt: string;
    readonly headings: boolean;
  },
): ChangeAgreement {
  const { before, after, knownAt, headings } = days;
  const read = daysRead(store, diagnosisValidity, [before, after], knownAt);
  const missing = [before, after].filter((day) => !read.has(day));
  if (missing.length > 0) {
    const reason = `no release of ICD-10-CM is loaded for ${missing.join(' and ')}`;
    const notCompared = { [reason]: changes.length };
    return { rows: changes.length, agree: 0, differ: 0, notNamed: 0, differences: [], notCompared };
  }
  const statesOn = (dateOfService: string): States =>
    new Map(
      store
        .all<DiagnosisState & { readonly id: string }>(statesOfDay, { dateOfService, knownAt })
        .filter(({ billable }) => headings || billable === 1)
        .map(({ id, billable, title }) => [id, { billable, title }]),
    );
  const [earlier, later] = [statesOn(before), statesOn(after)];
  const differences: ChangeDifference[] = [];
  const named = new Set<string>();
  let differ = 0;
  for (const { line, diagnosisId, before: was, after: is } of changes) {
    named.add(diagnosisId);
    const problems = [
      ...problemOf('before', was, earlier.get(diagnosisId) ?? null),
      ...problemOf('after', is, later.get(diagnosisId) ?? null),
    ];
    if (problems.length === 0) continue;
    differ += 1;
    differences.push({ line, diagnosisId, problem: problems.join('; ') });
  }
  const notNamed = [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((id) => !named.has(id) && !alike(earlier.get(id) ?? null, later.get(id) ?? null))
    .map((diagnosisId) => {
      const [was, is] = [earlier.get(diagnosisId) ?? null, later.get(diagnosisId) ?? null];
      return {
        line: null,
        diagnosisId,
        problem: `not in the file; before ${inWords(was)}; after ${inWords(is)}`,
      };
    });
  return {
    rows: changes.length,
    agree: changes.length - differ,
    differ,
    notNamed: notNamed.length,
    differences: [...differences, ...notNamed].slice(0, mostListed),
    notCompared: {},
  };
}
