/** The supervisor: has as many workers as are wanted at any time, replaces them, and ends them. It answers no request itself. */

import cluster, { type Worker } from 'node:cluster';
import type { Log } from '../kit/log.ts';
import { createGathering } from './gathering.ts';
import {
  type Ending,
  ours,
  type Phase,
  type Reports,
  send,
  type ToSupervisor,
  type ToWorker,
} from './messages.ts';
import { planOf } from './plan.ts';
import { closeUntaken } from './untaken.ts';

/** What a supervisor is to do. */
export interface SuperviseOptions {
  /** How many workers listen. */
  readonly workers: number;
  /** Whether what is missing is built: by one worker, the pages while all answer. */
  readonly build: boolean;
  /** Milliseconds after which workers that are to end are ended. */
  readonly stopMs: number;
  readonly log: Log;
  /** Says a sentence to people. */
  readonly announce: (sentence: string) => void;
  /** Is given how to gather the metrics of all workers, where these are wanted. */
  readonly listenForMetrics?: ((gather: () => Promise<Reports['metrics'][]>) => Promise<void>) | undefined;
}

/** A worker; its phase and generation change. */
interface Member {
  readonly worker: Worker;
  phase: Phase;
  generation: number;
  /** How often in a row it has not reported in time. */
  missed: number;
}

/** Milliseconds for which reports are waited for. */
const reportMs = 500;

/** Milliseconds between two looks at whether workers report, and after how many in vain a worker counts as hung. */
const lookMs = 5_000;
const mostMissed = 6;

/** Milliseconds until another start after one that failed, doubled with each, and the most; after so many with nobody listening it gives up. */
const retryMs = 500;
const longestRetryMs = 30_000;
const mostFailures = 5;

