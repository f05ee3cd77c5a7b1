/**
 * Work that a signal ends at once. SQLite calls are synchronous and may run for many seconds, in which no handler on their
 * thread is called: so the work has a thread of its own, and this one does nothing but listen.
 */

import { rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import type { Screen } from './progress.ts';

/** What a build calls so that it can be stopped. */
export interface Stopper {
  /** Called with a file or folder before it is made: it is removed if the build is stopped. */
  readonly leaves: (path: string) => void;
  /** Called before the result is put in place: from then on nothing stops the build. It does not return if the build was stopped. */
  readonly placing: () => void;
}

/** The state of the work: one word in shared memory, changed by the thread that is first. */
const working = 0;
const stopped = 1;
const placed = 2;

interface Given {
  readonly state: Int32Array<SharedArrayBuffer>;
  /** Takes the paths that are to be removed; they wait in it until they are read. */
  readonly leaves: MessagePort;
  readonly isTTY: boolean;
}

/** Runs a module that does the work on a thread of its own, with the arguments of this command, and ends as it does. */
export function runStoppable(module: URL, database: string): void {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const { port1: left, port2: leaves } = new MessageChannel();
  const given: Given = { state, leaves, isTTY: process.stderr.isTTY === true };
  const worker = new Worker(module, {
    argv: process.argv.slice(2),
    workerData: given,
    transferList: [leaves],
    // What is compiled is kept for the next command; a thread takes the folder from its environment alone.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env },
  });
  worker.on('exit', (code) => {
    process.exitCode = code;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (Atomics.compareExchange(state, 0, working, stopped) !== working) return;
      // Our locks are still there, so that no other process has begun in the same places.
      for (let next = receiveMessageOnPort(left); next; next = receiveMessageOnPort(left))
        rmSync(String(next.message), { recursive: true, force: true });
      if (given.isTTY) process.stderr.write('\r\u001b[K');
      console.error(`Stopped by ${signal}.\nNothing was changed: ${database} is as it was.`);
      dieOf(signal);
    });
}

/** Ends by the signal itself, as the parent process expects: to exit would wait for the other thread. */
function dieOf(signal: 'SIGINT' | 'SIGTERM'): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // The first process of a container does not die of its own signals.
  process.exit(128 + constants.signals[signal]);
}

/** The stopper, for the thread that does the work. */
export function stopper(): Stopper {
  const { state, leaves } = workerData as Given;
  return {
    leaves: (path) => leaves.postMessage(path),
    placing() {
      if (Atomics.compareExchange(state, 0, working, placed) !== working) Atomics.wait(state, 0, stopped);
    },
  };
}

/** Standard error, and whether it is a terminal, which a thread cannot find out. */
export function terminal(): Screen {
  const { isTTY } = workerData as Given;
  return { isTTY, write: (text) => void process.stderr.write(text) };
}
