/** Every closed list of values, once: the SQL check, the TypeScript union and the GraphQL enum are all made from here. */

/** A closed list: its GraphQL name, what it is, and each value with its meaning. */
export interface Enum<V extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<V, string>>;
}

/** The union of an enum's values. */
export type ValueOf<E extends Enum> = keyof E['values'] & string;

function list<const R extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: R,
): { readonly name: string; readonly description: string; readonly values: R } {
  return { name, description, values };
}

// ---- the envelope of every statement (model: value state, rank, evidence) ----

export const ValueState = list('ValueState', 'Whether the statement holds a value, and if not, why not.', {
  VALUE: 'The source says something and we hold it.',
  NO_VALUE: 'The source says that there is none.',
  UNKNOWN_VALUE: 'There is a value, or may be one, that we do not hold; `unknownReason` says why.',
});

export const UnknownReason = list('UnknownReason', 'Why a value is not known. A closed list.', {
  NOT_STATED_IN_SOURCE: 'The source was read and does not state it.',
  POLICY_SILENT_ON_CODE: 'The full text that was read does not speak of the code or its service.',
  POLICY_TEXT_NOT_SEEN: 'A policy exists, but the part that would answer could not be read.',
  NO_POLICY_FOUND: 'No policy of the payer that would answer was found.',
  NOT_APPLICABLE_IN_SETTING: 'The question has no meaning in this setting.',
  NOT_PRICED_UNDER_SCHEDULE:
    'The fee schedule sets no amount: contractor-priced, not paid, or not applicable.',
  SOURCE_LICENSED_OR_PAYWALLED: 'The source may not be read or kept without a licence.',
  SOURCES_CONFLICT: 'Sources disagree and no rule decides between them.',
  NOT_YET_REVIEWED: 'Nobody has looked yet.',
});

export const StatementRank = list(
  'StatementRank',
  'Which statement to believe first where several answer one question.',
  {
    PREFERRED: 'Outranks the others by a stated rule.',
    NORMAL: 'An ordinary statement.',
    DEPRECATED: 'Known to be wrong or superseded; kept, with the reason, and left out unless asked for.',
  },
);

export const KnowledgeLevel = list(
  'KnowledgeLevel',
  'How the statement was come by (Biolink knowledge level).',
  {
    ASSERTION: 'The source says it.',
    ENTAILMENT:
      'It follows from what the source says by a stated step, such as matching a named technology to a code.',
    STATISTICAL_ASSOCIATION: 'Computed from many records.',
    OBSERVATION: 'Observed in data, such as counts of claims.',
    PREDICTION: 'Predicted.',
    NOT_PROVIDED: 'Not said.',
  },
);

export const AgentType = list('AgentType', 'Who made the statement out of the source (Biolink agent type).', {
  MANUAL_AGENT: 'Read and written down as curated text.',
  AUTOMATED_AGENT: 'Parsed from a file or worked out by a program.',
  TEXT_MINING_AGENT: 'Extracted from prose by a program.',
  MANUAL_VALIDATION_OF_AUTOMATED_AGENT: 'Made by a program and checked by a person.',
  NOT_PROVIDED: 'Not said.',
});

export const EvidenceLevel = list(
  'EvidenceLevel',
  'How near the text that was read stands to the authority. It is not a score.',
  {
    PRIMARY: "Read in the authority's own data or text, or an unaltered copy of it.",
    SECONDARY: 'Read in a summary, a re-packaging, a news item or a web page, or inferred from such.',
  },
);

export const ValidityEnd = list('ValidityEnd', 'What is known of the end of a validity interval.', {
  KNOWN: 'The last day is known.',
  OPEN: 'The source says that it goes on.',
  NOT_KNOWN: 'No end was seen; it may have ended.',
});

// ---- sources and citations ----

