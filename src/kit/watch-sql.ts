/** Counts the SQL statements of a release for the requests that run them, and runs none for a request whose time is over. */

import type { Store } from '../../db/kit/store.ts';
import { currentRequest, type RequestFacts } from './request.ts';
import { addStatement, noSql } from './sql-work.ts';

/** Watches the statements of a release; `begins` is called before each, with what was run before. */
export function watchSql(
  store: Store,
  begins: (request: RequestFacts, sql: string) => void = checkDeadline,
): void {
  store.watch((sql) => {
    const request = currentRequest.getStore();
    if (!request) return undefined;
    begins(request, sql);
    const started = performance.now();
    return (rows) => {
      request.sql ??= noSql();
      addStatement(request.sql, { sql, rows, ms: performance.now() - started });
    };
  });
}

/** Throws the refusal of an operation that is past its deadline. */
function checkDeadline({ deadline }: RequestFacts): void {
  if (!deadline) return;
  if (deadline.refused === undefined && performance.now() < deadline.at) return;
  deadline.refused ??= deadline.late();
  throw deadline.refused;
}
