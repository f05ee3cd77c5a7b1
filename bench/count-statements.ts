/** Loaded into each server before its own code: counts the SQL statements of all threads, and says the count on SIGUSR2. */

import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const name = 'statements of all threads';
if (isMainThread) setEnvironmentData(name, new SharedArrayBuffer(4));
const count = new Int32Array(getEnvironmentData(name) as unknown as SharedArrayBuffer);

const database = new Database(':memory:');
const statement: Record<string, unknown> = Object.getPrototypeOf(database.prepare('select 1'));
database.close();

for (const method of ['all', 'get', 'iterate', 'run']) {
  const run = statement[method] as (...values: unknown[]) => unknown;
  statement[method] = function counted(this: unknown, ...values: unknown[]) {
    Atomics.add(count, 0, 1);
    return run.apply(this, values);
  };
}

if (isMainThread) process.on('SIGUSR2', () => process.stderr.write(`${count[0]} statements\n`));
