/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which kind of money an amount is. The kinds are never mixed. */
export type AmountKind =
  /** Rate agreed between a payer and a provider, in dollars. */
  | 'NEGOTIATED_RATE'
  /** Percentage that a payer and a provider agreed on, of what `percentageBase` says. It is no amount of dollars. */
  | 'NEGOTIATED_PERCENTAGE'
  /** Amount that a payer allowed on claims. */
  | 'ALLOWED_AMOUNT'
  /** Amount that a payer paid on claims. */
  | 'PAID_AMOUNT'
  /** Gross charge of a provider. */
  | 'BILLED_CHARGE'
  /** Cash price of a provider. */
  | 'SELF_PAY_PRICE'
  /** Amount of a public fee schedule, as a source published it. */
  | 'FEE_SCHEDULE_AMOUNT';

/** Which day and which state of knowledge a request is about. It applies to everything below the field it is given to. */
export type AsOfInput = {
  /** Day of the service, tested against validity, such as 2025-10-15. Default: that of the field above, else today. */
  readonly dateOfService?: string | null | undefined;
  /** The state of the graph at that moment, such as 2026-11-24T00:00:00Z. Default: that of the field above, else now. */
  readonly knownAt?: string | null | undefined;
};

/** Which kind of claim an amount belongs to. */
export type BillingClass =
  /** Professional claims. */
  | 'PROFESSIONAL'
  /** Institutional claims. */
  | 'INSTITUTIONAL'
  /** Both, or the source does not distinguish them. */
  | 'BOTH';

/** How often a source has to be read again. */
export type Cadence =
  /** Every day. */
  | 'DAILY'
  /** Every seven days. */
  | 'WEEKLY'
  /** Every month. */
  | 'MONTHLY'
  /** In every quarter of the calendar, for which there is a new release. */
  | 'QUARTERLY'
  /** Every year. */
  | 'YEARLY'
  /** Not at all: a dated document that does not change. */
  | 'NEVER'
  /** Nobody has determined it. */
  | 'UNKNOWN';

/** In which setting a price applies, as price files state it. */
export type CareSetting =
  /** Inpatient. */
  | 'INPATIENT'
  /** Outpatient. */
  | 'OUTPATIENT'
  /** Inpatient and outpatient. */
  | 'BOTH';

/** Whether the world changed or what this graph knows of it. */
export type ChangeCause =
  /** The payer, or another publisher, changed it: it holds, or ends, on a day after the release before. */
  | 'PUBLISHER'
  /** It was so before, or its day is not known: this graph learned of it, corrected itself, or read a source again. */
  | 'KNOWLEDGE';

/** What happened to a statement from one release to the next. */
export type ChangeKind =
  /** It is new. */
  | 'CREATED'
  /** Its content changed, or it is new and corrects the one named as previous, which is no longer in force. */
  | 'UPDATED'
  /** It is no longer in force or in the release, and nothing new replaces it. */
  | 'RETIRED'
  /** Only its rank changed. */
  | 'RANK_CHANGED'
  /** An edition of what is published again and again was added. What it states otherwise than the one before has events of its own; the rest is counted: read again what its source is cited for. */
  | 'EDITION_ADDED'
  /** Only what it cites changed: other sources or passages, or a source that was read again. */
  | 'SOURCE_REFRESHED';

/** The kind of claim. */
export type ClaimForm =
  /** Professional claim (837P, CMS-1500). */
  | 'PROFESSIONAL_837P_CMS1500'
  /** Institutional claim (837I, UB-04). */
  | 'INSTITUTIONAL_837I_UB04';

/** A draft claim. It takes no patient data, and none is wanted. */
export type ClaimInput = {
  /** The payer by slug or id, such as medicare. */
  readonly payer?: string | null | undefined;
  /** Line of business; needed where the payer has several. */
  readonly lineOfBusiness?: LineOfBusiness | null | undefined;
  /** Kind of claim. */
  readonly claimForm?: ClaimForm | null | undefined;
  /** Lines, from 1 to 50. */
  readonly lines: ReadonlyArray<ClaimLineInput>;
};

/** A line of a draft claim. */
export type ClaimLineInput = {
  /** Billing code, such as "77090" or "CPT:77090". What has the form of no code, such as "77080-26", is a finding on its line. */
  readonly code: string;
  /** Two-character modifiers, such as ["26"]; at most 4. */
  readonly modifiers?: ReadonlyArray<string> | null | undefined;
  /** Units, from 0.1 to 9999999.9, as a claim of 837 may have them: with one decimal at most. */
  readonly units?: number | null | undefined;
  /** Two digits as text, such as "11". */
  readonly placeOfService?: string | null | undefined;
  /** ICD-10-CM codes, such as ["M81.0"]; at most 12. One of another form, such as 733.01 of ICD-9-CM, is a finding on its line. */
  readonly diagnoses?: ReadonlyArray<string> | null | undefined;
  /** Day of the service; default: that of `asOf`, else today. */
  readonly dateOfService?: string | null | undefined;
  /** Day of the last service of this kind, for frequency rules. */
  readonly lastServiceOn?: string | null | undefined;
};

/** A rule of the claim check. */
export type ClaimRule =
  /** The code and its modifiers exist and are valid on the date of service. */
  | 'CODE_VALIDITY'
  /** Modifiers 26 and TC fit the PC/TC indicator. */
  | 'MODIFIER_VS_PCTC_INDICATOR'
  /** A code that splits by modifier carries 26 in a facility on a professional claim. */
  | 'MISSING_COMPONENT_MODIFIER'
  /** An add-on code is billed with a primary procedure of the day. */
  | 'ADD_ON_CODE'
  /** No procedure-to-procedure edit bars two codes of one day. */
  | 'CODE_PAIR_EDIT'
  /** The whole service and its parts are not billed together, by codes of their own or by modifiers 26 and TC. */
  | 'GLOBAL_AND_COMPONENT'
  /** Units stay within the medically unlikely edit. */
  | 'UNITS_OVER_LIMIT'
  /** No line repeats another of the day without a modifier that says why. */
  | 'DUPLICATE_LINE'
  /** No visit lies in the global period of an operation on the claim without a modifier that says why. */
  | 'GLOBAL_PERIOD'
  /** Modifier 50, or RT and LT, fit the bilateral indicator. */
  | 'BILATERAL'
  /** Modifiers 80, 81, 82 and AS fit the assistant indicator. */
  | 'ASSISTANT_AT_SURGERY'
  /** Modifier 62 fits the co-surgeon indicator. */
  | 'CO_SURGEONS'
  /** Modifier 66 fits the team indicator. */
  | 'TEAM_SURGERY'
  /** No line is paid less because of another of the day. */
  | 'MULTIPLE_PROCEDURES'
  /** The Medicare fee schedule pays the code separately. */
  | 'PAYMENT_STATUS'
  /** The place of service and the payment system allow the code. */
  | 'PLACE_OF_SERVICE'
  /** The diagnoses are billable and supported by the policy of the payer. */
  | 'DIAGNOSIS'
  /** Enough time has passed since the last service. */
  | 'FREQUENCY'
  /** The payer covers the component. */
  | 'COVERAGE'
  /** Prior authorization is not needed. */
  | 'PRIOR_AUTHORIZATION'
  /** The date of service can be judged. */
  | 'DATE_OF_SERVICE';

/** The result of a claim check. */
export type ClaimVerdict =
  /** Everything that could be judged was, and nothing was found. `notChecked` is empty. */
  | 'NO_FINDINGS'
  /** At least one finding of severity ERROR or WARNING. */
  | 'FINDINGS'
  /** No such finding, but something could not be judged; see `notChecked`. */
  | 'CANNOT_TELL';

/** How a service family is split into components. */
export type ComponentPattern =
  /** Each component has its own code, as with trabecular bone score. */
  | 'STAND_ALONE_CODES'
  /** One code; modifiers 26 and TC name the components, as with DXA. */
  | 'MODIFIER_SPLIT'
  /** One code for the whole; no split was found. */
  | 'GLOBAL_ONLY'
  /** A wider group: its services have codes, the group has none. */
  | 'GROUP_OF_SERVICES';

