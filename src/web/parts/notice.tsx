/** What is shown in the place of an answer: its outline while it is on its way, or why there is none. */

import { useEffect, useState } from 'react';
import type { CombinedError } from 'urql';
import { wordsOf } from '../graph/client.ts';

/** Milliseconds after which waiting is worth a word. */
const patience = 2_500;

interface Props {
  readonly error: CombinedError | undefined;
  /** Asks again. */
  readonly again?: (() => void) | undefined;
  /** How many lines the answer will take, about. */
  readonly lines?: number;
}

/** Says what went wrong, and lets one try again; without an error, that the answer is on its way. */
export function Notice({ error, again, lines = 6 }: Props) {
  const slow = useSlow(!error);
  if (error) {
    return (
      <div role="alert" className="error">
        <p>{wordsOf(error)}</p>
        {again && (
          <button type="button" onClick={again}>
            Try again
          </button>
        )}
      </div>
    );
  }
  return (
    <div role="status" className="skeleton">
      <span className={slow ? '' : 'unseen'}>
        {slow ? 'The graph is taking longer than usual.' : 'Asking the graph.'}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, [waiting]);
  return slow && waiting;
}
