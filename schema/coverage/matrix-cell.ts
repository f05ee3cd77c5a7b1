/** A cell of the coverage matrix: the answer, what it rests on, and why. */

import type { Cell } from '../../db/coverage/matrix.ts';
import {
  CellReach,
  CellState,
  LineOfBusiness,
  PriorAuthorizationAnswer,
  UnknownReason,
} from '../../db/enums/index.ts';
import { nearestInWords } from '../../db/history/other-days.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import {
  type coverage,
  payer,
  policy,
  policyVersion,
  type priorAuthorization,
  serviceComponent,
  source,
} from '../../db/tables/index.ts';
import { inWords } from '../../db/tables/sentences.ts';
import { ServiceComponent } from '../codes/family.ts';
import { Explanation, explain, explainAnswer, type Step } from '../evidence/explanation.ts';
import { nearestAfter, nearestBefore, nearestFields } from '../evidence/nearest-days.ts';
import { Source } from '../evidence/source-edges.ts';
import { DataGap } from '../findings/gap.ts';
import { sourcesOf, versionsOf } from '../findings/searched.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { at, type FactOf, fresh, mustHave } from '../kit/fact.ts';
import type { SchemaTypes } from '../kit/fields-from-columns.ts';
import { grows } from '../kit/growth.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { Payer } from '../policies/payer.ts';
import { decision } from './cell-decision.ts';
import { CoverageStatement, PriorAuthorization } from './coverage.ts';

/** Sources that were searched for one cell beside those of policies. */
const usual = 5;

/** The steps that lead to the answer of a cell. */
async function explainCell(context: GraphContext, cell: Cell): Promise<Step[]> {
  const read = await Promise.all(cell.because.map((row) => explain(context, at(row, cell.asOf))));
  const reached: Step[] =
    cell.reach === 'SAME_CODE'
      ? [
          {
            note: 'That is said of the code without a modifier; that it reaches the component is an entailment.',
            rule: 'same-code',
            statement: null,
          },
        ]
      : [];
  return [...read.flat(), ...reached, { note: decision(cell), rule: cell.rule, statement: null }];
}

/** The fields that say for whom a cell or a column speaks. */
export function payerAndLine<
  F extends { payerId: string; lineOfBusiness: Cell['lineOfBusiness']; asOf: AsOf },
>(t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, F>) {
  return {
    payer: t.field({
      type: Payer,
      description: 'The payer.',
      extensions: { needs: [] },
      resolve: ({ payerId, asOf }, _args, context) => mustHave(context, payer, payerId, asOf),
    }),
    lineOfBusiness: t.field({
      type: enumOf(LineOfBusiness),
      description: 'The line of business.',
      extensions: { needs: [] },
      resolve: ({ lineOfBusiness }) => lineOfBusiness,
    }),
  };
}

