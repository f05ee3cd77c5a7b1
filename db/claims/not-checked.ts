/** What a claim check left open, as a sentence for a person: the line, what was not checked, and why. */

import { small } from '../coverage/summary-words.ts';
import { UnknownReason, type ValueOf } from '../enums/index.ts';
import { type NearestDays, nearestInWords } from '../history/other-days.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { ClaimLine, NotChecked } from './claim.ts';

/** What each rule checks, to follow "whether". */
const questions: Readonly<Record<NotChecked['rule'], string>> = {
  CODE_VALIDITY: 'the code and its modifiers are valid on the day',
  MODIFIER_VS_PCTC_INDICATOR: 'the code takes modifiers 26 and TC',
  MISSING_COMPONENT_MODIFIER: 'modifier 26 is missing in a facility',
  ADD_ON_CODE: 'an add-on code is billed without its primary procedure',
  CODE_PAIR_EDIT: 'an edit bars the code beside another of the day',
  GLOBAL_AND_COMPONENT: 'the whole service and a part of it are billed together',
  UNITS_OVER_LIMIT: 'the units are over the limit',
  DUPLICATE_LINE: 'the line repeats another',
  GLOBAL_PERIOD: 'the line belongs to the global period of an operation',
  BILATERAL: 'the code may be billed for both sides',
  ASSISTANT_AT_SURGERY: 'an assistant at surgery is paid for the code',
  CO_SURGEONS: 'two surgeons are paid for the code',
  TEAM_SURGERY: 'a team of surgeons is paid for the code',
  MULTIPLE_PROCEDURES: 'the line is paid less because of another of the day',
  PAYMENT_STATUS: 'the code is paid separately',
  PLACE_OF_SERVICE: 'the place of service allows the code',
  DIAGNOSIS: 'the diagnoses can be billed and support the code',
  FREQUENCY: 'enough time has passed since the last service',
  COVERAGE: 'the payer covers the service',
  PRIOR_AUTHORIZATION: 'prior authorization is needed',
  DATE_OF_SERVICE: 'the claim holds on a day to come',
};

/** The sentence on something that was not checked on a line of a claim. */
export function notCheckedInWords({ rule, reason }: NotChecked, line: ClaimLine): string {
  const billed = [lastPart(line.codeId), ...line.modifiers].join('-');
  return `Line ${line.index + 1}, ${billed}: whether ${questions[rule]} was not checked. ${reason}`;
}

/** Why something is not known, to follow a colon; with the nearest days where it is stated for others than that of the line. */
export function whyUnknown(reason: ValueOf<typeof UnknownReason>, nearest: NearestDays | null): string {
  return nearest
    ? `nothing that was read states it for the day. ${nearestInWords(nearest)}`
    : small(UnknownReason.values[reason]);
}