/** Which part of a service a component is. */
export type ComponentRole =
  /** The whole service. */
  | 'GLOBAL'
  /** Equipment, staff and supplies. */
  | 'TECHNICAL'
  /** A technical part: acquiring the images. */
  | 'TECHNICAL_ACQUISITION'
  /** A technical part: preparing and sending the image data. */
  | 'TECHNICAL_PREPARATION_AND_TRANSMISSION'
  /** A technical part: computing the result. */
  | 'TECHNICAL_CALCULATION'
  /** The clinician's part: which of it, such as supervision or interpretation, is not stated. */
  | 'PROFESSIONAL'
  /** The clinician's interpretation and report. */
  | 'PROFESSIONAL_INTERPRETATION_AND_REPORT';

/** The state of a cell of the coverage matrix. It is never null. */
export type CoverageCellState =
  /** Every best statement says covered. */
  | 'COVERED'
  /** Every best statement says not covered. */
  | 'NOT_COVERED'
  /** Every best statement says covered when conditions are met. */
  | 'CONDITIONAL'
  /** The payer itself leaves it open. */
  | 'INDETERMINATE'
  /** Best statements that hold on the day differ; all are given. */
  | 'CONFLICTING'
  /** No statement gives a value for that day; `unknownReason` gives the reason. It does not mean not covered. */
  | 'UNKNOWN'
  /** No code of the component existed on that day. */
  | 'NOT_APPLICABLE';

/** Whether the service is covered (HL7 Da Vinci CRD coverage-information). */
export type CoveredStatus =
  /** Covered. */
  | 'COVERED'
  /** Not covered. */
  | 'NOT_COVERED'
  /** Covered when conditions are met. */
  | 'CONDITIONAL'
  /** The payer itself leaves it open, for instance to case-by-case decision. */
  | 'INDETERMINATE';

/** What a coverage criterion is about. */
export type CriterionKind =
  /** A condition in which the service is covered. */
  | 'INDICATION'
  /** What is not covered. */
  | 'EXCLUSION'
  /** How often. */
  | 'FREQUENCY'
  /** Age. */
  | 'AGE'
  /** Which technique. */
  | 'METHOD'
  /** What must be on record. */
  | 'DOCUMENTATION'
  /** Who must order it, and how. */
  | 'ORDER'
  /** Who must supervise. */
  | 'SUPERVISION'
  /** Which part of the service is paid to whom. */
  | 'COMPONENT'
  /** How many units. */
  | 'UNITS'
  /** What the patient pays. */
  | 'COST_SHARING'
  /** What the benefit is. */
  | 'BENEFIT'
  /** A definition. */
  | 'DEFINITION';

/** How exactly a date is known; the day stored is the first of the interval. */
export type DatePrecision =
  /** To the day. */
  | 'DAY'
  /** To the month. */
  | 'MONTH'
  /** To the year. */
  | 'YEAR';

/** How close the text that was read is to the authority. It is not a score. */
export type EvidenceLevel =
  /** Read in the authority's own data or text, or an unaltered copy of it. */
  | 'PRIMARY'
  /** Read in a summary, a re-packaging, a news item or a web page, or inferred from such. */
  | 'SECONDARY';

/** What a service family and its components rest on. */
export type FamilyBasis =
  /** People put the codes together, from sources that are cited. */
  | 'CURATED'
  /** Worked out from the PC/TC indicator and the RVUs of the day, and reviewed by nobody. `explanation` has the rule. */
  | 'PROPOSED';

/** How serious a finding is. */
export type FindingSeverity =
  /** By the rules cited, the line would not be paid as billed. */
  | 'ERROR'
  /** Likely trouble, or a condition that the claim does not show to be met. */
  | 'WARNING'
  /** Worth knowing. */
  | 'INFO';

/** Whether what was read is recent enough on a day. It does not tell whether it still holds: see `validity`. */
export type FreshnessState =
  /** A source that supports it need not have been read again by that day. */
  | 'CURRENT'
  /** Every source that supports it should have been read again by that day, and none was. */
  | 'STALE'
  /** Those with a known day should have been read again; for the others no day is known by which they should be. */
  | 'UNKNOWN';

/** What is not known. */
export type GapProperty =
  /** Whether a payer covers it. */
  | 'COVERAGE'
  /** Whether a payer needs prior authorization. */
  | 'PRIOR_AUTHORIZATION'
  /** Which diagnoses support it. */
  | 'DIAGNOSES'
  /** Which provider taxonomies report it. */
  | 'PROVIDER_TAXONOMIES'
  /** What payers pay for it, apart from the fee schedules of Medicare. */
  | 'RATES'
  /** How much it is used. */
  | 'UTILIZATION'
  /** What it reports, in words that may be kept. */
  | 'DEFINITION'
  /** What kind of service it is. */
  | 'SERVICE_TYPE'
  /** Where it is done. */
  | 'SITES_OF_SERVICE'
  /** For whom, for what and in which steps it is done. */
  | 'CLINICAL_CONTEXT'
  /** Which modifiers it is reported with. */
  | 'MODIFIERS'
  /** Which codes stand beside it. */
  | 'RELATED_CODES'
  /** What changed in policies on it. */
  | 'POLICY_UPDATES'
  /** What a published report says was not available to it, without saying which. */
  | 'REPORT_DATA';

/** How the statement was obtained (Biolink knowledge level). */
export type KnowledgeLevel =
  /** The source says it. */
  | 'ASSERTION'
  /** It follows from what the source says by a stated step, such as matching a named technology to a code. */
  | 'ENTAILMENT'
  /** Computed from many records. */
  | 'STATISTICAL_ASSOCIATION'
  /** Observed in data, such as counts of claims. */
  | 'OBSERVATION'
  /** Predicted. */
  | 'PREDICTION'
  /** Not stated. */
  | 'NOT_PROVIDED';

/** The line of business that a statement applies to. */
export type LineOfBusiness =
  /** Commercial plans. */
  | 'COMMERCIAL'
  /** Medicare fee-for-service. */
  | 'MEDICARE_FFS'
  /** Medicare Advantage and other Medicare products of private payers. */
  | 'MEDICARE_ADVANTAGE'
  /** Medicaid and CHIP. */
  | 'MEDICAID'
  /** TRICARE. */
  | 'TRICARE'
  /** Workers' compensation. */
  | 'WORKERS_COMPENSATION'
  /** The source does not state it; the statement applies to every line of business of the payer. */
  | 'ANY_NOT_STATED';

/** Which components, payers and lines of business. Give `codes` or `families`. */
export type MatrixInput = {
  /** Codes, such as ["77090"]; the whole family of each is shown, since its parts differ by code: the family that people put it in, else the one that is worked out for the day (`ServiceFamily.basis`). With the modifier of a component, such as "77080-26", only the row of that component. */
  readonly codes?: ReadonlyArray<string> | null | undefined;
  /** Service families by slug or id, such as trabecular-bone-score. A group of services gives the rows of its members, and proposed-93000 those of what is worked out around a code. */
  readonly families?: ReadonlyArray<string> | null | undefined;
  /** Payers by slug or id, such as aetna; default: every payer of the graph that decides. An association is replaced by its licensees. Medicare is its national column, and one for each contractor that states something different or further for one of the components in any of the lines; name a contractor to see it in any case. */
  readonly payers?: ReadonlyArray<string> | null | undefined;
  /** Lines of business; default: those that anything is known about, for each payer. */
  readonly linesOfBusiness?: ReadonlyArray<LineOfBusiness> | null | undefined;
  /** Day and state of knowledge. */
  readonly asOf?: AsOfInput | null | undefined;
};

/** What a source states about a modifier on a code. */
export type ModifierEffect =
  /** The modifier can be used with the code. */
  | 'ALLOWED'
  /** The modifier cannot be used with the code. */
  | 'NOT_ALLOWED'
  /** It depends on circumstances that the reason names. */
  | 'DEPENDS'
  /** A report lists the modifier for the code. */
  | 'REPORTED_AS_COMMON';

