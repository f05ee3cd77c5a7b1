/** The words for text of the wrong shape: what was found and what to write, and never the words of the library that checks it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import policies from '../../../seed/concepts/policies/policies.ts';
import sources from '../../../seed/concepts/sources.ts';
import { readText, type TextFile } from '../../../seed/kit/files.ts';
import { shapeOf } from '../../../seed/kit/shape.ts';
import { code, day, decimal, oneOf, slug, text, textOf, yes } from '../../../seed/kit/value-types.ts';
import { readmeFacts } from './readme-facts.ts';

/** A text as it is read from a file of the seed. */
function read(path: string, content: string): TextFile {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-shape-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, path), content);
  return readText(folder, path);
}

const schema = z.strictObject({
  things: z.array(
    z.strictObject({
      slug,
      label: text,
      seen: textOf('how much was read, such as full'),
      kind: oneOf(['one', 'two']),
      code: code.optional(),
      on: day.optional(),
      amount: decimal(2).optional(),
      split: yes.optional(),
      lines: z.array(text).min(1).optional(),
      inner: z.strictObject({ a: text }).optional(),
      names: z.record(text, text).optional(),
    }),
  ),
});

const right = 'slug: a\n    label: A\n    seen: full\n    kind: one\n';

function messages(record: string): readonly string[] {
  const { problems } = shapeOf(read('data/x.yaml', `things:\n  - ${record}`), schema);
  return problems.map(({ place, message }) => `${place.line}: ${message}`);
}

test('a record of the right shape has no problem', () => expect(messages(right)).toEqual([]));

test.each([
  [
    'slug: a\n    kind: one\n',
    [
      '2: `label`: This is missing. Write a text.',
      '2: `seen`: This is missing. Write how much was read, such as full.',
    ],
  ],
  [right.replace('    kind: one\n', ''), ['2: `kind`: This is missing. Write one of one, two.']],
  [right.replace('one', 'three'), ['5: `kind`: Expected one of one, two, got "three".']],
  [right.replace('full', ''), ['4: `seen`: This is empty. Write a value or take the key out.']],
  [right.replace('A', '[A]'), ['3: `label`: Expected a text, got ["A"].']],
  [`${right}    lines: A\n`, ['6: `lines`: Expected a list, such as [one, two], got "A".']],
  [`${right}    lines:\n`, ['6: `lines`: Expected a list, such as [one, two], got nothing.']],
  [`${right}    lines: []\n`, ['6: `lines`: This is empty. Write at least 1.']],
  [`${right}    inner: A\n`, ['6: `inner`: Expected keys with their values, one on a line, got "A".']],
  [
    `${right}    inner: { b: B }\n`,
    [
      '6: `a`: This is missing. Write a text.',
      '6: There is no key `b` here. Correct its spelling or take it out. The keys here are a.',
    ],
  ],
  [`${right}    names: []\n`, ['6: `names`: Expected names with their values, one on a line, got [].']],
  [`${right}    names: { "": A }\n`, ['6: `names`: Expected a name before the colon, got nothing.']],
  [`${right}    split: no\n`, ['6: `split`: Expected yes or no key at all, got "no".']],
  [
    `${right}    code: 7708\n`,
    [
      expect.stringMatching(
        '^6: `code`: Expected five digits, .*, such as 77090, 0554T or G0130, got "7708".$',
      ),
    ],
  ],
  [`${right}    on: May\n`, [expect.stringMatching('^6: `on`: Expected a day')]],
  [
    `${right}    amount: 1.234\n`,
    [expect.stringMatching('^6: `amount`: Expected a number with at most 2 decimal places')],
  ],
  [
    right.replace('slug: a', 'slug: A B'),
    ['2: `slug`: Expected a short name such as mac-palmetto, got "A B".'],
  ],
  ['A\n', ['2: `things`: Expected keys with their values, one on a line, got "A".']],
])('%j', (record, said) => {
  expect(messages(record)).toEqual(said);
});

test('a text that is no list of records at all is refused as a whole', () => {
  const shaped = shapeOf(read('data/x.yaml', 'stuff: A\n'), schema);
  expect(shaped.tree).toBeUndefined();
  expect(shaped.problems.map(({ message }) => message)).toEqual([
    '`things`: This is missing. Write a list, such as [one, two].',
    'There is no key `stuff` here. Correct its spelling or take it out. The keys here are things.',
  ]);
});

test('records beside a refused one stay, each at its line', () => {
  const file = read('data/x.yaml', `things:\n  - ${right}  - slug: b\n  - ${right}`);
  const { tree, refused } = shapeOf(
    file,
    z.strictObject({
      things: z.array(z.strictObject({ slug, label: text, seen: text, kind: oneOf(['one']) })),
    }),
  );
  expect(tree).toEqual({
    things: [expect.objectContaining({ slug: 'a' }), expect.objectContaining({ slug: 'a' })],
  });
  expect([...refused]).toContain('b');
});

type Json = string | readonly Json[] | { readonly [key: string]: Json };

/** A tree with some value anywhere in it replaced, or taken out. */
function spoiled(tree: Json, path: readonly number[], by: Json | undefined): Json | undefined {
  if (typeof tree === 'string' || path.length === 0) return by;
  const entries = Object.entries(tree);
  const at = (path[0] ?? 0) % Math.max(entries.length, 1);
  const next = entries.flatMap(([key, value], i) => {
    const inner = i === at ? spoiled(value, path.slice(1), by) : value;
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return Array.isArray(tree) ? next.map(([, value]) => value) : Object.fromEntries(next);
}

const wrong = fc.constantFrom<Json | undefined>(
  undefined,
  '',
  'x',
  [],
  ['x'],
  {},
  { x: 'x' },
  [{ x: 'x' }],
  [[]],
);

test.for([
  ['policies/acme/bone-density.yaml', policies, ''],
  ['data/sources.yaml', sources, 'licences: { payer: terms }\nsources:\n'],
] as const)(
  'however %s is spoiled, no word of the library reaches its writer, and what is left has the right shape',
  ([path, module, head]) => {
    const [example = ''] = readmeFacts().flatMap((fact) => (fact.path === path ? [fact.text] : []));
    const tree = read('data/x.yaml', head + example).tree as Json;
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 7 }), wrong, (way, by) => {
        const file = read('data/x.yaml', stringify(spoiled(tree, way, by) ?? ''));
        const shaped = module.check(file);
        for (const { message } of shaped.problems) {
          expect(message).not.toMatch(/Invalid|Unrecognized|Too |received|undefined|null|another value/);
          expect(message).toMatch(/\.$/);
        }
        if (shaped.tree !== undefined)
          expect(module.check({ path: file.path, tree: shaped.tree }).problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);
