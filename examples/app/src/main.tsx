/** The page: two views of the graph, a coverage matrix and a code report. */

import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider, useQuery } from 'urql';
import { type Shown, useAddress, written } from './address.ts';
import { ChoicesDocument, type PayerKind } from './graph/graphql.ts';
import { client } from './graph.ts';
import { MatrixView } from './matrix-view.tsx';
import { ReportView } from './report-view.tsx';
import { kinds } from './words.ts';

const choices = { kinds: Object.keys(kinds) as PayerKind[] };

function Page() {
  const [shown, go] = useAddress();
  const [{ data }] = useQuery({ query: ChoicesDocument, variables: choices });
  const tab = (view: Shown['view'], name: string) => (
    <a
      href={written({ ...shown, view })}
      aria-current={shown.view === view ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go({ ...shown, view });
      }}
    >
      {name}
    </a>
  );
  return (
    <>
      <header>
        <h1>Who covers what, and how do we know?</h1>
        <nav aria-label="Views">
          {tab('matrix', 'Coverage matrix')}
          {tab('report', 'Code report')}
        </nav>
      </header>
      <main>
        {shown.view === 'matrix' ? (
          <MatrixView shown={shown} go={go} payers={data?.payers ?? []} />
        ) : (
          <ReportView shown={shown} go={go} />
        )}
      </main>
      <footer>
        <p>
          A payer's own policy decides; this page is no coverage decision and no advice.
          {data &&
            ` Data ${data.graphInfo.dataVersion.slice(0, 12)}, built ${data.graphInfo.builtAt.slice(0, 10)}.`}
        </p>
        {data?.graphInfo.dateOfServiceNote && <p>{data.graphInfo.dateOfServiceNote}</p>}
      </footer>
    </>
  );
}

createRoot(document.getElementById('page') ?? document.body).render(
  <StrictMode>
    <Provider value={client}>
      <Page />
    </Provider>
  </StrictMode>,
);
