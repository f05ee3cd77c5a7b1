/** The example queries in GraphiQL: fetched from the server, listed in the sidebar, opened in a tab by a click. */

import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Example } from './example.ts';

/** In the folder of the page's own files; see `examplesPath` of the server. */
const path = `${import.meta.env.BASE_URL}examples.json`;

/** Fetches the examples from the server; empty on failure, as the page works without them. */
export async function fetchExamples(): Promise<readonly Example[]> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as Example[]) : [];
  } catch {
    return [];
  }
}

/** The sidebar's list of examples. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return { title: 'Examples', icon: Icon, content: () => <List examples={examples} /> };
}

function List({ examples }: { examples: readonly Example[] }) {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const open = (example: Example) => {
    addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables ?? '');
  };
  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      {examples.length === 0 && <p>There are no examples here yet.</p>}
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => open(example)}>
              <strong>{example.name.replaceAll('-', ' ')}</strong>
              <span>{example.explanation}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <path d="M2 3.5h12M2 8h12M2 12.5h8" />
    </svg>
  );
}
