/** The part of the graph that the measured queries need, in the names of the project, written by hand. */

const types = `
enum CodeSystem { CPT HCPCS_LEVEL_II }
enum CodeCategory { CATEGORY_I CATEGORY_II CATEGORY_III LEVEL_II }
enum CoveredStatus { COVERED NOT_COVERED CONDITIONAL INDETERMINATE }
enum CoverageBasis { MEDICALLY_NECESSARY_CRITERIA EXPERIMENTAL_INVESTIGATIONAL NOT_STATED }
enum StatedAt { NAMED_CODE CODE_RANGE SERVICE_FAMILY GENERAL_RULE }
enum UnknownReason { POLICY_SILENT_ON_CODE POLICY_TEXT_NOT_SEEN NO_POLICY_FOUND NOT_YET_REVIEWED }
enum LineOfBusiness { COMMERCIAL MEDICARE_FFS MEDICARE_ADVANTAGE MEDICAID ANY_NOT_STATED }
enum CitationRole { PRIMARY_KNOWLEDGE_SOURCE SUPPORTING_DATA_SOURCE }
enum ComponentRole { GLOBAL TECHNICAL_ACQUISITION TECHNICAL_CALCULATION PROFESSIONAL_INTERPRETATION_AND_REPORT }
enum CellState { COVERED NOT_COVERED CONDITIONAL INDETERMINATE UNKNOWN }
enum CellReach { STATED NONE }
enum PriorAuthorizationAnswer { NO_AUTH AUTH_NEEDED CONDITIONAL INDETERMINATE UNKNOWN }
scalar Code
scalar URL

type Payer {
  id: ID!
  slug: String!
  label: String!
  coverage(first: Int = 25): CoverageStatementConnection!
}
type PageInfo { hasNextPage: Boolean! }
type CoverageStatementConnection { nodes: [CoverageStatement!]! pageInfo: PageInfo! }
type CoverageStatement {
  id: ID!
  covered: CoveredStatus
  basis: CoverageBasis!
  summary: String!
  statedAt: StatedAt
  payer: Payer!
  policyVersion: PolicyVersion
  component: ServiceComponent!
  code: BillingCode!
  citations: [CitationRef!]!
}
type PolicyVersion { id: ID! version: String! policy: Policy! }
type Policy { id: ID! number: String label: String! }
type ServiceComponent { id: ID! role: ComponentRole! label: String! }
type CitationRef { role: CitationRole! locator: String source: Source! }
type Source { id: ID! title: String! url: URL }
type CoverageMatrix { columns: [MatrixColumn!]! rows: [MatrixRow!]! }
type MatrixColumn { payer: Payer! lineOfBusiness: LineOfBusiness! }
type MatrixRow { component: ServiceComponent! cells: [CoverageCell!]! }
type CoverageCell {
  state: CellState!
  reach: CellReach!
  unknownReason: UnknownReason
  priorAuthorization: PriorAuthorizationAnswer!
  best: CoverageStatement
}
`;

const billingCode = (keys: string) => `
type BillingCode ${keys} {
  id: ID!
  system: CodeSystem!
  code: String!
  category: CodeCategory!
  label: String!
  description: String!
  coverage(first: Int = 25): CoverageStatementConnection!
}
`;

const query = (entities: string) => `
input MatrixInput { families: [ID!] }
type Query {
  billingCode(system: CodeSystem, code: String!): BillingCode
  billingCodes(codings: [Code!]!): [BillingCode]!
  payer(slug: String!): Payer
  coverageMatrix(input: MatrixInput!): CoverageMatrix!
  ${entities}
}
`;

/** As @apollo/subgraph reads it, which adds `_entities`. */
export const subgraphSdl = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
${types}${billingCode('@key(fields: "id") @key(fields: "system code")')}${query('')}`;

/** With `_entities` by hand, for a server that reads no federation. */
export const plainSdl = `
scalar _Any
union _Entity = BillingCode
${types}${billingCode('')}${query('_entities(representations: [_Any!]!): [_Entity]!')}`;
