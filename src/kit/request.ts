/** The facts of the request that is being answered, for the log and for error messages. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { SqlWork } from './sql-work.ts';

/** Filled in during processing; never contains variables, which may identify patients. */
export interface RequestFacts {
  readonly id: string;
  /** Milliseconds of `performance.now()`. */
  readonly started: number;
  /** The content hash of the release of the request. */
  readonly release: string;
  /** The trace that the request belongs to, and the span of its client in it, where it sent a `traceparent`. */
  readonly traceId?: string | undefined;
  readonly parentSpanId?: string | undefined;
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
  /** The items of the lists of the answer, with their fields: what an estimate is to be compared with. */
  values?: number;
  /** The distinct codes of its errors. */
  codes?: readonly string[];
  /** Set when there are data beside errors. */
  partial?: boolean;
  /** Milliseconds that the operation waited for its turn, or for a thread. */
  queuedMs?: number;
  /** Milliseconds from its turn to its result. */
  runMs?: number;
  /** Set when a worker thread executed it. */
  thread?: 'worker';
  /** Set when the answer is a stream of events, which its client ends. */
  stream?: boolean;
  /** The SQL that was run for it. */
  sql?: SqlWork;
  /** When the operation has to be ended, where the front thread executes it. */
  deadline?: Deadline;
}

/** The end of the time that an operation has. */
export interface Deadline {
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** The refusal of an operation that is past it. */
  readonly late: () => GraphQLError;
  /** That refusal, once it was made. */
  refused?: GraphQLError;
}

/** The most codes that are kept of one request. */
const mostCodes = 8;

/** Records the codes of the errors of an answer, for the request that is being answered. */
export function noteCodes(codes: readonly unknown[]): void {
  const request = currentRequest.getStore();
  if (!request || codes.length === 0) return;
  const known = codes.map((code) => (typeof code === 'string' ? code : 'NO_CODE'));
  request.codes = [...new Set([...(request.codes ?? []), ...known])].slice(0, mostCodes);
}

/** The request that the running code belongs to; undefined outside of one. */
export const currentRequest = new AsyncLocalStorage<RequestFacts>();

/** The id a client or proxy sent as `x-request-id`, if it is fit for a log, or a new one. */
export function requestId(request: IncomingMessage): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(sent) ? sent : randomUUID();
}
