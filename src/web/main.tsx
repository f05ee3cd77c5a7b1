/** The page: its views by their addresses. Each but the first is loaded when it is opened. */

import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/parts.css';
import './styles/charts.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Route, Switch } from 'wouter';
import { AnswerView } from './app/answer/answer-view.tsx';
import { SearchBox } from './app/search/search-box.tsx';
import { Shell } from './app/shell.tsx';
import { client } from './graph/client.ts';
import { Notice } from './parts/notice.tsx';
import './styles/print.css';

const CodeView = lazy(() => import('./app/code/code-view.tsx'));
const ClaimView = lazy(() => import('./app/claim/claim-view.tsx'));
const GraphView = lazy(() => import('./app/graph/graph-view.tsx'));
const WorkflowView = lazy(() => import('./app/workflow/workflow-view.tsx'));
const PayerView = lazy(() => import('./app/payer/payer-view.tsx'));
const PolicyView = lazy(() => import('./app/policy/policy-view.tsx'));
const SourceView = lazy(() => import('./app/source/source-view.tsx'));
const ChangesView = lazy(() => import('./app/changes/changes-view.tsx'));
const GapsView = lazy(() => import('./app/gaps/gaps-view.tsx'));

const page = document.getElementById('page') ?? document.body;

createRoot(page).render(
  <StrictMode>
    <Provider value={client}>
      <Shell search={<SearchBox />}>
        <Suspense fallback={<Notice error={undefined} lines={12} />}>
          <Switch>
            <Route path="/" component={AnswerView} />
            <Route path="/code/:code" component={CodeView} />
            <Route path="/claim" component={ClaimView} />
            <Route path="/graph/*?" component={GraphView} />
            <Route path="/workflow/:slug?" component={WorkflowView} />
            <Route path="/payer/:slug" component={PayerView} />
            <Route path="/policy/:payer/:slug" component={PolicyView} />
            <Route path="/source/:slug" component={SourceView} />
            <Route path="/changes" component={ChangesView} />
            <Route path="/gaps" component={GapsView} />
          </Switch>
        </Suspense>
      </Shell>
    </Provider>
  </StrictMode>,
);
