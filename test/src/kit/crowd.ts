/** A crowd of clients on a thread of its own: the server under test must not share one with those who wait for it. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** What the crowd does. */
export interface Crowd {
  readonly url: string;
  /** Sent `times` times at once. */
  readonly heavy: object;
  readonly times: number;
  /** Sent over and over until all of those are answered. */
  readonly cheap: object;
}

/** What it saw. */
export interface CrowdResult {
  readonly heavy: readonly {
    readonly status: number;
    readonly text: string;
    readonly retryAfter: string | null;
  }[];
  readonly cheap: number;
}

/** Lets a crowd loose on a server and answers with what it saw. */
export async function crowd(plan: Crowd): Promise<CrowdResult> {
  const { promise, resolve, reject } = Promise.withResolvers<CrowdResult>();
  const worker = new Worker(import.meta.filename, { workerData: plan });
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise;
}

async function run({ url, heavy, times, cheap }: Crowd): Promise<CrowdResult> {
  const headers = { 'content-type': 'application/json' };
  const post = (body: object) => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await (await post(cheap)).text();
  let running = true;
  const heavyAnswers = Promise.all(
    Array.from({ length: times }, async () => {
      const answer = await post(heavy);
      return {
        status: answer.status,
        text: await answer.text(),
        retryAfter: answer.headers.get('retry-after'),
      };
    }),
  ).finally(() => {
    running = false;
  });
  let answered = 0;
  while (running) {
    await (await post(cheap)).text();
    answered += 1;
  }
  return { heavy: await heavyAnswers, cheap: answered };
}

if (!isMainThread && workerData?.url) parentPort?.postMessage(await run(workerData as Crowd));
