/**
 * `npm run load -- <file or folder or zip>…`: loads official files and reports what they brought. A signal ends it at once. Plain JavaScript,
 * as Node would load its compiler for the one file that is compiled before the cache is on.
 */

import module from 'node:module';

module.enableCompileCache();
const { databaseFile } = await import('../kit/database-file.ts');
const { runStoppable } = await import('../kit/stoppable.ts');

runStoppable(new URL('./command/command.ts', import.meta.url), databaseFile());
