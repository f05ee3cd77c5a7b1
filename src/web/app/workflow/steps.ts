/** Steps with the answers of a payer: cells of one code that are alike together, with the lines of business or payers that they are of. */

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
  readonly cell: StepCell;
  readonly lines: readonly LineOfBusiness[];
  /** Names of the payers, several where the one that was chosen is an association. */
  readonly payers: readonly string[];
  /** The slug of the first of them. */
  readonly slug: string;
}

/** What the payer says of a code as a whole; empty where the matrix has no row of it. */
export function answersOn(code: string, { columns, rows }: AnsweredSteps): readonly Alike[] {
  const row = rows.find(({ component }) =>
    component.reportedBy.some((unit) => unit.code.code === code && unit.modifiers.length === 0),
  );
  const cells = (row?.cells ?? []).flatMap((cell, i) => {
    const column = columns[i];
    return column ? [{ cell, column }] : [];
  });
  const alike = Map.groupBy(cells, ({ cell }) =>
    [cell.state, cell.unknownReason, cell.best?.id, cell.nearestBefore, cell.nearestAfter].join(' '),
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return {
      cell: first.cell,
      lines: [...new Set(same.map(({ column }) => column.lineOfBusiness))],
      payers: [...new Set(same.map(({ column }) => column.payer.label))],
      slug: first.column.payer.slug,
    };
  });
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
