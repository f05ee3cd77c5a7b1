/** What `npm run seed` does, on a thread of its own (see main.ts): builds the database from the seed's text, and tells what it loaded. */

import { build } from './build/build.ts';
import { databaseFile } from './kit/database-file.ts';
import { SourceError } from './kit/problems.ts';
import { stopper } from './kit/stoppable.ts';

const database = databaseFile();

try {
  const report = await build({ database, log: (line) => console.log(line), stopper: stopper() });
  const rows = Object.entries(report.counts).filter(([, count]) => count > 0);
  const width = Math.max(...rows.map(([table]) => table.length));
  for (const [table, count] of rows) console.log(`  ${table.padEnd(width)} ${String(count).padStart(6)}`);
  console.log(`Done in ${report.milliseconds} ms.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof SourceError)
    console.error('How each text is written: seed/README.md, and the head of its file.');
  console.error(`Nothing was changed: ${database} is as it was.`);
  process.exitCode = 1;
}
