/* eslint-disable */
import type { ChangesPageQuery, ChangesPageQueryVariables, CheckClaimQuery, CheckClaimQueryVariables, CodeQuery, CodeQueryVariables, CodeSectionsQuery, CodeSectionsQueryVariables, GapsPageQuery, GapsPageQueryVariables, NeighboursQuery, NeighboursQueryVariables, PayerAnswersQuery, PayerAnswersQueryVariables, PayerAnswersAndRatesQuery, PayerAnswersAndRatesQueryVariables, PayerViewQuery, PayerViewQueryVariables, PolicyPageQuery, PolicyPageQueryVariables, SourcePageQuery, SourcePageQueryVariables, StepAnswersQuery, StepAnswersQueryVariables, WaysQuery, WaysQueryVariables, WorkflowStepsQuery, WorkflowStepsQueryVariables } from './graphql.ts';
import { type Published, published } from './published.ts';

export const ChangesPageDocument: Published<ChangesPageQuery, ChangesPageQueryVariables> = /* @__PURE__ */ published('95f4033c181f6162a680c6f0c2af05780a5ad72205b40507f8c4d1c43ab93b10', `query ChangesPage($payers: [ID!], $codes: [Code!], $eventKinds: [PolicyEventKind!], $changeKinds: [ChangeKind!], $since: Date, $beforeEvent: String, $beforeChange: String, $withEvents: Boolean!, $withFeed: Boolean!) {
  events(
    payers: $payers
    codes: $codes
    kinds: $eventKinds
    since: $since
    last: 30
    before: $beforeEvent
  ) @include(if: $withEvents) {
    totalCount
    pageInfo {
      hasPreviousPage
      startCursor
    }
    nodes {
      id
      happenedOn
      precision
      kind
      summary
      payer {
        id
        label
      }
      policy {
        id
        label
      }
      codes {
        id
        code
      }
      recorded {
        from
      }
      citations {
        ...Cited
      }
    }
  }
  changes(
    payers: $payers
    codes: $codes
    kinds: $changeKinds
    last: 30
    before: $beforeChange
  ) @include(if: $withFeed) {
    totalCount
    pageInfo {
      hasPreviousPage
      startCursor
    }
    nodes {
      cursor
      at
      kind
      cause
      effectiveOn
      note
      text
      previousText
      statementCount
      payerIds
      codeIds
      statement {
        id
        validity {
          from
          to
          end
        }
      }
      source {
        id
        title
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

export const CheckClaimDocument: Published<CheckClaimQuery, CheckClaimQueryVariables> = /* @__PURE__ */ published('ad6f9bdea299614be44da604dff5e5850d16cb0875e935c26a70b47dda733d53', `query CheckClaim($claim: ClaimInput!, $asOf: AsOfInput!) {
  checkClaim(claim: $claim, asOf: $asOf) {
    verdict
    findings {
      line
      rule
      severity
      message
      fix
      citations {
        ...Cited
      }
    }
    notChecked {
      line
      rule
      reason
      text
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

export const CodeDocument: Published<CodeQuery, CodeQueryVariables> = /* @__PURE__ */ published('58bd48bde87997dac161110b2eca56570a1537b47ef31e1a0abd311391a18106', `query Code($code: String!, $asOf: AsOfInput!, $year1: AsOfInput!, $year2: AsOfInput!, $year3: AsOfInput!, $year4: AsOfInput!) {
  billingCode(code: $code, asOf: $asOf) {
    id
    code
    label
    description
    family {
      id
      slug
      label
      basis
      explanation {
        text
      }
      components {
        id
        role
        label
        reportedBy {
          code {
            code
          }
          modifiers {
            code
          }
        }
      }
      componentSumCheck {
        globalTotal
        componentTotal
        difference
        holds
        entries {
          ...Fee
        }
      }
    }
    year0: feeSchedule {
      ...YearFee
    }
    year1: feeSchedule(asOf: $year1) {
      ...YearFee
    }
    year2: feeSchedule(asOf: $year2) {
      ...YearFee
    }
    year3: feeSchedule(asOf: $year3) {
      ...YearFee
    }
    year4: feeSchedule(asOf: $year4) {
      ...YearFee
    }
    otherDays {
      field
      sentence
    }
    modifierRules {
      id
      effect
      reason
      useWhen
      evidence
      modifier {
        code
        label
      }
    }
    siteRules {
      text
    }
    unitLimits {
      text
    }
    relatedCodes {
      kind
      text
      code {
        code
        label
      }
    }
    diagnosisSupport(first: 6) {
      totalCount
      nodes {
        text
      }
    }
    editsAsColumn1(first: 4) {
      totalCount
      nodes {
        text
      }
    }
    editsAsColumn2(first: 4) {
      totalCount
      nodes {
        text
      }
    }
    coverage(first: 6, filter: {includeMentions: false, includeUnknown: false}) {
      totalCount
      nodes {
        text
      }
    }
    gaps(first: 4) {
      totalCount
      nodes {
        note
        lineOfBusiness
        payer {
          label
        }
      }
    }
    utilization(first: 5) {
      totalCount
      nodes {
        text
      }
    }
    workflowSteps {
      id
      order
      label
      actorStated
      workflow {
        id
        slug
        label
      }
    }
    rateSummary(by: BRAND) {
      groups(first: 12) {
        totalCount
        nodes {
          payerBrand {
            label
          }
          rates
          hospitals
          minimum
          median
          maximum
          amountKind
          careSetting
          billingClass
        }
      }
    }
  }
}

fragment Fee on FeeScheduleEntry {
  code {
    code
  }
  modifier {
    code
  }
  release
  totalRvuNonFacility
  nonFacilityAmount
  nonFacilityNotApplicable
  facilityAmount
  facilityNotApplicable
}

fragment YearFee on FeeScheduleEntry {
  modifier {
    code
  }
  release
  nonFacilityAmount
  facilityAmount
}`);

export const CodeSectionsDocument: Published<CodeSectionsQuery, CodeSectionsQueryVariables> = /* @__PURE__ */ published('799faa55c854f112a06f09fc37753aa2f245d785b29c9d4dc47b3b9789070c0e', `query CodeSections($code: String!, $asOf: AsOfInput!) {
  codeReport(code: $code, asOf: $asOf) {
    sections {
      key
      title
      derived {
        text
      }
      conflicts {
        id
        summary
        resolutionReason
      }
      gap {
        reason
        note
      }
      statements(first: 15) {
        totalCount
        nodes {
          id
          text
          valueState
        }
      }
    }
  }
}`);

export const GapsPageDocument: Published<GapsPageQuery, GapsPageQueryVariables> = /* @__PURE__ */ published('1072926f6f40890dbdafd376b88e4005169843b53ed7323351ade87e740ffb7c', `query GapsPage($payers: [ID!], $families: [ID!], $properties: [GapProperty!], $reasons: [UnknownReason!], $after: String) {
  gaps(
    payers: $payers
    families: $families
    properties: $properties
    reasons: $reasons
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      property
      reason
      note
      question
      lineOfBusiness
      code {
        id
        code
      }
      payer {
        id
        slug
        label
      }
      searched {
        id
        title
        url
        officialUrl
      }
    }
  }
  serviceFamilies {
    id
    slug
    label
    pattern
  }
}`);

export const NeighboursDocument: Published<NeighboursQuery, NeighboursQueryVariables> = /* @__PURE__ */ published('dabf32aa149b168b122bacc48968b5cfcc8e7a5de763da7d010f4208a3779b19', `query Neighbours($input: NeighbourhoodInput!) {
  neighbourhood(input: $input) {
    leftOut
    complete
    around {
      total
      given
      entity {
        id
      }
    }
    nodes {
      ...Place
    }
    links {
      relation
      statements
      from {
        id
      }
      to {
        id
      }
      statement {
        id
        text
        valueState
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

export const PayerAnswersDocument: Published<PayerAnswersQuery, PayerAnswersQueryVariables> = /* @__PURE__ */ published('527d8f1095ac5a7dc1c53c7643a7db920f8fddfc607d9990473825cb1137a595', `query PayerAnswers($input: MatrixInput!) {
  coverageMatrix(input: $input) {
    ...Headings
    rows {
      component {
        ...Answered
      }
      cells {
        ...AnswerOfPayer
      }
    }
  }
}

fragment AnswerOfPayer on CoverageCell {
  state
  unknownReason
  priorAuthorization
  best {
    id
    evidence
    freshness {
      state
    }
  }
}

fragment Answered on ServiceComponent {
  id
  label
  family {
    id
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

fragment Headings on CoverageMatrix {
  columns {
    payer {
      id
    }
    lineOfBusiness
  }
  summary {
    unknown {
      reason
      nextStep
    }
  }
}`);

export const PayerAnswersAndRatesDocument: Published<PayerAnswersAndRatesQuery, PayerAnswersAndRatesQueryVariables> = /* @__PURE__ */ published('a8249a8367a31df3242d9121d5d37adbcf3b90975d08114977fcb436474d6406', `query PayerAnswersAndRates($input: MatrixInput!) {
  coverageMatrix(input: $input) {
    ...Headings
    rows {
      component {
        ...Answered
      }
      cells {
        ...AnswerOfPayer
        publishedRates(byBrand: true) {
          rates
          hospitals
          minimum
          median
          maximum
          amountKind
          careSetting
          billingClass
        }
      }
    }
  }
}

fragment AnswerOfPayer on CoverageCell {
  state
  unknownReason
  priorAuthorization
  best {
    id
    evidence
    freshness {
      state
    }
  }
}

fragment Answered on ServiceComponent {
  id
  label
  family {
    id
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

fragment Headings on CoverageMatrix {
  columns {
    payer {
      id
    }
    lineOfBusiness
  }
  summary {
    unknown {
      reason
      nextStep
    }
  }
}`);

export const PayerViewDocument: Published<PayerViewQuery, PayerViewQueryVariables> = /* @__PURE__ */ published('7aa4c330c80cf1bbba58b8ec9ce325b1d8aa81a1f14d4ce7555e7748eddf126a', `query PayerView($slug: String!, $asOf: AsOfInput!) {
  payer(slug: $slug, asOf: $asOf) {
    id
    slug
    label
    kind
    note
    aliases
    parent {
      id
      label
    }
    members {
      id
      slug
      label
    }
    citations {
      ...Cited
    }
    policies(first: 100) {
      totalCount
      nodes {
        id
        label
        number
        kind
        linesOfBusiness
        versionInForce {
          id
          version
        }
        versions(first: 1) {
          totalCount
        }
      }
    }
    priorAuthorization(first: 12) {
      totalCount
      nodes {
        id
        text
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
    events(first: 8) {
      totalCount
      nodes {
        id
        happenedOn
        precision
        summary
        policy {
          id
          label
        }
      }
    }
    gaps(first: 5) {
      totalCount
      nodes {
        id
        question
      }
    }
  }
  serviceFamilies(asOf: $asOf) {
    id
    slug
    pattern
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

export const PolicyPageDocument: Published<PolicyPageQuery, PolicyPageQueryVariables> = /* @__PURE__ */ published('ebf1532be835f233b058ede9c4b41ca1c2a1b5c9e6f1a6b6c6b1e3c36c4b5d3f', `query PolicyPage($id: String!, $asOf: AsOfInput!) {
  policy(number: $id, asOf: $asOf) {
    id
    label
    number
    kind
    linesOfBusiness
    payer {
      id
      slug
      label
    }
    citations {
      ...Cited
    }
    versionInForce {
      id
    }
    events(first: 12) {
      totalCount
      nodes {
        id
        happenedOn
        precision
        summary
      }
    }
    relatedPolicies(first: 12) {
      nodes {
        id
        otherPolicy {
          id
          label
        }
      }
    }
    relatedFrom(first: 12) {
      nodes {
        id
        policy {
          id
          label
        }
      }
    }
    versions(first: 12) {
      totalCount
      nodes {
        id
        version
        title
        status
        originalEffectiveOn
        lastReviewedOn
        textSeen
        note
        evidence
        validity {
          from
          to
          end
        }
        citations {
          ...Cited
        }
        coverage(first: 40) {
          totalCount
          nodes {
            id
            summary
            covered
            frequency
            lineOfBusiness
            evidence
            freshness {
              state
              readAgainBy
            }
            unknownReason
            component {
              id
              label
            }
            code {
              id
              code
            }
            conditions {
              id
              summary
            }
            conflicts(first: 3) {
              nodes {
                id
                summary
                resolutionReason
              }
            }
            citations {
              ...Cited
            }
          }
        }
        priorAuthorization(first: 10) {
          totalCount
          nodes {
            id
            text
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
        criteria(first: 30) {
          totalCount
          nodes {
            id
            kind
            summary
          }
        }
        diagnosisSupport(first: 40) {
          totalCount
          nodes {
            id
            text
          }
        }
        diagnosisListings(first: 20) {
          totalCount
          nodes {
            id
            text
          }
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

export const SourcePageDocument: Published<SourcePageQuery, SourcePageQueryVariables> = /* @__PURE__ */ published('ea1d8943b22e8c5c48de0d35f90f98e084192774e3634a1aab684e3614e08b9d', `query SourcePage($id: ID!, $after: String) {
  node(id: $id) {
    id
    ... on Source {
      title
      publisher
      url
      officialUrl
      officialUrlUnknownReason
      relayed
      kind
      level
      evidence
      licence
      publishedOn
      effectiveOn
      retrievedOn
      cadence
      staleFrom
      sha256
      note
      freshness {
        state
        day
        readAgainBy
      }
      citedBy(first: 30, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          id
          ... on Statement {
            text
            subject {
              id
              label
            }
            citations {
              role
              locator
              source {
                id
                title
              }
            }
          }
          ... on Entity {
            label
          }
          ... on DataGap {
            question
          }
        }
      }
    }
  }
}`);

export const StepAnswersDocument: Published<StepAnswersQuery, StepAnswersQueryVariables> = /* @__PURE__ */ published('5b496cb8f7cd0755a5773df5e40c3a085fa6d300874233e93e1f9c812d7aa4c6', `query StepAnswers($input: MatrixInput!) {
  coverageMatrix(input: $input) {
    columns {
      payer {
        id
        slug
        label
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
        nearestBefore
        nearestAfter
        best {
          id
          evidence
          summary
          freshness {
            state
          }
          conflicts(first: 2) {
            nodes {
              id
              summary
              resolutionReason
            }
          }
        }
      }
    }
  }
}`);

export const WaysDocument: Published<WaysQuery, WaysQueryVariables> = /* @__PURE__ */ published('c95106c6a489fd588c758968fef1d54d7624c05199b71170d2948d1abc4db5d1', `query Ways($input: PathInput!) {
  paths(input: $input) {
    complete
    paths {
      length
      nodes {
        ...Place
      }
      statements {
        id
        text
        valueState
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

export const WorkflowStepsDocument: Published<WorkflowStepsQuery, WorkflowStepsQueryVariables> = /* @__PURE__ */ published('cb93d7e2d55fdaada2fd4735be47b348cb454a21efb75fd7ce8db27e94dcecda', `query WorkflowSteps($slug: ID!) {
  workflows {
    id
    slug
    label
  }
  workflow(id: $slug) {
    id
    slug
    label
    description
    citations {
      ...Cited
    }
    steps {
      id
      order
      label
      actor
      actorStated
      inputs
      outputs
      evidence
      note
      next {
        id
        order
      }
      codes {
        id
        code
        label
      }
      placesOfService {
        id
        code
        label
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
