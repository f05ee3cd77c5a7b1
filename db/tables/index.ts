/** The data dictionary: every table and column once, with meaning and unit. SQL, TypeScript and GraphQL are made from it. A file a subject. */

import type { Table } from '../kit/table.ts';
import * as agreements from './agreements.ts';
import * as anesthesia from './anesthesia.ts';
import * as care from './care.ts';
import * as codes from './codes.ts';
import * as coverage from './coverage.ts';
import * as diagnoses from './diagnoses.ts';
import * as drugs from './drugs.ts';
import * as editions from './editions.ts';
import * as edits from './edits.ts';
import * as fees from './fees.ts';
import * as findings from './findings.ts';
import * as history from './history.ts';
import * as meanings from './meanings.ts';
import * as policies from './policies.ts';
import * as prices from './prices.ts';
import * as sources from './sources.ts';

export * from './agreements.ts';
export * from './anesthesia.ts';
export * from './care.ts';
export * from './codes.ts';
export * from './coverage.ts';
export * from './diagnoses.ts';
export * from './drugs.ts';
export * from './editions.ts';
export * from './edits.ts';
export * from './envelope.ts';
export * from './fees.ts';
export * from './findings.ts';
export * from './history.ts';
export * from './meanings.ts';
export * from './policies.ts';
export * from './prices.ts';
export * from './sources.ts';

/** Every table, parents before children. */
export const tables: readonly Table[] = [
  sources.source,
  sources.citation,
  editions.series,
  editions.seriesTable,
  editions.edition,
  editions.run,
  editions.runDays,
  editions.runSource,
  codes.serviceFamily,
  codes.billingCode,
  codes.serviceComponent,
  codes.modifier,
  codes.billingUnit,
  codes.indicator,
  care.placeOfService,
  care.siteOfService,
  care.serviceContext,
  care.jurisdiction,
  care.zipArea,
  care.providerTaxonomy,
  policies.payer,
  policies.policy,
  policies.policyVersion,
  diagnoses.diagnosisCode,
  care.workflow,
  care.workflowStep,
  care.workflowStepCode,
  care.workflowStepPlace,
  codes.codeValidity,
  codes.modifierValidity,
  meanings.codeMeaning,
  meanings.modifierMeaning,
  codes.hcpcsRecord,
  codes.unlistedCode,
  codes.serviceClassification,
  codes.pcTcIndicator,
  codes.modifierRule,
  codes.codeRelation,
  edits.codePairEdit,
  edits.ptpFile,
  edits.ptpUnstated,
  edits.ptpTerm,
  edits.ptpEdit,
  edits.ptpTally,
  edits.unitLimit,
  edits.addOnEdit,
  care.providerTaxonomyValidity,
  care.sitePlace,
  care.siteRule,
  care.serviceContextStatement,
  coverage.coverage,
  coverage.priorAuthorization,
  coverage.coverageCriterion,
  policies.policyEvent,
  policies.billingRule,
  policies.policyListing,
  policies.policyDiagnosis,
  policies.policyRelation,
  policies.contractorArea,
  policies.payerIdentifier,
  policies.statementCode,
  diagnoses.diagnosisValidity,
  diagnoses.diagnosisSupport,
  fees.feeScheduleEntry,
  fees.imagingCap,
  fees.oppsStatus,
  fees.oppsComparison,
  fees.apcRate,
  fees.laboratoryFee,
  fees.conversionFactor,
  fees.localityIndex,
  fees.localityCounty,
  fees.zipLocality,
  prices.payerBrand,
  prices.statedPayer,
  anesthesia.anesthesiaBaseUnits,
  anesthesia.anesthesiaFactor,
  drugs.nationalDrugCode,
  drugs.drugCrosswalk,
  drugs.drugPaymentLimit,
  prices.rateBenchmark,
  prices.priceFile,
  prices.rateFile,
  agreements.defaultRate,
  agreements.paymentArrangement,
  agreements.payerModifierRule,
  agreements.listedPlan,
  prices.utilization,
  care.clinicalFact,
  care.deviceClearance,
  findings.reportPassage,
  findings.disagreement,
  findings.dataGap,
  findings.conflict,
  findings.conflictMember,
  history.changeEvent,
  findings.checkResult,
  history.release,
];

/** Tables that speak of the release and its making. What they hold is no data: it is not counted and not hashed. */
export const bookkeeping: ReadonlySet<Table> = new Set<Table>([
  history.changeEvent,
  findings.checkResult,
  history.release,
]);

/** The tables whose rows are statements. */
export const statementTables: readonly Table[] = tables.filter((table) => table.kind === 'statement');
