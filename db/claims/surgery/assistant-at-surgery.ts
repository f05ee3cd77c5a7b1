/** The modifiers of an assistant at surgery fit the assistant indicator of the fee schedule. */

import { byFeeIndicator } from './fee-indicator.ts';

const ofAssistants = ['80', '81', '82', 'AS'];

export const assistantAtSurgery = byFeeIndicator({
  rule: 'ASSISTANT_AT_SURGERY',
  called: 'assistant',
  column: 'assistantSurgery',
  field: 'assistant',
  used: ({ modifiers }) => modifiers.filter((modifier) => ofAssistants.includes(modifier)),
  outcomes: {
    0: { severity: 'WARNING', fix: 'Send what shows the medical necessity of an assistant.' },
    1: { severity: 'ERROR', fix: 'Do not bill an assistant for this code.' },
    2: 'PASSES',
    9: { severity: 'WARNING', fix: 'Check the code: no assistant goes with it.' },
  },
});