/** Whose neighbours, of which types, and how many. */
export type NeighbourhoodInput = {
  /** The things whose neighbours are wanted, by id, code or slug, such as Payer:aetna, 77090 or 77080-26; at most 12. */
  readonly of: ReadonlyArray<string>;
  /** Only neighbours of these types, such as Payer; any when left out. There are Source, ServiceFamily, BillingCode, ServiceComponent, Modifier, Indicator, PlaceOfService, SiteOfService, ServiceContext, Jurisdiction, ProviderTaxonomy, Payer, Policy, PolicyVersion, DiagnosisCode, Workflow, WorkflowStep, NationalDrugCode. */
  readonly types?: ReadonlyArray<string> | null | undefined;
  /** The most neighbours of all of them together, from 1 to 200. */
  readonly first?: number | null | undefined;
  /** Day and state of knowledge. */
  readonly asOf?: AsOfInput | null | undefined;
};

/** The two ends of the paths, the statements to go along, and the limits. */
export type PathInput = {
  /** One end by id, code or slug, such as BillingCode:CPT:77090, 77090 or 77080-26. Types: ServiceFamily, BillingCode, ServiceComponent, Modifier, PlaceOfService, SiteOfService, ServiceContext, Jurisdiction, ProviderTaxonomy, Payer, Policy, PolicyVersion, DiagnosisCode, NationalDrugCode. */
  readonly from: string;
  /** The other end in the same forms, such as medicare; of the same types. */
  readonly to: string;
  /** Names of statement types to go along, such as CoverageStatement; any when left out. */
  readonly via?: ReadonlyArray<string> | null | undefined;
  /** The most hops, from 1 to 6. */
  readonly maxLength?: number | null | undefined;
  /** The most paths, from 1 to 10. */
  readonly first?: number | null | undefined;
  /** Day and state of knowledge. */
  readonly asOf?: AsOfInput | null | undefined;
};

/** What kind of payer it is, and so who decides its coverage. */
export type PayerKind =
  /** Commercial payer, some with Medicare products. */
  | 'NATIONAL_COMMERCIAL'
  /** Licensee or affiliate of the Blue Cross Blue Shield Association; decides for itself. */
  | 'BLUE_LICENSEE'
  /** Association of licensees; decides nothing itself. A request for it is answered with its licensees. */
  | 'ASSOCIATION'
  /** Medicare fee-for-service (CMS): decides nationally. */
  | 'MEDICARE_FFS'
  /** Medicare administrative contractor: decides locally where no national rule does. */
  | 'MEDICARE_CONTRACTOR'
  /** Medicaid, CHIP or a managed Medicaid plan. */
  | 'MEDICAID'
  /** TRICARE. */
  | 'TRICARE'
  /** Workers' compensation. */
  | 'WORKERS_COMPENSATION'
  /** Health insurance issuer that a price file names; nothing else was looked up about it. */
  | 'ISSUER'
  /** Group health plan that a price file names; nothing else was looked up about it. */
  | 'GROUP_HEALTH_PLAN'
  /** Third-party administrator that a price file names; nothing else was looked up about it. */
  | 'THIRD_PARTY_ADMINISTRATOR'
  /** Named in a price file, which does not state its kind. */
  | 'REPORTING_ENTITY';

/** What happened. */
export type PolicyEventKind =
  /** A code was added, changed or deleted. */
  | 'CODE'
  /** A coverage policy changed. */
  | 'COVERAGE'
  /** Payment changed. */
  | 'PAYMENT'
  /** Statute. */
  | 'LAW'
  /** Regulation. */
  | 'REGULATION'
  /** Instruction to contractors. */
  | 'TRANSMITTAL'
  /** Clinical guideline. */
  | 'GUIDELINE'
  /** Device clearance. */
  | 'DEVICE'
  /** A tool or data set appeared. */
  | 'TOOL';

/** What kind of policy it is. */
export type PolicyKind =
  /** National coverage determination. */
  | 'NCD'
  /** Medicare benefit policy manual. */
  | 'BENEFIT_MANUAL'
  /** Regulation. */
  | 'REGULATION'
  /** Local coverage determination. */
  | 'LCD'
  /** Billing and coding article of a Medicare contractor. */
  | 'ARTICLE'
  /** Medical policy of a payer. */
  | 'MEDICAL_POLICY'
  /** Payment policy or provider guidance. */
  | 'PAYMENT_POLICY'
  /** Summary of a plan benefit. */
  | 'BENEFIT_SUMMARY';

/** What is known about prior authorization. It is never inferred from coverage. */
export type PriorAuthorizationAnswerState =
  /** Not needed. */
  | 'NO_AUTH'
  /** Needed. */
  | 'AUTH_NEEDED'
  /** Needed under stated conditions. */
  | 'CONDITIONAL'
  /** The source says to ask. */
  | 'INDETERMINATE'
  /** No statement gives a value for that day; `unknownReason` gives the reason. */
  | 'UNKNOWN';

/** How a related code is related to the code. */
export type RelatedCodeKind =
  /** It reports the whole of which this code reports a part. */
  | 'WHOLE'
  /** It reports a part of what this code reports. */
  | 'PART'
  /** It reports another part of the same service. */
  | 'SIBLING'
  /** It makes the image that this code works on. */
  | 'BASE_STUDY'
  /** It works on an image that this code makes. */
  | 'WORKS_ON_IMAGE'
  /** It already contains the work of this code. */
  | 'INCLUDING'
  /** Its work is already contained in this code. */
  | 'INCLUDED'
  /** It is what this code, an add-on, may follow. */
  | 'PRIMARY'
  /** It is an add-on that may follow this code. */
  | 'ADD_ON'
  /** It replaced this code. */
  | 'SUCCESSOR'
  /** This code replaced it. */
  | 'PREDECESSOR'
  /** The two are usually reported together. */
  | 'COMMONLY_REPORTED_WITH'
  /** The two are not reported together for one service. */
  | 'DO_NOT_REPORT_TOGETHER'
  /** No code-pair edit between them was found in the tables named. */
  | 'NO_EDIT_FOUND'
  /** The two families split in the same way. */
  | 'SAME_COMPONENT_PATTERN';

/** A section of a code report, in the outline of the founding reports. */
export type ReportSectionKey =
  /** Summary. */
  | 'SUMMARY'
  /** Payers covered. */
  | 'PAYERS_COVERED'
  /** Billing code overview. */
  | 'BILLING_CODE_OVERVIEW'
  /** Service type. */
  | 'SERVICE_TYPE'
  /** Sites of service. */
  | 'SITE_OF_SERVICE'
  /** Clinical context. */
  | 'CLINICAL_CONTEXT'
  /** Modifiers. */
  | 'MODIFIERS'
  /** Diagnoses. */
  | 'DIAGNOSES'
  /** Related codes. */
  | 'RELATED_CODES'
  /** Taxonomies. */
  | 'TAXONOMIES'
  /** Benchmarks. */
  | 'BENCHMARKS'
  /** Policy updates. */
  | 'POLICY_UPDATES'
  /** Data limitations. */
  | 'DATA_LIMITATIONS';

/** What kind of document a source is. */
export type SourceKind =
  /** A release of the Medicare physician or outpatient fee schedule, or a copy of its rows. */
  | 'FEE_SCHEDULE'
  /** A national or local coverage determination, or the manual or regulation behind it. */
  | 'COVERAGE_DETERMINATION'
  /** A billing and coding article of a Medicare contractor. */
  | 'LOCAL_COVERAGE_ARTICLE'
  /** A medical policy published by a payer. */
  | 'COMMERCIAL_MEDICAL_POLICY'
  /** A payment or reimbursement policy, transmittal or contractor page. */
  | 'PAYMENT_POLICY'
  /** A third party's summary of a payer's policy. */
  | 'POLICY_SUMMARY'
  /** A file of NCCI edits, MUE limits or add-on codes. */
  | 'CODE_EDIT_FILE'
  /** A code set: procedure, diagnosis, modifier or place-of-service codes. */
  | 'CODE_SET'
  /** A file of areas and of where they lie, such as those of ZIP codes. */
  | 'AREA_FILE'
  /** A published report page on one billing code. */
  | 'REPORT_PAGE'
  /** News, newsletter, blog or reference page. */
  | 'TRADE_ARTICLE'
  /** A page or guide of the maker. */
  | 'VENDOR_GUIDE'
  /** A payer or hospital price-transparency file, or a data set made from such. */
  | 'MACHINE_READABLE_RATE_FILE'
  /** Law: statute, regulation, Federal Register. */
  | 'STATUTE_OR_REGULATION'
  /** A device clearance document. */
  | 'DEVICE_CLEARANCE'
  /** A journal article or a guideline of a medical society. */
  | 'CLINICAL_LITERATURE'
  /** A data set of claims or utilisation. */
  | 'CLAIMS_DATASET'
  /** A page of a payer or a clearing house that says where electronic claims are sent: payer ids. */
  | 'CLAIMS_DIRECTORY'
  /** A statement of a company to its regulator, or the report of a regulator on a company. */
  | 'COMPANY_FILING';

