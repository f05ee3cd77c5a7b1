/** The database of a command. */

import { isAddress } from '../../db/release/address.ts';

/** The path in `DATABASE`, or the default; where it has an address, the command ends with a sentence. */
export function databaseFile(): string {
  const file = process.env.DATABASE ?? '.data/coverage.sqlite';
  if (!isAddress(file)) return file;
  console.error(
    'DATABASE has an address, whose releases a server follows: nothing is built, loaded, checked or published there. Set DATABASE to the path of a file; `npm run publish -- TARGET` brings a finished one to those who follow.',
  );
  process.exit(1);
}
