/** Words for payers, policies, sources, changes and gaps: for the views of things, which are loaded when they are opened. */

import type {
  Cadence,
  ChangeKind,
  DatePrecision,
  GapProperty,
  PayerKind,
  PolicyEventKind,
  PolicyKind,
  SourceKind,
  SourceLevel,
  ValidityEnd,
} from '../graph/graphql.ts';
import { dayInWords } from './words.ts';

/** What a payer is. */
export const payerKinds: Readonly<Record<PayerKind, string>> = {
  NATIONAL_COMMERCIAL: 'A national commercial payer.',
  BLUE_LICENSEE: 'A licensee or affiliate of the Blue Cross Blue Shield Association. It decides for itself.',
  ASSOCIATION: 'An association of licensees. It decides nothing itself: its licensees do.',
  MEDICARE_FFS:
    'Medicare fee-for-service. It decides nationally; where no national rule does, its contractors decide.',
  MEDICARE_CONTRACTOR: 'A contractor of Medicare. It decides locally where no national rule does.',
  MEDICAID: 'Medicaid, CHIP or a managed Medicaid plan.',
  TRICARE: 'TRICARE.',
  WORKERS_COMPENSATION: "A workers' compensation programme.",
  ISSUER: 'A health insurance issuer that a price file names; nothing else was looked up about it.',
  GROUP_HEALTH_PLAN: 'A group health plan that a price file names; nothing else was looked up about it.',
  THIRD_PARTY_ADMINISTRATOR:
    'A third-party administrator that a price file names; nothing else was looked up about it.',
  REPORTING_ENTITY: 'It is named in a price file, which does not state what it is.',
};

/** What those that belong to a payer are called. */
export const membersOf: Readonly<Partial<Record<PayerKind, string>>> = {
  ASSOCIATION: 'Licensees, each of which decides for itself',
  MEDICARE_FFS: 'Contractors, which decide locally',
};

/** What a policy is. */
export const policyKinds: Readonly<Record<PolicyKind, string>> = {
  NCD: 'National coverage determination',
  BENEFIT_MANUAL: 'Medicare benefit policy manual',
  REGULATION: 'Regulation',
  LCD: 'Local coverage determination',
  ARTICLE: 'Billing and coding article',
  MEDICAL_POLICY: 'Medical policy',
  PAYMENT_POLICY: 'Payment policy or provider guidance',
  BENEFIT_SUMMARY: 'Summary of benefits',
};

/** What a source is. */
export const sourceKinds: Readonly<Record<SourceKind, string>> = {
  FEE_SCHEDULE: 'A release of a Medicare fee schedule, or rows of one',
  COVERAGE_DETERMINATION: 'A coverage determination, or the manual or regulation behind it',
  LOCAL_COVERAGE_ARTICLE: 'A billing and coding article of a Medicare contractor',
  COMMERCIAL_MEDICAL_POLICY: 'A medical policy published by a payer',
  PAYMENT_POLICY: 'A payment policy, transmittal or contractor page',
  POLICY_SUMMARY: "A third party's summary of a payer's policy",
  CODE_EDIT_FILE: 'A file of edits, unit limits or add-on codes',
  CODE_SET: 'A code set',
  AREA_FILE: 'A file of areas and where they lie',
  REPORT_PAGE: 'A published report on one billing code',
  TRADE_ARTICLE: 'A news, newsletter, blog or reference page',
  VENDOR_GUIDE: 'A page or guide of the maker',
  MACHINE_READABLE_RATE_FILE: 'A price file of a payer or hospital, or data made from such',
  STATUTE_OR_REGULATION: 'Law: statute, regulation, Federal Register',
  DEVICE_CLEARANCE: 'A clearance of a device',
  CLINICAL_LITERATURE: 'A journal article or guideline of a medical society',
  CLAIMS_DATASET: 'A data set of claims or use',
  CLAIMS_DIRECTORY: 'A list by which claims find their payer',
  COMPANY_FILING: 'What an insurer filed with a regulator',
};

/** What of a source was read. */
export const sourceLevels: Readonly<Record<SourceLevel, string>> = {
  OFFICIAL_FILE: 'The data file as its publisher publishes it was read.',
  OFFICIAL_PAGE: 'The page or document of the authority was read there.',
  PUBLISHER_DOCUMENT: 'The page or document was read at its publisher.',
  RELAY_OF_PUBLISHER: "The publisher's text or data was read in a copy that another keeps.",
  SECONDARY_REPORT: 'It is what another states of it, not the text of the one who decides.',
};

/** How often a source has to be read again. */
export const cadences: Readonly<Record<Cadence, string>> = {
  DAILY: 'every day',
  WEEKLY: 'every week',
  MONTHLY: 'every month',
  QUARTERLY: 'in every quarter of the calendar',
  YEARLY: 'every year',
  NEVER: 'not at all: a dated document that does not change',
  UNKNOWN: 'nobody has determined it',
};

/** What happened in the world. */
export const eventKinds: Readonly<Record<PolicyEventKind, string>> = {
  COVERAGE: 'Coverage policy',
  CODE: 'Code',
  PAYMENT: 'Payment',
  LAW: 'Statute',
  REGULATION: 'Regulation',
  TRANSMITTAL: 'Instruction to contractors',
  GUIDELINE: 'Clinical guideline',
  DEVICE: 'Device clearance',
  TOOL: 'Tool or data set',
};

/** What happened to a statement of this graph. */
export const changeKinds: Readonly<Record<ChangeKind, string>> = {
  CREATED: 'New statement',
  UPDATED: 'Statement changed or corrected',
  RETIRED: 'Statement withdrawn',
  RANK_CHANGED: 'Weighed anew',
  EDITION_ADDED: 'Edition read',
  SOURCE_REFRESHED: 'Source read again',
};

/** What is not known. */
export const gapProperties: Readonly<Record<GapProperty, string>> = {
  COVERAGE: 'Coverage',
  PRIOR_AUTHORIZATION: 'Prior authorization',
  DIAGNOSES: 'Diagnoses',
  PROVIDER_TAXONOMIES: 'Provider taxonomies',
  RATES: 'Rates',
  UTILIZATION: 'Use',
  DEFINITION: 'Definition',
  SERVICE_TYPE: 'Kind of service',
  SITES_OF_SERVICE: 'Sites',
  CLINICAL_CONTEXT: 'Clinical context',
  MODIFIERS: 'Modifiers',
  RELATED_CODES: 'Related codes',
  POLICY_UPDATES: 'Changes of policies',
  REPORT_DATA: 'Data of a report',
};

interface Days {
  readonly from: string | null;
  /** The first day after. */
  readonly to: string | null;
  readonly end: ValidityEnd;
}

const dayMs = 86_400_000;

/** The days on which something holds, in words. */
export function daysInWords({ from, to, end }: Days): string {
  const begin = from ? `from ${dayInWords(from)}` : 'beginning not known';
  if (to) return `${begin} to ${dayInWords(new Date(Date.parse(to) - dayMs).toISOString().slice(0, 10))}`;
  return `${begin}, ${end === 'OPEN' ? 'goes on' : 'end not known'}`;
}

/** A day as exactly as it is known. */
export function happenedInWords(day: string, precision: DatePrecision): string {
  if (precision === 'DAY') return dayInWords(day);
  if (precision === 'YEAR') return day.slice(0, 4);
  return dayInWords(day).replace(/^\d+ /, '');
}

/** A day in words, or the year or month that is all that a source states. */
export const statedDayInWords = (day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? dayInWords(day) : day;
