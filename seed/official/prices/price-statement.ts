/** Makes the statement of the prices of a file for one purpose. */

import { createHash } from 'node:crypto';
import { formatDecimal } from '../../../db/kit/decimal.ts';
import { rateBenchmark } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { type Reading, type Stated, type StatedValues, statement } from '../../load/format/format.ts';
import type { Distribution, Figures } from './distribution.ts';

type Rate = StatedValues<typeof rateBenchmark>;

/** The purpose of a price: prices that differ in any of these fields are in different distributions. */
export type Purpose = Pick<
  Rate,
  | 'amountKind'
  | 'billingClass'
  | 'payerId'
  | 'payerStated'
  | 'network'
  | 'careSetting'
  | 'negotiatedType'
  | 'arrangement'
  | 'algorithm'
  | 'measure'
> & {
  readonly code: string;
  /** Sorted. */
  readonly modifiers: readonly string[];
  /** Sorted; null where the format does not distinguish places. */
  readonly places: readonly string[] | null;
};

/** Figures that the file itself states, in cents. */
export interface Given
  extends Partial<Pick<Rate, 'statistic' | 'amount' | 'n' | 'p10' | 'p50' | 'p90' | 'minimum' | 'maximum'>> {
  /** A remark on them, in this project's words. */
  readonly note?: string;
}

/** What all prices of a file share, which may be known only at its end. */
export interface Shared {
  /** The payer where a purpose names none. */
  readonly payerId: string | null;
  readonly facility: string | null;
  /** The network where a purpose names none. */
  readonly network: string | null;
  readonly population: string;
  readonly note: string | null;
}

export interface Gathered {
  readonly line: number;
  readonly at: string;
  readonly purpose: Purpose;
  readonly prices: Distribution;
  given: Given | undefined;
  /** Their last day; undefined where they do not end on the same day. */
  through: string | null | undefined;
  expired: number;
}

/** The last day of prices without an end. */
export const evergreen = '9999-12-31';

export function statementOf(each: Gathered, shared: Shared, reading: Reading): Stated {
  const { purpose, prices, line, at, through, expired } = each;
  const { note: givenNote, ...given } = each.given ?? {};
  const { code, modifiers, places, ...rest } = purpose;
  const figures = each.given ? undefined : prices.figures();
  const values: Rate = {
    ...rest,
    ...(each.given ? { ...noFigures, ...given } : shown(figures, prices)),
    ...distinguishing(figures, prices, purpose, reading),
    subjectId: codeId(code),
    payerId: purpose.payerId ?? shared.payerId,
    network: purpose.network ?? shared.network,
    facility: shared.facility,
    modifiers: JSON.stringify(modifiers),
    places: places && JSON.stringify(places),
    population: shared.population,
    jurisdictionId: null,
    setting: null,
    period: 'in force when the file was made',
    zeros: each.given ? null : prices.zeros,
    placeholders: each.given ? null : prices.placeholders,
  };
  const notes = [
    shared.note,
    givenNote,
    expired > 0 && `${expired} of the prices had ended before the day of the file.`,
  ];
  const keys = {
    key: keyOf(purpose, values),
    continues: keyOf(purpose, { ...values, facility: null, population: '' }),
  };
  const head = { ...keys, from: reading.from, ...untilWhen(reading.from, through) };
  const note = notes.filter(Boolean).join(' ') || null;
  return statement(rateBenchmark, { ...head, line, at, envelope: { ...howKnown(values), note } }, values);
}

/** A key with a readable part; the hash distinguishes all other fields and is stable from release to release. */
function keyOf({ code, amountKind, billingClass }: Purpose, values: Rate): string {
  const { payerId, payerStated, facility, network, modifiers, careSetting, places, ...more } = values;
  const { negotiatedType, arrangement, algorithm, measure, population } = more;
  const exact = [
    ...[payerId, payerStated, facility, network, modifiers, careSetting, places],
    ...[negotiatedType, arrangement, algorithm, measure, population],
  ];
  const hash = createHash('sha256').update(JSON.stringify(exact)).digest('hex').slice(0, 16);
  const words = [amountKind, billingClass].map((word) => word.toLowerCase().replaceAll('_', '-'));
  const by = payerId ? [payerId.slice('Payer:'.length)] : [];
  return [codeKey(code), ...by, ...words, hash].join('/');
}

function untilWhen(from: string, through: string | null | undefined) {
  if (through === evergreen) return { to: null, open: true };
  if (!through || through < from) return { to: null, open: false };
  return { to: dayAfter(through), open: false };
}

const noFigures = {
  statistic: 'SINGLE',
  amount: null,
  n: null,
  p10: null,
  p25: null,
  p50: null,
  p75: null,
  p90: null,
  minimum: null,
  maximum: null,
} as const;

/** The columns of the figures: one price is the amount itself; of several the median is the amount. */
function shown(figures: Figures | undefined, { zeros, placeholders }: Distribution) {
  if (!figures) return { ...noFigures, n: zeros + placeholders > 0 ? 0 : null };
  const { n, p50 } = figures;
  if (n === 1) return { ...noFigures, amount: p50, n };
  return { ...figures, statistic: 'MEDIAN', amount: p50 } as const;
}

function distinguishing(
  figures: Figures | undefined,
  prices: Distribution,
  { code, modifiers, amountKind }: Purpose,
  { medicareAmount }: Reading,
) {
  const unmeasured = { lowOutliers: null, highOutliers: null, method: null };
  if (!figures) return unmeasured;
  const dollars = amountKind !== 'NEGOTIATED_PERCENTAGE';
  const medicare = dollars ? medicareAmount?.(code, modifiers) : undefined;
  // A single price cannot be an outlier relative to itself.
  if (figures.n === 1 && medicare === undefined) return unmeasured;
  const { low, high } = prices.outliers(medicare ?? figures.p50);
  const against =
    medicare === undefined ? 'the median' : `the national Medicare amount of $${formatDecimal(medicare, 2)}`;
  const ranks =
    figures.n > 1 ? 'Nearest-rank percentiles of n figures, each rounded half up to two places. ' : '';
  const method = `${ranks}Outliers are below a tenth of ${against} or above ten times it; they are counted, not left out.`;
  return { lowOutliers: low, highOutliers: high, method };
}

/** Without a figure the value state is NO_VALUE where a formula was agreed instead, else UNKNOWN_VALUE. */
function howKnown({ statistic, method, amount, p50, minimum, maximum, algorithm }: Rate) {
  if ((amount ?? p50 ?? minimum ?? maximum) !== null)
    return {
      knowledgeLevel: method && statistic === 'MEDIAN' ? 'STATISTICAL_ASSOCIATION' : 'ASSERTION',
    } as const;
  if (algorithm) return { valueState: 'NO_VALUE' } as const;
  return { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_STATED_IN_SOURCE' } as const;
}
