/** What stands in the place of an answer: that it is on its way, or why there is none. */

import type { CombinedError } from 'urql';
import { wordsOf } from './graph.ts';

/** Says that the graph was asked, or what went wrong. */
export function Notice({ error }: { readonly error: CombinedError | undefined }) {
  if (!error) return <p role="status">Asking the graph …</p>;
  return (
    <p role="alert" className="error">
      {wordsOf(error)}
    </p>
  );
}
