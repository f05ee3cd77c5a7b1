/** What Medicare prices: fee-schedule rows, conversion factors, locality indices, and how outpatient departments are paid. */

import {
  apcRate,
  conversionFactor,
  feeScheduleEntry,
  laboratoryFee,
  localityIndex,
  oppsComparison,
  oppsStatus,
  pcTcIndicator,
} from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { Modifier } from '../codes/modifier.ts';
import { statement } from '../evidence/statement.ts';
import { listed, related } from '../kit/edge-to-many.ts';
import { Jurisdiction, Payer } from '../policies/payer.ts';

const PcTcIndicatorStatement = statement({ table: pcTcIndicator });
listed(BillingCode, 'pcTcIndicator', PcTcIndicatorStatement, {
  to: pcTcIndicator,
  by: 'codeId',
  description: 'PC/TC indicator on the date of service. Empty: no release that was read covers that day.',
});

/** A row of the Medicare physician fee schedule. */
export const FeeScheduleEntry = statement({ table: feeScheduleEntry });
listed(BillingCode, 'feeSchedule', FeeScheduleEntry, {
  to: feeScheduleEntry,
  by: 'codeId',
  description:
    'Rows of the Medicare physician fee schedule on the date of service, one a modifier. Priced is not covered.',
});

const OppsStatus = statement({ table: oppsStatus });
listed(BillingCode, 'oppsStatus', OppsStatus, {
  to: oppsStatus,
  by: 'codeId',
  description: 'How the hospital outpatient payment system treats the code on the date of service.',
});

const OppsComparison = statement({ table: oppsComparison });
listed(BillingCode, 'oppsComparisons', OppsComparison, {
  to: oppsComparison,
  by: 'codeId',
  description: 'What the OPPS comparison values of fee-schedule rows let one infer.',
});

const LaboratoryFee = statement({ table: laboratoryFee });
listed(BillingCode, 'laboratoryFees', LaboratoryFee, {
  to: laboratoryFee,
  by: 'codeId',
  description:
    'Rows of the Medicare clinical laboratory fee schedule on the date of service, one a modifier. Priced is not covered.',
});
related(Modifier, 'laboratoryFees', LaboratoryFee, {
  to: laboratoryFee,
  by: 'modifierId',
  description: 'Clinical laboratory fees of rows with the modifier.',
});

const ApcRate = statement({ table: apcRate });
related(Payer, 'apcRates', ApcRate, {
  to: apcRate,
  by: 'payerId',
  description: 'Ambulatory payment classification rates; Medicare alone has them.',
});

/** Dollars per RVU. */
export const ConversionFactor = statement({ table: conversionFactor });
listed(Payer, 'conversionFactors', ConversionFactor, {
  to: conversionFactor,
  by: 'payerId',
  description:
    'Dollars per RVU on the date of service; Medicare alone has them. From 2026 there are two at once.',
});

/** The indices of a locality. */
export const LocalityIndex = statement({ table: localityIndex });
listed(Jurisdiction, 'localityIndex', LocalityIndex, {
  to: localityIndex,
  by: 'jurisdictionId',
  description: 'Geographic practice cost indices on the date of service.',
});
