/** Cutting JSON into its parts without reading it gives what JSON.parse gives, wherever the pieces of the file end. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cut, Part } from '../../../../seed/load/json/cut.ts';
import { partsIn, partsOf } from '../../../../seed/load/json/items.ts';
import { inMemory } from '../../kit/file-trial.ts';

/** JSON with blanks between its tokens, as many kinds of them as there are. */
function spaced(value: unknown, blank: () => string): string {
  const b = blank;
  if (Array.isArray(value))
    return `[${b()}${value.map((item) => spaced(item, blank)).join(`${b()},${b()}`)}${b()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}${b()}:${b()}${spaced(member, blank)}`,
    );
    return `{${b()}${members.join(`${b()},${b()}`)}${b()}}`;
  }
  return JSON.stringify(value);
}

const awkward = fc.constantFrom(
  '"',
  '\\',
  '\\"',
  '\\\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '},{',
  '"}',
  '\u2028',
  'é',
  '',
);
const letters = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(awkward, { maxLength: 90 }).map((all) => all.join('')),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      letters,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, false),
    ),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(letters, tie('value'), { maxKeys: 6 }),
  ),
}));
const root = fc.dictionary(letters, anything as fc.Arbitrary<unknown>, { maxKeys: 8 });
const blanks = fc.infiniteStream(fc.constantFrom('', ' ', '\n', '\r\n', '\t  ', ' '.repeat(70)));
const chunk = fc.constantFrom(1, 2, 3, 7, 63, 64, 65, 1000, 65_536);

const parsed = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as unknown;

/** The parts put together again. Keys that JSON has twice are left to the last, as JSON.parse does. */
function together(parts: readonly Part[], arrays: readonly string[]): unknown {
  const entries = new Map<string, unknown>(arrays.map((key) => [key, []]));
  for (const { key, index, bytes } of parts) {
    if (!bytes) continue;
    if (index === undefined) entries.set(key, parsed(bytes));
    else (entries.get(key) as unknown[])[index] = parsed(bytes);
  }
  return Object.fromEntries(entries);
}

async function partsAt(text: string, size: number, cut: Cut): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for await (const some of partsOf(inMemory(text, { chunk: size }), cut)) parts.push(...some);
  return parts;
}

const arraysOf = (value: object) =>
  Object.entries(value)
    .filter(([, member]) => Array.isArray(member))
    .map(([key]) => key);

const all = (
  keys: readonly string[],
  wanted: (begun: Uint8Array, whole: boolean) => boolean | undefined,
) => ({
  items: Object.fromEntries(keys.map((key) => [key, wanted])),
});

