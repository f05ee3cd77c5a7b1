/** Modifier 62 fits the co-surgeon indicator of the fee schedule. */

import { byFeeIndicator } from './fee-indicator.ts';

export const coSurgeons = byFeeIndicator({
  rule: 'CO_SURGEONS',
  called: 'co-surgeon',
  column: 'coSurgeons',
  field: 'coSurgeons',
  used: ({ modifiers }) => modifiers.filter((modifier) => modifier === '62'),
  outcomes: {
    0: { severity: 'ERROR', fix: 'Bill one surgeon, or the second one as an assistant where that is paid.' },
    1: { severity: 'WARNING', fix: 'Send what shows the medical necessity of two surgeons.' },
    2: { open: 'Whether the two are of different specialties is not on the claim.' },
    9: { severity: 'WARNING', fix: 'Check the code: no second surgeon goes with it.' },
  },
});
