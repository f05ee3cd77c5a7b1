/**
 * Services that may be split into stand-alone codes, found by their indicators and sums: a code for the whole test
 * (indicator 4) whose RVUs are those of a professional part (2) and technical parts (3) near it. Proposals for people to
 * review: the fee schedule does not say which parts belong to which whole.
 */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { feeScheduleEntry } from '../tables/index.ts';

type Fee = Row<typeof feeScheduleEntry>;

/** A whole, the parts that add up to it, and how exactly: whole less parts, in hundredths of an RVU. */
export interface ProposedFamily {
  readonly whole: Fee;
  /** In the order of their codes. */
  readonly parts: readonly Fee[];
  readonly differences: {
    readonly work: number;
    readonly practiceExpense: number;
    readonly malpractice: number;
    readonly total: number;
  };
  /** How many other sets of parts near it add up as exactly. */
  readonly alternatives: number;
}

/** Codes of one service stand together: parts lie no further from the whole than this. */
const near = 10;

/** No service that is known is split into more. */
const mostParts = 5;

/** SQL: the rows that may be a whole or a part, of any code. */
const splitRows = `t.pc_tc_indicator in ('2', '3', '4') and t.modifier_id is null and t.status_code in ('A', 'R', 'T')
    and t.total_rvu_non_facility > 0 and ${live('t')}`;
const splitCodes = `
  select ${selectList(feeScheduleEntry, 't')} from fee_schedule_entry t
  where ${splitRows}
  order by t.code_id, t.id`;
const splitCodesAmong = rowsOfCodes(feeScheduleEntry, splitRows);

/** The services that may be split so on a day, in the order of their codes. */
export function proposedFamilies(store: Store, asOf: AsOf): readonly ProposedFamily[] {
  return proposalsIn(store.all<Fee>(splitCodes, { ...asOf }));
}

function proposalsIn(rows: readonly Fee[]): readonly ProposedFamily[] {
  const wholes = rows.filter(({ pcTcIndicator }) => pcTcIndicator === '4');
  const parts = rows.filter(({ pcTcIndicator }) => pcTcIndicator !== '4');
  return wholes.flatMap((whole) => proposalFor(whole, parts) ?? []);
}

/**
 * The same for some codes alone, whose numbers bound what is read: a code's whole lies near it, the parts of that near
 * the whole, and another whole that has one of them near again, with its parts. Left out are those with a code that
 * people have put in a family, and a whole of which a part fits another better: so a code is in one family at most.
 */
export function proposedFamiliesOf(
  store: Store,
  codeIds: readonly string[],
  asOf: AsOf,
  isReviewed: (codeId: string) => boolean,
): readonly ProposedFamily[] {
  const codes = [...new Set(codeIds.flatMap((id) => neighbours(id, 4 * near)))];
  if (codes.length === 0) return [];
  const rows = store.all<Fee>(splitCodesAmong, { ...asOf, codes: JSON.stringify(codes) });
  const within = (proposal: ProposedFamily, reach: number) =>
    codeIds.some((codeId) => distance(proposal.whole, { codeId }) <= reach);
  const proposals = proposalsIn(rows).filter(
    (proposal) =>
      within(proposal, 3 * near) &&
      ![proposal.whole, ...proposal.parts].some(({ codeId }) => isReviewed(codeId)),
  );
  const bestOf = new Map<string, ProposedFamily>();
  for (const proposal of proposals) {
    for (const part of proposal.parts) {
      const best = bestOf.get(part.codeId);
      if (!best || fit(part, proposal) < fit(part, best)) bestOf.set(part.codeId, proposal);
    }
  }
  return proposals.filter(
    (proposal) =>
      within(proposal, near) && proposal.parts.every(({ codeId }) => bestOf.get(codeId) === proposal),
  );
}

/** How well a part fits a whole, the less the better: by what the sum misses, then by how far apart they are. */
function fit(part: Fee, { whole, differences }: ProposedFamily): number {
  return missedBy(differences) * 4 * near + distance(whole, part);
}

/** The number of a code and the letters around it: 77090, G0403, 0554T. */
function placeOf({ codeId }: Pick<Fee, 'codeId'>) {
  const [, before = '', digits = '', after = ''] = /([A-Z]*)(\d+)([A-Z]*)$/.exec(codeId) ?? [];
  return { kind: `${before}#${after}`, number: Number(digits), before, width: digits.length, after };
}

