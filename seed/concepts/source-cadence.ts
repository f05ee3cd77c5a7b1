/** How often a source of the text has to be read again, by its kind; a source itself may say otherwise. */

import type { Cadence, SourceKind, ValueOf } from '../../db/enums/index.ts';

/** The cadence of each kind of source: a rule of this project, and no claim about what its publisher does. */
export const cadenceOfKind: Readonly<Record<ValueOf<typeof SourceKind>, ValueOf<typeof Cadence>>> = {
  FEE_SCHEDULE: 'QUARTERLY',
  CODE_EDIT_FILE: 'QUARTERLY',
  CODE_SET: 'YEARLY',
  AREA_FILE: 'YEARLY',
  COVERAGE_DETERMINATION: 'MONTHLY',
  LOCAL_COVERAGE_ARTICLE: 'MONTHLY',
  COMMERCIAL_MEDICAL_POLICY: 'YEARLY',
  PAYMENT_POLICY: 'YEARLY',
  POLICY_SUMMARY: 'YEARLY',
  REPORT_PAGE: 'YEARLY',
  // News does not change and reference pages do: the kind alone does not tell.
  TRADE_ARTICLE: 'UNKNOWN',
  VENDOR_GUIDE: 'YEARLY',
  MACHINE_READABLE_RATE_FILE: 'MONTHLY',
  STATUTE_OR_REGULATION: 'YEARLY',
  DEVICE_CLEARANCE: 'NEVER',
  CLINICAL_LITERATURE: 'NEVER',
  CLAIMS_DATASET: 'YEARLY',
  CLAIMS_DIRECTORY: 'YEARLY',
  COMPANY_FILING: 'NEVER',
};
