/** Prints the manifest of the queries in `examples/questions`; with `--check`, compares the committed one with them. */

import { readFileSync, writeFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { readExamples } from '../graphiql/examples.ts';
import { manifestOf, ownManifest, sha256 } from './manifest.ts';

/** The up-to-date manifest. Documents are as graphql-js prints them, as clients send them, so that comments do not change a hash. */
export function printManifest(): string {
  const documents = readExamples().map(({ query }) => print(parse(query)));
  const operations = new Map(documents.map((document) => [sha256(document), document]));
  return `${JSON.stringify(manifestOf(operations), null, 2)}\n`;
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeFileSync(ownManifest, printManifest());
  else if (readFileSync(ownManifest, 'utf8') !== printManifest()) {
    console.error(
      'src/graphql/operations.json is not what examples/questions makes. Run `npm run operations` and commit what it writes.',
    );
    process.exitCode = 1;
  }
}
