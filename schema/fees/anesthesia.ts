/** The anaesthesia fee schedule: base units of codes, and conversion factors of localities. */

import { anesthesiaBaseUnits, anesthesiaFactor } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { Jurisdiction, Payer } from '../policies/payer.ts';

/** The base units of a code. */
export const AnesthesiaBaseUnits = statement({ table: anesthesiaBaseUnits });
lists(AnesthesiaBaseUnits, anesthesiaBaseUnits, {
  codeId: [
    BillingCode,
    'anesthesiaBaseUnits',
    'Base units of an anaesthesia code on the date of service. Empty for all others, and where no file was loaded.',
  ],
});

/** Dollars per anaesthesia unit. */
export const AnesthesiaConversionFactor = statement({ table: anesthesiaFactor });
connections(AnesthesiaConversionFactor, anesthesiaFactor, {
  payerId: [
    Payer,
    'anesthesiaFactors',
    'Dollars per anaesthesia unit on the date of service, national and by locality; Medicare alone has them.',
  ],
});
lists(AnesthesiaConversionFactor, anesthesiaFactor, {
  jurisdictionId: [
    Jurisdiction,
    'anesthesiaFactors',
    'Dollars per anaesthesia unit on the date of service; only localities have them.',
  ],
});
