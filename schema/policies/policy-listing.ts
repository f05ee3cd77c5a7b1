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
import { related } from '../kit/edge-to-many.ts';
import { Jurisdiction, Payer } from './payer.ts';
import { Policy, PolicyVersion } from './policy.ts';

const PolicyListing = statement({ table: policyListing });
related(BillingCode, 'policyListings', PolicyListing, {
  to: policyListing,
  by: 'codeId',
  description: 'The policy versions that list the code. Being listed is not being covered.',
});
related(PolicyVersion, 'codeListings', PolicyListing, {
  to: policyListing,
  by: 'policyVersionId',
  description: 'The billing codes that the version lists, group by group.',
});

const PolicyDiagnosis = statement({ table: policyDiagnosis });
related(PolicyVersion, 'diagnosisListings', PolicyDiagnosis, {
  to: policyDiagnosis,
  by: 'policyVersionId',
  description: 'The diagnoses that the version lists, group by group.',
});
related(DiagnosisCode, 'policyListings', PolicyDiagnosis, {
  to: policyDiagnosis,
  by: 'diagnosisId',
  description: 'The policy versions that list the diagnosis.',
});

related(PolicyVersion, 'diagnosisSupport', DiagnosisSupport, {
  to: diagnosisSupport,
  by: 'policyVersionId',
  description: 'What the version says of diagnoses.',
});

const PolicyRelation = statement({ table: policyRelation });
related(Policy, 'relatedPolicies', PolicyRelation, {
  to: policyRelation,
  by: 'policyId',
  description: 'The policies that it names as related, such as the billing article of a determination.',
});
related(Policy, 'relatedFrom', PolicyRelation, {
  to: policyRelation,
  by: 'otherPolicyId',
  description: 'The policies that name it as related.',
});

const ContractorArea = statement({ table: contractorArea });
related(Payer, 'areas', ContractorArea, {
  to: contractorArea,
  by: 'payerId',
  description: 'Where the payer decides, if it is a Medicare contractor.',
});
related(Jurisdiction, 'contractors', ContractorArea, {
  to: contractorArea,
  by: 'jurisdictionId',
  description: 'The Medicare contractors that decide there.',
});
