/** The coverage matrix: the question this graph exists for. */

import { decidingPayers, matrixOfNamed } from '../../db/coverage/deciding-payers.ts';
import type { Matrix } from '../../db/coverage/matrix.ts';
import { CellState } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Memory } from '../../db/release/small-tables.ts';
import { payer, serviceComponent } from '../../db/tables/index.ts';
import { codeIdIfAny } from '../codes/code.ts';
import { familiesBelow, ServiceComponent } from '../codes/family.ts';
import { AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder, type Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { mustHave } from '../kit/fact.ts';
import { grows, type Sizes } from '../kit/growth.ts';
import { idOfShort } from '../kit/id.ts';
import type { BatchInfo } from '../kit/loader.ts';
import { Payer } from '../policies/payer.ts';
import { CoverageCell, payerAndLine } from './matrix-cell.ts';
import { MatrixInput, requestedComponents, requestedPayers } from './matrix-input.ts';
import { CoverageSummary, summaryExtent } from './matrix-summary.ts';
import { codeAlone } from './narrowing.ts';
import { coverageSummary } from './prepare-summary.ts';

type Dated<T> = T & { readonly asOf: AsOf };

/** The matrix that a client requests; `shown` are the columns of statements that are, undefined for all. */
export async function matrixRequest(
  input: typeof MatrixInput.$inferInput,
  context: GraphContext,
  shown?: readonly string[],
): Promise<Dated<Matrix>> {
  const asOf = rootAsOf(input, context);
  const componentIds = await requestedComponents(input, context, asOf);
  const lines = input.linesOfBusiness ? checkList('input.linesOfBusiness', input.linesOfBusiness) : null;
  const matrix = matrixOfNamed(context.store, context.memory, {
    componentIds,
    named: requestedPayers(input.payers, context),
    linesOfBusiness: lines ? [...new Set(lines)] : null,
    asOf,
    shown,
  });
  return { ...matrix, asOf };
}

/** How many rows and columns a matrix may have: counted in the tables in memory, by its families and payers. */
export function matrixExtent({ memory }: Sizes, input: typeof MatrixInput.$inferInput) {
  if (!memory) return { rows: 0, columns: 0 };
  const { payers, linesOfBusiness } = input;
  const named = (input.families ?? []).flatMap((text) =>
    familiesBelow(memory, idOfShort('ServiceFamily', text) ?? text),
  );
  const families = new Set([...named, ...familiesOfCodes(memory, input.codes ?? [])]);
  const components = [...families].map((id) => {
    // Of a group they are those of its members; what is worked out has a whole and two parts, as a rule.
    const reviewed = memory.get('service_family', id) !== undefined;
    return reviewed ? memory.by('service_component', 'familyId', id).length : 3;
  });
  const { payerIds } = decidingPayers(
    memory,
    payers ? payers.map((text) => idOfShort('Payer', text) ?? text) : null,
  );
  const lines = payerIds.map((id) => linesOfBusiness?.length ?? linesKnown(memory, id));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return { rows: sum(components), columns: sum(lines) };
}

/** The families that some codes belong to, for a code that people put in none its own id; of what is no code, none. */
function familiesOfCodes(memory: Memory, codes: readonly Coding[]): readonly string[] {
  return codes.flatMap((coding) => {
    const codeId = codeIdIfAny(codeAlone(coding));
    if (codeId === undefined) return [];
    const units = memory.unitsWith(codeId);
    if (units.length === 0) return [codeId];
    return units.map(({ componentId }) => String(memory.get('service_component', componentId)?.familyId));
  });
}

/** The lines of business of a payer's policies; statements may name one more. */
function linesKnown(memory: Memory, payerId: string): number {
  const policies = memory.by('policy', 'payerId', payerId);
  return new Set(policies.flatMap((row) => JSON.parse(String(row.linesOfBusiness)) as string[])).size + 1;
}

const CoverageMatrixRow = builder.objectRef<Dated<Matrix['rows'][number]>>('CoverageMatrixRow').implement({
  description: 'A component and what each payer says of it.',
  fields: (t) => ({
    component: t.field({
      type: ServiceComponent,
      description: 'The component.',
      extensions: { needs: [] },
      resolve: (row, _args, context) => mustHave(context, serviceComponent, row.componentId, row.asOf),
    }),
    cells: t.field({
      type: [CoverageCell],
      description: 'A cell for each column, in the order of `columns`.',
      extensions: { needs: 'those below' },
      resolve: (row) => [...row.cells],
    }),
  }),
});

const CoverageMatrixColumn = builder
  .objectRef<Dated<Matrix['columns'][number]>>('CoverageMatrixColumn')
  .implement({
    description: 'A payer and a line of business.',
    fields: payerAndLine,
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
      extensions: { needs: [] },
      resolve: ({ asOf }) => asOf,
    }),
    columns: t.field({
      type: [CoverageMatrixColumn],
      description: 'Payers and their lines of business.',
      extensions: { needs: [] },
      resolve: ({ columns, asOf }) => columns.map((column) => ({ ...column, asOf })),
    }),
    payers: t.field({
      type: [Payer],
      description:
        'The payers, each once. An association is replaced by its licensees, which decide for themselves.',
      extensions: { needs: [] },
      resolve: ({ columns, asOf }, _args, context) =>
        [...new Set(columns.map(({ payerId }) => payerId))].map((id) => mustHave(context, payer, id, asOf)),
    }),
    rows: t.field({
      type: [CoverageMatrixRow],
      description: 'A row for each component.',
      extensions: { needs: 'those below' },
      resolve: ({ rows, asOf }) => rows.map((row) => ({ ...row, asOf })),
    }),
    tally: t.field({
      type: [CellCount],
      description: 'Cells by state; the counts add up to rows times columns.',
      extensions: { needs: [] },
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
    summary: t.field({
      type: CoverageSummary,
      description: 'The matrix in short, and in words.',
      resolve: (matrix, _args, context) => coverageSummary(matrix, context),
    }),
  }),
});

builder.queryField('coverageMatrix', (t) =>
  t.field({
    type: CoverageMatrix,
    description:
      'Which components of a service does each payer cover, on which day, and what is that based on?',
    args: {
      input: t.arg({
        type: MatrixInput,
        required: true,
        description: 'The components, payers and lines of business to show.',
      }),
    },
    ...grows({
      work: (sizes, { input }: { readonly input: typeof MatrixInput.$inferInput }) => {
        const { rows, columns } = matrixExtent(sizes, input);
        return 50 + (rows * columns) / 2;
      },
      below: (sizes, { input }) => {
        const { rows, columns } = matrixExtent(sizes, input);
        return {
          'CoverageMatrix.rows': rows,
          'CoverageMatrixRow.cells': columns,
          'CoverageMatrix.columns': columns,
          'CoverageMatrix.payers': columns,
          ...summaryExtent(sizes, rows, columns),
        };
      },
    }),
    resolve: (_root, { input }, context, info) =>
      matrixRequest(input, context, (info as Partial<BatchInfo>).columns), // there where the operation was planned
  }),
);
