/** Mutation testing by hand, a room at a time: `ROOM=claims npm run mutate`. See CONTRIBUTING.md. */

import process from 'node:process';

/** What is mutated, and the tests that specify it: those alone, since each mutant loads the files of all tests that reach it. */
const rooms = {
  coverage: {
    mutate: ['db/coverage/*.ts'],
    testFiles: ['test/db/coverage/*.test.ts', 'test/db/findings/unknown-reasons.test.ts'],
  },
  claims: {
    mutate: ['db/claims/*.ts'],
    testFiles: ['test/db/claims/*.test.ts'],
  },
  kit: {
    mutate: ['schema/kit/*.ts'],
    testFiles: [
      'test/schema/kit/{page-slices,given-values,growth,loader,facts}.test.ts',
      'test/schema/kit/{edge-arguments,filters,root-arguments,as-of}.test.ts',
      'test/schema/federation/{reference-keys,references}.test.ts',
      'test/schema/search/facets.test.ts',
    ],
  },
};

const { ROOM: room = '' } = process.env;
const chosen = rooms[/** @type {keyof typeof rooms} */ (room)];
if (!chosen) throw new Error(`Expected ROOM to be one of ${Object.keys(rooms).join(', ')}, got "${room}".`);

export default {
  ...chosen,
  testRunner: 'vitest',
  vitest: { related: false },
  coverageAnalysis: 'perTest',
  // What runs while a file is loaded, SQL at its top above all, would have the whole suite run once for each mutant.
  ignoreStatic: true,
  // It would be read by the JavaScript API of TypeScript, which TypeScript 7 has no more.
  tsconfigFile: 'none',
  ignorePatterns: ['.build', '.data', 'docs', 'examples', 'bench'],
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  incremental: true,
  incrementalFile: `.build/mutation/${room}.incremental.json`,
  tempDirName: `.build/mutation/${room}`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `.build/mutation/${room}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // The score that CONTRIBUTING.md asks for.
  thresholds: { high: 90, low: 85, break: 85 },
};