export const SourceKind = list('SourceKind', 'What kind of document a source is.', {
  FEE_SCHEDULE: 'A release of the Medicare physician or outpatient fee schedule, or a copy of its rows.',
  COVERAGE_DETERMINATION:
    'A national or local coverage determination, or the manual or regulation behind it.',
  LOCAL_COVERAGE_ARTICLE: 'A billing and coding article of a Medicare contractor.',
  COMMERCIAL_MEDICAL_POLICY: 'A medical policy published by a payer.',
  PAYMENT_POLICY: 'A payment or reimbursement policy, transmittal or contractor page.',
  POLICY_SUMMARY: "A third party's summary of a payer's policy.",
  CODE_EDIT_FILE: 'A file of NCCI edits, MUE limits or add-on codes.',
  CODE_SET: 'A code set: procedure, diagnosis, modifier or place-of-service codes.',
  REPORT_PAGE: 'A published report page on one billing code.',
  TRADE_ARTICLE: 'News, newsletter, blog or reference page.',
  VENDOR_GUIDE: 'A page or guide of the maker.',
  MACHINE_READABLE_RATE_FILE: 'A payer or hospital price-transparency file, or a data set made from such.',
  STATUTE_OR_REGULATION: 'Law: statute, regulation, Federal Register.',
  DEVICE_CLEARANCE: 'A device clearance document.',
  CLINICAL_LITERATURE: 'A journal article or a guideline of a medical society.',
  CLAIMS_DATASET: 'A data set of claims or utilisation.',
});

export const SourceRole = list(
  'SourceRole',
  'What a citation does for its statement. Every statement has exactly one primary source.',
  {
    PRIMARY_KNOWLEDGE_SOURCE: 'The source the statement rests on.',
    AGGREGATOR_KNOWLEDGE_SOURCE: 'A re-packaging through which the rows were read.',
    SUPPORTING_DATA_SOURCE: 'A further source that says the same or supports it.',
  },
);

// ---- codes ----

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

export const CodeStatus = list(
  'CodeStatus',
  'Whether a code can be billed in the interval of the statement.',
  {
    ACTIVE: 'The code exists in this interval.',
    DELETED: 'The code has been taken out of its code set.',
    REPLACED: 'The code has been taken out and another stands for it.',
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
      'Stand-alone code for the whole test, where other codes stand for its parts. 26 and TC cannot be used.',
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
  GROUP_OF_SERVICES: 'A wider group: its services have codes, itself none.',
});

export const ComponentRole = list('ComponentRole', 'Which part of a service a component is.', {
  GLOBAL: 'The whole service.',
  TECHNICAL: 'Equipment, staff and supplies.',
  TECHNICAL_ACQUISITION: 'A technical part: acquiring the images.',
  TECHNICAL_PREPARATION_AND_TRANSMISSION: 'A technical part: preparing and sending the image data.',
  TECHNICAL_CALCULATION: 'A technical part: computing the result.',
  PROFESSIONAL_INTERPRETATION_AND_REPORT: "The clinician's interpretation and report.",
});

export const ModifierEffect = list('ModifierEffect', 'What a source says of a modifier on a code.', {
  ALLOWED: 'The modifier can be used with the code.',
  NOT_ALLOWED: 'The modifier cannot be used with the code.',
  DEPENDS: 'It depends on circumstances that the reason names.',
  REPORTED_AS_COMMON: 'A report lists the modifier for the code.',
});

export const CodeRelationKind = list('CodeRelationKind', 'How two codes are related.', {
  COMPOSITE_OF: 'The first stands for the whole of which the second is a part.',
  INCLUDES: 'The first already contains the work of the second.',
  DERIVED_FROM_IMAGE_OF: 'The first works on an image made by the second.',
  COMMONLY_REPORTED_WITH: 'The two are usually reported together.',
  DO_NOT_REPORT_TOGETHER: 'The two are not reported together for one service.',
  NO_EDIT_FOUND: 'No code-pair edit between them was found in the tables named.',
  REPLACED_BY: 'The second replaced the first.',
  SAME_COMPONENT_PATTERN: 'The two families split in the same way.',
  ADD_ON_TO: 'The first is an add-on that may follow the second.',
});

