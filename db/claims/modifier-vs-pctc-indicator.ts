/** Component modifiers fit the PC/TC indicator: its meaning says with which values they can be used. */

import { lastPart } from '../kit/id-parts.ts';
import { allowsComponentModifiers, found, nothing, on, type Rule, unjudged } from './claim.ts';

export const modifierVsPcTcIndicator: Rule = (line, _claim, evidence) => {
  const used = line.modifiers.filter((modifier) => evidence.componentModifiers.has(modifier));
  if (used.length === 0) return nothing;
  const [statement] = on(line.dateOfService, evidence.indicators).filter(
    ({ codeId }) => codeId === line.codeId,
  );
  if (!statement) {
    return unjudged(
      'MODIFIER_VS_PCTC_INDICATOR',
      line,
      `No release that was read gives a PC/TC indicator for ${lastPart(line.codeId)} on ${line.dateOfService}.`,
    );
  }
  if (allowsComponentModifiers(evidence, statement) !== false) return nothing;
  const rules = on(line.dateOfService, evidence.modifierRules).filter(
    ({ codeId, effect }) => codeId === line.codeId && effect === 'NOT_ALLOWED',
  );
  return found(
    ...used.map((modifier) => ({
      rule: 'MODIFIER_VS_PCTC_INDICATOR' as const,
      severity: 'ERROR' as const,
      line: line.index,
      message: `${lastPart(line.codeId)} has PC/TC indicator ${statement.indicator.slice(-1)}, with which modifier ${modifier} cannot be used: the code itself names the component.`,
      fix: `Bill ${lastPart(line.codeId)} without ${modifier}.`,
      because: [
        statement.id,
        ...rules.filter(({ modifierId }) => lastPart(modifierId) === modifier).map(({ id }) => id),
      ],
    })),
  );
};
