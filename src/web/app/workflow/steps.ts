/** Steps with the answers of a payer: cells of one code that are alike together, what is known first. */

import type {
  LineOfBusiness,
  StepAnswersQuery,
  WorkflowActor,
  WorkflowStepsQuery,
} from '../../graph/graphql.ts';

/** The workflow as it was answered. */
export type AnsweredWorkflow = NonNullable<WorkflowStepsQuery['workflow']>;
/** A step of it. */
export type ShownStep = AnsweredWorkflow['steps'][number];
/** The answers on its codes. */
export type AnsweredSteps = NonNullable<StepAnswersQuery['coverageMatrix']>;
/** The answer of one payer in one line of business. */
export type StepCell = AnsweredSteps['rows'][number]['cells'][number];

/** Cells that answer alike. */
export interface Alike {
  /** The first of them. */
  readonly cell: StepCell;
  readonly lines: readonly LineOfBusiness[];
  readonly payers: readonly StepPayer[];
}

/** Whose answer it is: of an association each of its licensees. */
type StepPayer = AnsweredSteps['columns'][number]['payer'];

/** What the payer says of a code as a whole; empty where the matrix has no row of it. */
export function answersOn(code: string, { columns, rows }: AnsweredSteps): readonly Alike[] {
  const row = rows.find(({ component }) =>
    component.reportedBy.some((unit) => unit.code.code === code && unit.modifiers.length === 0),
  );
  const cells = (row?.cells ?? []).flatMap((cell, i) => {
    const column = columns[i];
    return column ? [{ cell, column }] : [];
  });
  const several = new Set(columns.map(({ payer }) => payer.id)).size > 1;
  const alike = Map.groupBy(cells, ({ cell }) =>
    several
      ? [cell.state, cell.unknownReason, cell.best?.evidence].join(' ')
      : [cell.state, cell.unknownReason, cell.best?.id, cell.nearestBefore, cell.nearestAfter].join(' '),
  );
  return [...alike.values()]
    .flatMap((same): Alike[] => {
      const [first] = same;
      if (!first) return [];
      const payers = new Map(same.map(({ column: { payer } }) => [payer.id, payer]));
      return [
        {
          cell: first.cell,
          lines: [...new Set(same.map(({ column }) => column.lineOfBusiness))],
          payers: [...payers.values()],
        },
      ];
    })
    .sort((one, other) => Number(one.cell.state === 'UNKNOWN') - Number(other.cell.state === 'UNKNOWN'));
}

/** Who does a step, in the order of the lanes. */
export const actors: Readonly<Record<WorkflowActor, string>> = {
  ORDERING_PROVIDER: 'Ordering clinician',
  DXA_TECHNOLOGIST: 'Technologist',
  IMAGING_FACILITY: 'Imaging site',
  REMOTE_ANALYSIS_VENDOR: 'Remote analysis',
  ANALYSIS_SOFTWARE: 'Software',
  INTERPRETING_PROVIDER: 'Interpreting clinician',
};

/** The lanes of a workflow: those who do a step of it. */
export const lanesOf = (steps: readonly ShownStep[]): readonly WorkflowActor[] =>
  (Object.keys(actors) as WorkflowActor[]).filter((actor) => steps.some((step) => step.actor === actor));
