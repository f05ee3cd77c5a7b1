/** Medicare pays a bone mass measurement when at least 23 full months have passed since the month of the last one. */

import { found, isMedicare, nothing, on, type Rule, unjudged, written } from './claim.ts';

const fullMonths = 23;

/** Full calendar months between the month of the last service and that of the next. */
function monthsBetween(last: string, next: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(next) - months(last) - 1;
}

export const frequency: Rule = (line, claim, evidence) => {
  const stated = on(line.dateOfService, evidence.frequencies).filter(({ id }) =>
    evidence.frequencyCodes.get(id)?.has(line.codeId),
  );
  if (stated.length === 0) {
    return line.lastServiceOn
      ? unjudged(
          'FREQUENCY',
          line,
          `No frequency rule that names ${written(line.codeId)} was read for this payer.`,
        )
      : nothing;
  }
  if (!line.lastServiceOn)
    return unjudged(
      'FREQUENCY',
      line,
      'A frequency rule applies, and the line does not say when the last service was.',
    );
  if (!isMedicare(claim))
    return unjudged(
      'FREQUENCY',
      line,
      'The frequency rule of this payer is text; compare it with the last service.',
    );
  if (line.lastServiceOn >= line.dateOfService)
    return unjudged('FREQUENCY', line, 'The last service is not before the date of service.');
  const passed = monthsBetween(line.lastServiceOn, line.dateOfService);
  if (passed >= fullMonths) return nothing;
  return found({
    rule: 'FREQUENCY',
    severity: 'WARNING',
    line: line.index,
    message: `${passed} full months lie between the month of the last service (${line.lastServiceOn}) and ${line.dateOfService}; Medicare asks for ${fullMonths}, more often only when medically necessary.`,
    fix: 'Show the medical necessity of the earlier repeat, or wait.',
    because: stated.map(({ id }) => id),
  });
};
