/** The GraphQL documents of this repository, as the tools of frontend developers read them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';

const root = join(import.meta.dirname, '../..');

/** A file of operations. */
export interface Written {
  /** Its path from the root of the repository. */
  readonly file: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/** The documents of a folder and of those in it, in the order of their paths. */
export function documentsOf(folder: string): readonly Written[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(join(root, file), 'utf8');
      return { file, text, document: parse(text) };
    });
}
