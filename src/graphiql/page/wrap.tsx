/** Wraps the lines of the query editor: explanations are long sentences, which GraphiQL would cut off. */

import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Renders nothing; makes the query editor wrap lines. */
export function WrappedLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' }), [editor]);
  return null;
}
