/** The first answer: the operation of a link, or of the first example, runs on arrival, so that no page is empty. */

import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { isSubscription } from './operation.ts';

/** Renders nothing; runs the query once, where it is the one in the open tab. */
export function RunOnArrival({ query }: { readonly query: string | undefined }) {
  const { run } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !query || !queryEditor || !variableEditor || !responseEditor) return;
    begun.current = true;
    // A visitor who left another tab open comes back to that, and what streams is begun by hand.
    if (queryEditor.getValue() === query && !isSubscription(query)) void run();
  }, [query, queryEditor, variableEditor, responseEditor, run]);
  return null;
}