/** A cell of the matrix. */
export const CoverageCell = builder.objectRef<Cell>('CoverageCell').implement({
  description:
    'What a payer says of a component in a line of business. Absence of knowledge is a value here, never a null.',
  fields: (t) => ({
    ...payerAndLine(t),
    component: t.field({
      type: ServiceComponent,
      description: 'The component.',
      extensions: { needs: [] },
      resolve: (cell, _args, context) => mustHave(context, serviceComponent, cell.componentId, cell.asOf),
    }),
    state: t.field({
      type: enumOf(CellState),
      description: 'The answer.',
      extensions: { needs: [] },
      resolve: (cell) => cell.state,
    }),
    reach: t.field({
      type: enumOf(CellReach),
      description: 'How the statements reach the component.',
      extensions: { needs: [] },
      resolve: (cell) => cell.reach,
    }),
    unknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Set exactly when `state` is `UNKNOWN`.',
      extensions: { needs: [] },
      resolve: (cell) => cell.unknownReason,
    }),
    ...nearestFields(t, 'unknownReason', (cell) => cell.nearest),
    because: t.field({
      type: [StatementInterface],
      description:
        'The statements that the answer rests on: those of the best rank that hold a value, all that leave it open in an unknown cell, the validity of the codes where none existed. Empty only where `UNKNOWN` rests on no statement, see `gaps`.',
      resolve: (cell) => cell.because.map((row) => at(row, cell.asOf)),
    }),
    explanation: t.field({
      type: Explanation,
      description:
        'Why `state` is what it is: each statement of `because` from its passage on, then the rule that decided.',
      resolve: (cell, _args, context) => explainCell(context, cell),
    }),
    best: t.field({
      type: CoverageStatement,
      nullable: true,
      description:
        'The statement that the answer rests on first; null when there is none. In an unknown cell it says why, with its passage.',
      extensions: { needs: 'those below' },
      resolve: (cell) => first(cell),
    }),
    others: t.field({
      type: [CoverageStatement],
      description: 'Further statements that hold there.',
      extensions: { needs: 'those below' },
      resolve: (cell) => cell.statements.slice(1).map((row) => at(row, cell.asOf)),
    }),
    gaps: t.field({
      type: [DataGap],
      description: 'What was looked for in vain, where that is recorded.',
      resolve: (cell) => cell.gaps.map((row) => at(row, cell.asOf)),
    }),
    searched: t.field({
      type: [Source],
      description: 'What was searched when the state is `UNKNOWN`; else empty.',
      // What the versions of the payer's policies cite, each source once.
      ...grows({
        items: (sizes) => {
          const versions =
            (sizes.most(policy, 'payerId') ?? 0) * (sizes.most(policyVersion, 'policyId') ?? 0);
          return Math.min(sizes.rows(source) ?? usual, usual + versions);
        },
      }),
      resolve: (cell, _args, context) =>
        cell.state === 'UNKNOWN'
          ? sourcesOf(
              context,
              [...cell.statements.map(({ id }) => id), ...versionsOf(context, cell.payerId, cell.asOf)],
              cell.asOf,
            )
          : [],
    }),
    priorAuthorization: t.field({
      type: enumOf(PriorAuthorizationAnswer),
      description: 'What is known of prior authorization.',
      extensions: { needs: [] },
      resolve: (cell) => cell.priorAuthorization,
    }),
    priorAuthorizationUnknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Set exactly when `priorAuthorization` is `UNKNOWN`.',
      extensions: { needs: [] },
      resolve: (cell) => cell.priorAuthorizationReason,
    }),
    priorAuthorizationNearestBefore: t.field({
      type: 'Date',
      nullable: true,
      description: nearestBefore('priorAuthorizationUnknownReason'),
      resolve: (cell) => cell.priorAuthorizationNearest?.before,
    }),
    priorAuthorizationNearestAfter: t.field({
      type: 'Date',
      nullable: true,
      description: nearestAfter('priorAuthorizationUnknownReason'),
      resolve: (cell) => cell.priorAuthorizationNearest?.after,
    }),
    priorAuthorizationExplanation: t.field({
      type: Explanation,
      description: 'Why `priorAuthorization` is what it is.',
      resolve: (cell, _args, context) => {
        const { priorAuthorization, priorAuthorizationReason, priorAuthorizationStatements, asOf } = cell;
        const days = cell.priorAuthorizationNearest
          ? ` ${nearestInWords(cell.priorAuthorizationNearest)}`
          : '';
        const note = priorAuthorizationReason
          ? `Nothing settles it: ${inWords(priorAuthorizationReason)}.${days} Coverage says nothing of it.`
          : `What is said of it agrees: ${inWords(priorAuthorization)}.`;
        const facts = priorAuthorizationStatements.map((row) => at(row, asOf));
        return explainAnswer(context, facts, 'prior-authorization', note);
      },
    }),
    priorAuthorizationStatements: t.field({
      type: [PriorAuthorization],
      description: 'What `priorAuthorization` rests on.',
      resolve: (cell) =>
        cell.priorAuthorizationStatements.map((row): FactOf<typeof priorAuthorization> => at(row, cell.asOf)),
    }),
  }),
});

function first(cell: Cell): FactOf<typeof coverage> | null {
  const [row] = cell.statements;
  return row ? fresh(row, cell.asOf) : null; // the rows of a matrix are read for one request and one day
}
