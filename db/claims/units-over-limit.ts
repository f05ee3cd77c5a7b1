/** Units stay within the medically unlikely edit: by line for adjudication indicator 1, by day for 2 and 3. */

import { lastPart } from '../kit/id-parts.ts';
import {
  asRead,
  type ClaimLine,
  found,
  isMedicare,
  nothing,
  on,
  type Rule,
  serviceTypeOf,
  unjudged,
} from './claim.ts';

export const unitsOverLimit: Rule = (line, claim, evidence) => {
  if (!isMedicare(claim, evidence)) {
    return unjudged(
      'UNITS_OVER_LIMIT',
      line,
      'Medically unlikely edits are those of Medicare and Medicaid; limits of this payer are not known.',
    );
  }
  const table = serviceTypeOf(claim);
  const [limit] = on(line.dateOfService, evidence.limits).filter(
    ({ codeId, serviceType }) => codeId === line.codeId && serviceType === table,
  );
  if (!limit) {
    return unjudged(
      'UNITS_OVER_LIMIT',
      line,
      `No table that was read gives a unit limit for ${lastPart(line.codeId)} on ${line.dateOfService}.`,
    );
  }
  const byLine = limit.adjudication === '1';
  const ofDay = claim.lines.filter(
    ({ codeId, dateOfService }) => codeId === line.codeId && dateOfService === line.dateOfService,
  );
  const counted = byLine ? [line] : ofDay;
  const units = sumOf(counted);
  if (units <= limit.maxUnits) return nothing;
  // No source that was read tells whether the parts of one service, 26 and TC, count together.
  const parts = counted.filter(({ modifiers }) =>
    modifiers.some((used) => evidence.componentModifiers.has(used)),
  );
  const partsOf = (modifier: string) => sumOf(parts.filter(({ modifiers }) => modifiers.includes(modifier)));
  const whole = sumOf(counted) - sumOf(parts) + Math.max(0, ...[...evidence.componentModifiers].map(partsOf));
  if (whole <= limit.maxUnits)
    return found({
      rule: 'UNITS_OVER_LIMIT',
      severity: 'WARNING',
      line: line.index,
      message: `${units} units of ${lastPart(line.codeId)} on the day, as its professional and its technical part have a line each, where the limit is ${limit.maxUnits} (MUE adjudication indicator ${limit.adjudication}). Whether the two count together is not known here.${asRead(limit)}`,
      fix: `Bill ${lastPart(line.codeId)} whole, on one line without 26 and TC, where both parts are billed.`,
      because: [limit.id],
    });
  return found({
    rule: 'UNITS_OVER_LIMIT',
    severity: 'ERROR',
    line: line.index,
    message: `${units} units of ${lastPart(line.codeId)} ${byLine ? 'on the line' : 'on the day'}, where the limit is ${limit.maxUnits} (MUE adjudication indicator ${limit.adjudication}).${asRead(limit)}`,
    fix: limit.maxUnits === 0 ? 'The table lets none be paid.' : `Bill at most ${limit.maxUnits}.`,
    because: [limit.id],
  });
};

/** Units have one decimal at most: they are added up in tenths. */
function sumOf(lines: readonly ClaimLine[]): number {
  return lines.reduce((sum, { units }) => sum + Math.round(units * 10), 0) / 10;
}
