/** Reads the body of a request within its limit. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../kit/read-body.ts';
import { figure } from '../kit/refusal.ts';
import { sendError } from '../kit/send-json.ts';
import { limits } from './limits.ts';

/** Reads the body as text; undefined where the client went away, or where it was too long and the refusal is sent. */
export async function readWithin(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly text: string } | undefined> {
  const read = await readBody(request, limits.bodyBytes);
  if (read === 'broken off') return undefined;
  if (read !== 'too long') return read;
  const limit = figure(limits.bodyBytes);
  const message = `The body is longer than ${limit} bytes. Send less, or in parts.`;
  sendError(request, response, 413, 'BODY_TOO_LARGE', message);
  return undefined;
}
