/** No line repeats another of the day: same code and modifiers, none of which says that the service was done again. */

import { lastPart } from '../kit/id-parts.ts';
import {
  billingRuleOn,
  type ClaimLine,
  type Finding,
  isMedicare,
  nothing,
  type Rule,
  unjudged,
} from './claim.ts';

const rule = 'DUPLICATE_LINE';
const ruleId = 'BillingRule:billing/duplicate-lines';
/** Modifiers that mark a service as distinct, or as done again (the same billing rule). */
const saysWhy: ReadonlySet<string> = new Set(['59', 'XE', 'XP', 'XS', 'XU', '76', '77', '91']);

const written = ({ modifiers }: ClaimLine) => modifiers.toSorted().join(' ');

export const duplicateLine: Rule = (line, claim, evidence) => {
  const same = claim.lines.filter(
    (other) =>
      other.index !== line.index &&
      other.codeId === line.codeId &&
      other.dateOfService === line.dateOfService &&
      written(other) === written(line),
  );
  if (same.length === 0) return nothing;
  const code = [lastPart(line.codeId), ...line.modifiers.toSorted()].join('-');
  if (!isMedicare(claim, evidence))
    return unjudged(
      rule,
      line,
      `Another line of the day has ${code} too; what this payer takes for a duplicate is not known.`,
    );
  const billing = billingRuleOn(line.dateOfService, ruleId, evidence);
  if (!billing)
    return unjudged(
      rule,
      line,
      `Another line of the day has ${code} too; no source that was read by then says what a duplicate is.`,
    );
  if (line.modifiers.some((modifier) => saysWhy.has(modifier)))
    return unjudged(
      rule,
      line,
      `Another line of the day has ${code} too, each with a modifier for a distinct or repeated service; whether both are paid is not known here.`,
    );
  const isExact = (other: ClaimLine) =>
    other.units === line.units && other.placeOfService === line.placeOfService;
  const finding = (severity: Finding['severity'], message: string): Finding => ({
    rule,
    severity,
    line: line.index,
    message: `Another line of the day has ${code} too, ${message}`,
    fix: 'Bill one line with the units of both; where the service was done again, say so with 76, 77, 91, 59 or an X modifier on the second.',
    because: [billing.id],
  });
  return {
    findings: [
      ...(same.some(isExact)
        ? [finding('ERROR', 'with the same units and place: an exact duplicate is denied.')]
        : []),
      ...(same.every(isExact)
        ? []
        : [
            finding(
              'WARNING',
              'with other units or another place: it may be held for review as a duplicate.',
            ),
          ]),
    ],
    notChecked: [],
  };
};
