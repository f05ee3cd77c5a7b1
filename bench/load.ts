/** The load: a number of keep-alive connections, each of which sends its next request when the last was answered. */

import { Agent, request } from 'node:http';

/** What a client measured in one run. */
export interface ClientLog {
  readonly requests: number;
  /** Milliseconds, median. */
  readonly p50: number;
}

export interface ClientOptions {
  readonly url: string;
  readonly bodies: readonly string[];
  /** The length in bytes that each answer must have: the answers were compared before, so another length is an error. */
  readonly lengths: readonly number[];
  readonly connections: number;
  readonly seconds: number;
}

/** Sends one body and returns the bytes of the answer. Rejects unless the status is 200. */
export async function post(url: string, body: string, agent: Agent): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(url, { method: 'POST', agent, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const bytes = Buffer.concat(chunks);
      if (response.statusCode === 200) resolve(bytes);
      else reject(new Error(`${url} answered ${response.statusCode}: ${bytes.toString().slice(0, 500)}`));
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** Sends requests for a number of seconds. Resolves after the last answer, so that no work is left for the server. */
export async function load(options: ClientOptions): Promise<ClientLog> {
  const { url, bodies, lengths, connections, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let next = 0;

  async function connection(): Promise<void> {
    while (performance.now() < end) {
      const index = next++ % bodies.length;
      const started = performance.now();
      const { length } = await post(url, bodies[index] ?? '', agent);
      times.push(performance.now() - started);
      if (length !== lengths[index]) {
        throw new Error(`${url} answered ${length} bytes under load and ${lengths[index]} when compared.`);
      }
    }
  }

  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return { requests: times.length, p50: median(times) };
}

/** The median; for an even count the mean of the two middle values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}
