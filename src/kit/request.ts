/** The facts of the request that is being answered, for the log and for error messages. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Filled in during processing; never contains variables, which may identify patients. */
export interface RequestFacts {
  readonly id: string;
  /** Milliseconds of `performance.now()`. */
  readonly started: number;
  /** The content hash of the release of the request. */
  readonly release: string;
  /** Set when the client went away before the answer was sent. */
  abandoned?: boolean;
  /** The name of the operation, when it has one. */
  operation?: string;
  /** The first characters of the SHA-256 of the document. */
  document?: string;
  /** The name of the file, where one is sent. */
  file?: string;
  /** The estimated number of values that the operation returns. */
  cost?: number;
  /** Set when the answer came from the cache. */
  repeated?: boolean;
}

/** The request that the running code belongs to; undefined outside of one. */
export const currentRequest = new AsyncLocalStorage<RequestFacts>();

/** The id a client or proxy sent as `x-request-id`, if it is fit for a log, or a new one. */
export function requestId(request: IncomingMessage): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(sent) ? sent : randomUUID();
}
