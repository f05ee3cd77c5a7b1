/** Closed lists about fees. */

import { list } from '../kit/enums.ts';

export const LaboratoryFeeKind = list(
  'LaboratoryFeeKind',
  'How a fee of the clinical laboratory fee schedule is set. The letter is the one in the file.',
  {
    NATIONAL_N: 'One national amount.',
    LOCAL_L: 'Priced by the Medicare contractor; the file gives no amount.',
  },
);

export const ApmStatus = list('ApmStatus', 'To whom a conversion factor applies (from 2026 there are two).', {
  ALL: 'Everyone.',
  QUALIFYING_APM: 'Qualifying participants of advanced alternative payment models.',
  NOT_QUALIFYING_APM: 'Everyone else.',
});
