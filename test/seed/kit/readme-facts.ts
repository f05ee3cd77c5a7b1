/** The facts that the seed's README writes out as an example: synthetic, one of each kind that people add most. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text, and the file below `seed/` that it is or that it is added to. */
export interface AddedText {
  readonly path: string;
  readonly text: string;
}

const readme = join(import.meta.dirname, '../../../seed/README.md');

/** Every block of the README whose first line names a file of the seed; of a list that is there already, the records alone. */
export function readmeFacts(): readonly AddedText[] {
  const blocks = readFileSync(readme, 'utf8').matchAll(/```yaml\n# seed\/(\S+)\n([\s\S]*?)```/g);
  return [...blocks].map(([, path = '', text = '']) => ({
    path,
    text: path.startsWith('data/') ? text.replace(/^\w+:\n/, '\n') : text,
  }));
}
