/** Wraps the lines of the query: explanations are sentences, and GraphiQL would cut them off. */

import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Shows nothing; sets the query editor to wrap. */
export function WrappedLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' }), [editor]);
  return null;
}
