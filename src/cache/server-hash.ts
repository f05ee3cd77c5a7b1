/** Which program answers: a tag given by one version must not be confirmed by another that answers otherwise. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folders whose files decide what an answer says. */
const rooms = ['db', 'schema', 'src'];

/** Changes with the sources that answers come from, the versions of all packages and that of Node. */
export function serverHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...rooms.flatMap(sourcesIn), 'package-lock.json']) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('base64url');
}

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|sql)$/.test(name))
    .map((name) => join(room, name))
    .sort();
}
