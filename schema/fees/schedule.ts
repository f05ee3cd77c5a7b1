/** What Medicare prices: fee-schedule rows, conversion factors, locality indices, and how outpatient departments are paid. */

import {
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
import { otherDays } from '../evidence/other-days.ts';
import { statement } from '../evidence/statement.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { Jurisdiction, Payer } from '../policies/payer.ts';

const PcTcIndicatorStatement = statement({ table: pcTcIndicator });
lists(PcTcIndicatorStatement, pcTcIndicator, {
  codeId: [
    BillingCode,
    'pcTcIndicator',
    'PC/TC indicator on the date of service. Empty: no release that was read covers that day.',
  ],
});

/** A row of the Medicare physician fee schedule. */
export const FeeScheduleEntry = statement({ table: feeScheduleEntry });
lists(FeeScheduleEntry, feeScheduleEntry, {
  codeId: [
    BillingCode,
    'feeSchedule',
    'Rows of the Medicare physician fee schedule on the date of service, one a modifier. Priced is not covered.',
  ],
});

/** How outpatient departments are paid for a code. */
export const OppsStatus = statement({ table: oppsStatus });
lists(OppsStatus, oppsStatus, {
  codeId: [
    BillingCode,
    'oppsStatus',
    'How the hospital outpatient payment system treats the code on the date of service.',
  ],
});

const OppsComparison = statement({ table: oppsComparison });
lists(OppsComparison, oppsComparison, {
  codeId: [
    BillingCode,
    'oppsComparisons',
    'What the OPPS comparison values of fee-schedule rows let one infer.',
  ],
});

const LaboratoryFee = statement({ table: laboratoryFee });
lists(LaboratoryFee, laboratoryFee, {
  codeId: [
    BillingCode,
    'laboratoryFees',
    'Rows of the Medicare clinical laboratory fee schedule on the date of service, one a modifier. Priced is not covered.',
  ],
});
connections(LaboratoryFee, laboratoryFee, {
  modifierId: [Modifier, 'laboratoryFees', 'Clinical laboratory fees of rows with the modifier.'],
});

/** Dollars per RVU. */
export const ConversionFactor = statement({ table: conversionFactor });
lists(ConversionFactor, conversionFactor, {
  payerId: [
    Payer,
    'conversionFactors',
    'Dollars per RVU on the date of service; Medicare alone has them. From 2026 there are two at once.',
  ],
});

otherDays(Jurisdiction);

/** The indices of a locality. */
export const LocalityIndex = statement({ table: localityIndex });
lists(LocalityIndex, localityIndex, {
  jurisdictionId: [Jurisdiction, 'localityIndex', 'Geographic practice cost indices on the date of service.'],
});
