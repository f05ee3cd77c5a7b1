/**
 * `npm run seed`: builds the database from the seed's text, and tells what it loaded. A signal ends it at once. Plain JavaScript, as Node
 * would load its compiler for the one file that is compiled before the cache is on.
 */

import module from 'node:module';

module.enableCompileCache();
const { databaseFile } = await import('./kit/database-file.ts');
const { runStoppable } = await import('./kit/stoppable.ts');

runStoppable(new URL('./command.ts', import.meta.url), databaseFile());
