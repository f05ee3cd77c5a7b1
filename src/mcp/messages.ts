/** Answers one message of an assistant over HTTP, in either era of the protocol. */

import { createMcpHandler } from '@modelcontextprotocol/server';
import { type AssistantOptions, assistantServer, type ExecuteInner } from './assistant.ts';

/** The answer to a message that was read and parsed; the request has its headers. */
export async function answerMessage(
  options: AssistantOptions,
  execute: ExecuteInner,
  request: Request,
  parsedBody: unknown,
): Promise<Response> {
  // Made for this message alone: nothing is kept between two, so that any process can answer the next.
  const handler = createMcpHandler(() => assistantServer(options, execute), { maxSubscriptions: 0 });
  return handler.fetch(request, { parsedBody });
}
