/** What the marks mean. */

import type { CoverageCellState } from '../graph/graphql.ts';
import { State } from './state.tsx';
import { evidence, states } from './words.ts';

/** The states and the badges, each with its meaning. */
export function Legend() {
  return (
    <details className="legend">
      <summary>What the marks mean</summary>
      <dl>
        {(Object.keys(states) as CoverageCellState[]).map((state) => (
          <div key={state}>
            <dt>
              <State of={state} />
            </dt>
            <dd>{states[state].meaning}</dd>
          </div>
        ))}
        {Object.entries(evidence).map(([level, { name, meaning }]) => (
          <div key={level}>
            <dt>
              <span className={`badge ${level}`}>{name}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>
            <span className="badge stale">◷ stale</span>
          </dt>
          <dd>Its source should have been read again by now.</dd>
        </div>
      </dl>
    </details>
  );
}
