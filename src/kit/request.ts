/** What is known of the request being answered, for the log and for whoever has to name it in an error. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Filled in as the request is understood; never holds variables, which may name patients. */
export interface RequestFacts {
  readonly id: string;
  /** Milliseconds of `performance.now()`. */
  readonly started: number;
  /** The content hash of the release that answers. */
  readonly release: string;
  /** Set when the client went away before it had its answer. */
  abandoned?: boolean;
  /** The name of the operation, when it has one. */
  operation?: string;
  /** The first characters of the SHA-256 of the document. */
  document?: string;
  /** The name of the file, where one is sent. */
  file?: string;
  /** Values the operation may return, as estimated. */
  cost?: number;
  /** Set when the answer was remembered from one who asked before. */
  repeated?: boolean;
}

/** The request that the running code belongs to; undefined outside of one. */
export const currentRequest = new AsyncLocalStorage<RequestFacts>();

/** The id a client or proxy sent as `x-request-id`, if it is fit for a log, or a new one. */
export function requestId(request: IncomingMessage): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(sent) ? sent : randomUUID();
}
