/** Additional tools: copy a link or a curl command of this query, save the answer as CSV. */

import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { getOperationAST, parse } from 'graphql';
import { type ReactNode, useState } from 'react';
import { toCsv } from './csv.ts';
import { type CurlRequest, curlCommand } from './curl.ts';
import { linkTo } from './share.ts';

/** A function that returns the contents of the open tab as text. */
function useTab() {
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    operationName: state.operationName,
  }));
  return () => ({
    query: queryEditor?.getValue() ?? '',
    variables: variableEditor?.getValue() ?? '',
    headers: headerEditor?.getValue() ?? '',
    operationName,
  });
}

interface ActButtonProps {
  readonly label: string;
  /** Performs the action, and returns in a few words what was done or why not. */
  readonly act: () => Promise<string>;
  readonly children: ReactNode;
}

/** A button that shows the result of its action for two seconds. */
function ActButton({ label, act, children }: ActButtonProps) {
  const [shown, setShown] = useState<string>();
  const onClick = async () => {
    setShown(await act());
    setTimeout(() => setShown(undefined), 2_000);
  };
  return (
    <ToolbarButton label={shown ?? label} onClick={onClick}>
      {children}
    </ToolbarButton>
  );
}

/** Copies a link that opens this query and its variables. */
export function ShareButton() {
  const tab = useTab();
  const act = async () => {
    const { query, variables } = tab();
    const link = linkTo(new URL(location.href), query, variables);
    // Shown in the address bar as well, for browsers that do not allow pages to copy.
    history.replaceState(null, '', link);
    return (await copy(link)) ? 'Link copied' : 'The link is in the address bar';
  };
  return (
    <ActButton label="Copy a link to this query" act={act}>
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
    </ActButton>
  );
}

/** Copies a curl command of this query, with its variables and headers. */
export function CurlButton() {
  const tab = useTab();
  const act = async () => {
    const { query, variables, headers, operationName } = tab();
    const parts = { variables: objectOf(variables), headers: objectOf(headers) };
    if (!parts.variables) return 'The variables are not JSON';
    if (!parts.headers) return 'The headers are not JSON';
    const request: CurlRequest = {
      query,
      ...(operationName && query.includes(operationName) && { operationName }),
      ...(variables.trim() && { variables: parts.variables }),
      headers: parts.headers,
      streamed: isSubscription(query, operationName),
    };
    const command = curlCommand(new URL(location.pathname, location.href).href, request);
    return (await copy(command)) ? 'Command copied' : 'This browser does not let pages copy';
  };
  return (
    <ActButton label="Copy as curl" act={act}>
      <Word>cURL</Word>
    </ActButton>
  );
}

/** Saves the answer that is shown as a CSV file. */
export function CsvButton() {
  const { responseEditor, operationName } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    operationName: state.operationName,
  }));
  const act = async () => {
    const csv = toCsv(objectOf(responseEditor?.getValue() ?? '')?.data);
    if (!csv) return 'There is no answer to save';
    const link = document.createElement('a');
    // The byte-order mark makes spreadsheets read it as UTF-8.
    link.href = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }));
    link.download = `${operationName ?? 'answer'}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    return 'Saved';
  };
  return (
    <ActButton label="Save the answer as CSV" act={act}>
      <Word>CSV</Word>
    </ActButton>
  );
}

function Word({ children }: { readonly children: string }) {
  return (
    <span className="tool-word" aria-hidden="true">
      {children}
    </span>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The object in a JSON text, which may be empty; undefined when there is none. */
function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isSubscription(query: string, operationName: string | null | undefined): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    return false;
  }
}
