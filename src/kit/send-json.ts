/** Sends answers that do not come from the graph: short, JSON, never cached. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalCode } from './refusal.ts';
import { noteCodes } from './request.ts';

/** Sends a body as JSON; to HEAD only its headers. */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: object,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** Sends an error in the form in which the graph sends its own. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: RefusalCode,
  message: string,
): void {
  noteCodes([code]);
  sendJson(request, response, status, { errors: [{ message, extensions: { code } }] });
}
