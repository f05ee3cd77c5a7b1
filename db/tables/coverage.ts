/** What payers state about coverage, prior authorization and conditions. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { inOrder, lastOfAll, laterFirst, valueFirst } from '../kit/order.ts';
import { oneOf, orNull, ref, statementTable, text, whole } from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords, lineInWords } from './sentences.ts';

export const coverage = statementTable({
  name: 'coverage',
  type: 'CoverageStatement',
  description:
    "What a payer states about covering a component. Lists give first what decides first: a value before none, the preferred rank, the text of a policy before a report, the payer's own before what others write of it, the more precise, the later; reports that only name the payer come last.",
  envelope,
  subject: 'componentId',
  walkedBy: ['componentId', 'payerId', 'codeId', 'policyVersionId'],
  // As they decide a cell of the matrix: a value, by rank; of each the text of a policy, as the payer publishes it; the more precise; the later.
  order: [
    lastOfAll('rank', 'DEPRECATED'),
    valueFirst('covered'),
    inOrder('rank', 'PREFERRED'),
    valueFirst('policyVersionId'),
    inOrder('evidence', 'PRIMARY'),
    inOrder('statedAt', 'NAMED_CODE', 'CODE_RANGE', 'SERVICE_FAMILY', 'GENERAL_RULE'),
    laterFirst('validFrom'),
  ],
  columns: {
    componentId: ref('service_component', 'The component.'),
    codeId: ref('billing_code', 'The code through which the source or the match reaches the component.'),
    payerId: ref('payer', 'Who decides.'),
    lineOfBusiness: oneOf(e.LineOfBusiness, 'Line of business.'),
    lineOfBusinessStated: text('Line of business in the words of the source.'),
    policyVersionId: orNull(
      ref('policy_version', 'The policy version that states it; null where the source is no policy.'),
    ),
    covered: orNull(oneOf(e.CoveredStatus, 'Whether it is covered; null unless `valueState` is `VALUE`.')),
    basis: oneOf(e.CoverageBasis, 'The ground given.'),
    statedAt: orNull(
      oneOf(e.StatedAt, 'How precisely the source names the code; null when it states nothing.'),
    ),
    mappingCertainty: orNull(
      oneOf(e.MappingCertainty, 'How sure the match to the code is; null where no match was needed.'),
    ),
    summary: text('What the source states, summarised in our own words.'),
    reachedBy: text('How the source was matched to the code.'),
    frequency: orNull(text('Frequency limit given with it, summarised.')),
  },
  sentence: (row, nameOf) => {
    const answer = row.covered
      ? `${inWords(row.covered)} (${inWords(row.basis)})`
      : `unknown (${inWords(row.unknownReason ?? '')})`;
    return `${nameOf(row.payerId)}, ${lineInWords(row.lineOfBusiness)}, ${lastPart(row.codeId)}: ${answer}. ${row.summary}`;
  },
});

export const priorAuthorization = statementTable({
  name: 'prior_authorization',
  type: 'PriorAuthorizationStatement',
  description:
    "What a payer states about prior authorization for a component. Lists give first what decides first: a value before none, the preferred rank, the text of a policy before a report, the payer's own before what others write of it, the later.",
  envelope,
  subject: 'componentId',
  walkedBy: ['componentId', 'payerId', 'codeId', 'policyVersionId'],
  // As coverage.
  order: [
    lastOfAll('rank', 'DEPRECATED'),
    valueFirst('priorAuthorization'),
    inOrder('rank', 'PREFERRED'),
    valueFirst('policyVersionId'),
    inOrder('evidence', 'PRIMARY'),
    laterFirst('validFrom'),
  ],
  columns: {
    componentId: ref('service_component', 'The component.'),
    codeId: ref('billing_code', 'The code.'),
    payerId: ref('payer', 'The payer.'),
    lineOfBusiness: oneOf(e.LineOfBusiness, 'Line of business.'),
    policyVersionId: orNull(ref('policy_version', 'The policy version that states it.')),
    priorAuthorization: orNull(
      oneOf(e.PriorAuthorizationStatus, 'Whether it is needed; null unless `valueState` is `VALUE`.'),
    ),
    summary: text('What the source states, summarised.'),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.payerId)}, ${lineInWords(row.lineOfBusiness)}, ${lastPart(row.codeId)}, prior authorization: ${inWords(row.priorAuthorization ?? 'unknown')}. ${row.summary}`,
});

export const coverageCriterion = statementTable({
  name: 'coverage_criterion',
  type: 'CoverageCriterion',
  description: 'A condition, limit or definition in a policy version. The codes it is about are its `codes`.',
  envelope,
  subject: 'policyVersionId',
  walkedBy: ['policyVersionId'],
  columns: {
    policyVersionId: ref('policy_version', 'The policy version.'),
    kind: oneOf(e.CriterionKind, 'What it is about.'),
    summary: text('In our own words.'),
    interval: orNull(
      whole(
        'The least time between two services that a criterion on frequency requires, counted in `intervalUnit`, such as 23; null where the source gives none that can be counted.',
      ),
    ),
    intervalUnit: orNull(oneOf(e.IntervalUnit, 'How it is counted; null exactly where `interval` is.')),
  },
  sentence: ({ summary }) => summary,
});
