/**
 * The GraphiQL page: the editor with our examples, an explorer, history, the current release,
 * links and curl commands to share, and a CSV export.
 */

import './editor/workers.ts';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { RunOnArrival } from './arrival.tsx';
import { examplesPlugin, fetchExamples } from './examples.tsx';
import { fetcher } from './fetcher.ts';
import { ReleaseLine } from './release.tsx';
import { linkedTab, storageOfLink } from './share.ts';
import { TabQuestions } from './tab-list.tsx';
import { CsvButton, CurlButton, ShareButton } from './tools.tsx';
import { WrappedLines } from './wrap.tsx';

const last = Number.POSITIVE_INFINITY;
const examples = (await fetchExamples()).toSorted(
  (one, other) => (one.tab ?? last) - (other.tab ?? last) || 0,
);
const linked = linkedTab(new URL(location.href));
const opening = examples
  .filter((example) => example.tab !== undefined)
  .map(({ query, variables }) => ({ query, variables: variables ?? null }));
// GraphiQL prefers the tabs that a visitor left open to its defaults; a link opens its own tab and no other.
const tabs = linked ? [linked] : opening;
const questions = new Map(examples.map(({ query, question = '' }) => [query, question]));
const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false }), examplesPlugin(examples)];

createRoot(document.getElementById('page') ?? document.body).render(
  <TabQuestions value={questions}>
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      {...(tabs.length > 0 && { defaultTabs: tabs })}
      {...(linked && {
        initialQuery: linked.query,
        initialVariables: linked.variables ?? '',
        storage: storageOfLink(localStorage),
      })}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>Coverage Graph</GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy }) => (
          <>
            {prettify}
            {copy}
            <ShareButton />
            <CurlButton />
            <CsvButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <ReleaseLine />
        <WrappedLines />
        <RunOnArrival query={tabs[0]?.query} />
      </GraphiQL.Footer>
    </GraphiQL>
  </TabQuestions>,
);
