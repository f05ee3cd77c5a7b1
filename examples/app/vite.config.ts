/** How the page is served while one works on it: questions to `/graphql` go on to the graph, so that no CORS is needed. */

import { defineConfig, type ProxyOptions } from 'vite';

const graph = new URL(process.env.GRAPH_URL ?? 'http://localhost:4000/graphql');

const proxy: Record<string, ProxyOptions> = {
  '/graphql': {
    target: graph.origin,
    changeOrigin: true,
    rewrite: (path) => path.replace('/graphql', graph.pathname),
  },
};

export default defineConfig({ server: { proxy }, preview: { proxy } });
