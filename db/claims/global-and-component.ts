/** The whole service and its parts are not billed together for one day, where they have codes of their own. */

import { lastPart } from '../kit/id-parts.ts';
import { type Finding, found, on, type Rule } from './claim.ts';

export const globalAndComponent: Rule = (line, claim, evidence) => {
  const own = evidence.standAlone.get(line.codeId);
  if (own?.role !== 'GLOBAL') return found();
  const parts = claim.lines.filter(({ index, codeId, dateOfService }) => {
    const other = evidence.standAlone.get(codeId);
    return (
      index !== line.index &&
      dateOfService === line.dateOfService &&
      other?.familyId === own.familyId &&
      other.role !== 'GLOBAL'
    );
  });
  const partCodes = [...new Set(parts.map(({ codeId }) => codeId))].sort();
  const findings = partCodes.flatMap((partId): Finding[] => {
    const because = on(line.dateOfService, evidence.indicators)
      .filter(({ codeId }) => codeId === line.codeId || codeId === partId)
      .map(({ id }) => id);
    if (because.length === 0) return []; // without an indicator in force nothing can be cited
    return [
      {
        rule: 'GLOBAL_AND_COMPONENT',
        severity: 'ERROR',
        line: line.index,
        message: `${lastPart(line.codeId)} stands for the whole service, of which ${lastPart(partId)} is a part.`,
        fix: `Bill ${lastPart(line.codeId)} alone, or the parts that were done.`,
        because,
      },
    ];
  });
  return found(...findings);
};
