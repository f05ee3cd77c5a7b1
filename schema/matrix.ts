/** The coverage matrix: the question this graph exists for. */

import {
  CellReach,
  CellState,
  LineOfBusiness,
  PriorAuthorizationAnswer,
  UnknownReason,
} from '../db/enums.ts';
import { type Cell, coverageMatrix, type Matrix } from '../db/matrix.ts';
import { type coverage, payer, type priorAuthorization, serviceComponent } from '../db/tables.ts';
import type { AsOf } from '../db/time.ts';
import { AsOfInput, AsOfType, rootAsOf } from './as-of.ts';
import { builder } from './builder.ts';
import { CodingInput, knownCode } from './code.ts';
import type { GraphContext } from './context.ts';
import { CoverageStatement, PriorAuthorization } from './coverage.ts';
import { enumOf } from './enums.ts';
import { badInput, checkList, unknownId } from './errors.ts';
import { allOf, at, type FactOf, mustHave } from './fact.ts';
import { componentsOf, ServiceComponent } from './family.ts';
import { DataGap } from './gap.ts';
import { idOf } from './id.ts';
import { Payer } from './payer.ts';
import { sourcesOf, versionsOf } from './searched.ts';
import { Source } from './source-edges.ts';

type Dated<T> = T & { readonly asOf: AsOf };

const CoverageCell = builder.objectRef<Dated<Cell>>('CoverageCell').implement({
  description:
    'What a payer says of a component in a line of business. Absence of knowledge is a value here, never a null.',
  fields: (t) => ({
    payer: t.field({
      type: Payer,
      description: 'The payer.',
      resolve: (cell, _args, context) => mustHave(context, payer, cell.payerId, cell.asOf),
    }),
    lineOfBusiness: t.field({
      type: enumOf(LineOfBusiness),
      description: 'The line of business.',
      resolve: (cell) => cell.lineOfBusiness,
    }),
    component: t.field({
      type: ServiceComponent,
      description: 'The component.',
      resolve: (cell, _args, context) => mustHave(context, serviceComponent, cell.componentId, cell.asOf),
    }),
    state: t.field({ type: enumOf(CellState), description: 'The answer.', resolve: (cell) => cell.state }),
    reach: t.field({
      type: enumOf(CellReach),
      description: 'How the statements reach the component.',
      resolve: (cell) => cell.reach,
    }),
    unknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Set exactly when `state` is `UNKNOWN`.',
      resolve: (cell) => cell.unknownReason,
    }),
    best: t.field({
      type: CoverageStatement,
      nullable: true,
      description:
        'The statement that the answer rests on first; null when there is none. In an unknown cell it says why, with its passage.',
      resolve: (cell) => first(cell),
    }),
    others: t.field({
      type: [CoverageStatement],
      description: 'Further statements that hold there.',
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
      resolve: (cell) => cell.priorAuthorization,
    }),
    priorAuthorizationUnknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description: 'Set exactly when `priorAuthorization` is `UNKNOWN`.',
      resolve: (cell) => cell.priorAuthorizationReason,
    }),
    priorAuthorizationStatements: t.field({
      type: [PriorAuthorization],
      description: 'What `priorAuthorization` rests on.',
      resolve: (cell) =>
        cell.priorAuthorizationStatements.map((row): FactOf<typeof priorAuthorization> => at(row, cell.asOf)),
    }),
  }),
});

function first(cell: Dated<Cell>): FactOf<typeof coverage> | null {
  const [row] = cell.statements;
  return row ? at(row, cell.asOf) : null;
}

const CoverageMatrixRow = builder.objectRef<Dated<Matrix['rows'][number]>>('CoverageMatrixRow').implement({
  description: 'A component and what each payer says of it.',
  fields: (t) => ({
    component: t.field({
      type: ServiceComponent,
      description: 'The component.',
      resolve: (row, _args, context) => mustHave(context, serviceComponent, row.componentId, row.asOf),
    }),
    cells: t.field({
      type: [CoverageCell],
      description: 'A cell for each column, in the order of `columns`.',
      resolve: (row) => row.cells.map((cell) => ({ ...cell, asOf: row.asOf })),
    }),
  }),
});

const CoverageMatrixColumn = builder
  .objectRef<Dated<Matrix['columns'][number]>>('CoverageMatrixColumn')
  .implement({
    description: 'A payer and a line of business.',
    fields: (t) => ({
      payer: t.field({
        type: Payer,
        description: 'The payer.',
        resolve: (c, _args, context) => mustHave(context, payer, c.payerId, c.asOf),
      }),
      lineOfBusiness: t.field({
        type: enumOf(LineOfBusiness),
        description: 'The line of business.',
        resolve: (c) => c.lineOfBusiness,
      }),
    }),
  });

const CellCount = builder
  .objectRef<{ readonly state: keyof typeof CellState.values; readonly count: number }>('CoverageCellCount')
  .implement({
    description: 'How many cells have a state.',
    fields: (t) => ({
      state: t.field({ type: enumOf(CellState), description: 'The state.', resolve: ({ state }) => state }),
      count: t.int({ description: 'Number of cells.', resolve: ({ count }) => count }),
    }),
  });

