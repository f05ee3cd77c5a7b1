/** What an operation takes on its worker thread, for the log and the metrics, whether it is answered or ended before. */

import type { RequestFacts } from '../kit/request.ts';
import { addSql, addStatement, noSql } from '../kit/sql-work.ts';
import type { Progress, WorkerAnswer } from './answer.ts';

/** Watches one operation. */
export interface Watch {
  follow(progress: Progress): void;
  answered(answer: WorkerAnswer): void;
  /** It was ended, or its thread was. */
  brokenOff(): void;
}

/** Watches an operation that waits for a thread from now on; what it takes is added to its request. */
export function watchOf(request: RequestFacts = { id: '', started: 0, release: '' }): Watch {
  const waits = performance.now();
  let runs: number | undefined;
  let last: { readonly progress: Exclude<Progress, 'started'>; readonly at: number } | undefined;

  function stop(): void {
    const now = performance.now();
    request.queuedMs = (runs ?? now) - waits;
    if (runs !== undefined) request.runMs = now - runs;
  }

  return {
    follow(progress) {
      const at = performance.now();
      if (progress !== 'started') last = { progress, at };
      else {
        runs = at;
        request.thread = 'worker';
      }
    },
    answered(answer) {
      stop();
      if (answer.kind === 'other release') return;
      request.values = answer.work.values;
      request.sql ??= noSql();
      addSql(request.sql, answer.work.sql);
    },
    brokenOff() {
      stop();
      if (!last) return;
      const { running, before } = last.progress;
      request.sql ??= noSql();
      addSql(request.sql, { ...before, slowest: [] });
      // It may have ended, and what came after it: the time is the most that it can have taken.
      addStatement(request.sql, { sql: running, rows: 0, ms: performance.now() - last.at, unfinished: true });
    },
  };
}
