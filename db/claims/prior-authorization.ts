/** Whether the payer needs prior authorization for the component. */

import { lastPart } from '../kit/id-parts.ts';
import { found, nothing, type Rule, unjudged } from './claim.ts';
import { whyUnknown } from './not-checked.ts';

export const priorAuthorization: Rule = (line, claim, evidence) => {
  if (!claim.payerId) return unjudged('PRIOR_AUTHORIZATION', line, 'The claim names no payer.');
  const [cell, ...others] = evidence.cells.get(line.index) ?? [];
  if (others.length > 0) {
    return unjudged(
      'PRIOR_AUTHORIZATION',
      line,
      'The claim names no line of business, and the payer has several.',
    );
  }
  if (!cell || cell.priorAuthorization === 'UNKNOWN') {
    const reason = cell?.priorAuthorizationReason ?? 'NOT_YET_REVIEWED';
    return unjudged(
      'PRIOR_AUTHORIZATION',
      line,
      `Whether ${evidence.payerLabel} needs prior authorization for ${lastPart(line.codeId)} is not known: ${whyUnknown(reason, cell?.priorAuthorizationNearest ?? null)}`,
    );
  }
  if (cell.priorAuthorization === 'NO_AUTH') return nothing;
  return found({
    rule: 'PRIOR_AUTHORIZATION',
    severity: cell.priorAuthorization === 'AUTH_NEEDED' ? 'WARNING' : 'INFO',
    line: line.index,
    message: `${evidence.payerLabel} on prior authorization for ${lastPart(line.codeId)}: ${cell.priorAuthorizationStatements.map((row) => row.summary).join(' / ')}`,
    fix: 'Ask the payer before the service.',
    because: cell.priorAuthorizationStatements
      .filter((row) => row.priorAuthorization !== null)
      .map(({ id }) => id),
  });
};