export const CodePairEditKind = list('CodePairEditKind', 'Which rule a code-pair edit belongs to.', {
  NCCI_PTP: 'Procedure-to-procedure edit of the National Correct Coding Initiative.',
});

export const ServiceType = list('ServiceType', 'Which NCCI table a row stands in.', {
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

export const ClaimForm = list('ClaimForm', 'The kind of claim.', {
  PROFESSIONAL_837P_CMS1500: 'Professional claim (837P, CMS-1500).',
  INSTITUTIONAL_837I_UB04: 'Institutional claim (837I, UB-04).',
});

// ---- places ----

export const FeeSetting = list('FeeSetting', 'Which practice expense Medicare pays at a place of service.', {
  FACILITY: 'Facility setting: the facility is paid apart for its costs.',
  NON_FACILITY: 'Non-facility setting.',
});

export const SiteEffect = list('SiteEffect', 'What a source says of a code at a site.', {
  TYPICAL: 'The source names the site as typical for the code.',
  ALLOWED: 'The source allows the code at the site.',
  NOT_PAYABLE_IN_SETTING: 'The source does not pay the code at the site.',
});

export const JurisdictionKind = list('JurisdictionKind', 'What kind of area a jurisdiction is.', {
  NATIONAL: 'The whole country.',
  STATE: 'A state or territory.',
  MPFS_LOCALITY: 'A payment locality of the Medicare physician fee schedule.',
});

// ---- payers and policies ----

export const PayerKind = list('PayerKind', 'What kind of payer it is, and so who decides its coverage.', {
  NATIONAL_COMMERCIAL: 'Commercial payer, some with Medicare products.',
  BLUE_LICENSEE: 'Licensee or affiliate of the Blue Cross Blue Shield Association; decides for itself.',
  ASSOCIATION:
    'Association of licensees; decides nothing itself. A question about it answers with its licensees.',
  MEDICARE_FFS: 'Medicare fee-for-service (CMS): decides nationally.',
  MEDICARE_CONTRACTOR: 'Medicare administrative contractor: decides locally where no national rule does.',
  MEDICAID: 'Medicaid, CHIP or a managed Medicaid plan.',
  TRICARE: 'TRICARE.',
  WORKERS_COMPENSATION: "Workers' compensation.",
  ISSUER: 'Health insurance issuer that a price file names; nothing else was looked up of it.',
  GROUP_HEALTH_PLAN: 'Group health plan that a price file names; nothing else was looked up of it.',
  THIRD_PARTY_ADMINISTRATOR:
    'Third-party administrator that a price file names; nothing else was looked up of it.',
  REPORTING_ENTITY: 'Named in a price file, which does not say of which kind it is.',
});

export const LineOfBusiness = list('LineOfBusiness', 'The line of business that a statement speaks of.', {
  COMMERCIAL: 'Commercial plans.',
  MEDICARE_FFS: 'Medicare fee-for-service.',
  MEDICARE_ADVANTAGE: 'Medicare Advantage and other Medicare products of private payers.',
  MEDICAID: 'Medicaid and CHIP.',
  TRICARE: 'TRICARE.',
  WORKERS_COMPENSATION: "Workers' compensation.",
  ANY_NOT_STATED: 'The source does not say; it reaches every line of business of the payer.',
});

export const PolicyKind = list('PolicyKind', 'What kind of policy it is.', {
  NCD: 'National coverage determination.',
  BENEFIT_MANUAL: 'Medicare benefit policy manual.',
  REGULATION: 'Regulation.',
  LCD: 'Local coverage determination.',
  ARTICLE: 'Billing and coding article of a Medicare contractor.',
  MEDICAL_POLICY: 'Medical policy of a payer.',
  PAYMENT_POLICY: 'Payment policy or provider guidance.',
  BENEFIT_SUMMARY: 'Summary of a plan benefit.',
});

export const CoveredStatus = list(
  'CoveredStatus',
  'Whether the service is covered (HL7 Da Vinci CRD coverage-information).',
  {
    COVERED: 'Covered.',
    NOT_COVERED: 'Not covered.',
    CONDITIONAL: 'Covered when conditions are met.',
    INDETERMINATE: 'The payer itself leaves it open, for instance to case-by-case decision.',
  },
);

export const CoverageBasis = list(
  'CoverageBasis',
  'The ground a coverage statement gives. A separate question from whether it is covered.',
  {
    MEDICALLY_NECESSARY_CRITERIA: 'Covered where medical-necessity criteria are met.',
    ADJUNCT: 'Covered as an adjunct to another test.',
    CONTRACTOR_DISCRETION: 'The Medicare contractor decides case by case.',
    EXPERIMENTAL_INVESTIGATIONAL: 'Held experimental or investigational.',
    NOT_MEDICALLY_NECESSARY: 'Held not medically necessary.',
    BENEFIT_EXCLUSION: 'Excluded, or outside the benefit.',
    BUNDLED_NOT_SEPARATELY_PAYABLE: 'No separate payment is made.',
    NOT_STATED: 'The source gives no ground, or none is known.',
  },
);

export const StatedAt = list('StatedAt', 'How precisely the source speaks.', {
  NAMED_CODE: 'It names the code.',
  CODE_RANGE: 'It names a range or list that holds the code.',
  SERVICE_FAMILY:
    'It names the service or technology; the code was matched to it by this project, so the statement is an entailment.',
  GENERAL_RULE: 'A general rule that catches the code; an entailment.',
});

export const MappingCertainty = list(
  'MappingCertainty',
  'How sure the match of a named technology to a code is.',
  {
    HIGH: 'The technology has this code and no other.',
    MEDIUM: 'The likely code; others are possible.',
    LOW: 'A guess worth checking.',
  },
);

export const PriorAuthorizationStatus = list(
  'PriorAuthorizationStatus',
  'Whether prior authorization is needed (Da Vinci CRD pa-needed).',
  {
    NO_AUTH: 'Not needed.',
    AUTH_NEEDED: 'Needed.',
    CONDITIONAL: 'Needed under stated conditions.',
    INDETERMINATE: 'The source says to ask.',
  },
);

export const CriterionKind = list('CriterionKind', 'What a coverage criterion is about.', {
  INDICATION: 'A condition in which the service is covered.',
  EXCLUSION: 'What is not covered.',
  FREQUENCY: 'How often.',
  AGE: 'Age.',
  METHOD: 'Which technique.',
  DOCUMENTATION: 'What must be on record.',
  ORDER: 'Who must order it, and how.',
  SUPERVISION: 'Who must supervise.',
  COMPONENT: 'Which part of the service is paid to whom.',
  UNITS: 'How many units.',
  COST_SHARING: 'What the patient pays.',
  BENEFIT: 'What the benefit is.',
  DEFINITION: 'A definition.',
});

export const IntervalUnit = list('IntervalUnit', 'How the time between two services is counted.', {
  DAYS: 'Days from that of the last service to that of the next.',
  MONTHS:
    'Months to the day: from 15 March to 15 April is one, from 31 January to 28 February none. A year is 12.',
  FULL_MONTHS: 'Full calendar months between the month of the last service and that of the next.',
});

export const DiagnosisEffect = list('DiagnosisEffect', 'What a source says of a diagnosis for a code.', {
  SUPPORTS_MEDICAL_NECESSITY: 'Listed as supporting medical necessity.',
  DOES_NOT_SUPPORT: 'Taken out of, or kept out of, the list.',
  NAMED_IN_GUIDANCE: 'Named in billing guidance of a payer or contractor.',
  ASSOCIATED_IN_REPORT: 'Named as usual by a page behind which no payer stands.',
});

export const PolicyEventKind = list('PolicyEventKind', 'What happened.', {
  CODE: 'A code was added, changed or deleted.',
  COVERAGE: 'A coverage policy changed.',
  PAYMENT: 'Payment changed.',
  LAW: 'Statute.',
  REGULATION: 'Regulation.',
  TRANSMITTAL: 'Instruction to contractors.',
  GUIDELINE: 'Clinical guideline.',
  DEVICE: 'Device clearance.',
  TOOL: 'A tool or data set appeared.',
});

export const DatePrecision = list(
  'DatePrecision',
  'How exactly a date is known; the day stored is the first of the interval.',
  {
    DAY: 'To the day.',
    MONTH: 'To the month.',
    YEAR: 'To the year.',
  },
);

// ---- money ----

export const AmountKind = list('AmountKind', 'Which kind of money an amount is. The kinds are never mixed.', {
  NEGOTIATED_RATE: 'Rate agreed between a payer and a provider, in dollars.',
  NEGOTIATED_PERCENTAGE:
    'Percentage that a payer and a provider agreed on: of the billed charge, unless what it is taken of is said otherwise. It is no amount of dollars.',
  ALLOWED_AMOUNT: 'Amount that a payer allowed on claims.',
  PAID_AMOUNT: 'Amount that a payer paid on claims.',
  BILLED_CHARGE: 'Gross charge of a provider.',
  SELF_PAY_PRICE: 'Cash price of a provider.',
  FEE_SCHEDULE_AMOUNT: 'Amount of a public fee schedule, as somebody published it.',
});

export const BillingClass = list('BillingClass', 'Which kind of claim an amount belongs to.', {
  PROFESSIONAL: 'Professional claims.',
  INSTITUTIONAL: 'Institutional claims.',
  BOTH: 'Both, or they cannot be told apart.',
});

export const AmountStatistic = list('AmountStatistic', 'Which figure of a distribution `value` is.', {
  SINGLE: 'A single published amount.',
  MEDIAN: 'The median.',
  MEAN: 'The mean.',
  TOTAL: 'A sum.',
  RANGE: 'None: the source gives the smallest and the largest only.',
});

export const CareSetting = list('CareSetting', 'In which setting a price holds, as price files tell it.', {
  INPATIENT: 'Inpatient.',
  OUTPATIENT: 'Outpatient.',
  BOTH: 'Inpatient and outpatient.',
});

export const NegotiatedType = list(
  'NegotiatedType',
  'How a negotiated rate is set: the negotiated type of a payer file, or the methodology of a hospital file.',
  {
    NEGOTIATED: 'Payer file: negotiated as an amount.',
    DERIVED: 'Payer file: a price that the plan assigns for its own accounting.',
    FEE_SCHEDULE: 'By a fee schedule.',
    PERCENTAGE: 'Payer file: a percentage of the billed charge.',
    PER_DIEM: 'By the day.',
    CASE_RATE: 'Hospital file: for the whole case.',
    PERCENT_OF_BILLED_CHARGES: 'Hospital file: a percentage of the total billed charges.',
    OTHER: 'Hospital file: in another way, which its notes explain.',
  },
);

export const NegotiationArrangement = list('NegotiationArrangement', 'What a negotiated rate pays for.', {
  FEE_FOR_SERVICE: 'The service.',
  BUNDLE: 'The service and others that belong to it.',
  CAPITATION: 'Care of a member over a time, whatever is done.',
});

export const PriceFileKind = list('PriceFileKind', 'What kind of prices a file of a payer holds.', {
  IN_NETWORK: 'Rates negotiated with providers in the network.',
  ALLOWED_AMOUNTS: 'Amounts allowed to providers outside of the network.',
});

export const LaboratoryFeeKind = list(
  'LaboratoryFeeKind',
  'How a fee of the clinical laboratory fee schedule is set. The letter is the one in the file.',
  {
    NATIONAL_N: 'One national amount.',
    LOCAL_L: 'Priced by the Medicare contractor; the file holds no amount.',
  },
);

export const ApmStatus = list('ApmStatus', 'To whom a conversion factor applies (from 2026 there are two).', {
  ALL: 'Everyone.',
  QUALIFYING_APM: 'Qualifying participants of advanced alternative payment models.',
  NOT_QUALIFYING_APM: 'Everyone else.',
});

export const BillingRuleKind = list('BillingRuleKind', 'What a billing rule is about.', {
  BILLING: 'How to bill.',
  IMAGING_CAP: 'The OPPS cap on the technical part of imaging.',
  PAYMENT_FORMULA: 'How a payment is computed.',
});

// ---- conflicts, gaps, workflows, reports ----

export const ConflictKind = list('ConflictKind', 'What the statements of a conflict disagree on.', {
  MODIFIER_VS_PCTC_INDICATOR: 'A source lists a modifier that the PC/TC indicator rules out.',
  COVERAGE_DISAGREEMENT:
    'Statements about one payer and line of business differ on coverage. Two payers that differ are no conflict.',
  AMOUNT_DISAGREEMENT: 'Published amounts of one fee schedule differ.',
  SITE_DISAGREEMENT: 'Passages of one source name different sites.',
  DIAGNOSIS_DISAGREEMENT: 'Sources differ on whether a diagnosis supports a code.',
  UNIT_LIMIT_VS_PAYMENT_STATUS:
    'A unit limit leaves room for a code that the payment status does not let the hospital bill.',
  FEE_SCHEDULE_SUMS:
    'RVUs of the fee schedule do not add up as published: those of a row to its totals, or those of the parts to those of the whole.',
  FEE_SCHEDULE_OUTSIDE_CODE:
    'A row of the fee schedule holds on days on which the code set does not hold its code.',
});

export const ConflictResolution = list('ConflictResolution', 'How a conflict stands.', {
  RESOLVED_BY_AUTHORITY: 'A stated order of authority prefers one side; the others stay visible.',
  RESOLVED_BY_DATE: 'The later statement holds.',
  UNRESOLVED: 'No rule decides.',
});

export const WorkflowActor = list('WorkflowActor', 'Who does a step.', {
  ORDERING_PROVIDER: 'The clinician who orders and treats.',
  DXA_TECHNOLOGIST: 'The technologist at the densitometer.',
  IMAGING_FACILITY: 'The imaging site or hospital department.',
  REMOTE_ANALYSIS_VENDOR: 'A remote analysis site or vendor.',
  ANALYSIS_SOFTWARE: 'The software, wherever it runs.',
  INTERPRETING_PROVIDER: 'The clinician who interprets and reports.',
});

export const ReportSectionKey = list(
  'ReportSectionKey',
  'A section of a code report, in the outline of the founding reports.',
  {
    SUMMARY: 'Summary.',
    PAYERS_COVERED: 'Payers covered.',
    BILLING_CODE_OVERVIEW: 'Billing code overview.',
    SERVICE_TYPE: 'Service type.',
    SITE_OF_SERVICE: 'Sites of service.',
    CLINICAL_CONTEXT: 'Clinical context.',
    MODIFIERS: 'Modifiers.',
    DIAGNOSES: 'Diagnoses.',
    RELATED_CODES: 'Related codes.',
    TAXONOMIES: 'Taxonomies.',
    BENCHMARKS: 'Benchmarks.',
    POLICY_UPDATES: 'Policy updates.',
    DATA_LIMITATIONS: 'Data limitations.',
  },
);

// ---- answers, worked out and never stored ----

export const CellState = list(
  'CoverageCellState',
  'What a cell of the coverage matrix says. A cell is never null.',
  {
    COVERED: 'Every best statement says covered.',
    NOT_COVERED: 'Every best statement says not covered.',
    CONDITIONAL: 'Every best statement says covered when conditions are met.',
    INDETERMINATE: 'The payer itself leaves it open.',
    CONFLICTING: 'Best statements that hold on the day differ; all are given.',
    UNKNOWN:
      'No statement holds a value for that day; `unknownReason` says why. It does not mean not covered.',
    NOT_APPLICABLE: 'No code of the component existed on that day.',
  },
);

export const CellReach = list('CoverageCellReach', 'How the statements of a cell reach its component.', {
  STATED: 'They are about this component.',
  SAME_CODE:
    'They are about the code without a modifier; that they reach the component that the modifier names is an entailment.',
  NONE: 'There are none.',
});

export const PriorAuthorizationAnswer = list(
  'PriorAuthorizationAnswerState',
  'What is known of prior authorization. An axis of its own: it is never inferred from coverage.',
  {
    NO_AUTH: 'Not needed.',
    AUTH_NEEDED: 'Needed.',
    CONDITIONAL: 'Needed under stated conditions.',
    INDETERMINATE: 'The source says to ask.',
    UNKNOWN: 'No statement holds a value for that day; `unknownReason` says why.',
  },
);

export const ClaimVerdict = list('ClaimVerdict', 'What a claim check ends in.', {
  NO_FINDINGS: 'Everything that could be judged was, and nothing was found. `notChecked` is empty.',
  FINDINGS: 'At least one finding of severity ERROR or WARNING.',
  CANNOT_TELL: 'No such finding, but something could not be judged; see `notChecked`.',
});

export const FindingSeverity = list('FindingSeverity', 'How serious a finding is.', {
  ERROR: 'By the rules cited, the line would not be paid as it stands.',
  WARNING: 'Likely trouble, or a condition that the claim does not show to be met.',
  INFO: 'Worth knowing.',
});

export const ClaimRule = list('ClaimRule', 'A rule of the claim check.', {
  CODE_VALIDITY:
    'The code exists and is valid on the date of service, and no modifier of the line had ended.',
  MODIFIER_VS_PCTC_INDICATOR: 'Modifiers 26 and TC fit the PC/TC indicator.',
  MISSING_COMPONENT_MODIFIER:
    'A code that splits by modifier carries 26 in a facility on a professional claim.',
  CODE_PAIR_EDIT: 'No procedure-to-procedure edit bars two codes of one day.',
  GLOBAL_AND_COMPONENT: 'The whole service and its parts are not billed together.',
  UNITS_OVER_LIMIT: 'Units stay within the medically unlikely edit.',
  PLACE_OF_SERVICE: 'The place of service and the payment system allow the code.',
  DIAGNOSIS: 'The diagnoses are billable and supported by the policy of the payer.',
  FREQUENCY: 'Enough time has passed since the last service.',
  COVERAGE: 'The payer covers the component.',
  PRIOR_AUTHORIZATION: 'Prior authorization is not needed.',
  DATE_OF_SERVICE: 'The date of service can be judged.',
});

export const DownloadFormat = list('DownloadFormat', 'A kind of file in which the graph can be had.', {
  SQLITE: 'The whole graph, as the SQLite database that the server answers from.',
  CSV: 'A table with a heading, as in RFC 4180. A cell that a spreadsheet would run begins with an apostrophe.',
  NDJSON: 'A JSON object a line.',
});

export const FacetField = list('FacetField', 'A property to count statements by.', {
  PAYER: 'Payer, by id; NONE for statements that name none.',
  STATEMENT_TYPE: 'Type of statement.',
  COVERAGE_STATUS: 'Whether it is covered; NONE for statements that hold no value or are not about coverage.',
  BASIS: 'Ground of a coverage statement; NONE for others.',
  LINE_OF_BUSINESS: 'Line of business; NONE for statements that know no such thing.',
  SOURCE_KIND: 'Kind of the primary source.',
  RANK: 'Rank.',
  VALUE_STATE: 'Whether a value is held.',
});

export const SearchMatch = list('SearchMatch', 'What of an entity a text matched.', {
  NAME: 'The whole text is its code, number, slug or another of its names.',
  LABEL: 'The whole text is its label.',
  LABEL_WORDS: 'Words of the text are in its names and label: all of them, or as many as the score says.',
  DESCRIPTION: 'Every word is there, some only in its description.',
});

export const ChangeKind = list('ChangeKind', 'What happened to a statement from one release to the next.', {
  CREATED: 'It is new.',
  UPDATED:
    'What it says changed, or it is new and corrects the one named as previous, which is no longer held.',
  RETIRED: 'It is no longer held, and nothing new stands in its place.',
  RANK_CHANGED: 'Only its rank changed.',
  SOURCE_REFRESHED: 'Only what it cites changed: other sources or passages, or a source that was read anew.',
});
