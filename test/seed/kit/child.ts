/** A build in a process of its own that stops half-way and waits to be killed. */

import { writeSync } from 'node:fs';
import { build } from '../../../seed/build/build.ts';

const [database = ''] = process.argv.slice(2);

await build({
  database,
  log(line) {
    if (line !== 'Checking.') return;
    writeSync(1, line);
    process.send?.('half-way');
    // Busy on purpose: the build is synchronous, and the kill must find it in the middle.
    for (const end = Date.now() + 10_000; Date.now() < end; );
  },
});
