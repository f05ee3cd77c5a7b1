/** Modifiers 26 and TC fit the PC/TC indicator: with 0, 2, 3, 4 and 5 neither can be used. */

import { found, nothing, on, type Rule, unjudged, written } from './claim.ts';

const ruledOut = new Set([
  'PHYSICIAN_SERVICE_0',
  'PROFESSIONAL_COMPONENT_ONLY_2',
  'TECHNICAL_COMPONENT_ONLY_3',
  'GLOBAL_TEST_ONLY_4',
  'INCIDENT_TO_5',
]);

export const modifierVsPcTcIndicator: Rule = (line, _claim, evidence) => {
  const used = line.modifiers.filter((modifier) => modifier === '26' || modifier === 'TC');
  if (used.length === 0) return nothing;
  const [statement] = on(line.dateOfService, evidence.indicators).filter(
    ({ codeId }) => codeId === line.codeId,
  );
  if (!statement) {
    return unjudged(
      'MODIFIER_VS_PCTC_INDICATOR',
      line,
      `No release that was read gives a PC/TC indicator for ${written(line.codeId)} on ${line.dateOfService}.`,
    );
  }
  if (!ruledOut.has(statement.indicator)) return nothing;
  const rules = on(line.dateOfService, evidence.modifierRules).filter(
    ({ codeId, effect }) => codeId === line.codeId && effect === 'NOT_ALLOWED',
  );
  return found(
    ...used.map((modifier) => ({
      rule: 'MODIFIER_VS_PCTC_INDICATOR' as const,
      severity: 'ERROR' as const,
      line: line.index,
      message: `${written(line.codeId)} has PC/TC indicator ${statement.indicator.slice(-1)}, with which modifier ${modifier} cannot be used: the code itself names the component.`,
      fix: `Bill ${written(line.codeId)} without ${modifier}.`,
      because: [
        statement.id,
        ...rules.filter(({ modifierId }) => written(modifierId) === modifier).map(({ id }) => id),
      ],
    })),
  );
};
