/** In a facility, a professional claim for a test that splits by modifier carries 26: the technical part is the facility's. */

import { lastPart } from '../kit/id-parts.ts';
import { allowsComponentModifiers, found, noPcTc, nothing, pcTcOf, type Rule, unjudged } from './claim.ts';

export const missingComponentModifier: Rule = (line, claim, evidence) => {
  const place = line.placeOfService ? evidence.places.get(line.placeOfService) : undefined;
  if (claim.claimForm !== 'PROFESSIONAL_837P_CMS1500' || place?.setting !== 'FACILITY') return nothing;
  if (line.modifiers.some((modifier) => evidence.componentModifiers.has(modifier))) return nothing;
  const statement = pcTcOf(line, evidence);
  if (!statement) return unjudged('MISSING_COMPONENT_MODIFIER', line, noPcTc(line));
  if (!allowsComponentModifiers(evidence, statement)) return nothing;
  return found({
    rule: 'MISSING_COMPONENT_MODIFIER',
    severity: 'WARNING',
    line: line.index,
    message: `${lastPart(line.codeId)} splits by modifier and is billed whole in place of service ${line.placeOfService}, a facility, where the technical part is the facility's.`,
    fix: 'Add modifier 26 when only the interpretation is billed.',
    because: [statement.id, place.id],
  });
};
