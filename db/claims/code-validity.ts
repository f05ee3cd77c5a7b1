/** The code exists in this release and is valid on the date of service, and so are its modifiers where their dates are known. */

import { expectedOf, isCode } from '../codes/code-shapes.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  type ClaimLine,
  type Evidence,
  type Finding,
  found,
  type NotChecked,
  nothing,
  on,
  type Rule,
  unjudged,
} from './claim.ts';

/** The modifiers of the line that had been taken out by the day. */
function endedModifiers(line: ClaimLine, { modifierValidity }: Evidence): readonly Finding[] {
  return on(line.dateOfService, modifierValidity)
    .filter(
      ({ codeStatus, modifierId }) =>
        codeStatus !== 'ACTIVE' && line.modifiers.includes(lastPart(modifierId)),
    )
    .map((ended) => ({
      rule: 'CODE_VALIDITY',
      severity: 'ERROR',
      line: line.index,
      message: `Modifier ${lastPart(ended.modifierId)} was taken out of its code set from ${ended.validFrom ?? 'a day not known'}, before ${line.dateOfService}.`,
      fix: 'Use a modifier that was valid on the date of service.',
      because: [ended.id],
    }));
}

/** The modifiers of the line that this release does not have: an unknown one never passes. */
function unknownModifiers(line: ClaimLine, { modifiers, release }: Evidence): readonly NotChecked[] {
  return line.modifiers
    .filter((modifier) => !modifiers.has(modifier))
    .map((modifier) => ({
      rule: 'CODE_VALIDITY',
      line: line.index,
      reason: `Modifier ${modifier} is not among the modifiers of this release (${release}); whether it exists is not known here.`,
    }));
}

export const codeValidity: Rule = (line, claim, evidence) => {
  const { findings, notChecked } = validCode(line, claim, evidence);
  return {
    findings: [...findings, ...endedModifiers(line, evidence)],
    notChecked: [...notChecked, ...unknownModifiers(line, evidence)],
  };
};

const validCode: Rule = (line, _claim, evidence) => {
  const code = lastPart(line.codeId);
  if (!isCode('BILLING_CODE', code) && !isCode('DENTAL_CODE', code))
    return unjudged(
      'CODE_VALIDITY',
      line,
      `${code} has the form of no billing code. Expected ${expectedOf('BILLING_CODE')}; modifiers have a place of their own on the line.`,
    );
  if (!evidence.codes.has(line.codeId)) {
    return unjudged(
      'CODE_VALIDITY',
      line,
      `${code} is not among the codes of this release (${evidence.release}); whether it exists is not known here.`,
    );
  }
  const rows = evidence.validity.filter(({ codeId }) => codeId === line.codeId);
  const holding = on(line.dateOfService, rows);
  if (holding.some(({ codeStatus }) => codeStatus === 'ACTIVE')) return nothing;
  if (rows.length === 0)
    return unjudged('CODE_VALIDITY', line, `No statement says when ${code} was valid (${evidence.release}).`);
  const spans = rows
    .filter(({ codeStatus }) => codeStatus === 'ACTIVE')
    .map(({ validFrom, validTo }) => `${validFrom ?? '?'} to ${validTo ?? 'a day not known'}`)
    .join(', ');
  return found({
    rule: 'CODE_VALIDITY',
    severity: 'ERROR',
    line: line.index,
    message: `${code} was not valid on ${line.dateOfService}; the statements of this release (${evidence.release}) have it valid ${spans ? `from ${spans}` : 'at no time'}.`,
    fix: 'Use the code that was valid on the date of service.',
    because: rows.map(({ id }) => id),
  });
};
