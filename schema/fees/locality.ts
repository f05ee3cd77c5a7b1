/** Localities of the Medicare physician fee schedule: which ZIP codes lie in them, and what caps imaging there. */

import { imagingCap, zipLocality } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { connections } from '../kit/edge-to-many.ts';
import { Jurisdiction } from '../policies/payer.ts';

/** That a ZIP code lies in a locality. */
export const ZipLocality = statement({ table: zipLocality });
connections(ZipLocality, zipLocality, {
  jurisdictionId: [
    Jurisdiction,
    'zipCodes',
    'The ZIP codes that lie in the locality on the date of service.',
  ],
});

/** A published cap on imaging. */
export const ImagingCap = statement({ table: imagingCap });
connections(ImagingCap, imagingCap, {
  codeId: [BillingCode, 'imagingCaps', 'Published caps on imaging, a row a modifier and locality.'],
  jurisdictionId: [Jurisdiction, 'imagingCaps', 'Published caps on imaging, a row a modifier and locality.'],
});
