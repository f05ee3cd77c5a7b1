/** Closed lists about codes. */

import { list } from '../kit/enums.ts';

export const CodeSystem = list('CodeSystem', 'The code system that a code belongs to.', {
  CPT: 'Current Procedural Terminology (AMA). Code numbers only: descriptions here are our own words.',
  HCPCS_LEVEL_II: 'HCPCS Level II (CMS).',
  ICD_10_CM: 'ICD-10-CM diagnosis codes (NCHS/CMS).',
  CMS_POS: 'Place of service codes (CMS).',
  CPT_MODIFIER: 'Two-digit modifiers maintained by the AMA.',
  HCPCS_MODIFIER: 'Modifiers of HCPCS Level II (CMS).',
});

export const CodeCategory = list('CodeCategory', 'The category of a billing code.', {
  CATEGORY_I: 'CPT Category I.',
  CATEGORY_II: 'CPT Category II: performance measures.',
  CATEGORY_III: 'CPT Category III: emerging technology, ends in T.',
  PROPRIETARY_LABORATORY_ANALYSIS: 'CPT code of a proprietary laboratory analysis, ends in U.',
  MULTIANALYTE_ASSAY: 'CPT administrative code of a multianalyte assay with algorithmic analysis, ends in M.',
  LEVEL_II: 'HCPCS Level II.',
});

export const ReleaseStatus = list(
  'ReleaseStatus',
  'Whether the release of a code set that holds on a day has a code.',
  {
    IN_RELEASE: 'The release of that day has it.',
    NOT_IN_RELEASE: 'A release of that day was read, and does not have it.',
    NO_RELEASE_READ: 'No release of that day was read: load it to know.',
  },
);

export const CodeStatus = list(
  'CodeStatus',
  'Whether a code can be billed in the interval of the statement.',
  {
    ACTIVE: 'The code exists in this interval.',
    DELETED: 'The code has been taken out of its code set.',
    REPLACED: 'The code has been taken out and another replaces it.',
  },
);

export const HcpcsCoverage = list(
  'HcpcsCoverage',
  'Coverage indicator of the HCPCS Level II file: how Medicare treats the code in general. The letter is the one in the file.',
  {
    CONTRACTOR_JUDGMENT_C: 'The Medicare contractor judges.',
    SPECIAL_INSTRUCTIONS_D: 'Special coverage instructions apply.',
    NOT_PAYABLE_I: 'Not payable by Medicare.',
    NOT_COVERED_M: 'Not covered by Medicare.',
    NOT_COVERED_BY_STATUTE_S: 'Not covered by Medicare by statute.',
  },
);

export const PcTcIndicator = list(
  'PcTcIndicator',
  'PC/TC indicator of the Medicare physician fee schedule: whether a code splits into a professional and a technical component.',
  {
    PHYSICIAN_SERVICE_0: 'Physician service; not split. Modifiers 26 and TC do not apply.',
    DIAGNOSTIC_TEST_1: 'Diagnostic test that splits by modifiers 26 and TC.',
    PROFESSIONAL_COMPONENT_ONLY_2: 'Stand-alone code for the professional part. 26 and TC cannot be used.',
    TECHNICAL_COMPONENT_ONLY_3: 'Stand-alone code for a technical part. 26 and TC cannot be used.',
    GLOBAL_TEST_ONLY_4:
      'Stand-alone code for the whole test, where other codes report its parts. 26 and TC cannot be used.',
    INCIDENT_TO_5: 'Service incident to a physician service. 26 and TC cannot be used.',
    LAB_INTERPRETATION_6: 'Clinical laboratory code with a separately payable physician interpretation.',
    THERAPY_7: 'Therapy service, whose payment may be withheld when bundled.',
    PHYSICIAN_INTERPRETATION_8: 'Physician interpretation of certain laboratory codes.',
    NOT_APPLICABLE_9: 'The concept does not apply.',
  },
);

