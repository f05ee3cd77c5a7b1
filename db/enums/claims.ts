/** Closed lists about claims. */

import { list } from '../kit/enums.ts';

export const ClaimForm = list('ClaimForm', 'The kind of claim.', {
  PROFESSIONAL_837P_CMS1500: 'Professional claim (837P, CMS-1500).',
  INSTITUTIONAL_837I_UB04: 'Institutional claim (837I, UB-04).',
});

export const ClaimVerdict = list('ClaimVerdict', 'The result of a claim check.', {
  NO_FINDINGS: 'Everything that could be judged was, and nothing was found. `notChecked` is empty.',
  FINDINGS: 'At least one finding of severity ERROR or WARNING.',
  CANNOT_TELL: 'No such finding, but something could not be judged; see `notChecked`.',
});

export const FindingSeverity = list('FindingSeverity', 'How serious a finding is.', {
  ERROR: 'By the rules cited, the line would not be paid as billed.',
  WARNING: 'Likely trouble, or a condition that the claim does not show to be met.',
  INFO: 'Worth knowing.',
});

export const ClaimRule = list('ClaimRule', 'A rule of the claim check.', {
  CODE_VALIDITY: 'The code and its modifiers exist and are valid on the date of service.',
  MODIFIER_VS_PCTC_INDICATOR: 'Modifiers 26 and TC fit the PC/TC indicator.',
  MISSING_COMPONENT_MODIFIER:
    'A code that splits by modifier carries 26 in a facility on a professional claim.',
  ADD_ON_CODE: 'An add-on code is billed with a primary procedure of the day.',
  CODE_PAIR_EDIT: 'No procedure-to-procedure edit bars two codes of one day.',
  GLOBAL_AND_COMPONENT:
    'The whole service and its parts are not billed together, by codes of their own or by modifiers 26 and TC.',
  UNITS_OVER_LIMIT: 'Units stay within the medically unlikely edit.',
  DUPLICATE_LINE: 'No line repeats another of the day without a modifier that says why.',
  GLOBAL_PERIOD:
    'No visit lies in the global period of an operation on the claim without a modifier that says why.',
  BILATERAL: 'Modifier 50, or RT and LT, fit the bilateral indicator.',
  ASSISTANT_AT_SURGERY: 'Modifiers 80, 81, 82 and AS fit the assistant indicator.',
  CO_SURGEONS: 'Modifier 62 fits the co-surgeon indicator.',
  TEAM_SURGERY: 'Modifier 66 fits the team indicator.',
  MULTIPLE_PROCEDURES: 'No line is paid less because of another of the day.',
  PAYMENT_STATUS: 'The Medicare fee schedule pays the code separately.',
  PLACE_OF_SERVICE: 'The place of service and the payment system allow the code.',
  DIAGNOSIS: 'The diagnoses are billable and supported by the policy of the payer.',
  FREQUENCY: 'Enough time has passed since the last service.',
  COVERAGE: 'The payer covers the component.',
  PRIOR_AUTHORIZATION: 'Prior authorization is not needed.',
  DATE_OF_SERVICE: 'The date of service can be judged.',
});
