/** Codes of every kind for tests of laws, made from the shapes. None of them is meant to exist. */

import fc from 'fast-check';
import { type CodeKind, shapes } from '../../db/codes/code-shapes.ts';

/** A code of a kind, or a text that is one slip away from one. */
export function codesOrSlips(kind: CodeKind): fc.Arbitrary<string> {
  const right = fc.stringMatching(new RegExp(`^${shapes[kind].form}$`));
  const slips = fc
    .tuple(right, fc.nat(8), fc.constantFrom('', ...'0159ADFMQTUWZ.-'), fc.boolean())
    .map(([text, at, by, over]) => text.slice(0, at) + by + text.slice(over ? at + 1 : at));
  return fc.oneof(right, slips);
}
