/** The whole answer of a matrix in one sentence: of how many payers an answer is known, what they say, and of whom none is. */

import { lineInWords } from '../tables/sentences.ts';
import type { Cell } from './matrix.ts';
import type { CellGroup, MatrixSummary } from './matrix-summary.ts';
import { codesOf, dayInWords, joined, number, type SummaryNames, shortened, small } from './summary-words.ts';

/** So many clauses of a sentence are written out before payers are counted instead. */
const clausesWritten = 4;

/** The whole answer in one sentence. */
export function summarySentence({ known, unknown }: MatrixSummary, names: SummaryNames): string {
  const on = `On ${dayInWords(names.day)}`;
  const service = serviceOf(names);
  const groups = [...known, ...unknown.flatMap((some) => some.groups)];
  if (groups.length === 0) return 'The request leads to no component or to no payer, so nothing is answered.';
  const answered = known.filter(({ state }) => state !== 'NOT_APPLICABLE');
  if (answered.length === 0 && unknown.length === 0)
    return `${on} no code of ${service} existed, so that the question does not apply to any payer.`;
  const answering = new Set(answered.map(({ payerId }) => payerId));
  const others = without(groups, answering, names);
  const all = answering.size + others.length;
  if (answered.length === 0) {
    const whom = all === 1 ? others.join() : `any of ${number(all)} payers`;
    return `${on} no answer on ${service} is known of ${whom}, which does not mean that it is not covered.`;
  }
  const rest =
    others.length > 0
      ? `; none is known of ${shortened(others, ', ', ' and ')}, which does not mean that they do not cover it`
      : '';
  const count = all === 1 ? 'the one payer' : `${number(answering.size)} of ${number(all)} payers`;
  return `${on} an answer on ${service} is known of ${count}: ${clausesOf(answered, names)}${rest}.`;
}

/** Payers of whom no answer is known, by name; an association is named for its licensees where none of them answers. */
function without(
  groups: readonly CellGroup[],
  answering: ReadonlySet<string>,
  { payerOf }: SummaryNames,
): readonly string[] {
  const associationOf = (id: string) => payerOf(id).association;
  const split = new Set([...answering].map((id) => associationOf(id)?.id));
  const silent = groups.filter(({ payerId }) => !answering.has(payerId));
  const labels = silent.map(({ payerId }) => {
    const association = associationOf(payerId);
    if (!association || split.has(association.id)) return payerOf(payerId).label;
    return `${association.label} (${association.licensees} licensees)`;
  });
  return [...new Set(labels)];
}

const verbs: Readonly<Record<Cell['state'], (what: string, several: boolean) => string>> = {
  COVERED: (what, several) => `${several ? 'cover' : 'covers'} ${what}`,
  CONDITIONAL: (what, several) => `${several ? 'cover' : 'covers'} ${what} with conditions`,
  NOT_COVERED: (what, several) => `${several ? 'do' : 'does'} not cover ${what}`,
  INDETERMINATE: (what, several) => `${several ? 'leave' : 'leaves'} ${what} open`,
  CONFLICTING: (what, several) => `${several ? 'have' : 'has'} conflicting statements on ${what}`,
  UNKNOWN: (what) => `unknown for ${what}`,
  NOT_APPLICABLE: (what) => `not applicable for ${what}`,
};

/** Who answers what; where that takes many clauses, how many payers give each answer at least in part. */
function clausesOf(answered: readonly CellGroup[], names: SummaryNames): string {
  const ofPayer = Map.groupBy(answered, ({ payerId, lineOfBusiness, state }) =>
    JSON.stringify([payerId, lineOfBusiness, state]),
  );
  const clauses = [...ofPayer.values()].map((groups) => {
    const cells = groups.flatMap((group) => group.cells);
    const secondary = groups.some((group) => names.evidenceOf(group).level === 'SECONDARY_REPORT');
    const [first] = groups;
    const line = first ? lineInWords(first.lineOfBusiness) : '';
    return {
      state: cells[0]?.state ?? 'UNKNOWN',
      what: codesOf({ cells }, names, 'it'),
      how: secondary ? `${line}; by a secondary report` : line,
      payer: names.payerOf(cells[0]?.payerId ?? '').label,
    };
  });
  const alike = [
    ...Map.groupBy(clauses, ({ state, what, how }) => JSON.stringify([state, what, how])).values(),
  ];
  if (alike.length <= clausesWritten) {
    return alike
      .map((some) => {
        const payers = [...new Set(some.map(({ payer }) => payer))];
        const [{ state, what, how } = { state: 'UNKNOWN' as const, what: '', how: '' }] = some;
        return `${shortened(payers, ', ', ' and ')} ${verbs[state](what, payers.length > 1)} (${how})`;
      })
      .join('; ');
  }
  return [...Map.groupBy(clauses, ({ state }) => state)]
    .map(([state, some]) => {
      const payers = new Set(some.map(({ payer }) => payer)).size;
      return `${number(payers)} ${verbs[state]('it at least in part', payers > 1)}`;
    })
    .join(', ');
}

function serviceOf({ services, components }: SummaryNames): string {
  if (services.length > 2) return `${components.size} components of ${number(services.length)} services`;
  return joined(services.map(small));
}
