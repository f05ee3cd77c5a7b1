/** The whole service and its parts are not billed together for one day: by codes of their own, or by modifiers 26 and TC. */

import { lastPart } from '../kit/id-parts.ts';
import {
  allowsComponentModifiers,
  type ClaimLine,
  found,
  type Judgement,
  noPcTc,
  nothing,
  on,
  pcTc,
  pcTcOf,
  type Rule,
  unjudged,
} from './claim.ts';

/** A part beside the whole, of a code that splits by modifier: 26 and TC on one line, or a part on another line of the day. */
const splitByModifier: Rule = (line, claim, evidence) => {
  const statement = pcTcOf(line, evidence);
  const partsOf = ({ modifiers }: ClaimLine) =>
    modifiers.filter((modifier) => evidence.componentModifiers.has(modifier));
  const code = lastPart(line.codeId);
  const own = new Set(partsOf(line));
  const parts = claim.lines.filter(
    ({ index, codeId, dateOfService }) =>
      index !== line.index && codeId === line.codeId && dateOfService === line.dateOfService,
  );
  const beside = own.size > 0 ? [] : [...new Set(parts.flatMap(partsOf))].sort();
  if (own.size < 2 && beside.length === 0) return nothing;
  if (!statement) return unjudged('GLOBAL_AND_COMPONENT', line, noPcTc(line));
  if (!allowsComponentModifiers(evidence, statement)) return nothing; // found by the rule on the modifiers themselves
  const meaning = evidence.meanings.get(pcTc(statement.indicator));
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
  return found(
    ...beside.map((modifier) => ({
      ...finding,
      message: `${code} without a component modifier is the whole service, of which ${code}-${modifier} is a part.`,
      fix: `Bill ${code} alone, or the parts that were done.`,
    })),
  );
};

export const globalAndComponent: Rule = (line, claim, evidence) => {
  const byCode = standAloneParts(line, claim, evidence);
  const byModifier = splitByModifier(line, claim, evidence);
  return {
    findings: [...byCode.findings, ...byModifier.findings],
    notChecked: [...byCode.notChecked, ...byModifier.notChecked],
  };
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
  const judged = partCodes.map((partId): Judgement => {
    const indicators = on(line.dateOfService, evidence.indicators)
      .filter(({ codeId }) => codeId === line.codeId || codeId === partId)
      .map(({ id }) => id);
    const because = [...new Set([...indicators, ...(proposed?.because ?? [])])];
    if (because.length === 0) return unjudged('GLOBAL_AND_COMPONENT', line, noPcTc(line)); // nothing can be cited
    const reviewed = proposed
      ? ' That follows from the sums of the fee schedule and was reviewed by nobody.'
      : '';
    return found({
      rule: 'GLOBAL_AND_COMPONENT',
      severity: proposed ? 'WARNING' : 'ERROR',
      line: line.index,
      message: `${lastPart(line.codeId)} stands for the whole service, of which ${lastPart(partId)} is a part.${reviewed}`,
      fix: `Bill ${lastPart(line.codeId)} alone, or the parts that were done.`,
      because,
    });
  });
  return {
    findings: judged.flatMap(({ findings }) => findings),
    notChecked: judged.flatMap(({ notChecked }) => notChecked).slice(0, 1), // one reason for all parts
  };
};
