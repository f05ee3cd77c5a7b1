/** Closed lists about care. */

import { list } from '../kit/enums.ts';

export const FeeSetting = list('FeeSetting', 'Which practice expense Medicare pays at a place of service.', {
  FACILITY: 'Facility setting: the facility is paid separately for its costs.',
  NON_FACILITY: 'Non-facility setting.',
});

export const SiteEffect = list('SiteEffect', 'What a source states about a code at a site.', {
  TYPICAL: 'The source names the site as typical for the code.',
  ALLOWED: 'The source allows the code at the site.',
  NOT_PAYABLE_IN_SETTING: 'The source does not pay the code at the site.',
});

export const JurisdictionKind = list('JurisdictionKind', 'What kind of area a jurisdiction is.', {
  NATIONAL: 'The whole country.',
  STATE: 'A state or territory.',
  MPFS_LOCALITY: 'A payment locality of the Medicare physician fee schedule.',
});

export const CountyExtent = list('CountyExtent', 'Which counties a row puts into a locality.', {
  NAMED: 'The county that the row names.',
  ALL: 'All counties of the state, without those that the row excepts.',
  ALL_OTHER:
    'All counties of the state that no other row names, without those that the row excepts. Slips of the pen in names are not mended, so a county may be named by a row in another spelling.',
});

export const WorkflowActor = list('WorkflowActor', 'Who does a step.', {
  ORDERING_PROVIDER: 'The clinician who orders and treats.',
  DXA_TECHNOLOGIST: 'The technologist at the densitometer.',
  IMAGING_FACILITY: 'The imaging site or hospital department.',
  REMOTE_ANALYSIS_VENDOR: 'A remote analysis site or vendor.',
  ANALYSIS_SOFTWARE: 'The software, wherever it runs.',
  INTERPRETING_PROVIDER: 'The clinician who interprets and reports.',
});

export const ServiceContextKind = list('ServiceContextKind', 'What a source names a code together with.', {
  PATIENT: 'A kind of patient.',
  INDICATION: 'A condition or an aim for which the service is ordered.',
  INTERPRETER: 'A kind of clinician who interprets the result.',
  AUDIENCE: 'Whom the source is written for.',
});

export const TaxonomyLevel = list('TaxonomyLevel', 'On which level of the taxonomy a provider code is.', {
  CLASSIFICATION: 'A classification as such, such as a specialty of physicians.',
  SPECIALIZATION: 'A specialization within a classification.',
});

export const TaxonomyHolder = list('TaxonomyHolder', 'Who has a provider code.', {
  INDIVIDUAL: 'A person, or a group of persons.',
  NON_INDIVIDUAL: 'An organization, agency or supplier.',
});
