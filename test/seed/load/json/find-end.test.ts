/** Where a JSON value ends, found from its brackets alone, wherever the pieces of the text end. Everything here is synthetic. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nesting, TooDeep } from '../../../../seed/load/json/find-end.ts';

/** The end of the value that begins with the text, read in pieces of these lengths, over and over; undefined where it goes on. */
function endOf(text: string, lengths: readonly number[] = [text.length]): number | undefined {
  const bytes = Buffer.from(text, 'latin1');
  const nest = nesting();
  let begin = 0;
  for (let count = 0; begin < bytes.length; count += 1) {
    const piece = bytes.subarray(begin, begin + (lengths[count % lengths.length] ?? 1));
    const end = begin === 0 ? nest.end(piece, 1) : nest.goOn(piece);
    if (end !== undefined) return begin + end;
    begin += piece.length;
  }
  return undefined;
}

/** The same, plainly: strings are blanked out first, the last of which may not end. */
function expectedEnd(text: string): number | undefined {
  const bare = text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, (string) => ' '.repeat(string.length));
  for (let at = 1; at <= bare.length; at += 1) {
    const begun = bare.slice(0, at);
    if (begun.split(/[[{]/).length === begun.split(/[\]}]/).length) return at;
  }
  return undefined;
}

const pieces = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 });
const token = fc.constantFrom('"', '\\', '\\"', '[', ']', '{', '}', ',', ':', 'x', '1', ' ', '\n', '\u00e9');
const likeJson = fc
  .tuple(fc.constantFrom('[', '{'), fc.array(token, { maxLength: 150 }))
  .map(([first, tokens]) => first + tokens.join(''));

describe('the end of a value', () => {
  test('is that of the JSON, whatever follows it', () => {
    const small = fc.jsonValue({ maxDepth: 2 });
    const value = fc.oneof(
      fc.array(small, { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: 'binary' }), small, { maxKeys: 5 }),
    );
    fc.assert(
      fc.property(value, fc.array(token), pieces, (json, after, lengths) => {
        const text = Buffer.from(JSON.stringify(json)).toString('latin1');
        expect(endOf(text + after.join(''), lengths)).toBe(text.length);
      }),
    );
  });

  test('is where brackets outside of strings are even, in any text that begins like JSON', () => {
    fc.assert(
      fc.property(likeJson, pieces, (text, lengths) => {
        expect(endOf(text, lengths)).toBe(expectedEnd(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['["]"]', 5],
    ['["\\"]"]', 7],
    ['["\\\\"]"', 6],
    ['{"[":"\\\\\\"}"}', 13],
    ['["x', undefined],
    ['["\\', undefined],
    ['[[]', undefined],
  ])('of %s is the same for pieces of any length', (text, end) => {
    for (let length = 1; length <= text.length; length += 1) expect(endOf(text, [length])).toBe(end);
  });

  test('is found again for a value after one that did not end', () => {
    const nest = nesting();
    expect(nest.end(Buffer.from('[["\\'), 1)).toBeUndefined();
    expect(nest.end(Buffer.from('["\\\\"]'), 1)).toBe(6);
  });

  test.each([1, 7, 2000])('is found down to 512 brackets and no deeper, in pieces of %i', (length) => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(endOf(nested(512), [length])).toBe(1024);
    expect(() => endOf(nested(513), [length])).toThrow(TooDeep);
  });
});
