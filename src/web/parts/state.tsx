/** A state as colour, shape and word, so that it can be read in grey print and by those who see no colours. */

import type { ReactNode } from 'react';
import type { CoverageCellState } from '../graph/graphql.ts';
import { states } from './words.ts';

const ring = <circle cx="8" cy="8" r="5.6" />;

const shapes: Readonly<Record<CoverageCellState, ReactNode>> = {
  COVERED: <circle className="full" cx="8" cy="8" r="6.2" />,
  CONDITIONAL: (
    <>
      {ring}
      <path className="full" d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" />
    </>
  ),
  NOT_COVERED: <path d="M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2" />,
  INDETERMINATE: <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" />,
  CONFLICTING: <path d="M2.5 5.8h11M2.5 10.2h11M10.8 2.4 5.2 13.6" />,
  UNKNOWN: <circle className="dashed" cx="8" cy="8" r="5.6" />,
  NOT_APPLICABLE: <path d="M3 8h10" />,
};

interface Props {
  readonly of: CoverageCellState;
  /** Words to follow the name of the state. */
  readonly children?: ReactNode;
}

/** The mark of a state: its shape, and its name. */
export function State({ of, children }: Props) {
  return (
    <span className={`state ${of}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[of]}
      </svg>
      <span className="name">{states[of].name}</span>
      {children}
    </span>
  );
}
