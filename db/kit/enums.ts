/** What a closed list is, and those of the envelope of every statement. The others stand in `db/enums`, a file a subject. */

/** A closed list: its GraphQL name, what it is, and each value with its meaning. */
export interface Enum<V extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<V, string>>;
}

/** The union of an enum's values. */
export type ValueOf<E extends Enum> = keyof E['values'] & string;

/** Declares a closed list. */
export function list<const R extends Readonly<Record<string, string>>>(
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
  NOT_STATED_IN_QUESTION: 'The question leaves out what the answer depends on; the note names it.',
  NO_RELEASE_READ:
    'It is stated in releases, and none that was read covers the day of the question: load the one of that day to know.',
  STATED_FOR_OTHER_DAYS:
    'Nothing that was read states it for the day of the question; for the nearest days, which are given, something does.',
  NOT_YET_REVIEWED: 'Nobody has looked yet.',
});

export const StatementRank = list(
  'StatementRank',
  'Which statement to believe first where several answer one question.',
  {
    PREFERRED: 'Outranks the others by a stated rule.',
    NORMAL: 'An ordinary statement.',
    DEPRECATED: 'Known to be wrong or superseded; kept, with the reason, and left out unless requested.',
  },
);

export const KnowledgeLevel = list(
  'KnowledgeLevel',
  'How the statement was obtained (Biolink knowledge level).',
  {
    ASSERTION: 'The source says it.',
    ENTAILMENT:
      'It follows from what the source says by a stated step, such as matching a named technology to a code.',
    STATISTICAL_ASSOCIATION: 'Computed from many records.',
    OBSERVATION: 'Observed in data, such as counts of claims.',
    PREDICTION: 'Predicted.',
    NOT_PROVIDED: 'Not stated.',
  },
);

export const AgentType = list(
  'AgentType',
  'Who derived the statement from the source (Biolink agent type).',
  {
    MANUAL_AGENT: 'Read and written down as curated text.',
    AUTOMATED_AGENT: 'Parsed from a file or worked out by a program.',
    TEXT_MINING_AGENT: 'Extracted from prose by a program.',
    MANUAL_VALIDATION_OF_AUTOMATED_AGENT: 'Made by a program and checked by a person.',
    NOT_PROVIDED: 'Not stated.',
  },
);

export const EvidenceLevel = list(
  'EvidenceLevel',
  'How close the text that was read is to the authority. It is not a score.',
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
  AREA_FILE: 'A file of areas and of where they lie, such as those of ZIP codes.',
  REPORT_PAGE: 'A published report page on one billing code.',
  TRADE_ARTICLE: 'News, newsletter, blog or reference page.',
  VENDOR_GUIDE: 'A page or guide of the maker.',
  MACHINE_READABLE_RATE_FILE: 'A payer or hospital price-transparency file, or a data set made from such.',
  STATUTE_OR_REGULATION: 'Law: statute, regulation, Federal Register.',
  DEVICE_CLEARANCE: 'A device clearance document.',
  CLINICAL_LITERATURE: 'A journal article or a guideline of a medical society.',
  CLAIMS_DATASET: 'A data set of claims or utilisation.',
  CLAIMS_DIRECTORY:
    'A page of a payer or a clearing house that says where electronic claims are sent: payer ids.',
  COMPANY_FILING: 'A statement of a company to its regulator, or the report of a regulator on a company.',
});

export const SourceRole = list(
  'SourceRole',
  'The role of a citation for its statement. Every statement has exactly one primary source.',
  {
    PRIMARY_KNOWLEDGE_SOURCE: 'The source the statement rests on.',
    AGGREGATOR_KNOWLEDGE_SOURCE: 'A re-packaging through which the rows were read.',
    SUPPORTING_DATA_SOURCE: 'A further source that says the same or supports it.',
  },
);
