/** The canary: a client on a thread of its own that sends one small query after the other and keeps the time of each. */

import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';

/** What it saw until it was stopped, in milliseconds. */
export interface Sung {
  readonly answered: number;
  readonly failed: number;
  readonly p50: number;
  readonly worst: number;
}

const { url, query } = workerData as { readonly url: string; readonly query: string };
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const times: number[] = [];
let failed = 0;
let singing = true;

async function sing(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const headers = { 'content-type': 'application/json' };
  const sent = request(url, { method: 'POST', agent, headers }, (response) => {
    // A query that is refused as wrong has status 200 as well, for a client that accepts only application/json.
    text(response).then(
      (body) => resolve(response.statusCode === 200 && body.startsWith('{"data"')),
      () => resolve(false),
    );
  });
  sent.once('error', () => resolve(false));
  sent.end(JSON.stringify({ query }));
  return promise;
}

parentPort?.once('message', () => {
  singing = false;
});
while (singing) {
  const started = performance.now();
  if (!(await sing())) failed += 1;
  times.push(performance.now() - started);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
agent.destroy();
times.sort((a, b) => a - b);
const sung: Sung = {
  answered: times.length - failed,
  failed,
  p50: times[Math.floor(times.length / 2)] ?? 0,
  worst: times.at(-1) ?? 0,
};
parentPort?.postMessage(sung);
