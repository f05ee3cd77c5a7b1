/** The place of service and the payment system allow the code: facility NA on the fee schedule, status on a hospital claim. */

import { lastPart } from '../kit/id-parts.ts';
import { found, isMedicare, nothing, on, type Rule, unjudged } from './claim.ts';
import { noFeeRow } from './fee-row.ts';

/**
 * OPPS status indicators under which a hospital cannot bill the code to the contractor. Not read from the meanings of
 * indicators: no source that was read gives those of C and E2 (Addendum D1 of the OPPS rule would).
 */
const notBillable = new Set(['M', 'E1', 'E2', 'B', 'C']);

export const placeOfService: Rule = (line, claim, evidence) => {
  const code = lastPart(line.codeId);
  if (!isMedicare(claim, evidence))
    return unjudged('PLACE_OF_SERVICE', line, 'Rules of this payer on places of service are not known.');
  if (claim.claimForm === 'INSTITUTIONAL_837I_UB04') {
    const [status] = on(line.dateOfService, evidence.oppsStatuses).filter(
      ({ codeId }) => codeId === line.codeId,
    );
    if (!status)
      return unjudged(
        'PLACE_OF_SERVICE',
        line,
        `No outpatient payment status of ${code} was read for ${line.dateOfService}.`,
      );
    if (!notBillable.has(status.statusIndicator)) return nothing;
    return found({
      rule: 'PLACE_OF_SERVICE',
      severity: 'ERROR',
      line: line.index,
      message: `${code} has OPPS status indicator ${status.statusIndicator}: a hospital cannot bill it to the Medicare contractor on an outpatient claim.`,
      fix: 'Bill the part that the hospital did, or let the clinician bill it on a professional claim.',
      because: [status.id],
    });
  }
  if (!line.placeOfService) return unjudged('PLACE_OF_SERVICE', line, 'The line gives no place of service.');
  const place = evidence.places.get(line.placeOfService);
  if (!place)
    return unjudged(
      'PLACE_OF_SERVICE',
      line,
      `Place of service ${line.placeOfService} is not among those of this graph.`,
    );
  if (place.setting === null)
    return unjudged(
      'PLACE_OF_SERVICE',
      line,
      `No source that was read says whether place of service ${line.placeOfService} is a facility.`,
    );
  if (place.setting !== 'FACILITY') return nothing;
  const modifier = line.modifiers.find((used) => evidence.componentModifiers.has(used)) ?? null;
  const [fee] = on(line.dateOfService, evidence.fees).filter(
    ({ codeId, modifierId }) =>
      codeId === line.codeId && (modifierId === null ? null : lastPart(modifierId)) === modifier,
  );
  if (!fee) return unjudged('PLACE_OF_SERVICE', line, noFeeRow(line));
  if (fee.facilityNotApplicable === 0) return nothing;
  return found({
    rule: 'PLACE_OF_SERVICE',
    severity: 'ERROR',
    line: line.index,
    message: `The fee schedule flags ${code} as not applicable in a facility, and place of service ${line.placeOfService} is one.`,
    fix: 'In a facility the technical part is billed by the facility; bill the professional part.',
    because: [fee.id, place.id],
  });
};
