/** The graph as a process of its own, as anybody runs it. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Running, stopProcess } from './running.ts';

const root = join(import.meta.dirname, '../..');

/** Serves the graph on a port, from the database that the environment names, built where there is none. */
export async function startGraph(port: number): Promise<Running> {
  const env = { ...process.env, PORT: String(port), PAGE: 'off', GRAPHIQL: 'off', LOG_REQUESTS: 'off' };
  const graph = spawn(process.execPath, ['src/main.js'], { cwd: root, env, stdio: 'inherit' });
  const origin = `http://127.0.0.1:${port}`;
  const ready = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) {
    if (graph.exitCode !== null) throw new Error('The graph did not start; it says why above.');
    await after(100);
  }
  return { url: `${origin}/graphql`, stop: () => stopProcess(graph) };
}
