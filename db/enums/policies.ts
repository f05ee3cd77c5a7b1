/** Closed lists about policies. */

import { list } from '../kit/enums.ts';

export const PayerKind = list('PayerKind', 'What kind of payer it is, and so who decides its coverage.', {
  NATIONAL_COMMERCIAL: 'Commercial payer, some with Medicare products.',
  BLUE_LICENSEE: 'Licensee or affiliate of the Blue Cross Blue Shield Association; decides for itself.',
  ASSOCIATION:
    'Association of licensees; decides nothing itself. A request for it is answered with its licensees.',
  MEDICARE_FFS: 'Medicare fee-for-service (CMS): decides nationally.',
  MEDICARE_CONTRACTOR: 'Medicare administrative contractor: decides locally where no national rule does.',
  MEDICAID: 'Medicaid, CHIP or a managed Medicaid plan.',
  TRICARE: 'TRICARE.',
  WORKERS_COMPENSATION: "Workers' compensation.",
  ISSUER: 'Health insurance issuer that a price file names; nothing else was looked up about it.',
  GROUP_HEALTH_PLAN: 'Group health plan that a price file names; nothing else was looked up about it.',
  THIRD_PARTY_ADMINISTRATOR:
    'Third-party administrator that a price file names; nothing else was looked up about it.',
  REPORTING_ENTITY: 'Named in a price file, which does not state its kind.',
});

export const PayerIdentifierSystem = list(
  'PayerIdentifierSystem',
  'Who numbers payers: an identifier means one payer only within its system, and there not always.',
  {
    CLAIM_PAYER_ID:
      'Payer id of electronic claims, as the payer or a clearing house publishes it, such as 60054. Clearing houses may use others for the same payer.',
    NAIC_COMPANY:
      'Company code of the National Association of Insurance Commissioners, five digits. It names one company, of which a payer may have many.',
    HIOS_ISSUER:
      'Issuer id of the Health Insurance Oversight System of CMS, five digits, one for each state.',
    NPI: 'National Provider Identifier, ten digits.',
    MEDICARE_CONTRACT:
      'Number of the contract or workload under which a Medicare contractor decides, such as 01182.',
  },
);

export const LineOfBusiness = list('LineOfBusiness', 'The line of business that a statement applies to.', {
  COMMERCIAL: 'Commercial plans.',
  MEDICARE_FFS: 'Medicare fee-for-service.',
  MEDICARE_ADVANTAGE: 'Medicare Advantage and other Medicare products of private payers.',
  MEDICAID: 'Medicaid and CHIP.',
  TRICARE: 'TRICARE.',
  WORKERS_COMPENSATION: "Workers' compensation.",
  ANY_NOT_STATED:
    'The source does not state it; the statement applies to every line of business of the payer.',
});

export const PolicyKind = list('PolicyKind', 'What kind of policy it is.', {
  NCD: 'National coverage determination.',
  BENEFIT_MANUAL: 'Medicare benefit policy manual.',
  REGULATION: 'Regulation.',
  LCD: 'Local coverage determination.',
  ARTICLE: 'Billing and coding article of a Medicare contractor.',
  MEDICAL_POLICY: 'Medical policy of a payer.',
  PAYMENT_POLICY: 'Payment policy or provider guidance.',
  BENEFIT_SUMMARY: 'Summary of a plan benefit.',
});

export const PolicyEventKind = list('PolicyEventKind', 'What happened.', {
  CODE: 'A code was added, changed or deleted.',
  COVERAGE: 'A coverage policy changed.',
  PAYMENT: 'Payment changed.',
  LAW: 'Statute.',
  REGULATION: 'Regulation.',
  TRANSMITTAL: 'Instruction to contractors.',
  GUIDELINE: 'Clinical guideline.',
  DEVICE: 'Device clearance.',
  TOOL: 'A tool or data set appeared.',
});

export const DatePrecision = list(
  'DatePrecision',
  'How exactly a date is known; the day stored is the first of the interval.',
  {
    DAY: 'To the day.',
    MONTH: 'To the month.',
    YEAR: 'To the year.',
  },
);

export const BillingRuleKind = list('BillingRuleKind', 'What a billing rule is about.', {
  BILLING: 'How to bill.',
  IMAGING_CAP: 'The OPPS cap on the technical part of imaging.',
  PAYMENT_FORMULA: 'How a payment is computed.',
});
