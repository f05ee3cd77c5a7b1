/** The payer covers the component on the day, in its line of business. Not knowing is not a denial: it is reported as not checked. */

import { lastPart } from '../kit/id-parts.ts';
import { lineInWords } from '../tables/sentences.ts';
import { type Finding, found, nothing, type Rule, unjudged } from './claim.ts';
import { whyUnknown } from './not-checked.ts';

const severities = {
  NOT_COVERED: 'ERROR',
  CONFLICTING: 'WARNING',
  INDETERMINATE: 'WARNING',
  CONDITIONAL: 'INFO',
} as const satisfies Record<string, Finding['severity']>;

const fixes = {
  NOT_COVERED: 'Check the policy; a notice of non-coverage may be due before the service.',
  CONFLICTING: 'Ask the payer; statements that hold on the day differ.',
  INDETERMINATE: 'Ask the payer or contractor; it decides case by case.',
  CONDITIONAL: 'Hold the record against the conditions of the policy.',
} as const;

export const coverage: Rule = (line, claim, evidence) => {
  if (!claim.payerId) return unjudged('COVERAGE', line, 'The claim names no payer.');
  const [cell, ...others] = evidence.cells.get(line.index) ?? [];
  if (!cell)
    return unjudged(
      'COVERAGE',
      line,
      `${lastPart(line.codeId)} belongs to no component that this release holds.`,
    );
  if (others.length > 0) {
    const lines = [cell, ...others].map(({ lineOfBusiness }) => lineInWords(lineOfBusiness)).join(', ');
    return unjudged(
      'COVERAGE',
      line,
      `The claim names no line of business, and the payer has several: ${lines}.`,
    );
  }
  if (cell.state === 'UNKNOWN') {
    return unjudged(
      'COVERAGE',
      line,
      `Whether ${evidence.payerLabel} covers ${lastPart(line.codeId)} is not known: ${whyUnknown(cell.unknownReason ?? 'NOT_YET_REVIEWED', cell.nearest)}`,
    );
  }
  if (cell.state === 'COVERED' || cell.state === 'NOT_APPLICABLE') return nothing; // a code that did not exist is said by its own rule
  const deciding = new Set(cell.because.map(({ id }) => id));
  const valued = cell.statements.filter(({ id }) => deciding.has(id));
  return found({
    rule: 'COVERAGE',
    severity: severities[cell.state],
    line: line.index,
    message: `${evidence.payerLabel} on ${lastPart(line.codeId)}: ${valued.map((row) => row.summary).join(' / ')}`,
    fix: fixes[cell.state],
    because: valued.map(({ id }) => id),
  });
};
