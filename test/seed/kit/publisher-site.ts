/** A server on this machine that answers for the hosts of publishers, as they do; everything that it has is synthetic. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Client, client } from '../../../seed/load/fetch/client.ts';

/** Answers a request; `times` counts the requests of this address, from 1. */
type Handler = (request: IncomingMessage, response: ServerResponse, times: number) => void;

/** What an address answers with: text or bytes as they are, or whatever a handler does. */
type Answering = string | Buffer | Handler;

export interface PublisherSite {
  /** Asks this server for every https address, and waits for nothing. */
  readonly client: Client;
  /** What was asked for, as `GET https://…` with the headers that matter. */
  readonly requests: readonly {
    readonly url: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  }[];
  /** The milliseconds that the client waited. */
  readonly waits: readonly number[];
  /** Sets what an address answers with from now on. */
  put(url: string, answering: Answering): void;
}

/** A server that refuses programs without a name, as the hosts of CMS do, and answers 404 for what it does not have. */
export async function publisherSite(addresses: Readonly<Record<string, Answering>>): Promise<PublisherSite> {
  const routes = new Map(Object.entries(addresses));
  const requests: { url: string; headers: IncomingMessage['headers'] }[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    const url = `https:/${request.url}`;
    requests.push({ url, headers: request.headers });
    const times = requests.filter((each) => each.url === url).length;
    if (!request.headers['user-agent']?.startsWith('coverage-graph/')) return void end(response, 403);
    const answering = routes.get(url);
    if (answering === undefined) return void end(response, 404, '<html>Page not found</html>');
    if (typeof answering === 'function') answering(request, response, times);
    else response.end(answering);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...{ requests, waits },
    put: (url, answering) => void routes.set(url, answering),
    client: client({
      send: (url, init) => fetch(url.replace('https://', `http://127.0.0.1:${port}/`), init),
      wait: async (milliseconds) => void waits.push(milliseconds),
    }),
  };
}

/** Ends an answer with a status. */
export function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, headers).end(body);
}

/** After how many bytes the connection of a request is cut, once some of them have arrived; undefined where it is not. */
export interface Cuts {
  readonly after: (times: number) => number | undefined;
  readonly arrived: () => Promise<unknown>;
}

/** A file with a tag and ranges, as the hosts of CMS have it. */
export function fileAt(content: Buffer, cuts?: Cuts): Handler {
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 12)}"`;
  return (request, response, times) => {
    if (request.headers['if-none-match'] === etag) return end(response, 304);
    const [, first] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const from = first && request.headers['if-range'] === etag ? Number(first) : 0;
    const rest = content.subarray(from);
    const range = from > 0 && { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` };
    response.writeHead(from > 0 ? 206 : 200, { etag, 'content-length': rest.length, ...range });
    const after = cuts?.after(times);
    if (!cuts || after === undefined) return void response.end(rest);
    if (after === 0) return void response.destroy();
    const arrived = cuts.arrived();
    response.write(rest.subarray(0, after), () => void arrived.then(() => response.destroy()));
  };
}
