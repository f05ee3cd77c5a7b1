/** An add-on code is billed with a primary procedure of the same day, by the NCCI add-on code edits. */

import { lastPart } from '../kit/id-parts.ts';
import { asRead, found, isMedicare, nothing, on, type Rule, unjudged } from './claim.ts';

/** Global days of add-on codes in the fee schedule (RVU25D.pdf, record layout). */
const ofAddOnCodes = 'ZZZ';

export const addOnCode: Rule = (line, claim, evidence) => {
  const day = line.dateOfService;
  const code = lastPart(line.codeId);
  const edits = on(day, evidence.addOnEdits).filter(({ codeId }) => codeId === line.codeId);
  if (edits.length === 0) {
    const fee = on(day, evidence.fees).find(({ codeId }) => codeId === line.codeId);
    return fee?.globalDays === ofAddOnCodes
      ? unjudged(
          'ADD_ON_CODE',
          line,
          `${code} is an add-on code (global days ZZZ), and no table that was read names its primary procedures on ${day}.`,
        )
      : nothing;
  }
  if (!isMedicare(claim, evidence))
    return unjudged(
      'ADD_ON_CODE',
      line,
      'Add-on code edits are those of Medicare; rules of this payer are not known.',
    );
  const sameDay = claim.lines.filter(({ dateOfService }) => dateOfService === day);
  const primaries = new Set(edits.map(({ primaryId }) => primaryId));
  if (sameDay.some(({ codeId }) => primaries.has(codeId))) return nothing;
  const others = sameDay.filter(({ codeId }) => codeId !== line.codeId);
  // Where the contractor decides, another code of the day may be a primary.
  if (others.length > 0 && edits.some(({ editType }) => editType !== 'LISTED_PRIMARIES_1'))
    return unjudged(
      'ADD_ON_CODE',
      line,
      `The Medicare contractor decides which primary procedures ${code} goes with beside those that the table lists; none of these is on the claim.`,
    );
  const [first] = edits;
  return found({
    rule: 'ADD_ON_CODE',
    severity: 'ERROR',
    line: line.index,
    message: `${code} is an add-on code, and the claim has no primary procedure for it on ${day}.${first ? asRead(first) : ''}`,
    fix: 'Bill the primary procedure that it was done with, or the code of the whole service.',
    because: edits.slice(0, 10).map(({ id }) => id),
  });
};
