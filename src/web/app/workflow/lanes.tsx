/** The steps in lanes, a lane for each who does one; on a narrow screen one below the other. */

import { type CSSProperties, Fragment } from 'react';
import { StepCard } from './step-card.tsx';
import { type AnsweredSteps, type AnsweredWorkflow, actors, lanesOf, type ShownStep } from './steps.ts';

interface Props {
  readonly workflow: AnsweredWorkflow;
  readonly answers: AnsweredSteps | undefined;
  readonly on: string;
}

/** Places in the grid, as the styles read them: on a narrow screen they leave them out. */
const placed = (values: Readonly<Record<`--${string}`, number>>) => values as CSSProperties;

/** All steps in their order. */
export function Lanes({ workflow: { label, steps }, answers, on }: Props) {
  const lanes = lanesOf(steps);
  const laneOf = (step: ShownStep) => lanes.indexOf(step.actor) + 1;
  return (
    <div className="lanes" style={placed({ '--lanes': lanes.length })}>
      <div className="lane-names" aria-hidden="true">
        {lanes.map((actor) => (
          <span key={actor}>{actors[actor]}</span>
        ))}
      </div>
      <ol className="lane-steps" aria-label={`Steps of ${label}`}>
        {steps.map((step, i) => {
          const next = steps[i + 1];
          const leadsOn = next && step.next.some(({ id }) => id === next.id);
          return (
            <Fragment key={step.id}>
              <li
                value={step.order}
                className="lane-step"
                style={placed({ '--lane': laneOf(step), '--row': 2 * i + 1 })}
              >
                <StepCard step={step} next={next} answers={answers} on={on} />
              </li>
              {leadsOn && <Hop from={laneOf(step)} to={laneOf(next)} row={2 * i + 2} />}
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}

/** The arrow from a step to the next, for the eye alone: the order of the list says the same. */
function Hop({ from, to, row }: { readonly from: number; readonly to: number; readonly row: number }) {
  const way = to > from ? 'right' : to < from ? 'left' : 'down';
  return (
    <li
      aria-hidden="true"
      className={`hop ${way}`}
      style={placed({ '--lane': Math.min(from, to), '--span': Math.abs(to - from) + 1, '--row': row })}
    >
      <i />
    </li>
  );
}
