/** The code exists in this release and is valid on the date of service. */

import { found, nothing, on, type Rule, unjudged, written } from '../claim.ts';

export const codeValidity: Rule = (line, _claim, evidence) => {
  const code = written(line.codeId);
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
