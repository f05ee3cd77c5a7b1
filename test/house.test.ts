/** The shape of the house: which folder may import which, how many files one has, and that one word names one thing. */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const rooms = ['src', 'schema', 'db', 'seed', 'test', 'bench'];
const files = globSync(`{${[...rooms, 'examples/{questions,operations}'].join()}}/**/*.*`, {
  cwd: root,
  exclude: (name) => name === 'node_modules',
});
/** What graphql-codegen writes names its types by the schema. */
const generated = 'src/web/graph/graphql.ts';
const sources = files.filter((path) => /\.tsx?$/.test(path) && path !== generated);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of a file of this repository by another, types included. */
const imports: readonly Import[] = sources.flatMap((from) =>
  [...textOf(from).matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm)].map(
    ([, fixed, dynamic]) => ({ from, to: normalize(join(dirname(from), fixed ?? dynamic ?? '')) }),
  ),
);

/** The nodes of a directed graph that lie on a circle. */
function onCircles(edges: readonly Import[]): readonly string[] {
  let left = edges.filter(({ from, to }) => from !== to);
  // What nothing imports, or what imports nothing, is on no circle.
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const importing = new Set(left.map(({ from }) => from));
    const imported = new Set(left.map(({ to }) => to));
    left = left.filter(({ from, to }) => imported.has(from) && importing.has(to));
  }
  return [...new Set(left.map(({ from, to }) => `${from} -> ${to}`))].sort();
}

test('finds the imports that it judges', () => {
  expect(imports.length).toBeGreaterThan(1_000);
  expect(imports).toContainEqual({ from: 'schema/kit/entity.ts', to: 'schema/kit/builder.ts' });
  expect(onCircles([...'ab bc ca cd'.split(' ')].map(([from = '', to = '']) => ({ from, to })))).toEqual([
    'a -> b',
    'b -> c',
    'c -> a',
  ]);
});

test('no two files import each other, near or far', () => {
  expect(onCircles(imports)).toEqual([]);
});

test('no two folders import each other, near or far', () => {
  expect(onCircles(imports.map(({ from, to }) => ({ from: dirname(from), to: dirname(to) })))).toEqual([]);
});

test.each([
  ['db', []],
  ['seed', ['db']],
  ['schema', ['db']],
  ['src', ['schema', 'db', 'seed']],
])('%s imports only what is below it', (room, below) => {
  const beyond = imports.filter(({ from, to }) => {
    const of = to.split('/')[0] ?? '';
    return from.startsWith(`${room}/`) && of !== room && !(below as readonly string[]).includes(of);
  });
  expect(beyond).toEqual([]);
});

test('a kit knows no subject', () => {
  const knowing = imports.filter(({ from, to }) => {
    const [room, folder] = from.split('/');
    return folder === 'kit' && to.startsWith(`${room}/`) && !to.startsWith(`${room}/kit/`);
  });
  expect(knowing).toEqual([]);
});

test('no folder has more than twenty files', () => {
  const folders = Map.groupBy(files, dirname);
  const large = [...folders].filter(([, inside]) => inside.length > 20).map(([folder]) => folder);
  expect(large).toEqual([]);
});

test('no two exported types have one name', () => {
  const declared = sources.flatMap((path) =>
    [...textOf(path).matchAll(/^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm)].map(
      ([, name]) => ({ name, path }),
    ),
  );
  const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(([, places]) => places.length > 1);
  expect(twice.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)).toEqual([]);
});

test('names are terms of the trade, no words of our own', () => {
  const own = /^(?:held|told|said|asked|asker|heard|handed|stands|dear|sayings?)$/i;
  const names = sources.flatMap((path) =>
    [
      ...textOf(path).matchAll(
        /^export (?:default )?(?:async )?(?:const|function\*?|interface|type|class) (\w+)/gm,
      ),
    ].map(([, name = '']) => ({ name, path })),
  );
  const ofFiles = files.map((path) => ({ name: path.split('/').at(-1) ?? '', path }));
  const wrong = [...names, ...ofFiles].filter(({ name }) =>
    (name.match(/[A-Z]?[a-z]+/g) ?? []).some((word) => own.test(word)),
  );
  expect(wrong).toEqual([]);
});
