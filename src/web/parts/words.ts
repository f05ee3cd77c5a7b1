/** How the page says what the graph says: a value of the schema that has no words here does not compile. */

import type {
  AmountKind,
  CareSetting,
  CoverageCellState,
  EvidenceLevel,
  LineOfBusiness,
  PayerKind,
  PriorAuthorizationAnswerState,
  SourceRole,
  UnknownReason,
} from '../graph/graphql.ts';

/** What a state is called, and what it means. */
interface StateWords {
  readonly name: string;
  readonly meaning: string;
}

/** The states of a cell. */
export const states: Readonly<Record<CoverageCellState, StateWords>> = {
  COVERED: { name: 'Covered', meaning: 'Every best statement says covered.' },
  CONDITIONAL: { name: 'Conditional', meaning: 'Covered when stated conditions are met.' },
  NOT_COVERED: { name: 'Not covered', meaning: 'Every best statement says not covered.' },
  INDETERMINATE: { name: 'Left open', meaning: 'The payer itself leaves it open.' },
  CONFLICTING: { name: 'Conflicting', meaning: 'Sources that hold on the day differ.' },
  UNKNOWN: {
    name: 'Unknown',

    meaning: 'No source that was read answers it for that day. That is not the same as not covered.',
  },
  NOT_APPLICABLE: {
    name: 'No such code',

    meaning: 'No code of the component existed on that day.',
  },
};

/** Why something is not known, to follow "the reason". */
export const reasons: Readonly<Record<UnknownReason, string>> = {
  NOT_STATED_IN_SOURCE: 'the source was read and does not say',
  POLICY_SILENT_ON_CODE: 'the policy was read and is silent on the code',
  POLICY_TEXT_NOT_SEEN: 'the text that would answer could not be read',
  NO_POLICY_FOUND: 'no policy of the payer was found',
  NOT_APPLICABLE_IN_SETTING: 'the question has no meaning in this setting',
  NOT_STATED_IN_QUESTION: 'the question leaves out what decides it',
  NOT_PRICED_UNDER_SCHEDULE: 'the schedule sets no amount',
  SOURCE_LICENSED_OR_PAYWALLED: 'the source is licensed or behind a paywall',
  SOURCES_CONFLICT: 'sources conflict and none has precedence',
  NO_RELEASE_READ: 'no release that covers the day was read',
  STATED_FOR_OTHER_DAYS: 'it is stated for other days only',
  NOT_YET_REVIEWED: 'not yet looked at',
};

/** For which other days something is stated, in words; empty where for none. */
export function nearest({ nearestBefore, nearestAfter }: Nearest): string {
  const days = [nearestBefore && `up to ${nearestBefore}`, nearestAfter && `from ${nearestAfter} on`];
  const known = days.filter(Boolean).join(' and ');
  return known && `Something is stated ${known}.`;
}

interface Nearest {
  readonly nearestBefore: string | null;
  readonly nearestAfter: string | null;
}

/** Lines of business. */
export const lines: Readonly<Record<LineOfBusiness, string>> = {
  COMMERCIAL: 'Commercial',
  MEDICARE_FFS: 'Medicare fee-for-service',
  MEDICARE_ADVANTAGE: 'Medicare Advantage',
  MEDICAID: 'Medicaid',
  TRICARE: 'TRICARE',
  WORKERS_COMPENSATION: "Workers' compensation",
  ANY_NOT_STATED: 'Line of business not stated',
};

/** Kinds of payers that decide; of payers that only price files name, no policy was looked for. */
export const kinds: Readonly<Partial<Record<PayerKind, string>>> = {
  NATIONAL_COMMERCIAL: 'National commercial',
  MEDICARE_FFS: 'Medicare',
  MEDICARE_CONTRACTOR: 'Medicare contractors',
  ASSOCIATION: 'Associations, shown by their licensees',
  BLUE_LICENSEE: 'Blue licensees',
  MEDICAID: 'Medicaid',
  TRICARE: 'TRICARE',
  WORKERS_COMPENSATION: "Workers' compensation",
};

/** Prior authorization, to follow its name. */
export const authorizations: Readonly<Record<PriorAuthorizationAnswerState, string>> = {
  NO_AUTH: 'not needed',
  AUTH_NEEDED: 'needed',
  CONDITIONAL: 'needed under stated conditions',
  INDETERMINATE: 'the payer says to ask',
  UNKNOWN: 'not known',
};

/** The role of a citation for its statement. */
export const roles: Readonly<Record<SourceRole, string>> = {
  PRIMARY_KNOWLEDGE_SOURCE: 'the text that was read',
  AGGREGATOR_KNOWLEDGE_SOURCE: 'read through',
  SUPPORTING_DATA_SOURCE: 'also says so',
};

/** How close what was read is to the authority: the word of its badge, and what that means. */
export const evidence: Readonly<Record<EvidenceLevel, { readonly name: string; readonly meaning: string }>> =
  {
    PRIMARY: { name: 'authority', meaning: 'The text of the one who decides was itself read.' },
    SECONDARY: {
      name: 'secondary',
      meaning: 'Read through a summary or report of others; the text of the one who decides was not seen.',
    },
  };

/** Kinds of money. */
export const amountKinds: Readonly<Record<AmountKind, string>> = {
  NEGOTIATED_RATE: 'negotiated rate',
  NEGOTIATED_PERCENTAGE: 'negotiated percentage',
  ALLOWED_AMOUNT: 'amount allowed on claims',
  PAID_AMOUNT: 'amount paid on claims',
  BILLED_CHARGE: 'gross charge',
  SELF_PAY_PRICE: 'cash price',
  FEE_SCHEDULE_AMOUNT: 'fee schedule',
};

/** Settings of a price. */
export const careSettings: Readonly<Record<CareSetting, string>> = {
  INPATIENT: 'inpatient',
  OUTPATIENT: 'outpatient',
  BOTH: 'inpatient and outpatient',
};

/** An amount in dollars. */
export const dollars = (amount: string | number): string =>
  Number(amount).toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** A day in words, such as 24 November 2026. */
export const dayInWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** How many there are of something. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Words as the beginning of a sentence. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
