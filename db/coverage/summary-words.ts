/** The words of a summary: names, values of closed lists, and lists of names. */

import type * as e from '../enums/index.ts';
import type { Cell } from './matrix.ts';
import type { CellGroup, UnknownCells } from './matrix-summary.ts';

/** A payer by name, and the association that it is counted with. */
export interface NamedPayer {
  readonly label: string;
  /** Set where every licensee of its association is in the matrix: together they count as one payer. */
  readonly association: { readonly id: string; readonly label: string; readonly licensees: number } | null;
}

/** What the words of a summary are made of. */
export interface SummaryNames {
  /** The date of service. */
  readonly day: string;
  /** Labels of the service families, each once. */
  readonly services: readonly string[];
  /** Codes of the components as they are billed, such as 77080-26, with their labels, by id, in the order of the rows. */
  readonly components: ReadonlyMap<string, { readonly codes: string; readonly label: string }>;
  readonly payerOf: (id: string) => NamedPayer;
  readonly evidenceOf: (group: CellGroup) => GroupEvidence;
}

/** The evidence of a group. */
export interface GroupEvidence {
  /** Conditions and limits in words. */
  readonly conditions: readonly string[];
  /** What was read, of the best statement; null where there is none. */
  readonly level: keyof typeof e.SourceLevel.values | null;
  /** The day from which on the best statement is stale, where it is. */
  readonly staleFrom: string | null;
  /** Numbers of its citations. */
  readonly numbers: readonly number[];
}

/** States of a cell. */
export const states: Readonly<Record<Cell['state'], string>> = {
  COVERED: 'covered',
  NOT_COVERED: 'not covered',
  CONDITIONAL: 'covered with conditions',
  INDETERMINATE: 'left open by the payer',
  CONFLICTING: 'statements conflict',
  UNKNOWN: 'unknown',
  NOT_APPLICABLE: 'not applicable',
};

/** Prior authorization. */
export const authorizations: Readonly<Record<Cell['priorAuthorization'], string>> = {
  NO_AUTH: 'not needed',
  AUTH_NEEDED: 'needed',
  CONDITIONAL: 'needed under stated conditions',
  INDETERMINATE: 'the source says to ask',
  UNKNOWN: 'unknown',
};

/** What to do about a cell that is unknown for a reason; reasons without an entry leave nothing to do. */
const steps: Partial<Readonly<Record<UnknownCells['reason'], string>>> = {
  NOT_STATED_IN_SOURCE: 'Ask the payer.',
  POLICY_SILENT_ON_CODE: 'Ask the payer, or the contractor that decides for it.',
  POLICY_TEXT_NOT_SEEN: 'Get the text from the payer.',
  NO_POLICY_FOUND: 'Ask the payer whether it has a policy.',
  SOURCE_LICENSED_OR_PAYWALLED: 'Read the source under a licence.',
  SOURCES_CONFLICT: 'Compare the sources.',
  NOT_YET_REVIEWED: "Look for the payer's policy.",
};

/** What to do about cells that are unknown for this reason; null where nothing can be done. */
export function nextStep(reason: UnknownCells['reason']): string | null {
  return steps[reason] ?? null;
}

/** So many names are listed before the others are counted. */
export const namesListed = 12;

/** The components of some cells by their codes; all of them as one word where that is given. */
export function codesOf(
  { cells }: Pick<CellGroup, 'cells'>,
  { components }: SummaryNames,
  all?: string,
): string {
  const ids = [...new Set(cells.map(({ componentId }) => componentId))];
  if (all && ids.length === components.size) return all;
  if (ids.length > namesListed) return `${ids.length} of ${components.size} components`;
  return joined(ids.map((id) => components.get(id)?.codes ?? id));
}

/** Names as a list in which those after the first few are counted. */
export function shortened(names: readonly string[], separator: string, last = separator): string {
  const left = names.length - namesListed;
  const shown = left > 1 ? [...names.slice(0, namesListed), `${left} others`] : names;
  return joined(shown, separator, last);
}

/** Names as a list; those that are empty are left out. */
export function joined(names: readonly string[], separator = ', ', last = ' and '): string {
  return [names.slice(0, -1).join(separator), ...names.slice(-1)].filter(Boolean).join(last);
}

/** Numbers of citations as they are printed. */
export const marks = (numbers: readonly number[]) => numbers.map((n) => `[${n}]`).join('');

export const cellsInWords = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number in words up to ten. */
export const number = (count: number) => words[count] ?? String(count);

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A text within a sentence: an abbreviation or a name keeps its capitals. */
export const small = (text: string) =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A day such as 24 November 2026. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