const CoverageMatrix = builder.objectRef<Dated<Matrix>>('CoverageMatrix').implement({
  description: 'Which components each payer covers on a day. Every cell is filled.',
  fields: (t) => ({
    asOf: t.field({
      type: AsOfType,
      description: 'The day and the state of knowledge it is for.',
      resolve: ({ asOf }) => asOf,
    }),
    columns: t.field({
      type: [CoverageMatrixColumn],
      description: 'Payers and their lines of business.',
      resolve: ({ columns, asOf }) => columns.map((column) => ({ ...column, asOf })),
    }),
    payers: t.field({
      type: [Payer],
      description:
        'The payers, each once. An association is replaced by its licensees, which decide for themselves.',
      resolve: ({ columns, asOf }, _args, context) =>
        [...new Set(columns.map(({ payerId }) => payerId))].map((id) => mustHave(context, payer, id, asOf)),
    }),
    rows: t.field({
      type: [CoverageMatrixRow],
      description: 'A row for each component.',
      resolve: ({ rows, asOf }) => rows.map((row) => ({ ...row, asOf })),
    }),
    tally: t.field({
      type: [CellCount],
      description: 'Cells by state; the counts add up to rows times columns.',
      resolve: ({ rows }) => {
        const byState = Map.groupBy(
          rows.flatMap(({ cells }) => cells),
          ({ state }) => state,
        );
        return [...byState]
          .map(([state, cells]) => ({ state, count: cells.length }))
          .sort((a, b) => b.count - a.count);
      },
    }),
  }),
});

const MatrixInput = builder.inputType('MatrixInput', {
  description: 'Which components, payers and lines of business. Give `codes` or `families`.',
  fields: (t) => ({
    codes: t.field({
      type: [CodingInput],
      required: false,
      description: 'Codes; the whole family of each is shown, since its parts are told apart by code.',
    }),
    families: t.idList({
      required: false,
      description: 'Service families, such as ServiceFamily:trabecular-bone-score.',
    }),
    payers: t.idList({
      required: false,
      description: 'Payers; default: every payer held that decides. An association stands for its licensees.',
    }),
    linesOfBusiness: t.field({
      type: [enumOf(LineOfBusiness)],
      required: false,
      description: 'Lines of business; default: those that anything is known of, for each payer.',
    }),
    asOf: t.field({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
  }),
});

type MatrixInputShape = typeof MatrixInput.$inferInput;

async function familiesAsked(input: MatrixInputShape, context: GraphContext, asOf: AsOf): Promise<string[]> {
  const { codes, families } = input;
  if (!codes && !families) {
    throw badInput('input', 'input: give codes or families, such as codes: [{ code: "77090" }].');
  }
  const named = families
    ? checkList('input.families', families).map((id) => idOf('ServiceFamily', 'input.families', id))
    : [];
  for (const id of named) {
    if (!context.memory.get('service_family', id))
      throw unknownId(
        'input.families',
        `input.families: this release holds no ${id}. List them with serviceFamilies.`,
      );
  }
  const found = await Promise.all(
    (codes ? checkList('input.codes', codes) : []).map((coding) =>
      knownCode('input.codes', coding, context, asOf),
    ),
  );
  const ofCodes = found.map((code) => {
    if (!code.familyId)
      throw badInput(
        'input.codes',
        `input.codes: ${code.code} belongs to no service family, so it has no components to show.`,
      );
    return code.familyId;
  });
  return [...new Set([...named, ...ofCodes])];
}

function payersAsked(ids: readonly string[] | null | undefined, context: GraphContext): string[] {
  const all = allOf(context, payer, context.asOf);
  if (!ids) return all.filter(({ kind }) => kind !== 'ASSOCIATION').map(({ id }) => id);
  const asked = checkList('input.payers', ids).map((id) => {
    const found = context.memory.get('payer', idOf('Payer', 'input.payers', id));
    if (!found)
      throw unknownId(
        'input.payers',
        `input.payers: this release holds no ${id}. List them with payers { id }.`,
      );
    return found;
  });
  const deciding = asked.flatMap((row) =>
    row.kind === 'ASSOCIATION'
      ? all.filter(({ parentId }) => parentId === row.id).map(({ id }) => id)
      : [row.id],
  );
  return [...new Set(deciding)];
}

builder.queryField('coverageMatrix', (t) =>
  t.field({
    type: CoverageMatrix,
    description:
      'Which components of a service does each payer cover, on which day, and what is that based on?',
    args: { input: t.arg({ type: MatrixInput, required: true, description: 'What is asked.' }) },
    resolve: async (_root, { input }, context) => {
      const asOf = rootAsOf(input, context);
      const families = await familiesAsked(input, context, asOf);
      const lines = input.linesOfBusiness ? checkList('input.linesOfBusiness', input.linesOfBusiness) : null;
      const matrix = coverageMatrix(context.store, context.memory, {
        componentIds: families.flatMap((id) =>
          componentsOf(context, id, asOf).map((component) => component.id),
        ),
        payerIds: payersAsked(input.payers, context),
        linesOfBusiness: lines ? [...new Set(lines)] : null,
        asOf,
      });
      return { ...matrix, asOf };
    },
  }),
);
