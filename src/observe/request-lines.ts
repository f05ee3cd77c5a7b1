/** The lines of the log about one request: one for each, and a second for an operation that was slow. */

import type { LogEntry } from '../kit/log.ts';
import type { RequestFacts } from '../kit/request.ts';
import { beginningOf, type SqlWork } from '../kit/sql-work.ts';
import type { EndedRequest } from '../kit/with-release.ts';
import { outcomeOf } from './outcome.ts';

/** The line of a request. */
export function requestLine({ facts, method, status, ms }: EndedRequest): LogEntry {
  const { id, release, parentSpanId, file, repeated, abandoned, stream } = facts;
  return {
    level: 'info',
    event: 'request',
    requestId: id,
    parentSpanId,
    method,
    status,
    outcome: outcomeOf(facts, status),
    ms: rounded(ms),
    release,
    file,
    repeated,
    abandoned,
    stream,
    ...operationFacts(facts),
  };
}

/** The line of an operation that waited and ran for `slowMs` milliseconds or more, else undefined; with 0 none is slow. */
export function slowLine({ facts, status }: EndedRequest, slowMs: number): LogEntry | undefined {
  const { id, queuedMs = 0, runMs, sql } = facts;
  if (slowMs === 0 || runMs === undefined || queuedMs + runMs < slowMs) return undefined;
  return {
    level: 'warn',
    event: 'slow operation',
    requestId: id,
    outcome: outcomeOf(facts, status),
    ...operationFacts(facts),
    slowest: slowestOf(sql),
  };
}

function operationFacts(facts: RequestFacts) {
  const { traceId, operation, document, codes, cost, values, queuedMs, runMs, thread, sql } = facts;
  return {
    traceId,
    operation,
    document,
    codes,
    cost,
    values,
    queuedMs: rounded(queuedMs),
    runMs: rounded(runMs),
    thread,
    sqlMs: rounded(sql?.ms),
    sqlRows: sql?.rows,
    sqlStatements: sql?.statements,
  };
}

function slowestOf(sql: SqlWork | undefined) {
  return sql?.slowest.map(({ ms, sql: text, ...rest }) => ({
    ms: rounded(ms),
    ...rest,
    sql: beginningOf(text),
  }));
}

function rounded(ms: number): number;
function rounded(ms: number | undefined): number | undefined;
function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 100) / 100;
}
