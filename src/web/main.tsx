/** The page: its views by their addresses. Each but the first is loaded when it is opened. */

import './page.css';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Route, Switch } from 'wouter';
import { AnswerView } from './app/answer/answer-view.tsx';
import { Shell } from './app/shell.tsx';
import { client } from './graph/client.ts';
import { Notice } from './parts/notice.tsx';

const page = document.getElementById('page') ?? document.body;

createRoot(page).render(
  <StrictMode>
    <Provider value={client}>
      <Shell search={null}>
        <Suspense fallback={<Notice error={undefined} lines={12} />}>
          <Switch>
            <Route path="/" component={AnswerView} />
          </Switch>
        </Suspense>
      </Shell>
    </Provider>
  </StrictMode>,
);
