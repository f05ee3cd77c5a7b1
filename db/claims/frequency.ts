/** Enough time has passed since the last service, by the interval that a criterion of the payer states. */

import type * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { type Evidence, type Finding, found, nothing, on, type Rule, unjudged } from './claim.ts';

type Criterion = Evidence['frequencies'][number];

/** A criterion that says how long. */
interface Limit {
  readonly criterion: Criterion;
  readonly atLeast: number;
  readonly unit: keyof typeof e.IntervalUnit.values;
}

const dayOf = (day: string) => Number(day.slice(8, 10));
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const months = (last: string, next: string) => monthOf(next) - monthOf(last);

/** How much time lies between the last service and a later one, in each unit. */
const passed = {
  DAYS: (last, next) => (Date.parse(next) - Date.parse(last)) / 86_400_000,
  MONTHS: (last, next) => months(last, next) - (dayOf(next) < dayOf(last) ? 1 : 0),
  FULL_MONTHS: (last, next) => Math.max(0, months(last, next) - 1),
} as const satisfies Record<Limit['unit'], (last: string, next: string) => number>;

const between = {
  DAYS: 'days lie between the last service',
  MONTHS: 'months lie between the last service',
  FULL_MONTHS: 'full months lie between the month of the last service',
} as const satisfies Record<Limit['unit'], string>;

function limitOf(criterion: Criterion): readonly Limit[] {
  const { interval, intervalUnit } = criterion;
  return interval === null || intervalUnit === null
    ? []
    : [{ criterion, atLeast: interval, unit: intervalUnit }];
}

/** What the criteria say, one after another. */
function inWords(criteria: readonly Criterion[]): string {
  return criteria.map(({ summary }) => summary).join(' / ');
}

export const frequency: Rule = (line, _claim, evidence) => {
  const stated = on(line.dateOfService, evidence.frequencies).filter(({ id }) =>
    evidence.frequencyCodes.get(id)?.has(line.codeId),
  );
  const { lastServiceOn, dateOfService } = line;
  if (stated.length === 0) {
    return lastServiceOn
      ? unjudged(
          'FREQUENCY',
          line,
          `No frequency rule that names ${lastPart(line.codeId)} was read for this payer.`,
        )
      : nothing;
  }
  if (!lastServiceOn)
    return unjudged(
      'FREQUENCY',
      line,
      'A frequency rule applies, and the line does not say when the last service was.',
    );
  const limits = stated.flatMap(limitOf);
  if (limits.length === 0)
    return unjudged(
      'FREQUENCY',
      line,
      `The criterion gives no interval that can be counted; compare it with the last service: ${inWords(stated)}`,
    );
  if (lastServiceOn >= dateOfService)
    return unjudged('FREQUENCY', line, 'The last service is not before the date of service.');
  const findings = limits.flatMap(({ criterion, atLeast, unit }): Finding[] => {
    const time = passed[unit](lastServiceOn, dateOfService);
    if (time >= atLeast) return [];
    // A criterion without an interval may say when less is enough.
    const speaking = stated.filter((other) => other === criterion || limitOf(other).length === 0);
    return [
      {
        rule: 'FREQUENCY',
        severity: 'WARNING',
        line: line.index,
        message: `${time} ${between[unit]} (${lastServiceOn}) and ${dateOfService}; the policy asks for ${atLeast}: ${inWords(speaking)}`,
        fix: 'Show the medical necessity of the earlier repeat, or wait.',
        because: speaking.map(({ id }) => id),
      },
    ];
  });
  return found(...findings);
};
