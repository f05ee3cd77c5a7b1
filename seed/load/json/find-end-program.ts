/**
 * The program that finds where a JSON value ends: 64 bytes at a time it marks the brackets outside of strings in bits of a
 * whole number, as simdjson does it, and counts them.
 */

import { assembled, bytes16, type Code, flow, global, i32, i64, local, types } from './wasm.ts';

/** How many bytes are looked at in one go. */
export const block = 64;
/** How many bytes the program takes at most. */
export const window = 1024 * 1024;
/** No official file nests deeper. */
export const deepest = 512;
/** What the program answers where the value goes on after the last byte. */
export const notEnded = -1;
/** What it answers where a value nests deeper than `deepest`. */
export const tooDeep = -2;

const at = 0;
const end = 1;
const fresh = 2;
/** The 64 bytes, 16 in each. */
const lanes = [3, 4, 5, 6];
const quotes = 7;
const backslashes = 8;
const opens = 9;
const closes = 10;
/** Bit by bit, as a mask of one. */
const bit = 11;
/** Bytes that a backslash before them escapes; later those that are outside of strings; later what is left to look at. */
const mask = 12;
const inString = 13;
const escaped = 14;
const depth = 15;
const count = 16;
const kept = { depth: 0, inString: 1, escaped: 2 };

const get = local.get;
const one = i64.of(1n);
const none = i64.of(0n);
const not = (value: Code) => i64.xor(value, i64.of(-1n));
const lowest = (value: Code) => i64.and(value, i64.sub(none, value));
const numberOf = (bits: Code) => i32.fromLong(i64.bits(bits));

/** A bit for each of the 64 bytes that is `byte`. */
function equal(byte: number): Code {
  const parts = lanes.map((lane, index) => {
    const bits = i64.fromInt(bytes16.mask(bytes16.same(get(lane), bytes16.all(byte))));
    return index === 0 ? bits : i64.left(bits, i64.of(BigInt(16 * index)));
  });
  return parts.reduce((all, part) => i64.or(all, part));
}

/** A backslash escapes the byte after it, unless it is escaped itself. */
const escapes: Code = flow.when(
  i64.differ(i64.or(get(backslashes), get(escaped)), none),
  local.set(mask, get(escaped)),
  local.set(escaped, none),
  local.set(backslashes, i64.and(get(backslashes), not(get(mask)))),
  flow.block(
    flow.loop(
      flow.leaveIf(i64.isZero(get(backslashes)), 1),
      local.set(bit, lowest(get(backslashes))),
      flow.when(i64.below(get(bit), none), local.set(escaped, one), flow.leave(2)),
      local.set(mask, i64.or(get(mask), i64.left(get(bit), one))),
      local.set(backslashes, i64.and(get(backslashes), not(i64.or(get(bit), i64.left(get(bit), one))))),
      flow.leave(0),
    ),
  ),
  // The piece ends within these 64 bytes: what would be escaped is the first byte of the next piece.
  flow.when(
    i32.above(i32.add(get(at), i32.of(block)), get(end)),
    local.set(escaped, i64.and(i64.right(get(mask), i64.fromInt(i32.sub(get(end), get(at)))), one)),
  ),
  local.set(quotes, i64.and(get(quotes), not(get(mask)))),
);

/** Every byte between an odd quote and the next one is in a string: the exclusive or of all quotes up to it. */
const strings: Code = [
  local.set(mask, get(quotes)),
  ...[1n, 2n, 4n, 8n, 16n, 32n].map((by) =>
    local.set(mask, i64.xor(get(mask), i64.left(get(mask), i64.of(by)))),
  ),
  local.set(mask, i64.xor(get(mask), get(inString))),
  local.set(inString, i64.rightSigned(get(mask), i64.of(63n))),
  local.set(mask, not(get(mask))),
].flat();

const opensBefore = numberOf(i64.and(get(opens), i64.sub(get(bit), one)));

/** Bracket by bracket, where so many close that the value may end. */
const look: Code = flow.when(
  i32.atMost(get(depth), numberOf(get(closes))),
  local.set(count, i32.of(0)),
  local.set(mask, get(closes)),
  flow.block(
    flow.loop(
      flow.leaveIf(i64.isZero(get(mask)), 1),
      local.set(bit, lowest(get(mask))),
      local.set(count, i32.add(get(count), i32.of(1))),
      flow.when(
        i32.same(i32.add(get(depth), opensBefore), get(count)),
        flow.answer(i32.add(i32.add(get(at), i32.fromLong(i64.firstBit(get(bit)))), i32.of(1))),
      ),
      local.set(mask, i64.xor(get(mask), get(bit))),
      flow.leave(0),
    ),
  ),
);

const lower = 0x20;
const body: readonly Code[] = [
  local.set(depth, i32.of(1)),
  flow.when(
    i32.isZero(get(fresh)),
    local.set(depth, global.get(kept.depth)),
    local.set(inString, global.get(kept.inString)),
    local.set(escaped, global.get(kept.escaped)),
  ),
  flow.block(
    flow.loop(
      flow.leaveIf(i32.atLeastUnsigned(get(at), get(end)), 1),
      ...lanes.map((lane, index) => local.set(lane, bytes16.load(get(at), 16 * index))),
      local.set(quotes, equal(0x22)),
      local.set(backslashes, equal(0x5c)),
      escapes,
      strings,
      // [ and { differ in one bit, and so do ] and }.
      ...lanes.map((lane) => local.set(lane, bytes16.or(get(lane), bytes16.all(lower)))),
      local.set(opens, i64.and(get(mask), equal(0x7b))),
      local.set(closes, i64.and(get(mask), equal(0x7d))),
      look,
      local.set(depth, i32.sub(i32.add(get(depth), numberOf(get(opens))), numberOf(get(closes)))),
      flow.when(i32.above(get(depth), i32.of(deepest)), flow.answer(i32.of(tooDeep))),
      local.set(at, i32.add(get(at), i32.of(block))),
      flow.leave(0),
    ),
  ),
  global.set(kept.depth, get(depth)),
  global.set(kept.inString, get(inString)),
  global.set(kept.escaped, get(escaped)),
  i32.of(notEnded),
];

/**
 * The module: `run(at, end, fresh)` gives the place after the last bracket of a value. It is fresh where its first bracket
 * has just been read; else what is read goes on from the end of the call before.
 */
export const program: () => Uint8Array = () =>
  assembled({
    parameters: [types.i32, types.i32, types.i32],
    result: types.i32,
    locals: [
      ...lanes.map(() => types.v128),
      ...Array.from({ length: 8 }, () => types.i64),
      ...[types.i32, types.i32],
    ],
    body,
    globals: ['i32', 'i64', 'i64'],
    memoryPages: window / 65_536 + 1,
  });
