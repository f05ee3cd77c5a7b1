/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which day and which state of knowledge a request is about. It applies to everything below the field it is given to. */
export type AsOfInput = {
  /** Day of the service, tested against validity, such as 2025-10-15. Default: that of the field above, else today. */
  readonly dateOfService?: string | null | undefined;
  /** The state of the graph at that moment, such as 2026-11-24T00:00:00Z. Default: that of the field above, else now. */
  readonly knownAt?: string | null | undefined;
};

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
  readonly families?: ReadonlyArray<string | number> | null | undefined;
  /** Payers by slug or id, such as aetna; default: every payer of the graph that decides. An association is replaced by its licensees. Medicare is its national column, and one for each contractor that states something different or further for one of the components in any of the lines; name a contractor to see it in any case. */
  readonly payers?: ReadonlyArray<string | number> | null | undefined;
  /** Lines of business; default: those that anything is known about, for each payer. */
  readonly linesOfBusiness?: ReadonlyArray<LineOfBusiness> | null | undefined;
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

/** Whether the statement holds a value, and if not, why not. */
export type ValueState =
  /** The source says something and we hold it. */
  | 'VALUE'
  /** The source says that there is none. */
  | 'NO_VALUE'
  /** There is a value, or may be one, that we do not hold; `unknownReason` says why. */
  | 'UNKNOWN_VALUE';

export type CellQueryVariables = Exact<{
  input: MatrixInput;
  because: ReadonlyArray<string | number> | string | number;
  rests: boolean;
}>;


export type CellQuery = { readonly coverageMatrix: { readonly rows: ReadonlyArray<{ readonly component: { readonly id: string }, readonly cells: ReadonlyArray<{ readonly priorAuthorization: PriorAuthorizationAnswerState, readonly priorAuthorizationUnknownReason: UnknownReason | null, readonly explanation: { readonly text: string }, readonly searched: ReadonlyArray<{ readonly id: string, readonly title: string, readonly url: string | null }> }> }> } | null, readonly nodes?: ReadonlyArray<
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }>, readonly policyVersion: { readonly id: string, readonly title: string, readonly version: string, readonly policy: { readonly id: string, readonly number: string | null } } | null }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly text: string, readonly id: string, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
   | null> | null };

export type CitedFragment = { readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } };

export type ChoicesQueryVariables = Exact<{
  kinds: ReadonlyArray<PayerKind> | PayerKind;
}>;


export type ChoicesQuery = { readonly payers: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly label: string, readonly kind: PayerKind }> | null, readonly graphInfo: { readonly dataVersion: string, readonly builtAt: string, readonly dateOfServiceNote: string | null } };

export type MatrixQueryVariables = Exact<{
  input: MatrixInput;
}>;


export type MatrixQuery = { readonly coverageMatrix: { readonly columns: ReadonlyArray<{ readonly lineOfBusiness: LineOfBusiness, readonly payer: { readonly id: string, readonly label: string } }>, readonly summary: { readonly sentence: string }, readonly tally: ReadonlyArray<{ readonly state: CoverageCellState, readonly count: number }>, readonly rows: ReadonlyArray<{ readonly component: { readonly id: string, readonly label: string, readonly role: ComponentRole, readonly family: { readonly id: string, readonly label: string }, readonly reportedBy: ReadonlyArray<{ readonly code: { readonly id: string, readonly code: string }, readonly modifiers: ReadonlyArray<{ readonly id: string, readonly code: string }> }> }, readonly cells: ReadonlyArray<{ readonly state: CoverageCellState, readonly unknownReason: UnknownReason | null, readonly nearestBefore: string | null, readonly nearestAfter: string | null, readonly because: ReadonlyArray<
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
        > }> }> } | null };

export type ReportQueryVariables = Exact<{
  code: string;
  asOf: AsOfInput;
}>;


export type ReportQuery = { readonly codeReport: { readonly code: { readonly id: string, readonly code: string, readonly description: string, readonly components: ReadonlyArray<{ readonly id: string, readonly label: string }> }, readonly sections: ReadonlyArray<{ readonly key: ReportSectionKey, readonly title: string, readonly derived: ReadonlyArray<{ readonly text: string }>, readonly conflicts: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly resolutionReason: string }>, readonly gap: { readonly reason: UnknownReason, readonly note: string } | null, readonly statements: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
          | { readonly id: string, readonly text: string, readonly valueState: ValueState, readonly citations: ReadonlyArray<{ readonly role: SourceRole, readonly locator: string | null, readonly url: string | null, readonly source: { readonly id: string, readonly title: string, readonly publisher: string, readonly retrievedOn: string } }> }
        > } }> } | null };

export const CitedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedOn"}}]}}]}}]} as unknown as DocumentNode<CitedFragment, unknown>;
export const CellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MatrixInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"because"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rests"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"component"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"searched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priorAuthorization"}},{"kind":"Field","name":{"kind":"Name","value":"priorAuthorizationUnknownReason"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"because"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rests"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cited"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policyVersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedOn"}}]}}]}}]} as unknown as DocumentNode<CellQuery, CellQueryVariables>;
export const ChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Choices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PayerKind"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"graphInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataVersion"}},{"kind":"Field","name":{"kind":"Name","value":"builtAt"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfServiceNote"}}]}}]}}]} as unknown as DocumentNode<ChoicesQuery, ChoicesQueryVariables>;
export const MatrixDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Matrix"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MatrixInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lineOfBusiness"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tally"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"component"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"family"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reportedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"modifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"unknownReason"}},{"kind":"Field","name":{"kind":"Name","value":"nearestBefore"}},{"kind":"Field","name":{"kind":"Name","value":"nearestAfter"}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MatrixQuery, MatrixQueryVariables>;
export const ReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Report"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOfInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codeReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"components"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"derived"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"resolutionReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"valueState"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cited"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedOn"}}]}}]}}]} as unknown as DocumentNode<ReportQuery, ReportQueryVariables>;