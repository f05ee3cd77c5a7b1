/** Coverage: what a payer says about covering a component, and about prior authorization for it. */

import { isMention, mentions } from '../../db/coverage/mention.ts';
import { CoveredStatus, LineOfBusiness } from '../../db/enums/index.ts';
import type { Where } from '../../db/kit/edge.ts';
import { coverage, coverageCriterion, payer, priorAuthorization } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceComponent } from '../codes/family.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import type { Filter } from '../kit/edge-to-many.ts';
import { connections, listed, lists } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { knownIds } from '../kit/reference.ts';
import { Payer } from '../policies/payer.ts';
import { CoverageCriterion, PolicyVersion } from '../policies/policy.ts';

/** Does this payer cover this component? */
export const CoverageStatement = statement({
  table: coverage,
  fields: (t) => ({
    mention: t.boolean({
      description:
        'Whether a report only names the payer and states no coverage. A mention is no coverage: it decides no cell of the matrix and comes after all that the payer itself states.',
      resolve: isMention,
    }),
  }),
});

const CoverageFilter = builder.inputType('CoverageFilter', {
  description: 'Which coverage statements to give. What is left out does not restrict.',
  fields: (t) => ({
    payers: t.idList({
      required: false,
      description: 'Payers by slug or id, such as aetna. An association means its licensees.',
    }),
    linesOfBusiness: t.field({
      type: [enumOf(LineOfBusiness)],
      required: false,
      description: 'Lines of business; statements that name none reach every line.',
    }),
    covered: t.field({
      type: [enumOf(CoveredStatus)],
      required: false,
      description: 'Only with these values.',
    }),
    includeUnknown: t.boolean({
      required: false,
      defaultValue: true,
      description: 'Whether to give statements that hold no value, with their reasons.',
    }),
    includeMentions: t.boolean({
      required: false,
      defaultValue: true,
      description: 'Whether to give reports that only name the payer; see `CoverageStatement.mention`.',
    }),
  }),
});

type CoverageFilterShape = typeof CoverageFilter.$inferInput;

function list(name: string, values: readonly string[]): Record<string, string> {
  return { [name]: JSON.stringify(values) };
}

const coverageFilter: Filter = {
  type: CoverageFilter,
  where: (filter: CoverageFilterShape, context) => {
    const { memory } = context;
    const where: Where[] = [];
    if (filter.payers) {
      const requested = knownIds(context, payer, 'filter.payers', filter.payers);
      const reached = requested.flatMap((id) => [
        id,
        ...memory.by('payer', 'parentId', id).map((row) => row.id),
      ]);
      const associations = new Set(requested.filter((id) => memory.get('payer', id)?.kind === 'ASSOCIATION'));
      const payers = reached.filter(
        (id) => requested.includes(id) || associations.has(String(memory.get('payer', id)?.parentId)),
      );
      where.push({
        sql: 't.payer_id in (select value from json_each(:payers))',
        params: list('payers', payers),
      });
    }
    if (filter.linesOfBusiness) {
      const lines = [...checkList('filter.linesOfBusiness', filter.linesOfBusiness), 'ANY_NOT_STATED'];
      where.push({
        sql: 't.line_of_business in (select value from json_each(:lines))',
        params: list('lines', lines),
      });
    }
    if (filter.covered) {
      const covered = checkList('filter.covered', filter.covered);
      where.push({
        sql: 't.covered in (select value from json_each(:covered))',
        params: list('covered', covered),
      });
    }
    if (filter.includeMentions === false) where.push({ sql: `not (${mentions('covered')})`, params: {} });
    if (filter.includeUnknown === false) where.push({ sql: "t.value_state <> 'UNKNOWN_VALUE'", params: {} });
    return where;
  },
};

connections(
  CoverageStatement,
  coverage,
  {
    componentId: [ServiceComponent, 'coverage', 'What payers say about covering the component.'],
    codeId: [BillingCode, 'coverage', 'What payers say about covering what the code reports.'],
    payerId: [Payer, 'coverage', 'What the payer itself says, component by component.'],
    policyVersionId: [PolicyVersion, 'coverage', 'What the version says, component by component.'],
  },
  coverageFilter,
);

listed(CoverageStatement, 'conditions', CoverageCriterion, {
  to: coverageCriterion,
  through: { link: 'coverage_condition', from: 'coverageId', to: 'criterionId' },
  description: 'Conditions and limits that its policy version gives for the code.',
});

/** What a payer says about prior authorization. */
export const PriorAuthorization = statement({ table: priorAuthorization });
lists(PriorAuthorization, priorAuthorization, {
  codeId: [
    BillingCode,
    'priorAuthorization',
    'What payers say about prior authorization. Silence is not in the list: see the coverage matrix.',
  ],
});
connections(PriorAuthorization, priorAuthorization, {
  componentId: [
    ServiceComponent,
    'priorAuthorization',
    'What payers say about prior authorization for the component.',
  ],
  policyVersionId: [PolicyVersion, 'priorAuthorization', 'What the version says about prior authorization.'],
  payerId: [Payer, 'priorAuthorization', 'What the payer says about prior authorization.'],
});