/** What was read, in plain words. It follows from the kind of the source, its evidence, and whether it was read in a copy. */
export type SourceLevel =
  /** A data file as its publisher publishes it. That a loaded file is unaltered is the word of the person who loaded it; its SHA-256 identifies it. */
  | 'OFFICIAL_FILE'
  /** A page or document of an authority, read there: law, a coverage determination, a payment policy, a clearance. */
  | 'OFFICIAL_PAGE'
  /** A page or document of a payer, a society, a journal or a maker, read at its publisher. */
  | 'PUBLISHER_DOCUMENT'
  /** The publisher's data or text, read in a copy or re-packaging that another keeps. */
  | 'RELAY_OF_PUBLISHER'
  /** What another states of it: a summary, an article, a report page, or figures made of it. */
  | 'SECONDARY_REPORT';

/** The role of a citation for its statement. Every statement has exactly one primary source. */
export type SourceRole =
  /** The source the statement rests on. */
  | 'PRIMARY_KNOWLEDGE_SOURCE'
  /** A re-packaging through which the rows were read. */
  | 'AGGREGATOR_KNOWLEDGE_SOURCE'
  /** A further source that says the same or supports it. */
  | 'SUPPORTING_DATA_SOURCE';

/** Why a value is not known. A closed list. */
export type UnknownReason =
  /** The source was read and does not state it. */
  | 'NOT_STATED_IN_SOURCE'
  /** The full text that was read does not speak of the code or its service. */
  | 'POLICY_SILENT_ON_CODE'
  /** A policy exists, but the part that would answer could not be read. */
  | 'POLICY_TEXT_NOT_SEEN'
  /** No policy of the payer that would answer was found. */
  | 'NO_POLICY_FOUND'
  /** The question has no meaning in this setting. */
  | 'NOT_APPLICABLE_IN_SETTING'
  /** The fee schedule sets no amount: contractor-priced, not paid, or not applicable. */
  | 'NOT_PRICED_UNDER_SCHEDULE'
  /** The source may not be read or kept without a licence. */
  | 'SOURCE_LICENSED_OR_PAYWALLED'
  /** Sources disagree and no rule decides between them. */
  | 'SOURCES_CONFLICT'
  /** The question leaves out what the answer depends on; the note names it. */
  | 'NOT_STATED_IN_QUESTION'
  /** It is stated in releases, and none that was read covers the day of the question: load the one of that day to know. */
  | 'NO_RELEASE_READ'
  /** Nothing that was read states it for the day of the question; for the nearest days, which are given, something does. */
  | 'STATED_FOR_OTHER_DAYS'
  /** Nobody has looked yet. */
  | 'NOT_YET_REVIEWED';

/** What is known of the end of a validity interval. */
export type ValidityEnd =
  /** The last day is known. */
  | 'KNOWN'
  /** The source says that it goes on. */
  | 'OPEN'
  /** No end was seen; it may have ended. */
  | 'NOT_KNOWN';

/** Whether the statement holds a value, and if not, why not. */
export type ValueState =
  /** The source says something and we hold it. */
  | 'VALUE'
  /** The source says that there is none. */
  | 'NO_VALUE'
  /** There is a value, or may be one, that we do not hold; `unknownReason` says why. */
  | 'UNKNOWN_VALUE';

/** Who does a step. */
export type WorkflowActor =
  /** The clinician who orders and treats. */
  | 'ORDERING_PROVIDER'
  /** The technologist at the densitometer. */
  | 'DXA_TECHNOLOGIST'
  /** The imaging site or hospital department. */
  | 'IMAGING_FACILITY'
  /** A remote analysis site or vendor. */
  | 'REMOTE_ANALYSIS_VENDOR'
  /** The software, wherever it runs. */
  | 'ANALYSIS_SOFTWARE'
  /** The clinician who interprets and reports. */
  | 'INTERPRETING_PROVIDER';

export type CellQueryVariables = Exact<{
  payer: string;
  lineOfBusiness: LineOfBusiness;
  code: string;
  modifiers: ReadonlyArray<string> | string;
  asOf: AsOfInput;
}>;


export type CellQuery = { readonly claimLineCoverage: { readonly dateOfService: string, readonly payer: { readonly id: string, readonly label: string }, readonly component: { readonly id: string, readonly label: string } | null, readonly cells: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly nearestBefore: string | null, readonly nearestAfter: string | null, readonly priorAuthorization: PriorAuthorizationAnswerState, readonly priorAuthorizationUnknownReason: UnknownReason | null, readonly because: ReadonlyArray<
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly summary: string, readonly frequency: string | null, readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly conditions: ReadonlyArray<{ readonly id: string, readonly summary: string }>, readonly policyVersion: { readonly id: string, readonly title: string, readonly version: string, readonly policy: { readonly id: string, readonly number: string | null } } | null, readonly conflicts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly resolutionReason: string }> }, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
        | { readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly knowledgeLevel: KnowledgeLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
      >, readonly explanation: { readonly steps: ReadonlyArray<{ readonly rule: string | null, readonly note: string }> }, readonly gaps: ReadonlyArray<{ readonly id: string, readonly note: string }>, readonly searched: ReadonlyArray<{ readonly id: string, readonly title: string, readonly url: string | null }>, readonly priorAuthorizationStatements: ReadonlyArray<{ readonly id: string, readonly text: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }>, readonly publishedRates: ReadonlyArray<{ readonly rates: number, readonly hospitals: number, readonly minimum: string | null, readonly median: string | null, readonly maximum: string | null, readonly amountKind: AmountKind, readonly careSetting: CareSetting | null, readonly billingClass: BillingClass, readonly statements: ReadonlyArray<{ readonly id: string, readonly amount: string | null, readonly facility: string | null }> }> }> } | null };

export type DaysQueryVariables = Exact<{
  codings: ReadonlyArray<string> | string;
  input: MatrixInput;
}>;


export type DaysQuery = { readonly coverageChangeDays: ReadonlyArray<{ readonly day: string, readonly cells: number }> | null, readonly billingCodes: ReadonlyArray<{ readonly id: string, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly happenedOn: string, readonly precision: DatePrecision, readonly kind: PolicyEventKind, readonly summary: string }> } } | null> | null };

export type MatrixQueryVariables = Exact<{
  input: MatrixInput;
}>;


export type MatrixQuery = { readonly coverageMatrix: { readonly asOf: { readonly dateOfService: string, readonly knownAt: string }, readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string, readonly slug: string, readonly label: string, readonly parent: { readonly id: string, readonly slug: string, readonly label: string } | null } }>, readonly summary: { readonly sentence: string, readonly unknown: ReadonlyArray<{ readonly reason: UnknownReason, readonly nextStep: string | null }> }, readonly rows: ReadonlyArray<{ readonly component: { readonly id: string, readonly label: string, readonly family: { readonly slug: string, readonly label: string }, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> }, readonly cells: ReadonlyArray<{ readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly best: { readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState } } | null }> }> } | null };

export type TwoPayersQueryVariables = Exact<{
  left: string;
  right: string;
  family: string;
  asOf: AsOfInput;
}>;


export type TwoPayersQuery = { readonly comparePayers: { readonly unchangedCount: number, readonly removed: ReadonlyArray<
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
    >, readonly added: ReadonlyArray<
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
      | { readonly id: string, readonly text: string }
    >, readonly changed: ReadonlyArray<{ readonly before:
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
      , readonly after:
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
        | { readonly id: string, readonly text: string }
       }> } | null };

