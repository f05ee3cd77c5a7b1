/** Limits on each client, before anything of a request is read: how many connections, and how many requests in a time. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { allowOrigin } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { figure } from '../kit/refusal.ts';
import { sendError } from '../kit/send-json.ts';
import { clientAt, clientOf, isLoopback, type Trust } from './client-address.ts';
import type { RateLimit } from './rate.ts';

/** The limits on each client. */
export interface ClientLimits {
  /** Open connections. */
  readonly connections: number;
  /** Whose word on the address of a client counts. */
  readonly trust: Trust;
  /** Requests in a time; without it any number. */
  readonly rate?: RateLimit | undefined;
}

/**
 * Closes connections of a client beyond its limit. This machine and trusted proxies, which bring many clients, have none.
 * It logs a client once, until that has no connection any more.
 */
export function limitConnections(server: Server, { connections, trust }: ClientLimits, log: Log): void {
  const open = new Map<string, number>();
  const logged = new Set<string>();

  server.prependListener('connection', (socket) => {
    const { remoteAddress } = socket;
    if (!remoteAddress || isLoopback(remoteAddress) || trust(remoteAddress, 0)) return;
    const client = clientAt(remoteAddress);
    const count = open.get(client) ?? 0;
    if (count >= connections) {
      if (!logged.has(client)) log({ level: 'warn', event: 'too many connections', client, connections });
      logged.add(client);
      socket.destroy();
      return;
    }
    open.set(client, count + 1);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left > 0) open.set(client, left);
      else {
        open.delete(client);
        logged.delete(client);
      }
    });
  });
}

/** Refuses a request beyond the rate of its client, and returns whether it did. */
export function refusedByRate(
  request: IncomingMessage,
  response: ServerResponse,
  { rate, trust }: ClientLimits,
  allowedOrigins: ReadonlySet<string>,
): boolean {
  // A browser shows no page the answer to a request whose preflight was refused.
  if (!rate || request.method === 'OPTIONS') return false;
  const waitMs = rate.take(clientOf(request, trust));
  if (waitMs === 0) return false;
  const { requests, ms } = rate.rate;
  const seconds = Math.ceil(waitMs / 1000);
  allowOrigin(request, response, allowedOrigins);
  response.setHeader('vary', 'Origin');
  response.setHeader('retry-after', seconds);
  const limit = `A client may send ${figure(requests)} requests at once and in ${figure(ms / 1000)} s.`;
  sendError(request, response, 429, 'TOO_MANY_REQUESTS', `${limit} Try again in ${figure(seconds)} s.`);
  return true;
}