/** The ids of the numbers no further from a code than that, its own among them. */
function neighbours(codeId: string, reach: number): string[] {
  const { number, before, width, after } = placeOf({ codeId });
  const system = codeId.slice(0, codeId.length - lastPart(codeId).length);
  const numbers = Array.from({ length: 2 * reach + 1 }, (_, i) => number - reach + i);
  return numbers
    .filter((each) => each >= 0 && String(each).length <= width)
    .map((each) => `${system}${before}${String(each).padStart(width, '0')}${after}`);
}

const rvus = (hundredths: number) => formatDecimal(hundredths, 2);

/** Whether every column agrees to the hundredth of an RVU. */
export function isExact({ differences }: ProposedFamily): boolean {
  return Object.values(differences).every((found) => found === 0);
}

/** The sum of a proposal in words. */
export function sumInWords(proposal: ProposedFamily): string {
  const { whole, parts, differences, alternatives } = proposal;
  const added = parts.map((part) => `${lastPart(part.codeId)} ${rvus(part.totalRvuNonFacility)}`).join(' + ');
  const columns = isExact(proposal)
    ? 'work, practice expense, malpractice and total agree to the hundredth'
    : `whole less parts is ${rvus(differences.work)} work, ${rvus(differences.practiceExpense)} practice expense, ${rvus(differences.malpractice)} malpractice, ${rvus(differences.total)} in all`;
  const others = alternatives === 0 ? '' : ` Other sets of codes near it add up as exactly: ${alternatives}.`;
  return `${lastPart(whole.codeId)} ${rvus(whole.totalRvuNonFacility)} against ${added} RVU: ${columns}.${others} The schedule does not say which parts belong to which whole: to be reviewed.`;
}

function distance(a: Pick<Fee, 'codeId'>, b: Pick<Fee, 'codeId'>): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return one.kind === other.kind ? Math.abs(one.number - other.number) : Number.POSITIVE_INFINITY;
}

function proposalFor(whole: Fee, all: readonly Fee[]): ProposedFamily | undefined {
  const candidates = all.filter((part) => distance(whole, part) <= near);
  const fitting = [...setsOf(candidates, whole.totalRvuNonFacility)]
    .filter((parts) =>
      ['2', '3'].every((indicator) => parts.some((part) => part.pcTcIndicator === indicator)),
    )
    .map((parts) => ({ parts, differences: differencesOf(whole, parts) }))
    // Each part was rounded by itself, so that a sum may miss by a hundredth for every part beyond the first.
    .filter(({ parts, differences }) =>
      Object.values(differences).every((difference) => Math.abs(difference) < parts.length),
    )
    .map((found) => ({ ...found, missed: missedBy(found.differences) }))
    .sort((a, b) => a.missed - b.missed || spread(whole, a.parts) - spread(whole, b.parts));
  const [best] = fitting;
  if (!best) return undefined;
  const { parts, differences, missed } = best;
  return {
    whole,
    parts,
    differences,
    alternatives: fitting.filter((other) => other.missed === missed).length - 1,
  };
}

/** Every set of two or more parts whose total goes beyond that of the whole by rounding at most. */
function* setsOf(
  candidates: readonly Fee[],
  total: number,
  chosen: readonly Fee[] = [],
): Generator<readonly Fee[]> {
  if (chosen.length >= 2) yield chosen;
  if (chosen.length === mostParts) return;
  for (const [index, part] of candidates.entries()) {
    const left = total - part.totalRvuNonFacility;
    if (left > -mostParts) yield* setsOf(candidates.slice(index + 1), left, [...chosen, part]);
  }
}

function differencesOf(whole: Fee, parts: readonly Fee[]): ProposedFamily['differences'] {
  const left = (of: (row: Fee) => number) => parts.reduce((rest, part) => rest - of(part), of(whole));
  return {
    work: left(({ workRvu }) => workRvu),
    practiceExpense: left(({ practiceExpenseRvuNonFacility }) => practiceExpenseRvuNonFacility),
    malpractice: left(({ malpracticeRvu }) => malpracticeRvu),
    total: left(({ totalRvuNonFacility }) => totalRvuNonFacility),
  };
}

function missedBy(differences: ProposedFamily['differences']): number {
  return Object.values(differences).reduce((sum, difference) => sum + Math.abs(difference), 0);
}

/** How far the parts lie from the whole, all together. */
function spread(whole: Fee, parts: readonly Fee[]): number {
  return parts.reduce((sum, part) => sum + distance(whole, part), 0);
}
