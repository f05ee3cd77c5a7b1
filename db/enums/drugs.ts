/** Closed lists about drugs. */

import { list } from '../kit/enums.ts';

export const DrugCrosswalkKind = list(
  'DrugCrosswalkKind',
  'Which of the crosswalks of CMS lists a drug package: they are of different ways to pay and are not to be merged.',
  {
    ASP: 'Drugs paid by their average sales price.',
    AWP: 'Drugs paid by their average wholesale price.',
    OPPS: 'Drugs of the hospital outpatient payment system.',
    PREP: 'Drugs for pre-exposure prophylaxis of HIV.',
  },
);
