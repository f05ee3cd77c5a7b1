/** Gathers a report from each of several workers. */

import type { Worker } from 'node:cluster';
import { type Reports, send, type ToWorker } from './messages.ts';

/** The reports that are being gathered. */
export interface Gathering {
  /** Resolves with the reports by the id of the worker, when all are there or after `ms` milliseconds. */
  gather(workers: readonly Worker[], what: keyof Reports, ms: number): Promise<ReadonlyMap<number, unknown>>;
  /** Takes a report in. */
  take(worker: Worker, id: number, report: unknown): void;
}

/** Begins without any. */
export function createGathering(): Gathering {
  const pending = new Map<number, (worker: number, report: unknown) => void>();
  let last = 0;

  return {
    async gather(workers, what, ms) {
      const id = ++last;
      const reports = new Map<number, unknown>();
      if (workers.length === 0) return reports;
      const { promise, resolve } = Promise.withResolvers<void>();
      pending.set(id, (worker, report) => {
        reports.set(worker, report);
        if (reports.size === workers.length) resolve();
      });
      const late = setTimeout(resolve, ms);
      for (const worker of workers) send<ToWorker>(worker, { kind: 'report', id, what });
      await promise;
      clearTimeout(late);
      pending.delete(id);
      return reports;
    },
    take: ({ id: worker }, id, report) => pending.get(id)?.(worker, report),
  };
}
