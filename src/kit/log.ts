/** The log: one JSON object per line, for machines. Messages for people at start go to stderr as sentences. */

import { currentRequest } from './request.ts';

/** A log entry; `event` names what happened. Never contains GraphQL variables. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [fact: string]: string | number | boolean | undefined | readonly (string | object)[];
}

/** Writes an entry. */
export type Log = (entry: LogEntry) => void;

/** A log that writes each entry as a line, with the time and the ids of the current request and its trace. */
export function jsonLog(write: (line: string) => void): Log {
  return (entry) => {
    const { id: requestId, traceId } = currentRequest.getStore() ?? {};
    write(`${JSON.stringify({ time: new Date().toISOString(), requestId, traceId, ...entry })}\n`);
  };
}

/** The message and stack of anything thrown, with those of its cause. */
export function describeError(error: unknown): { message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause).message})`;
  const message = `${error.message}${cause}`;
  return error.stack ? { message, stack: error.stack } : { message };
}
