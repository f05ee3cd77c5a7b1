/** `npm run load -- <file or folder or zip>…`: loads official files and reports what they brought. A signal ends it at once. */

import { runStoppable } from '../kit/stoppable.ts';

runStoppable(
  new URL('./command/command.ts', import.meta.url),
  process.env.DATABASE ?? '.data/coverage.sqlite',
);
