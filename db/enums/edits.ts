/** Closed lists about edits. */

import { list } from '../kit/enums.ts';

export const CodePairEditKind = list('CodePairEditKind', 'Which rule a code-pair edit belongs to.', {
  NCCI_PTP: 'Procedure-to-procedure edit of the National Correct Coding Initiative.',
});

export const ServiceType = list('ServiceType', 'Which NCCI table a row is in.', {
  PRACTITIONER: 'Practitioner and ambulatory surgical center claims.',
  OUTPATIENT_HOSPITAL: 'Hospital outpatient claims.',
  DME_SUPPLIER: 'Claims of suppliers of durable medical equipment. Unit limits only.',
});

export const AddOnEditType = list(
  'AddOnEditType',
  'How far the primary procedures of an add-on code are listed.',
  {
    LISTED_PRIMARIES_1: 'All primaries are listed: the add-on is paid only with one of them.',
    CONTRACTOR_PRIMARIES_2: 'None is listed: the Medicare contractor decides which are acceptable.',
    SOME_LISTED_PRIMARIES_3: 'Some are listed; the contractor may accept others.',
  },
);
