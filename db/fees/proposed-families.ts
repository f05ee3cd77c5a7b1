/**
 * Services that may be split into stand-alone codes, found by their indicators and sums: a code for the whole test
 * (indicator 4) whose RVUs are those of a professional part (2) and technical parts (3) near it. Proposals for people to
 * review: the fee schedule does not say which parts belong to which whole.
 */

import { type AsOf, live } from '../kit/as-of.ts';
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

const splitCodes = `
  select ${selectList(feeScheduleEntry, 't')} from fee_schedule_entry t
  where t.pc_tc_indicator in ('2', '3', '4') and t.modifier_id is null and t.status_code in ('A', 'R', 'T')
    and t.total_rvu_non_facility > 0 and ${live('t')}
  order by t.code_id, t.id`;

/** The services that may be split so on a day, in the order of their codes. */
export function proposedFamilies(store: Store, asOf: AsOf): readonly ProposedFamily[] {
  const rows = store.all<Fee>(splitCodes, { ...asOf });
  const wholes = rows.filter(({ pcTcIndicator }) => pcTcIndicator === '4');
  const parts = rows.filter(({ pcTcIndicator }) => pcTcIndicator !== '4');
  return wholes.flatMap((whole) => proposalFor(whole, parts) ?? []);
}

/** The number of a code and the letters around it: 77090, G0403, 0554T. */
function placeOf({ codeId }: Fee) {
  const [, before = '', digits = '', after = ''] = /([A-Z]*)(\d+)([A-Z]*)$/.exec(codeId) ?? [];
  return { kind: `${before}#${after}`, number: Number(digits) };
}

function distance(a: Fee, b: Fee): number {
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
