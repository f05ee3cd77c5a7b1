/**
 * CDS Hooks: answers order entry with what published policy says of draft orders (https://cds-hooks.hl7.org/2.0/). Requests carry
 * patient data: nothing of them is kept or logged, and no refusal repeats a value.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AskGraph } from '../graphql/own-operations.ts';
import { isJson, parsed } from '../graphql/read-request.ts';
import { allowOrigin, answerPreflight } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import type { RefusalCode } from '../kit/refusal.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { readWithin } from '../limits/body.ts';
import { answerHook } from './answer.ts';
import { graphOf } from './ask.ts';
import { type HookIssue, HookRefusal, sendHook, sendRefusal } from './outcome.ts';
import { readHookRequest } from './request.ts';
import { hooksPath, services } from './services.ts';

export { hooksPath };

/** Whether a path is that of the services or of one of them. */
export function isHookPath(path: string): boolean {
  return path === hooksPath || path.startsWith(`${hooksPath}/`);
}

/** What answering hooks needs. */
export interface HookOptions {
  readonly ask: AskGraph;
  readonly allowedOrigins: ReadonlySet<string>;
  /** Returns the current time. */
  readonly clock: () => Date;
  readonly log: Log;
}

function refusal(status: number, code: RefusalCode, of: HookIssue['code'], diagnostics: string): HookRefusal {
  return new HookRefusal(status, code, [{ code: of, diagnostics }]);
}

/** Makes the handler of requests to the services. */
export function createHooks({ ask, allowedOrigins, clock, log }: HookOptions) {
  const mask = maskErrors(log);

  async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    requestContext: RequestContext,
  ): Promise<void> {
    const path = request.url?.split('?', 1)[0] ?? '';
    const wanted = path === hooksPath ? 'GET' : 'POST';
    const service = services.find(({ id }) => path === `${hooksPath}/${id}`);
    if (path !== hooksPath && !service)
      throw refusal(404, 'NOT_FOUND', 'not-found', `There is no such service. ${hooksPath} lists them.`);
    if (request.method !== wanted) {
      response.setHeader('allow', `${wanted}, OPTIONS`);
      throw refusal(405, 'METHOD_NOT_ALLOWED', 'not-supported', `Send ${wanted} here.`);
    }
    if (!service) {
      sendHook(response, 200, { services });
      return;
    }
    if (!isJson(request.headers['content-type']))
      throw refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'structure', 'Send the request as application/json.');
    const body = await readWithin(request, response);
    if (!body) return;
    const read = readHookRequest(parsed(body.text, 'The body'), service);
    const answer = await answerHook(
      read,
      graphOf(ask, requestContext),
      requestContext,
      clock().toISOString().slice(0, 10),
    );
    sendHook(response, 200, answer);
  }

  return async (request: IncomingMessage, response: ServerResponse, requestContext: RequestContext) => {
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response, allowedOrigins);
      return;
    }
    response.setHeader('vary', 'Origin');
    allowOrigin(request, response, allowedOrigins);
    try {
      await respond(request, response, requestContext);
    } catch (error) {
      if (error instanceof HookRefusal) sendRefusal(response, error);
      else {
        const { message, extensions } = mask(error);
        const status = extensions.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
        const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
        sendRefusal(response, refusal(status, code, status === 500 ? 'exception' : 'structure', message));
      }
    }
  };
}
