/** The named example queries: GraphiQL shows them, the tests run them, the documentation quotes them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Example } from './page/example.ts';

/** Where they are: `<name>.graphql`, and `<name>.variables.json` where one needs variables. */
export const examplesFolder = join(import.meta.dirname, '../../examples/questions');

/**
 * Reads the examples in the order of their names. The comment a file begins with is its explanation; a line
 * `# tab: 2 Why is that so?` in it makes the example the second of the tabs that GraphiQL opens with, by that name, and is not shown.
 */
export function readExamples(folder: string = examplesFolder): readonly Example[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  );
  const named = files.map((file) => ({ file, name: basename(file, '.graphql') }));
  return named
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ file, name }) => {
      const text = readFileSync(join(folder, file), 'utf8').trim();
      const [, tab, question] = /^#\s*tab:\s*(\d+)[ \t]*(.*?)\s*$/m.exec(text) ?? [];
      const query = text.replace(/^#\s*tab:.*\r?\n/m, '');
      const variables = join(folder, dirname(file), `${name}.variables.json`);
      return {
        name,
        explanation: explanationOf(query),
        query: `${query}\n`,
        ...(existsSync(variables) && { variables: readFileSync(variables, 'utf8').trim() }),
        ...(tab && { tab: Number(tab) }),
        ...(question && { question }),
      };
    });
}

function explanationOf(query: string): string {
  const comment = /^(?:[ \t]*#.*(?:\r?\n|$))*/.exec(query)?.[0] ?? '';
  return comment.replace(/^[ \t]*#[ \t]?/gm, '').trim();
}
