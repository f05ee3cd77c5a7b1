/** Makes the statement of the prices of a file for one purpose. */

import { createHash } from 'node:crypto';
import { placeholderRule } from '../../../db/prices/placeholder.ts';
import { rateBenchmark } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { methodOf } from '../../kit/rate-parts.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { type Reading, type Stated, type StatedValues, statement } from '../../load/format/format.ts';
import type { Distribution, Figures } from './distribution.ts';
import { yardstickOf } from './yardstick.ts';

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
  | 'percentageBase'
  | 'additionalNotes'
  | 'codeVersion'
  | 'severityOfIllness'
  | 'measure'
> & {
  readonly code: string;
  /** Sorted; null where what the file writes is no modifier. */
  readonly modifiers: readonly string[] | null;
  /** Sorted, of four digits; null where the format does not distinguish them. */
  readonly revenueCodes: readonly string[] | null;
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
  /** The numbers of its terms where rates are stored row by row, by the last day of the rate. */
  readonly terms: Map<string | null, number>;
  expired: number;
  /** How many prices were rounded, and the last of them as written. */
  rounded: number;
  roundedFrom: string | undefined;
}

/** What the other prices of the file tell of a statement. */
export interface Context extends Shared {
  /** Why its figure may be no price. */
  readonly doubt: string | undefined;
  /** Whether the file has the code under several versions of its code set. */
  readonly severalVersions: boolean;
}

/** The last day of prices without an end. */
export const evergreen = '9999-12-31';

/** The statement of the prices of one purpose. */
export function statementOf(each: Gathered, shared: Context, reading: Reading): Stated {
  const { purpose, prices, line, at, through, expired } = each;
  const { note: givenNote, ...given } = each.given ?? {};
  const { code, modifiers, places, revenueCodes, ...rest } = purpose;
  const figures = each.given ? undefined : prices.figures();
  const values: Rate = {
    ...rest,
    ...(each.given ? { ...noFigures, ...given } : shown(figures, prices)),
    ...distinguishing(figures, each, reading, shared.facility !== null),
    subjectId: codeId(code),
    payerId: purpose.payerId ?? shared.payerId,
    network: purpose.network ?? shared.network,
    facility: shared.facility,
    modifiers: modifiers && JSON.stringify(modifiers),
    places: places && JSON.stringify(places),
    revenueCodes: revenueCodes && JSON.stringify(revenueCodes),
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
    shared.doubt,
  ];
  // A code set has a version for each year: a price goes on under the next, unless the file has the code under both.
  const identity = shared.severalVersions ? values : { ...values, codeVersion: null };
  const keys = {
    key: keyOf(purpose, identity),
    continues: keyOf(purpose, { ...identity, facility: null, population: '' }),
  };
  const head = { ...keys, from: reading.from, ...untilWhen(reading.from, through) };
  const note = textOf(notes);
  return statement(rateBenchmark, { ...head, line, at, envelope: { ...howKnown(values), note } }, values);
}

/** A key with a readable part; the hash distinguishes all other fields and is stable from release to release. */
function keyOf({ code, amountKind, billingClass }: Purpose, values: Rate): string {
  const { payerId, payerStated, facility, network, modifiers, careSetting, places, ...more } = values;
  const { negotiatedType, arrangement, algorithm, measure, population } = more;
  const { percentageBase, additionalNotes, revenueCodes, codeVersion, severityOfIllness } = more;
  const rare = { percentageBase, additionalNotes, revenueCodes, codeVersion, severityOfIllness };
  const exact = [
    ...[payerId, payerStated, facility, network, modifiers, careSetting, places],
    ...[negotiatedType, arrangement, algorithm, measure, population],
    // Only what is there: prices without any keep the ids that they had before these were read.
    ...Object.entries(rare).filter(([, value]) => value !== null && value !== '[]'),
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

/**
 * The columns of the figures: one price is the amount itself; of two different ones both are given and none is the amount;
 * from three on, or where two agree, the median is the amount.
 */
function shown(figures: Figures | undefined, { zeros, placeholders }: Distribution) {
  if (!figures) return { ...noFigures, n: zeros + placeholders > 0 ? 0 : null };
  const { n, p50, minimum, maximum } = figures;
  if (n === 1) return { ...noFigures, amount: p50, n };
  if (n === 2 && minimum < maximum) return { ...noFigures, statistic: 'PAIR', n, minimum, maximum } as const;
  return { ...figures, statistic: 'MEDIAN', amount: p50 } as const;
}

function distinguishing(
  figures: Figures | undefined,
  { purpose, prices, rounded, roundedFrom }: Gathered,
  reading: Reading,
  ofHospital: boolean,
) {
  const uncounted = { lowOutliers: null, highOutliers: null };
  const sentences = [prices.placeholders > 0 && `${placeholderRule}; they are left out and counted.`];
  if (!figures) return { ...uncounted, method: textOf(sentences) };
  const yardstick = yardstickOf(purpose, reading, ofHospital);
  const { n, p50 } = figures;
  if (n > 2)
    sentences.push(
      'Nearest-rank percentiles of n figures: each is one of them, the median of an even number the lower of the middle two.',
    );
  if (n === 1 && roundedFrom) sentences.push(methodOf.rounding(roundedFrom));
  else if (n > 1) sentences.push(methodOf.roundingEach(rounded));
  // One or two prices cannot be outliers relative to themselves.
  if (n < 3 && !yardstick) return { ...uncounted, method: textOf(sentences) };
  const { low, high } = prices.outliers(yardstick?.cents ?? p50);
  sentences.push(methodOf.outliers(yardstick?.name ?? 'the median'));
  return { lowOutliers: low, highOutliers: high, method: textOf(sentences) };
}

function textOf(sentences: readonly (string | false | null | undefined)[]): string | null {
  return sentences.filter(Boolean).join(' ') || null;
}

/** Without a figure the value state is NO_VALUE where a formula was agreed or a note stands instead, else UNKNOWN_VALUE. */
function howKnown({ statistic, method, amount, p50, minimum, maximum, algorithm, additionalNotes, n }: Rate) {
  if ((amount ?? p50 ?? minimum ?? maximum) !== null)
    return {
      knowledgeLevel: method && statistic === 'MEDIAN' ? 'STATISTICAL_ASSOCIATION' : 'ASSERTION',
    } as const;
  // A zero or a placeholder beside a note is an unknown price, not a note in place of one.
  if (algorithm || (additionalNotes && n === null)) return { valueState: 'NO_VALUE' } as const;
  return { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_STATED_IN_SOURCE' } as const;
}
