/** The whole service and its parts are not billed together for one day: by codes of their own, or by modifiers 26 and TC. */

import { lastPart } from '../kit/id-parts.ts';
import {
  allowsComponentModifiers,
  type ClaimLine,
  type Finding,
  found,
  nothing,
  on,
  type Rule,
} from './claim.ts';

/** A part beside the whole, of a code that splits by modifier: 26 and TC on one line, or a part on another line of the day. */
const splitByModifier: Rule = (line, claim, evidence) => {
  const [statement] = on(line.dateOfService, evidence.indicators).filter(
    ({ codeId }) => codeId === line.codeId,
  );
  if (!statement || !allowsComponentModifiers(evidence, statement)) return nothing;
  const partsOf = ({ modifiers }: ClaimLine) =>
    modifiers.filter((modifier) => evidence.componentModifiers.has(modifier));
  const code = lastPart(line.codeId);
  const own = new Set(partsOf(line));
  const meaning = evidence.indicatorMeanings.get(statement.indicator.slice(-1));
  const finding = {
    rule: 'GLOBAL_AND_COMPONENT',
    severity: 'ERROR',
    line: line.index,
    because: [statement.id, ...(meaning ? [meaning.id] : [])],
  } as const;
  if (own.size > 1)
    return found({
      ...finding,
      message: `${code} has ${[...own].join(' and ')} on one line: the two parts together are the whole service.`,
      fix: `Bill ${code} without either, or a line for each part that was done.`,
    });
  if (own.size > 0) return nothing;
  const parts = claim.lines.filter(
    ({ index, codeId, dateOfService }) =>
      index !== line.index && codeId === line.codeId && dateOfService === line.dateOfService,
  );
  const modifiers = [...new Set(parts.flatMap(partsOf))].sort();
  return found(
    ...modifiers.map((modifier) => ({
      ...finding,
      message: `${code} without a component modifier is the whole service, of which ${code}-${modifier} is a part.`,
      fix: `Bill ${code} alone, or the parts that were done.`,
    })),
  );
};

export const globalAndComponent: Rule = (line, claim, evidence) => {
  const byCode = standAloneParts(line, claim, evidence);
  const byModifier = splitByModifier(line, claim, evidence);
  return found(...byCode.findings, ...byModifier.findings);
};

const standAloneParts: Rule = (line, claim, evidence) => {
  const proposed = evidence.proposed.get(line.dateOfService)?.get(line.codeId);
  const componentOf = (codeId: string) =>
    evidence.standAlone.get(codeId) ?? evidence.proposed.get(line.dateOfService)?.get(codeId);
  const own = componentOf(line.codeId);
  if (own?.role !== 'GLOBAL') return found();
  const parts = claim.lines.filter(({ index, codeId, dateOfService }) => {
    const other = componentOf(codeId);
    return (
      index !== line.index &&
      dateOfService === line.dateOfService &&
      other?.familyId === own.familyId &&
      other.role !== 'GLOBAL'
    );
  });
  const partCodes = [...new Set(parts.map(({ codeId }) => codeId))].sort();
  const findings = partCodes.flatMap((partId): Finding[] => {
    const indicators = on(line.dateOfService, evidence.indicators)
      .filter(({ codeId }) => codeId === line.codeId || codeId === partId)
      .map(({ id }) => id);
    const because = [...new Set([...indicators, ...(proposed?.because ?? [])])];
    if (because.length === 0) return []; // without an indicator in force nothing can be cited
    const reviewed = proposed
      ? ' That follows from the sums of the fee schedule and was reviewed by nobody.'
      : '';
    return [
      {
        rule: 'GLOBAL_AND_COMPONENT',
        severity: proposed ? 'WARNING' : 'ERROR',
        line: line.index,
        message: `${lastPart(line.codeId)} stands for the whole service, of which ${lastPart(partId)} is a part.${reviewed}`,
        fix: `Bill ${lastPart(line.codeId)} alone, or the parts that were done.`,
        because,
      },
    ];
  });
  return found(...findings);
};
