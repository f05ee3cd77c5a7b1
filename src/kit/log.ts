/** The log: one JSON object a line for machines. What a person should read at start goes to stderr as sentences. */

import { currentRequest } from './request.ts';

/** Something that happened; `event` says what, the rest how. Never holds variables. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

/** Takes entries as they happen. */
export type Log = (entry: LogEntry) => void;

/** A log that writes each entry as a line, with the time and the id of the request it happened in. */
export function jsonLog(write: (line: string) => void): Log {
  return (entry) => {
    const requestId = currentRequest.getStore()?.id;
    write(
      `${JSON.stringify({ time: new Date().toISOString(), ...(requestId && { requestId }), ...entry })}\n`,
    );
  };
}

/** The message and stack of anything thrown, with those of its cause. */
export function describeError(error: unknown): { message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause).message})`;
  const message = `${error.message}${cause}`;
  return error.stack ? { message, stack: error.stack } : { message };
}
