/** `npm run load -- <file or folder or zip>…`: loads official files and reports what they brought. A signal ends it at once. */

import { databaseFile } from '../kit/database-file.ts';
import { runStoppable } from '../kit/stoppable.ts';

runStoppable(new URL('./command/command.ts', import.meta.url), databaseFile());
