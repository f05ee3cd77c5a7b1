/** Every source module, in the order they are read: what others refer to by component or citation comes first. */

import type { SourceModule } from '../kit/reader.ts';
import clinical from './care/clinical.ts';
import contexts from './care/contexts.ts';
import devices from './care/devices.ts';
import places from './care/places.ts';
import siteRules from './care/site-rules.ts';
import sites from './care/sites.ts';
import workflows from './care/workflows.ts';
import zipAreas from './care/zip-areas.ts';
import codes from './codes/codes.ts';
import diagnoses from './codes/diagnoses.ts';
import families from './codes/families.ts';
import indicators from './codes/indicators.ts';
import modifierRules from './codes/modifier-rules.ts';
import modifiers from './codes/modifiers.ts';
import relations from './codes/relations.ts';
import codePairEdits from './edits/code-pair-edits.ts';
import unitLimits from './edits/unit-limits.ts';
import apcRates from './fees/apc-rates.ts';
import conversionFactors from './fees/conversion-factors.ts';
import feeSchedule from './fees/fee-schedule.ts';
import localities from './fees/localities.ts';
import oppsComparisons from './fees/opps-comparisons.ts';
import oppsStatus from './fees/opps-status.ts';
import disagreements from './findings/disagreements.ts';
import gaps from './findings/gaps.ts';
import reports from './findings/reports.ts';
import billingRules from './policies/billing-rules.ts';
import diagnosisSupport from './policies/diagnosis-support.ts';
import events from './policies/events.ts';
import payerBrands from './policies/payer-brands.ts';
import payerIdentifiers from './policies/payer-identifiers.ts';
import payers from './policies/payers.ts';
import policies from './policies/policies.ts';
import hospitalRates from './prices/hospital-rates.ts';
import rates from './prices/rates.ts';
import utilization from './prices/utilization.ts';
import sources from './sources.ts';

export const catalog: readonly SourceModule[] = [
  sources,
  families,
  codes,
  modifiers,
  indicators,
  places,
  sites,
  siteRules,
  localities,
  zipAreas,
  diagnoses,
  relations,
  modifierRules,
  codePairEdits,
  unitLimits,
  feeSchedule,
  oppsStatus,
  oppsComparisons,
  apcRates,
  conversionFactors,
  payers,
  payerBrands,
  payerIdentifiers,
  policies,
  diagnosisSupport,
  events,
  billingRules,
  rates,
  hospitalRates,
  utilization,
  clinical,
  contexts,
  devices,
  workflows,
  reports,
  disagreements,
  gaps,
];