export type ChangesPageQueryVariables = Exact<{
  payers?: ReadonlyArray<string> | string | null | undefined;
  codes?: ReadonlyArray<string> | string | null | undefined;
  eventKinds?: ReadonlyArray<PolicyEventKind> | PolicyEventKind | null | undefined;
  changeKinds?: ReadonlyArray<ChangeKind> | ChangeKind | null | undefined;
  since?: string | null | undefined;
  beforeEvent?: string | null | undefined;
  beforeChange?: string | null | undefined;
  withEvents: boolean;
  withFeed: boolean;
}>;


export type ChangesPageQuery = { readonly events?: { readonly totalCount: number, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly startCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly happenedOn: string, readonly precision: DatePrecision, readonly kind: PolicyEventKind, readonly summary: string, readonly payer: { readonly id: string, readonly label: string } | null, readonly policy: { readonly id: string, readonly label: string } | null, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string }>, readonly recorded: { readonly from: string }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }> } | null, readonly changes?: { readonly totalCount: number, readonly pageInfo: { readonly hasPreviousPage: boolean, readonly startCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly cursor: string, readonly at: string, readonly kind: ChangeKind, readonly cause: ChangeCause, readonly effectiveOn: string | null, readonly note: string | null, readonly text: string | null, readonly previousText: string | null, readonly statementCount: number | null, readonly payerIds: ReadonlyArray<string>, readonly codeIds: ReadonlyArray<string>, readonly statement:
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
        | { readonly id: string, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd } }
       | null, readonly source: { readonly id: string, readonly title: string } | null }> } | null };

export type CheckClaimQueryVariables = Exact<{
  claim: ClaimInput;
  asOf: AsOfInput;
}>;


export type CheckClaimQuery = { readonly checkClaim: { readonly verdict: ClaimVerdict, readonly findings: ReadonlyArray<{ readonly line: number, readonly rule: ClaimRule, readonly severity: FindingSeverity, readonly message: string, readonly fix: string | null, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }>, readonly notChecked: ReadonlyArray<{ readonly line: number, readonly rule: ClaimRule, readonly reason: string, readonly text: string }> } | null };

export type CodeQueryVariables = Exact<{
  code: string;
  asOf: AsOfInput;
  year1: AsOfInput;
  year2: AsOfInput;
  year3: AsOfInput;
  year4: AsOfInput;
}>;


export type CodeQuery = { readonly billingCode: { readonly id: string, readonly code: string, readonly label: string, readonly description: string, readonly family: { readonly id: string, readonly slug: string, readonly label: string, readonly basis: FamilyBasis, readonly explanation: { readonly text: string }, readonly components: ReadonlyArray<{ readonly id: string, readonly role: ComponentRole, readonly label: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> }>, readonly componentSumCheck: { readonly globalTotal: string, readonly componentTotal: string, readonly difference: string, readonly holds: boolean, readonly entries: ReadonlyArray<{ readonly release: string, readonly totalRvuNonFacility: string, readonly nonFacilityAmount: string | null, readonly nonFacilityNotApplicable: boolean, readonly facilityAmount: string | null, readonly facilityNotApplicable: boolean, readonly code: { readonly code: string }, readonly modifier: { readonly code: string } | null }> } | null } | null, readonly year0: ReadonlyArray<{ readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null }>, readonly year1: ReadonlyArray<{ readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null }>, readonly year2: ReadonlyArray<{ readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null }>, readonly year3: ReadonlyArray<{ readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null }>, readonly year4: ReadonlyArray<{ readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null }>, readonly otherDays: ReadonlyArray<{ readonly field: string, readonly sentence: string }>, readonly modifierRules: ReadonlyArray<{ readonly id: string, readonly effect: ModifierEffect, readonly reason: string, readonly useWhen: string | null, readonly evidence: EvidenceLevel, readonly modifier: { readonly code: string, readonly label: string } }>, readonly siteRules: ReadonlyArray<{ readonly text: string }>, readonly unitLimits: ReadonlyArray<{ readonly text: string }>, readonly relatedCodes: ReadonlyArray<{ readonly kind: RelatedCodeKind, readonly text: string, readonly code: { readonly code: string, readonly label: string } }>, readonly diagnosisSupport: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly text: string }> }, readonly editsAsColumn1: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly text: string }> }, readonly editsAsColumn2: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly text: string }> }, readonly coverage: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly text: string }> }, readonly gaps: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly note: string, readonly lineOfBusiness: LineOfBusiness | null, readonly payer: { readonly label: string } | null }> }, readonly utilization: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly text: string }> }, readonly workflowSteps: ReadonlyArray<{ readonly id: string, readonly order: number, readonly label: string, readonly actorStated: string, readonly workflow: { readonly id: string, readonly slug: string, readonly label: string } }>, readonly rateSummary: { readonly groups: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly rates: number, readonly hospitals: number, readonly minimum: string | null, readonly median: string | null, readonly maximum: string | null, readonly amountKind: AmountKind, readonly careSetting: CareSetting | null, readonly billingClass: BillingClass, readonly payerBrand: { readonly label: string } | null }> } } } | null };

export type FeeFragment = { readonly release: string, readonly totalRvuNonFacility: string, readonly nonFacilityAmount: string | null, readonly nonFacilityNotApplicable: boolean, readonly facilityAmount: string | null, readonly facilityNotApplicable: boolean, readonly code: { readonly code: string }, readonly modifier: { readonly code: string } | null };

export type YearFeeFragment = { readonly release: string, readonly nonFacilityAmount: string | null, readonly facilityAmount: string | null, readonly modifier: { readonly code: string } | null };

export type CodeSectionsQueryVariables = Exact<{
  code: string;
  asOf: AsOfInput;
}>;


export type CodeSectionsQuery = { readonly codeReport: { readonly sections: ReadonlyArray<{ readonly key: ReportSectionKey, readonly title: string, readonly derived: ReadonlyArray<{ readonly text: string }>, readonly conflicts: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly resolutionReason: string }>, readonly gap: { readonly reason: UnknownReason, readonly note: string } | null, readonly statements: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        > } }> } | null };

export type GapsPageQueryVariables = Exact<{
  payers?: ReadonlyArray<string> | string | null | undefined;
  families?: ReadonlyArray<string> | string | null | undefined;
  properties?: ReadonlyArray<GapProperty> | GapProperty | null | undefined;
  reasons?: ReadonlyArray<UnknownReason> | UnknownReason | null | undefined;
  after?: string | null | undefined;
}>;


export type GapsPageQuery = { readonly gaps: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly property: GapProperty, readonly reason: UnknownReason, readonly note: string, readonly question: string, readonly lineOfBusiness: LineOfBusiness | null, readonly code: { readonly id: string, readonly code: string }, readonly payer: { readonly id: string, readonly slug: string, readonly label: string } | null, readonly searched: ReadonlyArray<{ readonly id: string, readonly title: string, readonly url: string | null, readonly officialUrl: string | null }> }> } | null, readonly serviceFamilies: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly label: string, readonly pattern: ComponentPattern }> | null };

export type NeighboursQueryVariables = Exact<{
  input: NeighbourhoodInput;
}>;


export type NeighboursQuery = { readonly neighbourhood: { readonly leftOut: number, readonly complete: boolean, readonly around: ReadonlyArray<{ readonly total: number, readonly given: number, readonly entity:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
       }>, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'BillingCode', readonly code: string, readonly id: string, readonly label: string }
      | { readonly __typename: 'DiagnosisCode', readonly code: string, readonly id: string, readonly label: string }
      | { readonly __typename: 'Indicator', readonly id: string, readonly label: string }
      | { readonly __typename: 'Jurisdiction', readonly id: string, readonly label: string }
      | { readonly __typename: 'Modifier', readonly code: string, readonly id: string, readonly label: string }
      | { readonly __typename: 'NationalDrugCode', readonly id: string, readonly label: string }
      | { readonly __typename: 'Payer', readonly id: string, readonly label: string }
      | { readonly __typename: 'PlaceOfService', readonly code: string, readonly id: string, readonly label: string }
      | { readonly __typename: 'Policy', readonly id: string, readonly label: string }
      | { readonly __typename: 'PolicyVersion', readonly id: string, readonly label: string }
      | { readonly __typename: 'ProviderTaxonomy', readonly id: string, readonly label: string }
      | { readonly __typename: 'ServiceComponent', readonly id: string, readonly label: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly id: string, readonly code: string } }> }
      | { readonly __typename: 'ServiceContext', readonly id: string, readonly label: string }
      | { readonly __typename: 'ServiceFamily', readonly id: string, readonly label: string, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string }> }
      | { readonly __typename: 'SiteOfService', readonly id: string, readonly label: string }
      | { readonly __typename: 'Source', readonly id: string, readonly label: string }
      | { readonly __typename: 'Workflow', readonly slug: string, readonly id: string, readonly label: string }
      | { readonly __typename: 'WorkflowStep', readonly id: string, readonly label: string, readonly workflow: { readonly id: string, readonly slug: string } }
    >, readonly links: ReadonlyArray<{ readonly relation: string, readonly statements: number, readonly from:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
      , readonly to:
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
      , readonly statement:
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
       | null }> } | null };

