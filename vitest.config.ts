/** How the tests run. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: the tests would load another than Yoga does, and errors of one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/seeded.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes later where two workers share a core.
    expect: { poll: { timeout: 10_000 } },
    // Many tests wait, for a process of their own or for a moment: one worker more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    // Commands that tests start compile their files once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.data', 'compile-cache') },
    // No test changes a module or keeps state in one, so files of a worker may share what they load.
    isolate: false,
  },
});
