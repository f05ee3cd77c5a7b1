/** The worker threads: large operations run there, each within its deadline, while the front thread goes on answering. */

import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import type { GraphQLError } from 'graphql';
import { Piscina } from 'piscina';
import type { RatesSettings } from '../../db/rates/open-rates.ts';
import type { WrittenResult } from '../execution/execute.ts';
import { describeError, type Log } from '../kit/log.ts';
import { busy, late, refusal } from '../kit/refusal.ts';
import { currentRequest } from '../kit/request.ts';
import type { ExecuteLarge, LargeOperation } from '../limits/large-operation.ts';
import { limits } from '../limits/limits.ts';
import { type Progress, restored, type ThreadSettings, type WorkerAnswer } from './answer.ts';
import { watchOf } from './watch.ts';

/** The settings of the worker threads. */
export interface WorkerOptions {
  /** Address of the module that exports `schema` and `context`; see `graph.ts`. */
  readonly graph: string;
  /** Where each thread finds the rates that are stored row by row; without it there are none. */
  readonly rates?: RatesSettings | undefined;
  /** The most threads; each is started when it is needed and ends after minutes without work. */
  readonly threads: number;
  /** Milliseconds that an operation may run. */
  readonly deadlineMs: number;
  /** Megabytes of objects that a thread may have. */
  readonly megabytes: number;
}

/** The worker threads of a server. */
export interface Workers {
  readonly execute: ExecuteLarge;
  /** The cost of all operations that wait or run. */
  waiting(): number;
  /** Ends every thread. */
  close(): Promise<void>;
}

/** Milliseconds without work after which a thread ends. */
const idleMs = 120_000;

/** Milliseconds for which an operation waits for a thread: longer than one takes to start on a busy machine. */
const waitMs = 20_000;

/** Makes the worker threads of a server; none is started yet. */
export function createWorkers(
  { graph, rates, threads, deadlineMs, megabytes }: WorkerOptions,
  log: Log,
): Workers {
  const pool = new Piscina<object, WorkerAnswer>({
    filename: fileURLToPath(import.meta.resolve('./worker.ts')),
    workerData: { graph, rates } satisfies ThreadSettings,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // Of a thread without an operation; without a listener it would end the process.
  pool.on('error', (error) =>
    log({ level: 'error', event: 'worker thread failed', ...describeError(error) }),
  );
  /** The values of all operations that wait or run. */
  let waiting = 0;

  async function run({ task, largestPart, whenClosed }: LargeOperation) {
    const ended = new AbortController();
    const { port1, port2 } = new MessageChannel();
    const watch = watchOf(currentRequest.getStore());
    let clock = setTimeout(() => ended.abort(busy()), waitMs);
    port1.on('message', (progress: Progress) => {
      watch.follow(progress);
      if (progress !== 'started') return;
      clearTimeout(clock);
      clock = setTimeout(() => ended.abort(late(deadlineMs, largestPart)), deadlineMs);
    });
    whenClosed(() => ended.abort(gone()));
    try {
      const signal = ended.signal;
      const answer = await pool.run({ task, started: port2 }, { transferList: [port2], signal });
      watch.answered(answer);
      return resultOf(answer, task.document, log);
    } catch (error) {
      watch.brokenOff();
      if (ended.signal.aborted) return { errors: [ended.signal.reason as GraphQLError] };
      if (isOutOfMemory(error)) return { errors: [tooLarge(largestPart)] };
      throw error;
    } finally {
      clearTimeout(clock);
      port1.close();
    }
  }

  return {
    async execute(operation) {
      if (waiting + operation.cost > limits.waiting) return { errors: [busy()] };
      waiting += operation.cost;
      try {
        return await run(operation);
      } finally {
        waiting -= operation.cost;
      }
    },
    waiting: () => waiting,
    close: () => pool.destroy(),
  };
}

function resultOf(answer: WorkerAnswer, document: string, log: Log): WrittenResult {
  // Parsing the text here would cost the front thread what the worker saved it; Yoga sends it as it is.
  if (answer.kind === 'text') return { data: {}, stringify: () => answer.text };
  if (answer.kind === 'other release') return { errors: [busy()] };
  for (const entry of answer.log) log(entry);
  const errors = answer.errors.map((error) => restored(error, document));
  // In the order of the executor, so that an answer is the same to the byte on whichever thread it was made.
  return { errors, ...(answer.data !== undefined && { data: answer.data }) };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(largestPart: string): GraphQLError {
  const remedy = `Most of it is \`${largestPart}\`: ask for smaller pages, shorter lists or fewer fields there, or take an export.`;
  return refusal('ANSWER_TOO_LARGE', `The answer takes more memory than there is for one. ${remedy}`);
}

/** Nobody reads it: the client has gone. */
function gone(): GraphQLError {
  return refusal('BUSY', 'The client has gone.', 503);
}
