/** Units stay within the medically unlikely edit: by line for adjudication indicator 1, by day for 2 and 3. */

import { lastPart } from '../kit/id-parts.ts';
import { asRead, found, isMedicare, nothing, on, type Rule, unjudged } from './claim.ts';

export const unitsOverLimit: Rule = (line, claim, evidence) => {
  if (!isMedicare(claim, evidence)) {
    return unjudged(
      'UNITS_OVER_LIMIT',
      line,
      'Medically unlikely edits are those of Medicare and Medicaid; limits of this payer are not known.',
    );
  }
  const table = claim.claimForm === 'PROFESSIONAL_837P_CMS1500' ? 'PRACTITIONER' : 'OUTPATIENT_HOSPITAL';
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
  const units = byLine ? line.units : ofDay.reduce((sum, other) => sum + other.units, 0);
  if (units <= limit.maxUnits) return nothing;
  return found({
    rule: 'UNITS_OVER_LIMIT',
    severity: 'ERROR',
    line: line.index,
    message: `${units} units of ${lastPart(line.codeId)} ${byLine ? 'on the line' : 'on the day'}, where the limit is ${limit.maxUnits} (MUE adjudication indicator ${limit.adjudication}).${asRead(limit)}`,
    fix: limit.maxUnits === 0 ? 'The table lets none be paid.' : `Bill at most ${limit.maxUnits}.`,
    because: [limit.id],
  });
};
