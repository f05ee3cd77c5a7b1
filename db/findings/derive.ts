/** Derives, when the graph is built, gaps from unknown statements, conflicts found by rules, and the search index. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableStore } from '../kit/store.ts';

const folders = ['gaps', 'conflicts', '../search'].map((name) => join(import.meta.dirname, name));

/** Runs every derivation, one file a rule, in name order. Each inserts what it finds; no gap or conflict reads what another wrote, and the files of the search index build on each other. */
export function derive(store: WritableStore): void {
  for (const folder of folders) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    for (const file of files.sort()) store.exec(readFileSync(join(folder, file), 'utf8'));
  }
}