export type WaysQueryVariables = Exact<{
  input: PathInput;
}>;


export type WaysQuery = { readonly paths: { readonly complete: boolean, readonly paths: ReadonlyArray<{ readonly length: number, readonly nodes: ReadonlyArray<
        | { readonly __typename: 'BillingCode', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'DiagnosisCode', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'Indicator', readonly id: string, readonly label: string }
        | { readonly __typename: 'Jurisdiction', readonly id: string, readonly label: string }
        | { readonly __typename: 'Modifier', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'NationalDrugCode', readonly id: string, readonly label: string }
        | { readonly __typename: 'Payer', readonly id: string, readonly label: string }
        | { readonly __typename: 'PlaceOfService', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'Policy', readonly id: string, readonly label: string }
        | { readonly __typename: 'PolicyVersion', readonly id: string, readonly label: string }
        | { readonly __typename: 'ProviderTaxonomy', readonly id: string, readonly label: string }
        | { readonly __typename: 'ServiceComponent', readonly id: string, readonly label: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly id: string, readonly code: string } }> }
        | { readonly __typename: 'ServiceContext', readonly id: string, readonly label: string }
        | { readonly __typename: 'ServiceFamily', readonly id: string, readonly label: string, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string }> }
        | { readonly __typename: 'SiteOfService', readonly id: string, readonly label: string }
        | { readonly __typename: 'Source', readonly id: string, readonly label: string }
        | { readonly __typename: 'Workflow', readonly slug: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'WorkflowStep', readonly id: string, readonly label: string, readonly workflow: { readonly id: string, readonly slug: string } }
      >, readonly statements: ReadonlyArray<
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
        | { readonly id: string, readonly text: string, readonly valueState: ValueState }
      > }> } | null };

export type PayerAnswersQueryVariables = Exact<{
  input: MatrixInput;
}>;


export type PayerAnswersQuery = { readonly coverageMatrix: { readonly rows: ReadonlyArray<{ readonly component: { readonly id: string, readonly label: string, readonly family: { readonly id: string, readonly label: string }, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> }, readonly cells: ReadonlyArray<{ readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly priorAuthorization: PriorAuthorizationAnswerState, readonly best: { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState } } | null }> }>, readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string } }>, readonly summary: { readonly unknown: ReadonlyArray<{ readonly reason: UnknownReason, readonly nextStep: string | null }> } } | null };

export type PayerAnswersAndRatesQueryVariables = Exact<{
  input: MatrixInput;
}>;


export type PayerAnswersAndRatesQuery = { readonly coverageMatrix: { readonly rows: ReadonlyArray<{ readonly component: { readonly id: string, readonly label: string, readonly family: { readonly id: string, readonly label: string }, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> }, readonly cells: ReadonlyArray<{ readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly priorAuthorization: PriorAuthorizationAnswerState, readonly publishedRates: ReadonlyArray<{ readonly rates: number, readonly hospitals: number, readonly minimum: string | null, readonly median: string | null, readonly maximum: string | null, readonly amountKind: AmountKind, readonly careSetting: CareSetting | null, readonly billingClass: BillingClass }>, readonly best: { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState } } | null }> }>, readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string } }>, readonly summary: { readonly unknown: ReadonlyArray<{ readonly reason: UnknownReason, readonly nextStep: string | null }> } } | null };

export type HeadingsFragment = { readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string } }>, readonly summary: { readonly unknown: ReadonlyArray<{ readonly reason: UnknownReason, readonly nextStep: string | null }> } };

export type AnsweredFragment = { readonly id: string, readonly label: string, readonly family: { readonly id: string, readonly label: string }, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> };

export type AnswerOfPayerFragment = { readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly priorAuthorization: PriorAuthorizationAnswerState, readonly best: { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState } } | null };

export type PayerViewQueryVariables = Exact<{
  slug: string;
  asOf: AsOfInput;
}>;


export type PayerViewQuery = { readonly payer: { readonly id: string, readonly slug: string, readonly label: string, readonly kind: PayerKind, readonly note: string | null, readonly aliases: ReadonlyArray<string>, readonly parent: { readonly id: string, readonly label: string } | null, readonly members: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly label: string }>, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }>, readonly policies: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly label: string, readonly number: string | null, readonly kind: PolicyKind, readonly linesOfBusiness: ReadonlyArray<LineOfBusiness>, readonly versionInForce: { readonly id: string, readonly version: string } | null, readonly versions: { readonly totalCount: number } }> }, readonly priorAuthorization: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly happenedOn: string, readonly precision: DatePrecision, readonly summary: string, readonly policy: { readonly id: string, readonly label: string } | null }> }, readonly gaps: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly question: string }> } } | null, readonly serviceFamilies: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly pattern: ComponentPattern }> | null };

export type PolicyPageQueryVariables = Exact<{
  id: string;
  asOf: AsOfInput;
}>;


export type PolicyPageQuery = { readonly policy: { readonly id: string, readonly label: string, readonly number: string | null, readonly kind: PolicyKind, readonly linesOfBusiness: ReadonlyArray<LineOfBusiness>, readonly payer: { readonly id: string, readonly slug: string, readonly label: string }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }>, readonly versionInForce: { readonly id: string } | null, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly happenedOn: string, readonly precision: DatePrecision, readonly summary: string }> }, readonly relatedPolicies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly otherPolicy: { readonly id: string, readonly label: string } }> }, readonly relatedFrom: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly policy: { readonly id: string, readonly label: string } }> }, readonly versions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: string, readonly title: string, readonly status: string, readonly originalEffectiveOn: string | null, readonly lastReviewedOn: string | null, readonly textSeen: string, readonly note: string | null, readonly evidence: EvidenceLevel, readonly validity: { readonly from: string | null, readonly to: string | null, readonly end: ValidityEnd }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }>, readonly coverage: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly covered: CoveredStatus | null, readonly frequency: string | null, readonly lineOfBusiness: LineOfBusiness, readonly evidence: EvidenceLevel, readonly unknownReason: UnknownReason | null, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly component: { readonly id: string, readonly label: string }, readonly code: { readonly id: string, readonly code: string }, readonly conditions: ReadonlyArray<{ readonly id: string, readonly summary: string }>, readonly conflicts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly resolutionReason: string }> }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }> }, readonly priorAuthorization: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }> }, readonly criteria: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: CriterionKind, readonly summary: string }> }, readonly diagnosisSupport: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string }> }, readonly diagnosisListings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string }> } }> } } | null };

export type ReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleaseQuery = { readonly graphInfo: { readonly dataVersion: string, readonly builtAt: string, readonly dateOfServiceNote: string | null } };

export type FindAnythingQueryVariables = Exact<{
  text: string;
}>;


