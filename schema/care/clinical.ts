/** The service itself: what is known about it clinically, and the devices that perform it. */

import { clinicalFact, deviceClearance } from '../../db/tables/index.ts';
import { ServiceFamily } from '../codes/family.ts';
import { statement } from '../evidence/statement.ts';
import { related } from '../kit/edge-to-many.ts';

const ClinicalFact = statement({ table: clinicalFact });
related(ServiceFamily, 'clinicalFacts', ClinicalFact, {
  to: clinicalFact,
  by: 'familyId',
  description: 'Use, limits, cut-offs and evidence of the service.',
});

const DeviceClearance = statement({ table: deviceClearance });
related(ServiceFamily, 'devices', DeviceClearance, {
  to: deviceClearance,
  by: 'familyId',
  description: 'Devices cleared to perform the service.',
});
