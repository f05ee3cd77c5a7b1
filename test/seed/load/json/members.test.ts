/** A member that is looked up in bytes is the one that JSON.parse finds, as soon as the bytes hold it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absent, members } from '../../../../seed/load/json/members.ts';
import { unfinished } from '../../../../seed/load/json/tokens.ts';

const look = members();
const placeOf = (bytes: Buffer, name: string) => look.at(bytes, [name])[0] ?? absent;
const valueIn = (bytes: Buffer, name: string) =>
  JSON.parse(look.text(bytes, placeOf(bytes, name)) ?? '') as unknown;
const names = fc.constantFrom('billing_code', 'name', 'a', '');
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('billing_code', '"billing_code"', '\\"a\\"'),
);
const object = fc.dictionary(names, value as fc.Arbitrary<unknown>, { maxKeys: 4 });
const indent = fc.constantFrom(undefined, 1, '\t');

test('is found wherever it stands, and told from the same name deeper down', () => {
  fc.assert(
    fc.property(object, names, indent, (found, name, blanks) => {
      const bytes = Buffer.from(JSON.stringify(found, null, blanks));
      const at = placeOf(bytes, name);
      if (Object.hasOwn(found, name)) {
        const expected = JSON.parse(bytes.toString())[name] as unknown;
        if (Array.isArray(expected)) expect(look.count(bytes, at)).toBe(expected.length);
        expect(valueIn(bytes, name)).toEqual(expected);
      } else expect(at).toBe(absent);
    }),
    { numRuns: 500 },
  );
});

test('is not told before the bytes hold it, and never told wrong', () => {
  fc.assert(
    fc.property(object, names, fc.nat(), (found, name, cut) => {
      const whole = Buffer.from(JSON.stringify(found));
      const begun = whole.subarray(0, cut % whole.length);
      const at = placeOf(begun, name);
      expect([unfinished, placeOf(whole, name)]).toContain(begun.length === 0 ? unfinished : at);
    }),
    { numRuns: 500 },
  );
});

test('is found by a name that is written with escapes', () => {
  expect(valueIn(Buffer.from('{"billing\\u005fcode" : "77080"}'), 'billing_code')).toBe('77080');
});

test('is found with others at once, of an object that begins anywhere', () => {
  const bytes = Buffer.from('[{"a": 1, "b": [1, {"a": 2}]}, {"b": {"a": 3}, "a": [4, 5, 6]}]');
  const from = bytes.indexOf('{"b": {');
  const [b = absent, a = absent, c] = look.at(bytes, ['b', 'a', 'c'], from);
  expect(look.text(bytes, b)).toBe('{"a": 3}');
  expect(look.count(bytes, a)).toBe(3);
  expect(c).toBe(absent);
});

test('is absent from what is no object', () => {
  for (const text of ['[1]', '"billing_code"', '7']) expect(placeOf(Buffer.from(text), 'a')).toBe(absent);
});
