/** Prints the schema as SDL, holds the committed one against it, and finds changes that break clients unannounced. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, findBreakingChanges, lexicographicSortSchema } from 'graphql';
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

/** Changes between two SDLs that break clients and that the text does not name by coordinate, such as `BillingCode.label`. */
export function unannounced(before: string, after: string, text: string): readonly string[] {
  const options = { assumeValidSDL: true };
  return findBreakingChanges(buildSchema(before, options), buildSchema(after, options))
    .map(({ description }) => description)
    .filter((description) => {
      const coordinate = /[A-Za-z_]\w*(?:\.\w+)?/.exec(
        description.replace(/^(The|Argument|Enum|Input) /, ''),
      )?.[0];
      return !coordinate || !text.includes(`\`${coordinate}`);
    });
}

function check(): readonly string[] {
  const problems: string[] = [];
  if (readFileSync(current, 'utf8') !== sdl()) {
    problems.push(
      'schema/schema.graphql is not what the code makes. Run `npm run sdl` and commit what it writes.',
    );
  }
  const unreleased = readFileSync(changelog, 'utf8').split(/^## (?=\d)/m)[0] ?? '';
  for (const change of unannounced(readFileSync(published, 'utf8'), sdl(), unreleased)) {
    problems.push(
      `Breaks clients: ${change} Name its coordinate in CHANGELOG under "Unreleased", with what to write instead.`,
    );
  }
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
