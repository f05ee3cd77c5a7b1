/** How the tests run. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: the tests would load another than Yoga does, and errors of one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/seeded.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // No test changes a module or keeps state in one, so files of a worker may share what they load.
    isolate: false,
  },
});
