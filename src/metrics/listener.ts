/** The listener of `/metrics`: apart from that of the graph, so that the public cannot read them. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** A listener that listens. */
export interface MetricsListener {
  /** The URL of the metrics. */
  readonly url: string;
  close(): void;
}

/** The only path. */
const path = '/metrics';

/** Starts to listen; `read` gives the text of all metrics, those of one process or of several. Rejects when the address is not available. */
export async function listenForMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  read: Metrics['read'],
): Promise<MetricsListener> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== path) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`The metrics are at ${path}.\n`);
      return;
    }
    try {
      const { type, text } = await read();
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    } catch {
      response.writeHead(500, { 'content-type': 'text/plain' }).end('The metrics cannot be read.\n');
    }
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
