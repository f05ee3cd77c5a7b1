/** Prints the schema as SDL; checks that it is the committed one, breaks no client unannounced and deprecates clearly. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSubgraphSchema } from '@apollo/subgraph';
import { lexicographicSortSchema } from 'graphql';
import { unannounced } from './breaking.ts';
import { vagueDeprecations } from './deprecations.ts';
import { schema } from './index.ts';

/** The SDL of the code as it is, committed so that a change shows in review. */
const current = join(import.meta.dirname, 'schema.graphql');
/** The SDL of the last version in CHANGELOG that has a number: what clients were promised. */
const published = join(import.meta.dirname, 'published.graphql');
const changelog = join(import.meta.dirname, '..', 'CHANGELOG.md');

/** The schema as subgraph SDL, in a stable order. */
export function sdl(): string {
  return `${printSubgraphSchema(lexicographicSortSchema(schema)).trim()}\n`;
}

function check(): readonly string[] {
  const problems: string[] = [];
  if (readFileSync(current, 'utf8') !== sdl()) {
    problems.push(
      'schema/schema.graphql is not what the code makes. Run `npm run sdl` and commit what it writes.',
    );
  }
  const before = readFileSync(published, 'utf8');
  problems.push(...unannounced(before, sdl(), readFileSync(changelog, 'utf8')), ...vagueDeprecations(schema));
  return problems;
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const problems = check();
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } else {
    writeFileSync(current, sdl());
    if (process.argv.includes('--publish')) writeFileSync(published, sdl());
  }
}
