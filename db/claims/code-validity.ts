/** The code exists in this release and is valid on the date of service, and so are its modifiers where their dates are known. */

import { expectedOf, isCode } from '../codes/code-shapes.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  billingRuleOn,
  type ClaimLine,
  type Evidence,
  type Finding,
  found,
  type Judgement,
  type NotChecked,
  nothing,
  on,
  type Rule,
  unjudged,
} from './claim.ts';

const formOfCodes = 'BillingRule:billing/form-of-a-code';
const validModifier = 'Use a modifier that was valid on the date of service.';

/** The modifiers of the line that were not in their code set on the day: taken out, left out of a whole release, or not yet there. */
function modifiersNotValid(line: ClaimLine, { modifierValidity, release }: Evidence): readonly Finding[] {
  return line.modifiers.flatMap((modifier): readonly Finding[] => {
    const rows = modifierValidity.filter(({ modifierId }) => lastPart(modifierId) === modifier);
    const holding = on(line.dateOfService, rows);
    const isActive = ({ codeStatus }: Valid) => codeStatus === 'ACTIVE';
    if (holding.some(isActive) || !(holding.length > 0 || rows.some(isActive))) return [];
    const head = { rule: 'CODE_VALIDITY', severity: 'ERROR', line: line.index, fix: validModifier } as const;
    const [ended] = holding;
    const message = ended
      ? `Modifier ${modifier} was taken out of its code set from ${ended.validFrom ?? 'a day not known'}, before ${line.dateOfService}.`
      : `Modifier ${modifier} was not valid on ${line.dateOfService}; the statements of this release (${release}) have it valid ${spansOf(rows)}.`;
    return [{ ...head, message, because: (ended ? [ended] : rows).map(({ id }) => id) }];
  });
}

interface Valid {
  readonly codeStatus: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** When a code or modifier was active: `from 2015-01-01 to 2025-04-01`. */
function spansOf(rows: readonly Valid[]): string {
  const spans = rows
    .filter(({ codeStatus }) => codeStatus === 'ACTIVE')
    .map(({ validFrom, validTo }) => `${validFrom ?? '?'} to ${validTo ?? 'a day not known'}`)
    .join(', ');
  return spans ? `from ${spans}` : 'at no time';
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
    findings: [...findings, ...modifiersNotValid(line, evidence)],
    notChecked: [...notChecked, ...unknownModifiers(line, evidence)],
  };
};

/** A code that has the form of none: found where a source says which form they have, else left open. */
function ofNoForm(line: ClaimLine, code: string, evidence: Evidence): Judgement {
  const message = `${code} has the form of no billing code. Expected ${expectedOf('BILLING_CODE')}; modifiers have a place of their own on the line.`;
  const billing = billingRuleOn(line.dateOfService, formOfCodes, evidence);
  return billing
    ? found({
        rule: 'CODE_VALIDITY',
        severity: 'ERROR',
        line: line.index,
        message,
        fix: 'Give the code alone, as it was in its code set on the date of service.',
        because: [billing.id],
      })
    : unjudged('CODE_VALIDITY', line, message);
}

const validCode: Rule = (line, _claim, evidence) => {
  const code = lastPart(line.codeId);
  if (!isCode('BILLING_CODE', code) && !isCode('DENTAL_CODE', code)) return ofNoForm(line, code, evidence);
  if (!evidence.codes.has(line.codeId)) {
    return unjudged(
      'CODE_VALIDITY',
      line,
      `${code} is not among the codes of this release (${evidence.release}); whether it exists is not known here.`,
    );
  }
  const rows = evidence.validity.filter(({ codeId }) => codeId === line.codeId);
  const holding = on(line.dateOfService, rows);
  const active = holding.filter(({ codeStatus }) => codeStatus === 'ACTIVE');
  const confirmed = active.map(({ id }) => evidence.lastConfirmed(id, line.dateOfService));
  if (confirmed.includes(null)) return nothing;
  const last = confirmed.toSorted().at(-1);
  if (last)
    return unjudged(
      'CODE_VALIDITY',
      line,
      `${code} is valid by the last release that was read, which was published for the days up to ${last}: whether it still is on ${line.dateOfService} is not known here.`,
    );
  if (rows.length === 0)
    return unjudged('CODE_VALIDITY', line, `No statement says when ${code} was valid (${evidence.release}).`);
  return found({
    rule: 'CODE_VALIDITY',
    severity: 'ERROR',
    line: line.index,
    message: `${code} was not valid on ${line.dateOfService}; the statements of this release (${evidence.release}) have it valid ${spansOf(rows)}.`,
    fix: 'Use the code that was valid on the date of service.',
    because: rows.map(({ id }) => id),
  });
};
