/** Modifier 66 fits the team indicator of the fee schedule. */

import { byFeeIndicator } from './fee-indicator.ts';

export const teamSurgery = byFeeIndicator({
  rule: 'TEAM_SURGERY',
  called: 'team',
  column: 'teamSurgery',
  field: 'teamSurgery',
  used: ({ modifiers }) => modifiers.filter((modifier) => modifier === '66'),
  outcomes: {
    0: { severity: 'ERROR', fix: 'Bill the surgeons without 66.' },
    1: { severity: 'WARNING', fix: 'Send what shows the medical necessity of a team, and the report.' },
    2: { severity: 'INFO', fix: 'Send the report: the contractor sets the payment by it.' },
    9: { severity: 'WARNING', fix: 'Check the code: no team goes with it.' },
  },
});
