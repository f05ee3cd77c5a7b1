/** `npm run check:data`: tries every rule about the data on the whole database, and tells which rows break one. */

import { runChecks } from '../db/findings/checks.ts';
import { ReleaseError } from '../db/kit/errors.ts';
import { openRelease } from '../db/release/release.ts';
import { databaseFile } from './kit/database-file.ts';

/** The most rows that are shown of a rule. */
const shown = 20;

try {
  const release = openRelease(databaseFile());
  const results = runChecks(release.store);
  release.close();
  for (const { rule, statement, offenders } of results) {
    console.log(`${offenders.length === 0 ? 'holds ' : 'BROKEN'} ${rule}: ${statement}`);
    for (const { id, problem } of offenders.slice(0, shown)) console.log(`         ${id}: ${problem}`);
    if (offenders.length > shown) console.log(`         … and ${offenders.length - shown} more.`);
  }
  if (results.some(({ offenders }) => offenders.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
