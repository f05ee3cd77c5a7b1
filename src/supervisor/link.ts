/** A worker's link to its supervisor. */

import cluster from 'node:cluster';
import type { RequestsTaken } from '../limits/rate.ts';
import {
  type Ending,
  type GatheredReports,
  type MakeReports,
  ours,
  type Reports,
  send,
  type ToSupervisor,
  type ToWorker,
} from './messages.ts';

/** What a worker tells its supervisor and hears from it. */
export interface SupervisorLink {
  /** Says that everything is at hand, and resolves when this worker is to listen. */
  turn(): Promise<void>;
  /** Says that it listens; the sentence tells people where. */
  ready(sentence: string): void;
  /** Says that what was missing has been built. */
  built(): void;
  /** Says that it ends by itself, so that a spare takes its place now. */
  leaving(): void;
  /** Calls the listener when this worker is to end. */
  onEnd(listener: (ending: Ending) => void): void;
  /** Tells all other workers which requests clients sent to this one. */
  share(taken: RequestsTaken): void;
  onTaken(listener: (taken: RequestsTaken) => void): void;
  /** Makes the reports of this worker. */
  reports(make: MakeReports): void;
  /** The reports of all workers; undefined where the supervisor does not answer in time. */
  gather<What extends keyof Reports>(what: What): Promise<GatheredReports<Reports[What]> | undefined>;
}

/** Milliseconds for which a worker waits for what is to be gathered. */
const gatheredMs = 1_000;

/** The link of this process; undefined where it has no supervisor. Without its supervisor, a worker ends: so does node:cluster. */
export function linkToSupervisor(): SupervisorLink | undefined {
  const { worker } = cluster;
  if (!worker) return undefined;
  // A terminal sends it to every process; the supervisor says what is to be done.
  process.on('SIGINT', () => {});
  const turn = Promise.withResolvers<void>();
  const gathered = new Map<number, (found: GatheredReports<unknown>) => void>();
  let lastId = 0;
  let end: (ending: Ending) => void = () => process.exit(0);
  let take: (taken: RequestsTaken) => void = () => {};
  let made: MakeReports | undefined;
  const tell = (message: ToSupervisor) => send(worker, message);

  async function report(id: number, make: () => unknown): Promise<void> {
    tell({ kind: 'report', id, report: await make() });
  }

  worker.on('message', (sent: unknown) => {
    const message = ours<ToWorker>(sent);
    if (message?.kind === 'turn') turn.resolve();
    else if (message?.kind === 'end') end(message.ending);
    else if (message?.kind === 'taken') take(message.taken);
    else if (message?.kind === 'report' && made) void report(message.id, made[message.what]);
    else if (message?.kind === 'gathered') gathered.get(message.id)?.(message.gathered);
  });

  return {
    async turn() {
      tell({ kind: 'spare' });
      await turn.promise;
    },
    ready: (sentence) => tell({ kind: 'ready', sentence }),
    built: () => tell({ kind: 'built' }),
    leaving: () => tell({ kind: 'leaving' }),
    onEnd(listener) {
      end = listener;
    },
    share: (taken) => tell({ kind: 'taken', taken }),
    onTaken(listener) {
      take = listener;
    },
    reports(make) {
      made = make;
    },
    async gather<What extends keyof Reports>(what: What) {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<GatheredReports<unknown> | undefined>();
      gathered.set(id, resolve);
      const late = setTimeout(() => resolve(undefined), gatheredMs);
      tell({ kind: 'gather', id, what });
      const found = await promise;
      clearTimeout(late);
      gathered.delete(id);
      return found as GatheredReports<Reports[What]> | undefined; // each worker reports what is named
    },
  };
}
