/** The GraphiQL page: at the path of the graph, for those who accept HTML. */

import { join } from 'node:path';
import { type PageSources, root } from '../pages/page.ts';
import { explorerInOrder, slim } from './trim-monaco.ts';

const folder = join(import.meta.dirname, 'page');

export const graphiqlPage: PageSources = {
  name: 'graphiql',
  title: 'the GraphiQL page',
  folder,
  isAt: (path) => path === '/graphql',
  assets: '/graphiql/',
  // Monaco writes style elements as it goes.
  styles: "'self' 'unsafe-inline'",
  madeWith: [
    import.meta.filename,
    join(import.meta.dirname, 'trim-monaco.ts'),
    join(root, 'src', 'kit', 'csv-line.ts'),
  ],
  settings: {
    worker: { format: 'es', plugins: () => [slim('workers')] },
    plugins: [slim('page'), explorerInOrder()],
    // GraphiQL imports all of Monaco; `monaco.ts` has what a query, variables and an answer need.
    resolve: {
      alias: [
        {
          find: /^(?:monaco-graphql\/esm|\.)\/monaco-editor(?:\.js)?$/,
          replacement: join(folder, 'editor', 'monaco.ts'),
        },
        { find: 'framer-motion', replacement: join(folder, 'tab-list.tsx') },
      ],
    },
  },
};
