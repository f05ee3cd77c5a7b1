/** What is worked out once when the graph is built: gaps that follow from unknown statements, and conflicts found by rules. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableStore } from './store.ts';

const folders = ['gaps', 'conflicts'].map((name) => join(import.meta.dirname, name));

/** Runs every derivation, one file a rule, in name order. Each inserts what it finds; none reads what another wrote. */
export function derive(store: WritableStore): void {
  for (const folder of folders) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    for (const file of files.sort()) store.exec(readFileSync(join(folder, file), 'utf8'));
  }
}
