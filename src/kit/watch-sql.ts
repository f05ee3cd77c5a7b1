/** Counts the SQL statements of a release for the requests that run them, and runs none for a request whose time is over. */

import type { Store, WatchStatement } from '../../db/kit/store.ts';
import { currentRequest, type RequestFacts } from './request.ts';
import { addStatement, noSql } from './sql-work.ts';

/** Watches the statements of a release, within the deadline of each request; `begins` is called before each, with what was run before. */
export function watchSql(store: Store, begins?: (request: RequestFacts, sql: string) => void): void {
  const watch: WatchStatement = (sql) => {
    const request = currentRequest.getStore();
    if (!request) return undefined;
    checkDeadline(request);
    begins?.(request, sql);
    const started = performance.now();
    return (rows) => {
      request.sql ??= noSql();
      addStatement(request.sql, { sql, rows, ms: performance.now() - started });
    };
  };
  store.watch(watch, () => {
    const request = currentRequest.getStore();
    if (request) checkDeadline(request);
  });
}

/** Throws the refusal of an operation that is past its deadline. */
function checkDeadline({ deadline }: RequestFacts): void {
  if (!deadline) return;
  if (deadline.refused === undefined && performance.now() < deadline.at) return;
  deadline.refused ??= deadline.late();
  throw deadline.refused;
}
