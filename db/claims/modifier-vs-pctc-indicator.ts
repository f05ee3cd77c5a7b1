/** Component modifiers fit the PC/TC indicator: its meaning says with which values they can be used. */

import { lastPart } from '../kit/id-parts.ts';
import {
  allowsComponentModifiers,
  type Finding,
  found,
  noPcTc,
  nothing,
  on,
  pcTc,
  pcTcOf,
  type Rule,
  unjudged,
} from './claim.ts';

const rule = 'MODIFIER_VS_PCTC_INDICATOR';
/** Values whose meaning forbids TC alone: the test itself is paid otherwise (RVU25D.pdf, Attachment A). */
const withoutTechnical: ReadonlySet<string> = new Set(['6', '8']);
/** The value with which 26 bills the interpretation of a laboratory test. */
const interpreted = '6';
/** The value of codes that have no such parts. */
const notApplicable = '9';

export const modifierVsPcTcIndicator: Rule = (line, _claim, evidence) => {
  const used = line.modifiers.filter((modifier) => evidence.componentModifiers.has(modifier));
  if (used.length === 0) return nothing;
  const statement = pcTcOf(line, evidence);
  if (!statement) return unjudged(rule, line, noPcTc(line));
  const code = lastPart(line.codeId);
  const value = statement.indicator.slice(-1);
  const meaning = evidence.meanings.get(pcTc(statement.indicator));
  if (!meaning)
    return unjudged(rule, line, `No source that was read gives the meaning of PC/TC indicator ${value}.`);
  const rules = on(line.dateOfService, evidence.modifierRules).filter(
    ({ codeId, effect }) => codeId === line.codeId && effect === 'NOT_ALLOWED',
  );
  const finding = (modifier: string, severity: Finding['severity'], why: string): Finding => ({
    rule,
    severity,
    line: line.index,
    message: `${code} has PC/TC indicator ${value}, with which modifier ${modifier} ${why}`,
    fix: `Bill ${code} without ${modifier}.`,
    because: [
      statement.id,
      meaning.id,
      ...rules.filter(({ modifierId }) => lastPart(modifierId) === modifier).map(({ id }) => id),
    ],
  });
  const allowed = allowsComponentModifiers(evidence, statement);
  if (allowed === true) return nothing;
  if (allowed === false)
    return found(...used.map((modifier) => finding(modifier, 'ERROR', `cannot be used. ${meaning.meaning}`)));
  if (value === notApplicable)
    return found(
      ...used.map((modifier) => finding(modifier, 'WARNING', `means nothing. ${meaning.meaning}`)),
    );
  const isForbidden = (modifier: string) => modifier === 'TC' && withoutTechnical.has(value);
  const technical = used.filter(isForbidden);
  const open = used.filter((modifier) => !isForbidden(modifier) && value !== interpreted);
  return {
    findings: technical.map((modifier) => finding(modifier, 'ERROR', `cannot be used. ${meaning.meaning}`)),
    notChecked: open.map((modifier) => ({
      rule,
      line: line.index,
      reason: `${code} has PC/TC indicator ${value}, the meaning of which does not speak of modifier ${modifier}. ${meaning.meaning}`,
    })),
  };
};
