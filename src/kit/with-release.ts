/** Answers one HTTP request from a release: assigns an id, leases the release, and tells how it ended. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError, type Log } from './log.ts';
import { failure } from './mask-errors.ts';
import type { Releases } from './releases.ts';
import { currentRequest, type RequestFacts, requestId } from './request.ts';
import type { RequestContext } from './request-context.ts';
import { sendError } from './send-json.ts';
import { traceOf } from './trace.ts';

/** The dependencies of a handler. */
export interface AnswerOptions {
  readonly releases: Releases;
  /** Whether the first release is still to come from elsewhere. */
  readonly awaited: boolean;
  readonly log: Log;
  /** Is called once with every request that had a release, when its response is closed. */
  readonly ended: (request: EndedRequest) => void;
}

/** A request that is over. */
export interface EndedRequest {
  readonly facts: RequestFacts;
  readonly method: string | undefined;
  /** Of its answer, or of the one it was to have. */
  readonly status: number;
  /** Milliseconds from its arrival until its answer was sent. */
  readonly ms: number;
}

/** Answers a request; settles when it does not need the release any more. */
type Answer = (request: IncomingMessage, response: ServerResponse, requestContext: RequestContext) => unknown;

/**
 * Makes a request handler with one release from start to end. The lease ends when the response is closed, or, for work
 * that must not lose its release halfway, when the answer has settled.
 */
export function answerer(
  options: AnswerOptions,
  answer: Answer,
  holds: 'until closed' | 'until settled' = 'until closed',
): (request: IncomingMessage, response: ServerResponse) => void {
  const { log, releases, ended } = options;

  return (request, response) => {
    const id = requestId(request);
    response.setHeader('x-request-id', id);
    response.setHeader('x-content-type-options', 'nosniff');
    // Yoga parses it as a URL, and sends a stack trace to the client when that fails.
    if (!URL.canParse(`http://${request.headers.host ?? 'localhost'}`)) {
      sendError(request, response, 400, 'BAD_REQUEST', 'The Host header names no host.');
      return;
    }
    const lease = releases.lease();
    if (!lease) {
      response.setHeader('retry-after', '5');
      sendError(
        request,
        response,
        503,
        'NO_RELEASE',
        options.awaited
          ? 'There is no release to answer from yet: the first one is being fetched, and /readyz says how far that is. Try again soon.'
          : 'There is no release to answer from yet. Try again soon.',
      );
      return;
    }
    const { release } = lease;
    const facts: RequestFacts = {
      id,
      started: performance.now(),
      release: release.info.hash,
      ...traceOf(request.headers.traceparent),
    };
    response.setHeader('x-release', facts.release);
    // `close` is emitted once for every response, completed or aborted.
    response.once('close', () => {
      if (holds === 'until closed') lease.end();
      if (!response.writableFinished) facts.abandoned = true;
      const ms = performance.now() - facts.started;
      ended({ facts, method: request.method, status: response.statusCode, ms });
    });
    const whenClosed = (listener: () => void) => {
      if (response.closed) listener();
      else response.once('close', listener);
    };
    currentRequest.run(facts, () => {
      Promise.resolve(answer(request, response, { release, letGo: lease.end, whenClosed }))
        .catch((error: unknown) => {
          log({ level: 'error', event: 'request failed', ...describeError(error) });
          if (response.headersSent) response.destroy();
          else sendError(request, response, 500, 'INTERNAL_SERVER_ERROR', failure(id));
        })
        .finally(() => {
          if (holds === 'until settled') lease.end();
        });
    });
  };
}
