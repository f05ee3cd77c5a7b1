/** The data dictionary: every table and column once, with meaning and unit. SQL, TypeScript and GraphQL are made from it. A file a subject. */

import { plainFile } from '../kit/plain.ts';
import type { Table } from '../kit/table.ts';
import {
  clinicalFact,
  deviceClearance,
  jurisdiction,
  placeOfService,
  siteOfService,
  sitePlace,
  siteRule,
  workflow,
  workflowStep,
  workflowStepCode,
  workflowStepPlace,
} from './care.ts';
import {
  billingCode,
  billingUnit,
  codeRelation,
  codeValidity,
  hcpcsRecord,
  hcpcsRecordPlain,
  indicator,
  modifier,
  modifierRule,
  modifierValidity,
  pcTcIndicator,
  serviceClassification,
  serviceComponent,
  serviceFamily,
} from './codes.ts';
import { coverage, coverageCriterion, priorAuthorization } from './coverage.ts';
import { diagnosisCode, diagnosisSupport, diagnosisValidity, diagnosisValidityPlain } from './diagnoses.ts';
import { addOnEdit, codePairEdit, ptpEdit, ptpFile, ptpTally, ptpTerm, unitLimit } from './edits.ts';
import {
  apcRate,
  conversionFactor,
  feeScheduleEntry,
  imagingCap,
  laboratoryFee,
  localityIndex,
  oppsComparison,
  oppsStatus,
  zipLocality,
} from './fees.ts';
import { checkResult, conflict, conflictMember, dataGap, disagreement, reportPassage } from './findings.ts';
import { changeEvent, release } from './history.ts';
import {
  billingRule,
  contractorArea,
  payer,
  policy,
  policyDiagnosis,
  policyEvent,
  policyListing,
  policyRelation,
  policyVersion,
  statementCode,
} from './policies.ts';
import { priceFile, rateBenchmark, utilization } from './prices.ts';
import { citation, source } from './sources.ts';

export * from './care.ts';
export * from './codes.ts';
export * from './coverage.ts';
export * from './diagnoses.ts';
export * from './edits.ts';
export * from './envelope.ts';
export * from './fees.ts';
export * from './findings.ts';
export * from './history.ts';
export * from './policies.ts';
export * from './prices.ts';
export * from './sources.ts';

/** Every table, parents before children. */
export const tables: readonly Table[] = [
  source,
  citation,
  serviceFamily,
  billingCode,
  serviceComponent,
  modifier,
  billingUnit,
  indicator,
  placeOfService,
  siteOfService,
  jurisdiction,
  payer,
  policy,
  policyVersion,
  diagnosisCode,
  workflow,
  workflowStep,
  workflowStepCode,
  workflowStepPlace,
  codeValidity,
  modifierValidity,
  hcpcsRecord,
  hcpcsRecordPlain,
  serviceClassification,
  pcTcIndicator,
  modifierRule,
  codeRelation,
  codePairEdit,
  plainFile,
  ptpFile,
  ptpTerm,
  ptpEdit,
  ptpTally,
  unitLimit,
  addOnEdit,
  sitePlace,
  siteRule,
  coverage,
  priorAuthorization,
  coverageCriterion,
  policyEvent,
  billingRule,
  policyListing,
  policyDiagnosis,
  policyRelation,
  contractorArea,
  statementCode,
  diagnosisValidity,
  diagnosisValidityPlain,
  diagnosisSupport,
  feeScheduleEntry,
  imagingCap,
  oppsStatus,
  oppsComparison,
  apcRate,
  laboratoryFee,
  conversionFactor,
  localityIndex,
  zipLocality,
  rateBenchmark,
  priceFile,
  utilization,
  clinicalFact,
  deviceClearance,
  reportPassage,
  disagreement,
  dataGap,
  conflict,
  conflictMember,
  changeEvent,
  checkResult,
  release,
];

/** Tables that speak of the release and its making. What they hold is no data: it is not counted and not hashed. */
export const bookkeeping: ReadonlySet<Table> = new Set<Table>([changeEvent, checkResult, release]);

/** The tables whose rows are statements. */
export const statementTables: readonly Table[] = tables.filter((table) => table.kind === 'statement');
