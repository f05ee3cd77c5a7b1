/** Prints the schema as SDL, holds the committed one against it, and finds changes that break clients. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, findBreakingChanges, lexicographicSortSchema } from 'graphql';
import { schema } from './index.ts';

const committed = join(import.meta.dirname, 'schema.graphql');

/** The schema as subgraph SDL, in a stable order. */
export function sdl(): string {
  return `${printSubgraphSchema(lexicographicSortSchema(schema)).trim()}\n`;
}

/** Changes from an older SDL that break clients, each with the coordinate that CHANGELOG must name. */
export function breakingChanges(older: string): readonly string[] {
  const before = buildSchema(older, { assumeValidSDL: true });
  return findBreakingChanges(before, buildSchema(sdl(), { assumeValidSDL: true })).map(
    ({ description }) => description,
  );
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    if (readFileSync(committed, 'utf8') !== sdl()) {
      console.error(
        'schema/schema.graphql is not what the code makes. Run `npm run sdl` and commit what it writes.',
      );
      process.exitCode = 1;
    }
  } else {
    writeFileSync(committed, sdl());
  }
}
