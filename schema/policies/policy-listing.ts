/** What policies list and name: codes, diagnoses, each other, and where a Medicare contractor decides. */

import {
  contractorArea,
  diagnosisSupport,
  policyDiagnosis,
  policyListing,
  policyRelation,
} from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { DiagnosisCode, DiagnosisSupport } from '../codes/diagnosis.ts';
import { statement } from '../evidence/statement.ts';
import { connections } from '../kit/edge-to-many.ts';
import { Jurisdiction, Payer } from './payer.ts';
import { Policy, PolicyVersion } from './policy.ts';

const PolicyListing = statement({ table: policyListing });
connections(PolicyListing, policyListing, {
  codeId: [
    BillingCode,
    'policyListings',
    'The policy versions that list the code. Being listed is not being covered.',
  ],
  policyVersionId: [
    PolicyVersion,
    'codeListings',
    'The billing codes that the version lists, group by group.',
  ],
});

const PolicyDiagnosis = statement({ table: policyDiagnosis });
connections(PolicyDiagnosis, policyDiagnosis, {
  policyVersionId: [
    PolicyVersion,
    'diagnosisListings',
    'The diagnoses that the version lists, group by group.',
  ],
  diagnosisId: [DiagnosisCode, 'policyListings', 'The policy versions that list the diagnosis.'],
});

connections(DiagnosisSupport, diagnosisSupport, {
  policyVersionId: [PolicyVersion, 'diagnosisSupport', 'What the version states about diagnoses.'],
});

const PolicyRelation = statement({ table: policyRelation });
connections(PolicyRelation, policyRelation, {
  policyId: [
    Policy,
    'relatedPolicies',
    'The policies that it names as related, such as the billing article of a determination.',
  ],
  otherPolicyId: [Policy, 'relatedFrom', 'The policies that name it as related.'],
});

const ContractorArea = statement({ table: contractorArea });
connections(ContractorArea, contractorArea, {
  payerId: [Payer, 'areas', 'Where the payer decides, if it is a Medicare contractor.'],
  jurisdictionId: [Jurisdiction, 'contractors', 'The Medicare contractors that decide there.'],
});
