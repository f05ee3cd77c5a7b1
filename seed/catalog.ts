/** Every source module, in the order they are read: what others refer to by component or citation comes first. */

import apcRates from './concepts/apc-rates.ts';
import billingRules from './concepts/billing-rules.ts';
import clinical from './concepts/clinical.ts';
import codePairEdits from './concepts/code-pair-edits.ts';
import codes from './concepts/codes.ts';
import conversionFactors from './concepts/conversion-factors.ts';
import devices from './concepts/devices.ts';
import diagnoses from './concepts/diagnoses.ts';
import diagnosisSupport from './concepts/diagnosis-support.ts';
import disagreements from './concepts/disagreements.ts';
import events from './concepts/events.ts';
import families from './concepts/families.ts';
import feeSchedule from './concepts/fee-schedule.ts';
import gaps from './concepts/gaps.ts';
import indicators from './concepts/indicators.ts';
import localities from './concepts/localities.ts';
import modifierRules from './concepts/modifier-rules.ts';
import modifiers from './concepts/modifiers.ts';
import oppsComparisons from './concepts/opps-comparisons.ts';
import oppsStatus from './concepts/opps-status.ts';
import payers from './concepts/payers.ts';
import places from './concepts/places.ts';
import policies from './concepts/policies.ts';
import rates from './concepts/rates.ts';
import relations from './concepts/relations.ts';
import reports from './concepts/reports.ts';
import siteRules from './concepts/site-rules.ts';
import sites from './concepts/sites.ts';
import sources from './concepts/sources.ts';
import unitLimits from './concepts/unit-limits.ts';
import utilization from './concepts/utilization.ts';
import workflows from './concepts/workflows.ts';
import type { SourceModule } from './source.ts';

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
  policies,
  diagnosisSupport,
  events,
  billingRules,
  rates,
  utilization,
  clinical,
  devices,
  workflows,
  reports,
  disagreements,
  gaps,
];
