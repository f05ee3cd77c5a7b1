/** Wraps lines in the editors: explanations and answers in words are long sentences, which GraphiQL would cut off. */

import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Renders nothing; makes the editors of the query and of the answer wrap lines. */
export function WrappedLines() {
  const editors = useGraphiQL((state) => [state.queryEditor, state.responseEditor]);
  useEffect(() => {
    for (const editor of editors) editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' });
  }, editors);
  return null;
}