export const ComponentPattern = list('ComponentPattern', 'How a service family is split into components.', {
  STAND_ALONE_CODES: 'Each component has its own code, as with trabecular bone score.',
  MODIFIER_SPLIT: 'One code; modifiers 26 and TC name the components, as with DXA.',
  GLOBAL_ONLY: 'One code for the whole; no split was found.',
  GROUP_OF_SERVICES: 'A wider group: its services have codes, the group has none.',
});

export const FamilyBasis = list('FamilyBasis', 'What a service family and its components rest on.', {
  CURATED: 'People put the codes together, from sources that are cited.',
  PROPOSED:
    'Worked out from the PC/TC indicator and the RVUs of the day, and reviewed by nobody. `explanation` has the rule.',
});

export const ComponentRole = list('ComponentRole', 'Which part of a service a component is.', {
  GLOBAL: 'The whole service.',
  TECHNICAL: 'Equipment, staff and supplies.',
  TECHNICAL_ACQUISITION: 'A technical part: acquiring the images.',
  TECHNICAL_PREPARATION_AND_TRANSMISSION: 'A technical part: preparing and sending the image data.',
  TECHNICAL_CALCULATION: 'A technical part: computing the result.',
  PROFESSIONAL: "The clinician's part: which of it, such as supervision or interpretation, is not stated.",
  PROFESSIONAL_INTERPRETATION_AND_REPORT: "The clinician's interpretation and report.",
});

export const ModifierEffect = list('ModifierEffect', 'What a source states about a modifier on a code.', {
  ALLOWED: 'The modifier can be used with the code.',
  NOT_ALLOWED: 'The modifier cannot be used with the code.',
  DEPENDS: 'It depends on circumstances that the reason names.',
  REPORTED_AS_COMMON: 'A report lists the modifier for the code.',
});

export const CodeRelationKind = list('CodeRelationKind', 'How two codes are related.', {
  COMPOSITE_OF: 'The first reports the whole of which the second reports a part.',
  INCLUDES: 'The first already contains the work of the second.',
  DERIVED_FROM_IMAGE_OF: 'The first works on an image made by the second.',
  COMMONLY_REPORTED_WITH: 'The two are usually reported together.',
  DO_NOT_REPORT_TOGETHER: 'The two are not reported together for one service.',
  NO_EDIT_FOUND: 'No code-pair edit between them was found in the tables named.',
  REPLACED_BY: 'The second replaced the first.',
  SAME_COMPONENT_PATTERN: 'The two families split in the same way.',
  ADD_ON_TO: 'The first is an add-on that may follow the second.',
});

export const RelatedCodeKind = list('RelatedCodeKind', 'How a related code is related to the code.', {
  WHOLE: 'It reports the whole of which this code reports a part.',
  PART: 'It reports a part of what this code reports.',
  SIBLING: 'It reports another part of the same service.',
  BASE_STUDY: 'It makes the image that this code works on.',
  WORKS_ON_IMAGE: 'It works on an image that this code makes.',
  INCLUDING: 'It already contains the work of this code.',
  INCLUDED: 'Its work is already contained in this code.',
  PRIMARY: 'It is what this code, an add-on, may follow.',
  ADD_ON: 'It is an add-on that may follow this code.',
  SUCCESSOR: 'It replaced this code.',
  PREDECESSOR: 'This code replaced it.',
  COMMONLY_REPORTED_WITH: 'The two are usually reported together.',
  DO_NOT_REPORT_TOGETHER: 'The two are not reported together for one service.',
  NO_EDIT_FOUND: 'No code-pair edit between them was found in the tables named.',
  SAME_COMPONENT_PATTERN: 'The two families split in the same way.',
});

export const DiagnosisEffect = list('DiagnosisEffect', 'What a source states about a diagnosis for a code.', {
  SUPPORTS_MEDICAL_NECESSITY: 'Listed as supporting medical necessity.',
  DOES_NOT_SUPPORT: 'Taken out of, or kept out of, the list.',
  NAMED_IN_GUIDANCE: 'Named in billing guidance of a payer or contractor.',
  ASSOCIATED_IN_REPORT: 'Named as usual by a page that no payer published.',
});
