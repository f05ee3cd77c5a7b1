/**
 * Prints what is published: the queries in `examples/questions` and the operations of the page, and the types by which the
 * page knows its own. With `--check`, compares the committed files with them.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { readExamples } from '../graphiql/examples.ts';
import { pageDocuments } from '../web/graph/documents.ts';
import { manifestOf, ownManifest, sha256 } from './manifest.ts';

/** The up-to-date manifest. Documents are as graphql-js prints them, as clients send them, so that comments do not change a hash. */
export function printManifest(): string {
  const questions = readExamples().map(({ query }) => print(parse(query)));
  const documents = [...questions, ...pageDocuments().map(({ text }) => text)];
  const operations = new Map(documents.map((document) => [sha256(document), document]));
  return `${JSON.stringify(manifestOf(operations), null, 2)}\n`;
}

if (import.meta.main) {
  // What makes the types is for development alone.
  const { laterFile, printLater, printTypes, typesFile } = await import('../web/graph/print-types.ts');
  const made = [
    { file: ownManifest, text: printManifest() },
    { file: typesFile, text: await printTypes() },
    { file: laterFile, text: printLater() },
  ];
  if (!process.argv.includes('--check')) for (const { file, text } of made) writeFileSync(file, text);
  else if (made.some(({ file, text }) => readFileSync(file, 'utf8') !== text)) {
    console.error(
      'What is published is not what examples/questions and src/web make. Run `npm run operations` and commit what it writes.',
    );
    process.exitCode = 1;
  }
}
