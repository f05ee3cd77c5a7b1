/** An add-on code is billed with a primary procedure of the same day, by the NCCI add-on code edits. */

import { lastPart } from '../kit/id-parts.ts';
import {
  asRead,
  type Claim,
  type ClaimLine,
  type Evidence,
  found,
  isMedicare,
  type Judgement,
  nothing,
  on,
  type Rule,
  unjudged,
} from './claim.ts';

/** Global days of add-on codes in the fee schedule (RVU25D.pdf, record layout). */
const ofAddOnCodes = 'ZZZ';

export const addOnCode: Rule = (line, claim, evidence) => {
  const day = line.dateOfService;
  const code = lastPart(line.codeId);
  const sameDay = claim.lines.filter(({ dateOfService }) => dateOfService === day);
  const edits = on(day, evidence.addOnEdits).filter(({ codeId }) => codeId === line.codeId);
  if (edits.length === 0) return byGlobalDays(line, sameDay, claim, evidence);
  if (!isMedicare(claim, evidence))
    return unjudged(
      'ADD_ON_CODE',
      line,
      'Add-on code edits are those of Medicare; rules of this payer are not known.',
    );
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

/** Where no add-on code edit names the code: what its global days say of it. */
function byGlobalDays(
  line: ClaimLine,
  sameDay: readonly ClaimLine[],
  claim: Claim,
  evidence: Evidence,
): Judgement {
  const { dateOfService: day, codeId } = line;
  if (evidence.addOnDays.has(day)) return nothing; // a table of the day has all add-on codes
  const code = lastPart(codeId);
  const [fee] = on(day, evidence.fees).filter((row) => row.codeId === codeId);
  if (!fee)
    return unjudged(
      'ADD_ON_CODE',
      line,
      `No table of add-on codes and no fee-schedule row of ${code} were read for ${day}: whether it is an add-on code is not known.`,
    );
  if (fee.globalDays !== ofAddOnCodes) return nothing;
  const meaning = evidence.meanings.get(`global/${ofAddOnCodes}`);
  const isAlone = sameDay.every((other) => other.codeId === codeId);
  if (!isAlone || !meaning || !isMedicare(claim, evidence))
    return unjudged(
      'ADD_ON_CODE',
      line,
      `${code} is an add-on code (global days ZZZ), and no table that was read names its primary procedures on ${day}.`,
    );
  return found({
    rule: 'ADD_ON_CODE',
    severity: 'WARNING',
    line: line.index,
    message: `${code} has global days ZZZ, and the claim has no other service on ${day}. ${meaning.meaning}`,
    fix: 'Bill it on the claim of the service that it goes with.',
    because: [fee.id, meaning.id],
  });
}
