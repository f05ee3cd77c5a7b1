/** Modifier 50, or RT and LT, fit the bilateral indicator of the fee schedule. */

import type { Claim, ClaimLine } from '../claim.ts';
import { byFeeIndicator } from './fee-indicator.ts';

const asOne = {
  severity: 'WARNING',
  fix: 'Bill one line without 50, RT and LT; where another code is for both sides, bill that one.',
} as const;

/** 50, or both sides: on the line, or on it and another of the code and day. */
function bothSides(line: ClaimLine, claim: Claim): readonly string[] {
  if (line.modifiers.includes('50')) return ['50'];
  const same = claim.lines.filter(
    ({ codeId, dateOfService }) => codeId === line.codeId && dateOfService === line.dateOfService,
  );
  const has = (side: string) => same.some(({ modifiers }) => modifiers.includes(side));
  const isOfSide = line.modifiers.includes('RT') || line.modifiers.includes('LT');
  return isOfSide && has('RT') && has('LT') ? ['RT', 'LT'] : [];
}

export const bilateral = byFeeIndicator({
  rule: 'BILATERAL',
  called: 'bilateral',
  column: 'bilateralSurgery',
  field: 'bilateral',
  used: bothSides,
  outcomes: {
    0: asOne,
    1: 'PASSES',
    2: asOne,
    3: 'PASSES',
    9: { severity: 'WARNING', fix: 'Bill the code without 50: it has no sides.' },
  },
  // Supplies and devices are billed by side, though the concept of surgery on both does not apply to them.
  except: (value, [first]) => (value === '9' && first !== '50' ? 'PASSES' : undefined),
});
