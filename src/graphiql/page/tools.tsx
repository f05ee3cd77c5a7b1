/** Additional tools: copy a link or a curl command of this query, save the answer as CSV. */

import { DropdownMenu, ToolbarButton, Tooltip, useGraphiQL } from '@graphiql/react';
import { type ReactNode, useEffect, useState } from 'react';
import { type CsvTable, csvTables } from './csv.ts';
import { type CurlRequest, curlCommand } from './curl.ts';
import { isSubscription, matrixExport } from './operation.ts';
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

/** A button that shows the result of its action beside it for some seconds. */
function ActButton({ label, act, children }: ActButtonProps) {
  const [shown, show] = useNotice();
  return (
    <span className="tool">
      <ToolbarButton label={label} onClick={async () => show(await act())}>
        {children}
      </ToolbarButton>
      <Notice>{shown}</Notice>
    </span>
  );
}

/** What to show for some seconds, and how. */
function useNotice(): readonly [string | undefined, (words: string) => void] {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(undefined), 3_000);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, setShown];
}

/** Words beside a button; screen readers read them when they appear. */
function Notice({ children }: { readonly children: string | undefined }) {
  return (
    <output className="tool-notice" hidden={!children}>
      {children}
    </output>
  );
}

/** Copies a link that opens this query and its variables. */
export function ShareButton() {
  const tab = useTab();
  const act = async () => {
    const { query, variables } = tab();
    const link = linkTo(new URL(location.href), query, variables);
    if (await copy(link)) return 'Link copied';
    // Some browsers do not allow pages to copy.
    history.replaceState(null, '', link);
    return 'The link is in the address bar';
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

/** Saves a list of the answer that is shown as a CSV file; where there are several, and for a matrix, a menu names them. */
export function CsvButton() {
  const tab = useTab();
  const { responseEditor, operationName } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    operationName: state.operationName,
  }));
  const [shown, show] = useNotice();
  const [choices, setChoices] = useState<{ readonly tables: readonly CsvTable[]; readonly cells?: string }>({
    tables: [],
  });
  const [isOpen, setOpen] = useState(false);
  const save = ({ name, csv }: CsvTable) => {
    download(`${[operationName ?? 'answer', name].filter(Boolean).join('-')}.csv`, csv);
    show('Saved');
  };
  const onOpenChange = (opening: boolean) => {
    if (!opening) return setOpen(false);
    const { query, variables } = tab();
    const tables = csvTables(objectOf(responseEditor?.getValue() ?? '')?.data);
    const cells = matrixExport(query, objectOf(variables) ?? {}, operationName);
    const [first] = tables;
    if (!first) return show('There is no answer to save');
    if (tables.length === 1 && !cells) return save(first);
    setChoices({ tables, ...(cells && { cells }) });
    setOpen(true);
  };
  return (
    <span className="tool">
      <DropdownMenu open={isOpen} onOpenChange={onOpenChange}>
        <Tooltip label="Save as CSV">
          <DropdownMenu.Button className="graphiql-toolbar-button" aria-label="Save as CSV">
            <Word>CSV</Word>
          </DropdownMenu.Button>
        </Tooltip>
        <DropdownMenu.Content className="csv-menu">
          {choices.tables.map((table) => (
            <DropdownMenu.Item key={table.list} onSelect={() => save(table)}>
              {table.name}: {table.rows} {table.rows === 1 ? 'row' : 'rows'}
            </DropdownMenu.Item>
          ))}
          {choices.cells && (
            <DropdownMenu.Item onSelect={() => fetchFile(choices.cells ?? '', 'matrix.csv')}>
              every cell: /export/matrix.csv
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu>
      <Notice>{shown}</Notice>
    </span>
  );
}

function download(name: string, csv: string): void {
  // The byte-order mark makes spreadsheets read it as UTF-8.
  const address = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }));
  fetchFile(address, name);
  URL.revokeObjectURL(address);
}

/** Has the browser save what is at an address. */
function fetchFile(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
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
