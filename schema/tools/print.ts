/**
 * Prints the schema as SDL and as reference documentation; checks that both are as committed, that no client is broken
 * unannounced and that nothing is deprecated vaguely.
 */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphSdl } from '../federation/subgraph-sdl.ts';
import { schema } from '../index.ts';
import { unannounced } from './breaking.ts';
import { vagueDeprecations } from './deprecations.ts';
import { referencePages } from './reference-pages.ts';

const root = join(import.meta.dirname, '../..');
/** The SDL of the last version in CHANGELOG that has a number: what clients were promised. */
const published = join(root, 'docs', 'published.graphql');
const reference = join('docs', 'reference');

/** The schema as subgraph SDL, with an empty line before every description, for people. */
export function sdl(): string {
  let within = false;
  const lines = subgraphSdl(schema).split('\n');
  const spaced = lines.flatMap((line, i) => {
    const mark = line.trim();
    const opens = !within && mark.startsWith('"""');
    if (mark === '"""') within = !within;
    return opens && !/(?:^|[{(])$/.test(lines[i - 1] ?? '') ? ['', line] : [line];
  });
  return `${spaced.join('\n')}\n`;
}

/** What is committed so that a change shows in review, by path: the SDL of the code as it is, and its reference. */
export function printed(): ReadonlyMap<string, string> {
  const pages = [...referencePages(sdl())].map(([name, text]) => [join(reference, name), text] as const);
  return new Map([[join('schema', 'schema.graphql'), sdl()], ...pages]);
}

/** Pages of types that are gone. */
function leftOver(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = readdirSync(join(root, reference)).map((name) => join(reference, name));
  return pages.filter((path) => !files.has(path));
}

function check(): readonly string[] {
  const files = printed();
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  return [
    ...[...stale, ...leftOver(files)].map(
      (path) => `${path} is not what the code makes. Run \`npm run sdl\` and commit what it writes.`,
    ),
    ...unannounced(readFileSync(published, 'utf8'), sdl(), read('CHANGELOG.md')),
    ...vagueDeprecations(schema),
  ];
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const problems = check();
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } else {
    const files = printed();
    for (const [path, text] of files) writeFileSync(join(root, path), text);
    for (const path of leftOver(files)) rmSync(join(root, path));
    if (process.argv.includes('--publish')) writeFileSync(published, sdl());
  }
}
