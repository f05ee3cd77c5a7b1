/** Text that is nearly JSON is read where it can be read in one way only. Everything here is synthetic. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mended, parsed } from '../../../../seed/load/json/mend.ts';

describe('what is mended', () => {
  test('of JSON is nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(mended(text)).toBe(text);
      }),
    );
  });

  test('are control characters in texts, which are kept as they are', () => {
    const written = fc.string({
      unit: fc.constantFrom('a', '\n', '\r', '\t', '\u0001', '\u001f', 'é', ',]'),
    });
    fc.assert(
      fc.property(fc.array(written), (texts) => {
        expect(parsed(`[${texts.map((text) => `"${text}"`).join(',')}]`)).toEqual(texts);
      }),
    );
  });

  test.each([
    ['"a \\W b"', 'a \\W b'],
    ['"\\u12 and \\u0041"', '\\u12 and A'],
    ['"C:\\\\x \\" \\n"', 'C:\\x " \n'],
    ['[1,,2]', [1, 2]],
    ['[1, 2 , ]', [1, 2]],
    ['[,1]', [1]],
    ['[NaN,-Infinity,{"a":Infinity}]', [null, null, { a: null }]],
    ['[.5,-.25,1.5]', [0.5, -0.25, 1.5]],
    ['["NaN .5",NaN]', ['NaN .5', null]],
    ['{"a":1,}', { a: 1 }],
    ['{"a":[{"b":1},,{"b":2},],}', { a: [{ b: 1 }, { b: 2 }] }],
    ['["a,,b",",]"]', ['a,,b', ',]']],
  ])('%s', (text, value) => {
    expect(parsed(text)).toEqual(value);
  });

  test.each(['{"a" 1}', '{"a":}', '[1 2]', '["a]', '{a:1}', ''])('%s is left as it is', (text) => {
    expect(() => parsed(text)).toThrow(SyntaxError);
  });
});
