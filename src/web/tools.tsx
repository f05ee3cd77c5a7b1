/** The two tools beside GraphiQL's own: copy a link to this query, save the answer as CSV. */

import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { toCsv } from './csv.ts';
import { linkTo } from './share.ts';

/** Copies a link that opens this query and its variables. */
export function ShareButton() {
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const link = linkTo(
      new URL(location.href),
      queryEditor?.getValue() ?? '',
      variableEditor?.getValue() ?? '',
    );
    // Shown in the address bar as well, for browsers that keep the clipboard to themselves.
    history.replaceState(null, '', link);
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <ToolbarButton label={copied ? 'Link copied' : 'Copy a link to this query'} onClick={copy}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        aria-hidden="true"
      >
        <path
          strokeWidth="1.4"
          d="M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3l1.2-1.2"
        />
      </svg>
    </ToolbarButton>
  );
}

/** Saves the answer that is shown as a CSV file. */
export function CsvButton() {
  const { responseEditor, operationName } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    operationName: state.operationName,
  }));
  const save = () => {
    const csv = toCsv(dataOf(responseEditor?.getValue() ?? ''));
    if (!csv) return;
    const link = document.createElement('a');
    // The mark at the start makes spreadsheets read it as UTF-8.
    link.href = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }));
    link.download = `${operationName ?? 'answer'}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <ToolbarButton label="Save the answer as CSV" onClick={save}>
      <span className="csv" aria-hidden="true">
        CSV
      </span>
    </ToolbarButton>
  );
}

function dataOf(answer: string): unknown {
  try {
    return (JSON.parse(answer) as { data?: unknown }).data;
  } catch {
    return undefined;
  }
}