/** Supervises until it is stopped, and resolves with the exit code. */
export async function supervise(options: SuperviseOptions): Promise<number> {
  const { log, announce } = options;
  // Who connects is accepted here and passed on: so a connection that a worker has not taken yet goes to another one.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const members = new Map<number, Member>();
  const gathering = createGathering();
  const over = Promise.withResolvers<number>();
  let generation = 1;
  /** The worker that builds what is missing, and whether it answers by now, which is when it has the database. */
  let builder: Member | undefined;
  let opened = false;
  let built = false;
  let sentence: string | undefined;
  let failures = 0;
  let retrying = false;
  let stopping = false;
  let exitCode = 0;

  const all = () => [...members.values()];
  const tell = ({ worker }: Member, message: ToWorker) => send(worker, message);
  const pidOf = ({ worker }: Member) => worker.process.pid ?? 0;

  function settle(): void {
    if (stopping) return;
    const plan = planOf(all(), { workers: options.workers, generation, opened });
    for (const member of plan.turn) {
      member.phase = 'opening';
      tell(member, { kind: 'turn' });
    }
    for (const member of plan.leave) end(member, 'replaced');
    for (const member of plan.stop) {
      member.phase = 'leaving';
      member.worker.process.kill('SIGTERM');
    }
    if (!retrying) for (let i = 0; i < plan.start; i += 1) begin();
  }

  function begin(): void {
    const builds = !built && !builder;
    const worker = cluster.fork(options.build && !builds ? { BUILD: 'beside' } : {});
    closeUntaken(worker);
    const member: Member = { worker, phase: 'starting', generation, missed: 0 };
    members.set(worker.id, member);
    if (builds) builder = member;
  }

  function end(member: Member, ending: Ending): void {
    member.phase = 'leaving';
    tell(member, { kind: 'end', ending });
  }

  function becameReady(member: Member, found: string): void {
    member.phase = 'ready';
    opened = true;
    failures = 0;
    if (found !== sentence) announce(found);
    sentence = found;
    log({ level: 'info', event: 'worker ready', worker: pidOf(member) });
  }

  async function gatherFor(member: Member, id: number, what: keyof Reports): Promise<void> {
    const { workers: wanted } = options;
    const reports = await gathering.gather(reporting(), what, reportMs);
    const workers = all().map((each) => ({
      pid: pidOf(each),
      phase: each.phase,
      report: reports.get(each.worker.id),
    }));
    tell(member, { kind: 'gathered', id, gathered: { wanted, workers } });
  }

  function reporting(): readonly Worker[] {
    return all().flatMap(({ worker, phase }) => (phase === 'ready' || phase === 'leaving' ? [worker] : []));
  }

  function hear(member: Member, message: ToSupervisor): void {
    if (message.kind === 'report') gathering.take(member.worker, message.id, message.report);
    else if (message.kind === 'gather') void gatherFor(member, message.id, message.what);
    else if (message.kind === 'taken') {
      for (const other of all()) if (other !== member) tell(other, message);
    } else if (member.phase !== 'leaving') {
      if (message.kind === 'built') built = true;
      else if (message.kind === 'ready') becameReady(member, message.sentence);
      else member.phase = message.kind;
      settle();
    }
  }

  function gone(member: Member, code: number | null, signal: string | null): void {
    members.delete(member.worker.id);
    if (member === builder) builder = undefined;
    const { phase } = member;
    const level = phase === 'leaving' || stopping ? 'info' : 'error';
    const how = signal ?? code ?? 'unknown';
    log({ level, event: 'worker ended', worker: pidOf(member), phase, how });
    if (stopping) {
      if (members.size === 0) over.resolve(exitCode);
    } else if (phase === 'ready' || phase === 'leaving') settle();
    else couldNotStart(how);
  }

  function couldNotStart(how: string | number): void {
    failures += 1;
    // What they would be replaced by cannot serve, so they stay.
    for (const member of all()) member.generation = generation;
    const listening = all().some(({ phase }) => phase === 'ready' || phase === 'leaving');
    if (!listening && (!sentence || failures >= mostFailures)) {
      // 1 is the exit code of a worker that has given its reason.
      if (how !== 1 || sentence) announce(`No worker could be started: the last one ended with ${how}.`);
      stop(1);
      return;
    }
    retrying = true;
    const delay = Math.min(longestRetryMs, retryMs * 2 ** failures);
    announce(`A worker could not be started (${how}). The next attempt is in ${Math.round(delay / 1000)} s.`);
    setTimeout(() => {
      retrying = false;
      settle();
    }, delay);
  }

  async function look(): Promise<void> {
    const expected = reporting();
    const reports = await gathering.gather(expected, 'state', lookMs / 2);
    for (const { id } of expected) {
      const member = members.get(id);
      if (!member) continue;
      member.missed = reports.has(id) ? 0 : member.missed + 1;
      if (member.missed < mostMissed) continue;
      log({ level: 'error', event: 'worker hangs', worker: pidOf(member) });
      member.worker.process.kill('SIGKILL');
    }
  }

  function stop(code: number): void {
    if (stopping) return;
    stopping = true;
    exitCode = code;
    const last = all().find(({ phase }) => phase === 'ready');
    for (const member of all()) {
      const { phase } = member;
      if (phase === 'starting' || phase === 'spare') member.worker.process.kill('SIGTERM');
      else end(member, member === last ? 'last' : 'beside the last');
    }
    if (members.size === 0) over.resolve(exitCode);
    setTimeout(() => {
      exitCode = 1;
      for (const { worker } of all()) worker.process.kill('SIGKILL');
    }, options.stopMs).unref();
  }

  function replaceAll(): void {
    if (!built) {
      announce('Nothing is replaced while what is missing is being built.');
      return;
    }
    log({ level: 'info', event: 'replacing all workers' });
    generation += 1;
    settle();
  }

  cluster.on('message', (worker, sent) => {
    const message = ours<ToSupervisor>(sent);
    const member = members.get(worker.id);
    if (message && member) hear(member, message);
  });
  cluster.on('exit', (worker, code, signal) => {
    const member = members.get(worker.id);
    if (member) gone(member, code, signal);
  });
  // A second signal ends the supervisor at once, and workers do not outlive it.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      announce(`Stopping on ${signal}.`);
      stop(0);
    });
  process.on('SIGHUP', replaceAll);
  setInterval(look, lookMs).unref();
  await options.listenForMetrics?.(async () => {
    const reports = await gathering.gather(reporting(), 'metrics', reportMs);
    return [...reports.values()] as Reports['metrics'][]; // that is what workers report by this name
  });
  log({ level: 'info', event: 'supervising', supervisor: process.pid, workers: options.workers });
  settle();
  return over.promise;
}
