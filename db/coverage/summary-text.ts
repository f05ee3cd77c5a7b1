/** The matrix in short as words: one sentence, a line a group, and all of it as Markdown. Pure: names and numbers in, text out. */

import { UnknownReason } from '../enums/index.ts';
import { inWords, lineInWords } from '../tables/sentences.ts';
import { type CellGroup, cellsIn, type MatrixSummary, type UnknownCells } from './matrix-summary.ts';
import { summarySentence } from './summary-sentence.ts';
import {
  authorizations,
  capital,
  cellsInWords,
  codesOf,
  joined,
  marks,
  namesListed,
  nextStep,
  type SummaryNames,
  shortened,
  small,
  states,
} from './summary-words.ts';

/** So many groups have a line in the Markdown. */
const groupsListed = 40;

/** A group as a line: who, what, with which conditions, and the numbers of its citations. */
export function groupText(group: CellGroup, names: SummaryNames): string {
  const { lineOfBusiness, state, cells, priorAuthorization, priorAuthorizationReason } = group;
  const { conditions, level, staleFrom, numbers } = names.evidenceOf(group);
  const who = `${names.payerOf(group.payerId).label}, ${lineInWords(lineOfBusiness)}`;
  const basis =
    state !== 'CONFLICTING' && group.best && group.best.basis !== 'NOT_STATED'
      ? ` (${inWords(group.best.basis)})`
      : '';
  const answer = group.unknownReason ? `unknown, ${inWords(group.unknownReason)}` : states[state] + basis;
  const entailed = cells.some(({ reach }) => reach === 'SAME_CODE');
  return [
    `${who}: ${answer} for ${codesOf(group, names)}${entailed ? ' (with a modifier by entailment)' : ''}.`,
    ...groundsOf(group),
    ...(group.best?.knowledgeLevel === 'ENTAILMENT' ? [`Entailed: ${group.best.reachedBy}.`] : []),
    ...(conditions.length > 0 ? [`Conditions: ${conditions.join(' ')}`] : []),
    ...(state === 'NOT_APPLICABLE'
      ? []
      : [
          `Prior authorization: ${authorizations[priorAuthorization]}${priorAuthorizationReason ? ` (${inWords(priorAuthorizationReason)})` : ''}.`,
        ]),
    ...(level ? [`${capital(inWords(level))}.`] : []),
    ...(staleFrom ? [`Stale: to be read again by ${staleFrom}.`] : []),
    ...(numbers.length > 0 ? [marks(numbers)] : []),
  ].join(' ');
}

/** What the statements of a group say; where they conflict, each with its answer. */
function groundsOf({ state, best, cells }: CellGroup): readonly string[] {
  if (state !== 'CONFLICTING') return best ? [best.summary, ...limitOf(best.frequency)] : [];
  const because = cells[0]?.because ?? [];
  return because.flatMap((row) =>
    'summary' in row ? [`${capital(inWords(row.covered ?? 'unknown'))}: ${row.summary}`] : [],
  );
}

const limitOf = (frequency: string | null) => (frequency ? [`Frequency: ${frequency}.`] : []);

/** The unknown cells of a reason as a line: how many, what the reason means, whose, what was read nevertheless, and what to do. */
export function unknownText({ reason, count, groups }: UnknownCells, names: SummaryNames): string {
  const texts = new Set(read(groups, names).slice(0, namesListed));
  const others = groups.filter((group) => !texts.has(group));
  const step = nextStep(reason);
  return [
    `${capital(inWords(reason))}, ${cellsInWords(count)}: ${small(UnknownReason.values[reason])}`,
    ...(others.length > 0 ? [`${shortened(payersOf(others, names), '; ')}.`] : []),
    ...[...texts].map((group) => {
      const { numbers } = names.evidenceOf(group);
      return `${payersOf([group], names).join()}: ${group.best?.summary} ${marks(numbers)}`;
    }),
    ...(step ? [step] : []),
  ].join(' ');
}

/** Groups of payers that are named and of whom a text was read, though it answers nothing. */
function read(groups: readonly CellGroup[], names: Pick<SummaryNames, 'payerOf'>): readonly CellGroup[] {
  return groups.filter(({ best, payerId }) => best && !names.payerOf(payerId).association);
}