export type FindAnythingQuery = { readonly searchEntities: { readonly totalCount: number, readonly readAs: string | null, readonly nodes: ReadonlyArray<{ readonly label: string, readonly highlights: ReadonlyArray<string>, readonly entity:
        | { readonly __typename: 'BillingCode', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'DiagnosisCode', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'Indicator', readonly id: string, readonly label: string }
        | { readonly __typename: 'Jurisdiction', readonly id: string, readonly label: string }
        | { readonly __typename: 'Modifier', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'NationalDrugCode', readonly id: string, readonly label: string }
        | { readonly __typename: 'Payer', readonly id: string, readonly label: string }
        | { readonly __typename: 'PlaceOfService', readonly code: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'Policy', readonly id: string, readonly label: string }
        | { readonly __typename: 'PolicyVersion', readonly id: string, readonly label: string }
        | { readonly __typename: 'ProviderTaxonomy', readonly id: string, readonly label: string }
        | { readonly __typename: 'ServiceComponent', readonly id: string, readonly label: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly id: string, readonly code: string } }> }
        | { readonly __typename: 'ServiceContext', readonly id: string, readonly label: string }
        | { readonly __typename: 'ServiceFamily', readonly id: string, readonly label: string, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string }> }
        | { readonly __typename: 'SiteOfService', readonly id: string, readonly label: string }
        | { readonly __typename: 'Source', readonly id: string, readonly label: string }
        | { readonly __typename: 'Workflow', readonly slug: string, readonly id: string, readonly label: string }
        | { readonly __typename: 'WorkflowStep', readonly id: string, readonly label: string, readonly workflow: { readonly id: string, readonly slug: string } }
       }> } | null };

type Place_BillingCode_Fragment = { readonly __typename: 'BillingCode', readonly code: string, readonly id: string, readonly label: string };

type Place_DiagnosisCode_Fragment = { readonly __typename: 'DiagnosisCode', readonly code: string, readonly id: string, readonly label: string };

type Place_Indicator_Fragment = { readonly __typename: 'Indicator', readonly id: string, readonly label: string };

type Place_Jurisdiction_Fragment = { readonly __typename: 'Jurisdiction', readonly id: string, readonly label: string };

type Place_Modifier_Fragment = { readonly __typename: 'Modifier', readonly code: string, readonly id: string, readonly label: string };

type Place_NationalDrugCode_Fragment = { readonly __typename: 'NationalDrugCode', readonly id: string, readonly label: string };

type Place_Payer_Fragment = { readonly __typename: 'Payer', readonly id: string, readonly label: string };

type Place_PlaceOfService_Fragment = { readonly __typename: 'PlaceOfService', readonly code: string, readonly id: string, readonly label: string };

type Place_Policy_Fragment = { readonly __typename: 'Policy', readonly id: string, readonly label: string };

type Place_PolicyVersion_Fragment = { readonly __typename: 'PolicyVersion', readonly id: string, readonly label: string };

type Place_ProviderTaxonomy_Fragment = { readonly __typename: 'ProviderTaxonomy', readonly id: string, readonly label: string };

type Place_ServiceComponent_Fragment = { readonly __typename: 'ServiceComponent', readonly id: string, readonly label: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly id: string, readonly code: string } }> };

type Place_ServiceContext_Fragment = { readonly __typename: 'ServiceContext', readonly id: string, readonly label: string };

type Place_ServiceFamily_Fragment = { readonly __typename: 'ServiceFamily', readonly id: string, readonly label: string, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string }> };

type Place_SiteOfService_Fragment = { readonly __typename: 'SiteOfService', readonly id: string, readonly label: string };

type Place_Source_Fragment = { readonly __typename: 'Source', readonly id: string, readonly label: string };

type Place_Workflow_Fragment = { readonly __typename: 'Workflow', readonly slug: string, readonly id: string, readonly label: string };

type Place_WorkflowStep_Fragment = { readonly __typename: 'WorkflowStep', readonly id: string, readonly label: string, readonly workflow: { readonly id: string, readonly slug: string } };

export type PlaceFragment =
  | Place_BillingCode_Fragment
  | Place_DiagnosisCode_Fragment
  | Place_Indicator_Fragment
  | Place_Jurisdiction_Fragment
  | Place_Modifier_Fragment
  | Place_NationalDrugCode_Fragment
  | Place_Payer_Fragment
  | Place_PlaceOfService_Fragment
  | Place_Policy_Fragment
  | Place_PolicyVersion_Fragment
  | Place_ProviderTaxonomy_Fragment
  | Place_ServiceComponent_Fragment
  | Place_ServiceContext_Fragment
  | Place_ServiceFamily_Fragment
  | Place_SiteOfService_Fragment
  | Place_Source_Fragment
  | Place_Workflow_Fragment
  | Place_WorkflowStep_Fragment
;

export type SourcePageQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SourcePageQuery = { readonly node:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly title: string, readonly publisher: string, readonly url: string | null, readonly officialUrl: string | null, readonly officialUrlUnknownReason: UnknownReason | null, readonly relayed: boolean, readonly kind: SourceKind, readonly level: SourceLevel, readonly evidence: EvidenceLevel, readonly licence: string, readonly publishedOn: string | null, readonly effectiveOn: string | null, readonly retrievedOn: string, readonly cadence: Cadence, readonly staleFrom: string | null, readonly sha256: string | null, readonly note: string | null, readonly id: string, readonly freshness: { readonly state: FreshnessState, readonly day: string, readonly readAgainBy: string | null }, readonly citedBy: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | { readonly __typename: 'AddOnEdit', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'AnesthesiaBaseUnits', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'AnesthesiaConversionFactor', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ApcRate', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'BillingCode', readonly label: string, readonly id: string }
          | { readonly __typename: 'BillingRule', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ClinicalFact', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CodeMeaning', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CodePairEdit', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CodeRelation', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CodeValidity', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Conflict', readonly id: string }
          | { readonly __typename: 'ContractorArea', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ConversionFactor', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CoverageCriterion', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'CoverageStatement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DataGap', readonly question: string, readonly id: string }
          | { readonly __typename: 'DefaultRate', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DeviceClearance', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DiagnosisCode', readonly label: string, readonly id: string }
          | { readonly __typename: 'DiagnosisSupport', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DiagnosisValidity', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DrugCrosswalkEntry', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'DrugPaymentLimit', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'FeeScheduleEntry', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'HcpcsRecord', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ImagingCap', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Indicator', readonly label: string, readonly id: string }
          | { readonly __typename: 'Jurisdiction', readonly label: string, readonly id: string }
          | { readonly __typename: 'LaboratoryFee', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ListedPlan', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'LocalityCounty', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'LocalityIndex', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Modifier', readonly label: string, readonly id: string }
          | { readonly __typename: 'ModifierMeaning', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ModifierRule', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ModifierValidity', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'NationalDrugCode', readonly label: string, readonly id: string }
          | { readonly __typename: 'OppsComparison', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'OppsStatus', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Payer', readonly label: string, readonly id: string }
          | { readonly __typename: 'PayerIdentifier', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PayerModifierRule', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PaymentArrangement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PcTcIndicatorStatement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PlaceOfService', readonly label: string, readonly id: string }
          | { readonly __typename: 'Policy', readonly label: string, readonly id: string }
          | { readonly __typename: 'PolicyDiagnosis', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PolicyEvent', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PolicyListing', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PolicyRelation', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PolicyVersion', readonly label: string, readonly id: string }
          | { readonly __typename: 'PriceFile', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'PriorAuthorizationStatement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ProviderTaxonomy', readonly label: string, readonly id: string }
          | { readonly __typename: 'ProviderTaxonomyValidity', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Rate', readonly id: string }
          | { readonly __typename: 'RateBenchmark', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ReportPassage', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ServiceClassification', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ServiceComponent', readonly label: string, readonly id: string }
          | { readonly __typename: 'ServiceContext', readonly label: string, readonly id: string }
          | { readonly __typename: 'ServiceContextStatement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'ServiceFamily', readonly label: string, readonly id: string }
          | { readonly __typename: 'SiteOfService', readonly label: string, readonly id: string }
          | { readonly __typename: 'SiteOfServiceRule', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'SitePlaceMapping', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Source', readonly label: string, readonly id: string }
          | { readonly __typename: 'SourceDisagreement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'UnitLimit', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'UnlistedCode', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'UtilizationStatement', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
          | { readonly __typename: 'Workflow', readonly label: string, readonly id: string }
          | { readonly __typename: 'WorkflowStep', readonly label: string, readonly id: string }
          | { readonly __typename: 'ZipLocality', readonly text: string, readonly id: string, readonly subject:
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
              | { readonly id: string, readonly label: string }
            , readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly source: { readonly id: string, readonly title: string } }> }
        > } }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
   | null };

export type StepAnswersQueryVariables = Exact<{
  input: MatrixInput;
}>;


export type StepAnswersQuery = { readonly coverageMatrix: { readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string, readonly slug: string, readonly label: string } }>, readonly summary: { readonly sentence: string, readonly unknown: ReadonlyArray<{ readonly reason: UnknownReason, readonly nextStep: string | null }> }, readonly rows: ReadonlyArray<{ readonly component: { readonly id: string, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly code: string }> }> }, readonly cells: ReadonlyArray<{ readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly nearestBefore: string | null, readonly nearestAfter: string | null, readonly best: { readonly id: string, readonly evidence: EvidenceLevel, readonly summary: string, readonly freshness: { readonly state: FreshnessState }, readonly conflicts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly resolutionReason: string }> } } | null }> }> } | null };

