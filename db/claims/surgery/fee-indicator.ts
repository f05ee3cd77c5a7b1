/** What the rules have in common that hold modifiers of a line against one indicator of its fee-schedule row. */

import { lastPart } from '../../kit/id-parts.ts';
import {
  type Claim,
  type ClaimLine,
  type Finding,
  found,
  type NotChecked,
  nothing,
  type Rule,
  unjudged,
} from '../claim.ts';
import { feeRow, isByFeeSchedule, noFeeRow } from '../fee-row.ts';

/** What a value of the indicator makes of the modifiers: they pass, they are found, or it takes what no claim has. */
type Outcome =
  | 'PASSES'
  | { readonly severity: Finding['severity']; readonly fix: string }
  | { readonly open: string };

interface FeeIndicator {
  readonly rule: NotChecked['rule'];
  /** Its name in messages. */
  readonly called: string;
  /** Its column, and its field among the meanings of indicators. */
  readonly column: 'bilateralSurgery' | 'assistantSurgery' | 'coSurgeons' | 'teamSurgery';
  readonly field: string;
  /** The modifiers of the line that it speaks of; none where it has nothing to say. */
  readonly used: (line: ClaimLine, claim: Claim) => readonly string[];
  /** By the values of the record layout (RVU25D.pdf); one that is not among them is left open. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** What it makes of some modifiers otherwise. */
  readonly except?: (value: string, modifiers: readonly string[]) => Outcome | undefined;
}

/** The rule that an indicator makes. */
export function byFeeIndicator({ rule, called, column, field, used, outcomes, except }: FeeIndicator): Rule {
  return (line, claim, evidence) => {
    const modifiers = used(line, claim);
    if (modifiers.length === 0) return nothing;
    if (!isByFeeSchedule(claim, evidence))
      return unjudged(
        rule,
        line,
        `The ${called} indicator is that of Medicare for professional claims; what this claim is judged by is not known.`,
      );
    const fee = feeRow(line, evidence);
    if (!fee) return unjudged(rule, line, noFeeRow(line));
    const value = fee[column];
    const meaning = evidence.meanings.get(`${field}/${value}`);
    const outcome = except?.(value, modifiers) ?? outcomes[value];
    if (!meaning || !outcome)
      return unjudged(
        rule,
        line,
        `No source that was read gives the meaning of ${called} indicator ${value}.`,
      );
    if (outcome === 'PASSES') return nothing;
    const head = `${lastPart(line.codeId)} with ${modifiers.join(' and ')}: ${called} indicator ${value} on the Medicare fee schedule. ${meaning.meaning}`;
    if ('open' in outcome) return unjudged(rule, line, `${head} ${outcome.open}`);
    return found({ rule, line: line.index, message: head, because: [fee.id, meaning.id], ...outcome });
  };
}
