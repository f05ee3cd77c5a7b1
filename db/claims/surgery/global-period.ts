/**
 * No visit lies in the global period of an operation on the claim without a modifier that says why. Operations on other
 * claims are not known, nor whether one clinician did both; procedures after an operation are left open.
 */

import { lastPart } from '../../kit/id-parts.ts';
import {
  billingRuleOn,
  type Claim,
  type ClaimLine,
  type Evidence,
  type Finding,
  type Judgement,
  nothing,
  type Rule,
  unjudged,
} from '../claim.ts';
import { feeRow, isByFeeSchedule, noFeeRow } from '../fee-row.ts';

const rule = 'GLOBAL_PERIOD';
const ruleId = 'BillingRule:billing/global-period';
/** The section of the code book, by the same billing rule. */
const visits = { first: '99202', last: '99499' } as const;

/** Days of the period before and after the day of the operation (RVU25D.pdf, record layout). */
const periods: Readonly<Record<string, { readonly before: number; readonly after: number }>> = {
  '000': { before: 0, after: 0 },
  '010': { before: 0, after: 10 },
  '090': { before: 1, after: 90 },
};
/** The widest: a visit outside of it is in no period. */
const widest = { before: 1, after: 90 };
/** The concept does not apply, or the code is in the period of the service that it goes with. */
const without: ReadonlySet<string> = new Set(['XXX', 'ZZZ']);
const forProcedures = ['58', '78', '79'];

const isVisit = ({ codeId }: ClaimLine) =>
  codeId.startsWith('BillingCode:CPT:') &&
  lastPart(codeId) >= visits.first &&
  lastPart(codeId) <= visits.last;

/** How many days a line is after another. */
const daysAfter = (line: ClaimLine, operation: ClaimLine) =>
  Math.round((Date.parse(line.dateOfService) - Date.parse(operation.dateOfService)) / 86_400_000);

const isWithin = (days: number, { before, after }: typeof widest) => days >= -before && days <= after;

/** The modifiers with which a visit is paid for itself, so many days after an operation. */
function modifiersFor(days: number, isMajor: boolean): readonly string[] {
  if (days > 0) return ['24'];
  if (days < 0) return ['57'];
  return isMajor ? ['57', '25'] : ['25'];
}

export const globalPeriod: Rule = (line, claim, evidence) => {
  if (!isByFeeSchedule(claim, evidence)) return ofAnother(line, claim);
  const near = operationsNear(line, claim);
  const judged = near.map((operation) => besideOperation(line, operation, evidence));
  const findings = new Map(judged.flatMap((each) => each.findings.map((one) => [one.message, one])));
  const reasons = new Set(judged.flatMap(({ notChecked }) => notChecked.map(({ reason }) => reason)));
  return {
    findings: [...findings.values()],
    notChecked: [...reasons].flatMap((reason) => unjudged(rule, line, reason).notChecked),
  };
};

/** The other lines that may be operations in whose period the line lies, in the order of their codes and days. */
function operationsNear(line: ClaimLine, { lines }: Claim): readonly ClaimLine[] {
  const others = lines.filter(
    (other) =>
      other.index !== line.index &&
      other.codeId !== line.codeId &&
      !isVisit(other) &&
      isWithin(daysAfter(line, other), widest),
  );
  const order = ({ codeId, dateOfService }: ClaimLine) => `${codeId} ${dateOfService}`;
  return others.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** A claim that the fee schedule of Medicare does not judge. */
function ofAnother(line: ClaimLine, claim: Claim): Judgement {
  return isVisit(line) && operationsNear(line, claim).length > 0
    ? unjudged(
        rule,
        line,
        'Global periods are those of Medicare for professional claims; those that this claim is judged by are not known.',
      )
    : nothing;
}

function besideOperation(line: ClaimLine, operation: ClaimLine, evidence: Evidence): Judgement {
  const fee = feeRow(operation, evidence);
  const days = daysAfter(line, operation);
  if (!isVisit(line)) return procedureAfter(line, operation, evidence);
  if (!fee) return unjudged(rule, line, noFeeRow(operation));
  if (without.has(fee.globalDays)) return nothing;
  const [code, done] = [lastPart(line.codeId), lastPart(operation.codeId)];
  const meaning = evidence.meanings.get(`global/${fee.globalDays}`);
  const period = periods[fee.globalDays];
  if (!period || !meaning)
    return unjudged(
      rule,
      line,
      `${done} of ${operation.dateOfService} has global days ${fee.globalDays}${meaning ? `: ${meaning.meaning}` : ', the meaning of which no source that was read gives.'} Whether ${code} lies in its period is not known here.`,
    );
  if (!isWithin(days, period)) return nothing;
  const paidWith = modifiersFor(days, period.before > 0);
  if (line.modifiers.some((modifier) => paidWith.includes(modifier))) return nothing;
  const billing = billingRuleOn(line.dateOfService, ruleId, evidence);
  if (!billing)
    return unjudged(
      rule,
      line,
      `No source that was read by then says with which modifiers a visit in the global period of ${done} is paid.`,
    );
  const when =
    days > 0 ? `${days} day${days === 1 ? '' : 's'} after` : `on the day ${days < 0 ? 'before' : 'of'}`;
  const finding: Finding = {
    rule,
    severity: 'WARNING',
    line: line.index,
    message: `${code} is ${when} ${done} (${operation.dateOfService}, global days ${fee.globalDays}) and has no modifier ${paidWith.join(' or ')}. ${meaning.meaning}`,
    fix: `Leave the visit out where the clinician or group that operated made it; where it was for something else, add ${paidWith.join(' or ')}.`,
    because: [fee.id, meaning.id, billing.id],
  };
  return { findings: [finding], notChecked: [] };
}

/** A procedure in the days after another operation: whether it belongs to that one is not on the claim. */
function procedureAfter(line: ClaimLine, operation: ClaimLine, evidence: Evidence): Judgement {
  const days = daysAfter(line, operation);
  const [own, before] = [feeRow(line, evidence), feeRow(operation, evidence)];
  const period = before && periods[before.globalDays];
  if (!own || !periods[own.globalDays] || !period || days <= 0 || !isWithin(days, period)) return nothing;
  if (line.modifiers.some((modifier) => forProcedures.includes(modifier))) return nothing;
  return unjudged(
    rule,
    line,
    `${lastPart(line.codeId)} is a procedure ${days} days after ${lastPart(operation.codeId)} (global days ${before.globalDays}); whether it was planned (58), a return to the operating room (78) or unrelated (79) is not on the claim.`,
  );
}