export type WorkflowStepsQueryVariables = Exact<{
  slug: string;
}>;


export type WorkflowStepsQuery = { readonly workflows: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly label: string }>, readonly workflow: { readonly id: string, readonly slug: string, readonly label: string, readonly description: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }>, readonly steps: ReadonlyArray<{ readonly id: string, readonly order: number, readonly label: string, readonly actor: WorkflowActor, readonly actorStated: string, readonly inputs: ReadonlyArray<string>, readonly outputs: ReadonlyArray<string>, readonly evidence: EvidenceLevel, readonly note: string | null, readonly next: ReadonlyArray<{ readonly id: string, readonly order: number }>, readonly codes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string }>, readonly placesOfService: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string }>, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }> } | null };

export type CitedFragment = { readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } };

export type ChoicesQueryVariables = Exact<{
  kinds: ReadonlyArray<PayerKind> | PayerKind;
}>;


export type ChoicesQuery = { readonly payers: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly label: string, readonly kind: PayerKind }> | null };

export type PassageQueryVariables = Exact<{
  id: string;
}>;


export type PassageQuery = { readonly node:
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | { readonly id: string, readonly evidence: EvidenceLevel, readonly freshness: { readonly state: FreshnessState, readonly readAgainBy: string | null }, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string, readonly officialUrl: string | null, readonly relayed: boolean } }> }
    | Record<PropertyKey, never>
   | null };

import { type Published, published } from './published.ts';

export const CellDocument: Published<CellQuery, CellQueryVariables> = /* @__PURE__ */ published('224e54cc19bbb42876b2ef598ded70756e43c8a1e079398a5ff0143cd2ad53ea', `query Cell($payer: ID!, $lineOfBusiness: LineOfBusiness!, $code: String!, $modifiers: [String!]!, $asOf: AsOfInput!) {
  claimLineCoverage(
    payer: $payer
    lineOfBusiness: $lineOfBusiness
    code: $code
    modifiers: $modifiers
    asOf: $asOf
  ) {
    dateOfService
    payer {
      id
      label
    }
    component {
      id
      label
    }
    cells {
      lineOfBusiness
      state
      unknownReason
      nearestBefore
      nearestAfter
      because {
        id
        text
        evidence
        knowledgeLevel
        freshness {
          state
          readAgainBy
        }
        citations {
          ...Cited
        }
        ... on CoverageStatement {
          summary
          frequency
          conditions {
            id
            summary
          }
          policyVersion {
            id
            title
            version
            policy {
              id
              number
            }
          }
          conflicts(first: 5) {
            nodes {
              id
              summary
              resolutionReason
            }
          }
        }
      }
      explanation {
        steps {
          rule
          note
        }
      }
      gaps {
        id
        note
      }
      searched {
        id
        title
        url
      }
      priorAuthorization
      priorAuthorizationUnknownReason
      priorAuthorizationStatements {
        id
        text
        citations {
          ...Cited
        }
      }
      publishedRates(byBrand: true) {
        rates
        hospitals
        minimum
        median
        maximum
        amountKind
        careSetting
        billingClass
        statements {
          id
          amount
          facility
        }
      }
    }
  }
}

fragment Cited on Citation {
  role
  locator
  url
  source {
    id
    title
    publisher
    retrievedOn
    officialUrl
    relayed
  }
}`);

export const ChoicesDocument: Published<ChoicesQuery, ChoicesQueryVariables> = /* @__PURE__ */ published('127a106ffaeab27c6a956676b88ce6a181fb7c3ee83e98aaaee0db089846a348', `query Choices($kinds: [PayerKind!]!) {
  payers(kinds: $kinds) {
    id
    slug
    label
    kind
  }
}`);

export const DaysDocument: Published<DaysQuery, DaysQueryVariables> = /* @__PURE__ */ published('caa9025b48cde71c24e9f7964ecca2f5f963e5d6955eba5e0301a2a61258e24c', `query Days($codings: [Code!]!, $input: MatrixInput!) {
  coverageChangeDays(input: $input) {
    day
    cells
  }
  billingCodes(codings: $codings) {
    id
    events(first: 50) {
      nodes {
        id
        happenedOn
        precision
        kind
        summary
      }
    }
  }
}`);

export const FindAnythingDocument: Published<FindAnythingQuery, FindAnythingQueryVariables> = /* @__PURE__ */ published('af961bea4bff48dd7b47ec3abefef6731397e3282e2fa156adb9346745a7abf1', `query FindAnything($text: String!) {
  searchEntities(text: $text, first: 12) {
    totalCount
    readAs
    nodes {
      label
      highlights
      entity {
        ...Place
      }
    }
  }
}

fragment Place on Entity {
  __typename
  id
  label
  ... on BillingCode {
    code
  }
  ... on ServiceFamily {
    codes {
      id
      code
    }
  }
  ... on ServiceComponent {
    reportedBy {
      code {
        id
        code
      }
    }
  }
  ... on DiagnosisCode {
    code
  }
  ... on Modifier {
    code
  }
  ... on PlaceOfService {
    code
  }
  ... on Workflow {
    slug
  }
  ... on WorkflowStep {
    workflow {
      id
      slug
    }
  }
}`);

export const MatrixDocument: Published<MatrixQuery, MatrixQueryVariables> = /* @__PURE__ */ published('990d0046c3e088257b72d8b6de72e8b04aea455ca23b7f393d00e3a177846814', `query Matrix($input: MatrixInput!) {
  coverageMatrix(input: $input) {
    asOf {
      dateOfService
      knownAt
    }
    columns {
      payer {
        id
        slug
        label
        parent {
          id
          slug
          label
        }
      }
      lineOfBusiness
    }
    summary {
      sentence
      unknown {
        reason
        nextStep
      }
    }
    rows {
      component {
        id
        label
        family {
          slug
          label
        }
        reportedBy {
          code {
            code
          }
          modifiers {
            code
          }
        }
      }
      cells {
        state
        unknownReason
        best {
          evidence
          freshness {
            state
          }
        }
      }
    }
  }
}`);

export const PassageDocument: Published<PassageQuery, PassageQueryVariables> = /* @__PURE__ */ published('2c28b6b471e4664a8217fc76ecf79405d28dacb4b2eae27a98f9455312e12e40', `query Passage($id: ID!) {
  node(id: $id) {
    ... on Statement {
      id
      evidence
      freshness {
        state
        readAgainBy
      }
      citations {
        ...Cited
      }
    }
  }
}

fragment Cited on Citation {
  role
  locator
  url
  source {
    id
    title
    publisher
    retrievedOn
    officialUrl
    relayed
  }
}`);

export const ReleaseDocument: Published<ReleaseQuery, ReleaseQueryVariables> = /* @__PURE__ */ published('fb4899e2a1e6a80b35bd49a7e87c4e39e44911b7d3dcf90dda4eabbec2a38f21', `query Release {
  graphInfo {
    dataVersion
    builtAt
    dateOfServiceNote
  }
}`);

export const TwoPayersDocument: Published<TwoPayersQuery, TwoPayersQueryVariables> = /* @__PURE__ */ published('0b71cd570373deb153eb0da41323e0c0258d6e07a2ec137f3c991fe95b3795d0', `query TwoPayers($left: ID!, $right: ID!, $family: ID!, $asOf: AsOfInput!) {
  comparePayers(left: $left, right: $right, family: $family, asOf: $asOf) {
    unchangedCount
    removed {
      id
      text
    }
    added {
      id
      text
    }
    changed {
      before {
        id
        text
      }
      after {
        id
        text
      }
    }
  }
}`);
