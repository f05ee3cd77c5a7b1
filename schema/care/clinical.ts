/** The service itself: what is known about it clinically, and the devices that perform it. */

import { clinicalFact, deviceClearance } from '../../db/tables/index.ts';
import { ServiceFamily } from '../codes/family.ts';
import { statement } from '../evidence/statement.ts';
import { connections } from '../kit/edge-to-many.ts';

const ClinicalFact = statement({ table: clinicalFact });
connections(ClinicalFact, clinicalFact, {
  familyId: [ServiceFamily, 'clinicalFacts', 'Use, limits, cut-offs and evidence of the service.'],
});

const DeviceClearance = statement({ table: deviceClearance });
connections(DeviceClearance, deviceClearance, {
  familyId: [ServiceFamily, 'devices', 'Devices cleared to perform the service.'],
});
