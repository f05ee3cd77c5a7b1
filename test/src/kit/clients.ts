/** Clients that send one request after the other, each on a connection that it keeps. */

import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';

/** What became of a request: its status, or the code of the error that the client got in place of an answer. */
export interface ClientOutcome {
  readonly status?: number | undefined;
  readonly connection?: string | undefined;
  readonly body?: string;
  readonly error?: string;
}

/** Sends a request, and settles whatever becomes of it. */
export async function sendRequest(url: string, options: object = {}, body?: string): Promise<ClientOutcome> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve({ error: error.code ?? error.message });
    const sent = request(url, options, (response) => {
      const { statusCode: status, headers } = response;
      text(response).then((body) => resolve({ status, connection: headers.connection, body }), failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** Posts a small operation. */
export async function postOperation(url: string, agent: Agent): Promise<ClientOutcome> {
  const headers = { 'content-type': 'application/json' };
  return sendRequest(url, { method: 'POST', agent, headers }, '{"query":"{ __typename }"}');
}

/** Clients at work. */
export interface Clients {
  readonly outcomes: readonly ClientOutcome[];
  /** The different outcomes: statuses and codes of errors. */
  seen(): ReadonlySet<unknown>;
  /** Has them send no more, and settles when the last one has its answer. */
  stop(): Promise<void>;
  /** Settles when nobody listens any more, or they were stopped. */
  readonly ended: Promise<unknown>;
}

/** Lets clients loose, each until nobody listens at the address any more; with `retries` each tries again after an error, with a pause. */
export function startClients(url: string, count: number, { retries = false } = {}): Clients {
  const outcomes: ClientOutcome[] = [];
  let stopped = false;
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!stopped) {
      let outcome = await postOperation(url, agent);
      for (let again = 0; retries && outcome.error && again < 5; again += 1) {
        await after(50); // until the supervisor knows of it, a crashed process may be given one more connection
        outcome = await postOperation(url, agent);
      }
      outcomes.push(outcome);
      if (outcome.error === 'ECONNREFUSED') break;
      await after(10); // keeps requests under way without taking both cores
    }
    agent.destroy();
  };
  const ended = Promise.all(Array.from({ length: count }, client));
  return {
    outcomes,
    ended,
    seen: () => new Set(outcomes.map(({ error, status }) => error ?? status)),
    async stop() {
      stopped = true;
      await ended;
    },
  };
}
