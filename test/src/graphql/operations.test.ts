/** Manifests: the committed one is what the questions make, and one that cannot be published says why. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { readExamples } from '../../../src/graphiql/examples.ts';
import { OperationsError, ownManifest, readOperations, sha256 } from '../../../src/graphql/manifest.ts';
import { printManifest } from '../../../src/graphql/print-manifest.ts';
import { printTypes, typesFile } from '../../../src/web/graph/print-types.ts';
import { temporaryFolder } from '../kit/fixture.ts';
import { schema as graph } from '../kit/fixture-graph.ts';

const document = 'query Release { release }';

function manifest(content: unknown): string {
  const file = join(temporaryFolder(), 'operations.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const apollo = (...operations: readonly object[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations,
});

test('the committed manifest is what the questions of the project and the operations of the page make', () => {
  expect(readFileSync(ownManifest, 'utf8'), 'Run `npm run operations`.').toBe(printManifest());
});

test('the types of the page are those that its operations and the schema make', async () => {
  expect(readFileSync(typesFile, 'utf8'), 'Run `npm run operations`.').toBe(await printTypes());
}, 120_000);

test('a question stands in it under the hash that a client makes of it, comments aside', () => {
  const { operations } = JSON.parse(printManifest()) as {
    operations: { id: string; body: string; name: string }[];
  };
  const examples = readExamples();
  for (const { query } of examples) {
    const body = print(parse(query));
    expect(operations).toContainEqual(expect.objectContaining({ id: sha256(body), body, type: 'query' }));
  }
  expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
});

test('every operation of it can be published on the graph, as a start does not check again', () => {
  const copy = manifest(readFileSync(ownManifest, 'utf8'));
  expect(readOperations([copy], schema)).toEqual(readOperations([ownManifest], schema));
});

test("manifests of Apollo's form and objects of documents by their hash are read, one over another", () => {
  const other = '{ other: release }';
  const files = [
    manifest(apollo({ id: sha256(document), name: 'Release', type: 'query', body: document })),
    manifest({ [sha256(other)]: other }),
  ];
  expect(readOperations(files, graph)).toEqual(
    new Map([
      [sha256(document), document],
      [sha256(other), other],
    ]),
  );
});

test.each([
  ['an id that is not the hash', apollo({ id: sha256('{ x }'), body: document }), sha256(document)],
  ['a hash that is not SHA-256', { d41d8cd98f00b204e9800998ecf8427e: document }, 'SHA-256'],
  ['a document of another graph', { [sha256('{ x }')]: '{ x }' }, 'Cannot query field "x"'],
  ['a document that is not GraphQL', { [sha256('{')]: '{' }, 'Syntax Error'],
  ['a document beyond a limit', deep(), 'levels of fields'],
  ['something else', [1, 2], 'manifest of operations'],
  ['another version', { ...apollo(), version: 2 }, 'manifest of operations'],
  ['no JSON', '{', 'manifest of operations'],
])('%s stops the start with a sentence', (_what, content, said) => {
  const file = manifest(content);
  expect(() => readOperations([file], graph)).toThrow(OperationsError);
  expect(() => readOperations([file], graph)).toThrow(said);
  expect(() => readOperations([file], graph)).toThrow(file);
});

test('a file that is not there stops the start with a sentence', () => {
  expect(() => readOperations([join(temporaryFolder(), 'none.json')], graph)).toThrow(/ENOENT.*Give one/s);
});

function deep(): object {
  const document = `{ thing ${'{ parent '.repeat(30)} { name } ${'}'.repeat(30)} }`;
  return { [sha256(document)]: document };
}