/** All groups, those first that the Markdown cites, as it comes to them. */
export function inOrderOfText(
  { known, unknown }: MatrixSummary,
  names: Pick<SummaryNames, 'payerOf'>,
): readonly CellGroup[] {
  const applies = ({ state }: CellGroup) => state !== 'NOT_APPLICABLE';
  const first = [
    ...known.filter(applies),
    ...known.filter((group) => !applies(group)),
    ...unknown.flatMap(({ groups }) => read(groups, names)),
  ];
  return [...new Set([...first, ...unknown.flatMap(({ groups }) => groups)])];
}

/** Payers with their lines of business; licensees as a number of those of their association. */
function payersOf(groups: readonly CellGroup[], names: SummaryNames): readonly string[] {
  const entries = Map.groupBy(groups, ({ payerId }) => entryOf(payerId, names).id);
  return [...entries.values()].map((ofEntry) => {
    const payers = new Set(ofEntry.map(({ payerId }) => payerId));
    const { label, licensees } = entryOf(ofEntry[0]?.payerId ?? '', names);
    if (licensees) return `${label}, ${payers.size} of ${licensees} licensees`;
    const byCodes = Map.groupBy(ofEntry, (group) => codesOf(group, names));
    const whole = byCodes.size === 1 && ofEntry[0]?.cells.length === names.components.size;
    const parts = [...byCodes].map(([codes, some]) => {
      const ofLines = joined([...new Set(some.map(({ lineOfBusiness }) => lineInWords(lineOfBusiness)))]);
      return whole ? ofLines : `${ofLines} for ${codes}`;
    });
    return `${label}, ${joined(parts)}`;
  });
}

/** The whole summary as Markdown, with the sources that it cites. */
export function summaryMarkdown(
  summary: MatrixSummary,
  names: SummaryNames,
  citations: readonly string[],
): string {
  const { known, unknown } = summary;
  const none = known.filter(({ state }) => state === 'NOT_APPLICABLE');
  const answered = known.filter(({ state }) => state !== 'NOT_APPLICABLE');
  const open = unknown.reduce((sum, { count }) => sum + count, 0);
  const all = cellsIn(known) + open;
  const lines = answered
    .slice(0, groupsListed)
    .map((group) => `- ${groupText(group, names)}${group.best ? ` Why: \`${group.best.id}\`` : ''}`);
  const left = answered.length - lines.length;
  const shown = [
    ...answered.slice(0, groupsListed),
    ...none,
    ...unknown.flatMap(({ groups }) => read(groups, names).slice(0, namesListed)),
  ];
  const cited = [...new Set(shown.flatMap((group) => names.evidenceOf(group).numbers))].sort((a, b) => a - b);
  const components = [...names.components.values()];
  return [
    summarySentence(summary, names),
    ...(lines.length > 0 ? [`**Known: ${cellsIn(answered)} of ${cellsInWords(all)}**`] : []),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(left > 0 ? [`Left out here, of the groups in \`known\`: ${left}.`] : []),
    ...(none.length > 0
      ? [`**Not applicable: ${cellsIn(none)} of ${cellsInWords(all)}.** ${noCode(none, names)}`]
      : []),
    ...(open > 0 ? [`**Unknown: ${open} of ${cellsInWords(all)}, which does not mean not covered**`] : []),
    ...(open > 0 ? [unknown.map((cells) => `- ${unknownText(cells, names)}`).join('\n')] : []),
    ...(components.length > 0 && components.length <= namesListed
      ? [
          `Components: ${components.map(({ codes, label }) => (label.startsWith(codes) ? label : `${codes} ${label}`)).join('; ')}.`,
        ]
      : []),
    'Why: `node(id:)` of the statement after a line gives its passage and how it was derived; `gaps` lists what was searched.',
    ...(cited.length > 0 ? [cited.map((n) => citations[n - 1]).join('\n')] : []),
  ].join('\n\n');
}

/** Components of which no code existed, for any payer. */
function noCode(groups: readonly CellGroup[], names: SummaryNames): string {
  const cells = groups.flatMap((group) => group.cells);
  const numbers = [...new Set(groups.flatMap((group) => names.evidenceOf(group).numbers))];
  return `No code of ${codesOf({ cells }, names)} existed on ${names.day}. ${marks(numbers)}`.trim();
}

/** Who is counted as one payer: the payer itself, or the association of which all licensees are in the matrix. */
function entryOf(payerId: string, { payerOf }: SummaryNames) {
  const { label, association } = payerOf(payerId);
  return association ?? { id: payerId, label, licensees: 0 };
}
