/** `npm run seed`: builds the database from the seed's text, and tells what it loaded. A signal ends it at once. */

import { databaseFile } from './kit/database-file.ts';
import { runStoppable } from './kit/stoppable.ts';

runStoppable(new URL('./command.ts', import.meta.url), databaseFile());
