/** Which program answers: a tag given by one version must not be confirmed by another that answers otherwise. */

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folders whose files decide what an answer says. */
const rooms = ['db', 'schema', 'src'];

/** Changes with the sources that answers come from, the versions of all packages and that of Node. */
export function serverHash(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...sources(folder), 'package-lock.json']) {
    hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('base64url');
}

let own: string | undefined;

/** The hash of the program that runs, read once. */
export function ownServerHash(): string {
  own ??= serverHash(root);
  return own;
}

/** Without the packages that the page is built with, which stand below `src` where they are installed. */
function sources(folder: string): readonly string[] {
  const patterns = rooms.map((room) => `${room}/**/*.{ts,sql}`);
  return globSync(patterns, { cwd: folder, exclude: (name) => name === 'node_modules' }).sort();
}
