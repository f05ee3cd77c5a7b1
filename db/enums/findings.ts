/** Closed lists about findings. */

import { list } from '../kit/enums.ts';

export const ConflictKind = list('ConflictKind', 'What the statements of a conflict disagree on.', {
  MODIFIER_VS_PCTC_INDICATOR: 'A source lists a modifier that the PC/TC indicator rules out.',
  COVERAGE_DISAGREEMENT:
    'Statements about one payer and line of business differ on coverage. Two payers that differ are no conflict.',
  AMOUNT_DISAGREEMENT: 'Published amounts of one fee schedule differ.',
  SITE_DISAGREEMENT: 'Passages of one source name different sites.',
  DIAGNOSIS_DISAGREEMENT: 'Sources differ on whether a diagnosis supports a code.',
  UNIT_LIMIT_VS_PAYMENT_STATUS:
    'A unit limit allows units of a code that the payment status does not let the hospital bill.',
  FEE_SCHEDULE_SUMS:
    'RVUs of the fee schedule do not add up as published: those of a row to its totals, or those of the parts to those of the whole.',
  FEE_SCHEDULE_OUTSIDE_CODE:
    'A row of the fee schedule is valid on days on which its code is not in the code set.',
});

export const ConflictResolution = list('ConflictResolution', 'Whether and how a conflict is resolved.', {
  RESOLVED_BY_AUTHORITY: 'A stated order of authority prefers one side; the others stay visible.',
  RESOLVED_BY_DATE: 'The later statement holds.',
  UNRESOLVED: 'No rule decides.',
});

export const GapProperty = list('GapProperty', 'What is not known.', {
  COVERAGE: 'Whether a payer covers it.',
  PRIOR_AUTHORIZATION: 'Whether a payer needs prior authorization.',
  DIAGNOSES: 'Which diagnoses support it.',
  PROVIDER_TAXONOMIES: 'Which provider taxonomies report it.',
  RATES: 'What payers pay for it, apart from the fee schedules of Medicare.',
  UTILIZATION: 'How much it is used.',
  DEFINITION: 'What it reports, in words that may be kept.',
  SERVICE_TYPE: 'What kind of service it is.',
  SITES_OF_SERVICE: 'Where it is done.',
  CLINICAL_CONTEXT: 'For whom, for what and in which steps it is done.',
  MODIFIERS: 'Which modifiers it is reported with.',
  RELATED_CODES: 'Which codes stand beside it.',
  POLICY_UPDATES: 'What changed in policies on it.',
  REPORT_DATA: 'What a published report says was not available to it, without saying which.',
});

export const ReportSectionKey = list(
  'ReportSectionKey',
  'A section of a code report, in the outline of the founding reports.',
  {
    SUMMARY: 'Summary.',
    PAYERS_COVERED: 'Payers covered.',
    BILLING_CODE_OVERVIEW: 'Billing code overview.',
    SERVICE_TYPE: 'Service type.',
    SITE_OF_SERVICE: 'Sites of service.',
    CLINICAL_CONTEXT: 'Clinical context.',
    MODIFIERS: 'Modifiers.',
    DIAGNOSES: 'Diagnoses.',
    RELATED_CODES: 'Related codes.',
    TAXONOMIES: 'Taxonomies.',
    BENCHMARKS: 'Benchmarks.',
    POLICY_UPDATES: 'Policy updates.',
    DATA_LIMITATIONS: 'Data limitations.',
  },
);