describe('cutting JSON', () => {
  test('gives what JSON.parse gives, for any JSON, any blanks and any size of the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(root, blanks, chunk, async (value, stream, size) => {
        const text = spaced(value, () => stream.next().value);
        const arrays = arraysOf(value);
        const parts = await partsAt(
          text,
          size,
          all(arrays, () => true),
        );
        expect(together(parts, arrays)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('takes a key for one of the file, though every object has it', async () => {
    const text = '{"toString":[{"a":1}],"constructor":[2]}';
    const keys = ['toString', 'constructor'];
    for (const cutInto of [keys, []]) {
      const parts = await partsAt(
        text,
        3,
        all(cutInto, () => true),
      );
      expect(together(parts, cutInto)).toEqual(JSON.parse(text));
    }
  });

  test('tells of each array that it cuts, even of an empty one, and of nothing else', async () => {
    const begun: string[] = [];
    const cut = { ...all(['a', 'b', 'c'], () => true), begins: (key: string) => void begun.push(key) };
    await partsAt('{"a":[],"b":{"a":[1]},"c":[[1],[2]],"d":[3]}', 3, cut);
    expect(begun).toEqual(['a', 'c']);
  });

  test('gives the same in memory', () => {
    fc.assert(
      fc.property(root, (value) => {
        const arrays = arraysOf(value);
        const text = Buffer.from(JSON.stringify(value));
        const parts = [
          ...partsIn(
            'synthetic.json',
            text,
            all(arrays, () => true),
          ),
        ];
        expect(together(parts, arrays)).toEqual(JSON.parse(text.toString()));
      }),
    );
  });

  test('holds a wanted item whole, whenever its first bytes tell that it is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { minLength: 1 }),
        chunk,
        fc.nat(200),
        async (items, size, after) => {
          const text = JSON.stringify({ items });
          const cut = all(['items'], (begun, whole) => (begun.length > after || whole ? true : undefined));
          expect(together(await partsAt(text, size, cut), ['items'])).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  test('gives only the items that are wanted, each with its place', async () => {
    const text = JSON.stringify({ a: [{ n: 1 }, { n: 2 }, 3, [4], 'five', { n: 6 }], b: [1, { n: 2 }] });
    const cut = { items: { a: (begun: Uint8Array) => begun[0] === 0x7b } };
    for (const size of [1, 5, 100]) {
      const parts = await partsAt(text, size, cut);
      expect(parts.map(({ key, index, bytes }) => [key, index, bytes && parsed(bytes)])).toEqual([
        ['a', 0, { n: 1 }],
        ['a', 1, { n: 2 }],
        ['a', 5, { n: 6 }],
        ['b', undefined, [1, { n: 2 }]],
      ]);
    }
  });

  test('passes over what is not asked for, and says that it was there', async () => {
    const parts = await partsAt('{"big": [{"x": "]}"}, []], "after": 1}', 3, {
      items: {},
      passOver: ['big'],
    });
    expect(parts.map(({ key, bytes }) => [key, bytes && parsed(bytes)])).toEqual([
      ['big', undefined],
      ['after', 1],
    ]);
  });

  test('takes a value that is no array as a value, though items were asked for', async () => {
    const parts = await partsAt(
      '{"items": null, "more": {"items": [1]}}',
      4,
      all(['items', 'more'], () => true),
    );
    expect(parts.map(({ index }) => index)).toEqual([undefined, undefined]);
  });

  test('shows items where they stand, each once and whole, and makes no part of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything), blanks, chunk, async (items, stream, size) => {
        const text = spaced({ before: 1, items, after: [] }, () => stream.next().value);
        const shown: unknown[] = [];
        const show = (bytes: Buffer, from: number, to: number, index: number) => {
          shown[index] = parsed(bytes.subarray(from, to));
        };
        const parts = await partsAt(text, size, { items: {}, inPlace: { items: show } });
        expect(shown).toEqual(JSON.parse(JSON.stringify(items)));
        expect(parts.map(({ key }) => key)).toEqual(['before', 'after']);
      }),
    );
  });

  test('reads past a byte-order mark', async () => {
    for (const size of [1, 2, 100])
      expect(await partsAt('\uFEFF{"a":1}', size, { items: {} })).toMatchObject([{ key: 'a' }]);
  });
});

describe('what is no JSON', () => {
  const cut = all(['items'], () => false);

  test.each([
    ['{"items":[{"a":1}', 'The file ends within items, expected `,` or `]`'],
    ['{"items":[{"a":1}, {"b":', 'The file ends within items[1], expected the rest of it'],
    ['{"a":"b', 'The file ends within a, expected a value'],
    ['', 'The file ends within its beginning'],
    ['[1]', 'byte 1: This is not JSON: found "1", expected an object, `{`, or a list of one'],
    ['[[{}]]', 'byte 1: This is not JSON: found "["'],
    ['[{"a":1},{"b":2}]', 'Its root is a list of several objects, each of which is a file'],
    ['[{"a":1}', 'It is cut short'],
    ['[{"a":1}]]', 'expected nothing more'],
    ['{"items":[1 2]}', 'byte 12: This is not JSON: found "2", expected `,` or `]`'],
    ['{"a" 1}', 'byte 5: This is not JSON: found "1", expected `:`'],
    ['{a:1}', 'expected a key in quotes, or `}`'],
    ['{"a":1,}', 'expected a key in quotes'],
    ['{"items":[1,]}', 'expected an item'],
    ['{"a":1}{', 'expected nothing more'],
  ])('%s ends with an error that says where and what was expected', async (text, message) => {
    for (const size of [1, 4, 100]) await expect(partsAt(text, size, cut)).rejects.toThrow(message);
  });

  test('what nests deeper than any official file is refused', async () => {
    const text = `{"items":[${'['.repeat(2000)}${']'.repeat(2000)}]}`;
    await expect(partsAt(text, 100, cut)).rejects.toThrow('items[0]: It nests deeper than 512 brackets.');
  });

  test('a text in the root that is longer than any is refused', async () => {
    await expect(partsAt(`{"a":"${'x'.repeat(600_000)}"}`, 65_536, cut)).rejects.toThrow('longer than');
  });
});
