/** The few instructions of WebAssembly that are used here, as nested calls: operands first, as the machine takes them. */

/** Bytes of a program. */
export type Code = readonly number[];

/** An instruction that takes what its operands leave. */
const takes =
  (...opcode: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode];

/** A signed number as LEB128. */
function signed(value: bigint): Code {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const last = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}

/** An unsigned number as LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 0x80))];
}

const empty = 0x40;
const end = 0x0b;

/** Types of values, and instructions by the type that they work on. */
export const types = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;

export const i32 = {
  of: (value: number): Code => [0x41, ...signed(BigInt(value))],
  isZero: takes(0x45),
  add: takes(0x6a),
  sub: takes(0x6b),
  same: takes(0x46),
  atMost: takes(0x4c),
  above: takes(0x4a),
  atLeastUnsigned: takes(0x4f),
  fromLong: takes(0xa7),
};

export const i64 = {
  of: (value: bigint): Code => [0x42, ...signed(value)],
  isZero: takes(0x50),
  differ: takes(0x52),
  below: takes(0x53),
  firstBit: takes(0x7a),
  bits: takes(0x7b),
  sub: takes(0x7d),
  and: takes(0x83),
  or: takes(0x84),
  xor: takes(0x85),
  left: takes(0x86),
  right: takes(0x88),
  rightSigned: takes(0x87),
  fromInt: takes(0xad),
};

export const bytes16 = {
  load: (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 0x00, ...unsigned(offset)],
  all: (byte: number): Code => [...i32.of(byte), 0xfd, 0x0f],
  same: takes(0xfd, 0x23),
  or: takes(0xfd, 0x50),
  /** The highest bit of each byte. */
  mask: takes(0xfd, 0x64),
};

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)],
};

export const global = {
  get: (index: number): Code => [0x23, ...unsigned(index)],
  set: (index: number, value: Code): Code => [...value, 0x24, ...unsigned(index)],
};

export const flow = {
  /** Code that `leave` can leave. */
  block: (...body: readonly Code[]): Code => [0x02, empty, ...body.flat(), end],
  /** Code that `leave` begins again. */
  loop: (...body: readonly Code[]): Code => [0x03, empty, ...body.flat(), end],
  when: (condition: Code, ...body: readonly Code[]): Code => [...condition, 0x04, empty, ...body.flat(), end],
  /** Leaves that many blocks outward, 0 being the innermost. */
  leave: (blocks: number): Code => [0x0c, ...unsigned(blocks)],
  leaveIf: (condition: Code, blocks: number): Code => [...condition, 0x0d, ...unsigned(blocks)],
  answer: (value: Code): Code => [...value, 0x0f],
};

/** A function over a memory and some variables that it keeps from call to call. */
export interface Program {
  readonly parameters: readonly number[];
  readonly result: number;
  readonly locals: readonly number[];
  readonly body: readonly Code[];
  /** Variables that are kept from call to call, in the order of their indexes; they begin as 0. */
  readonly globals: readonly ('i32' | 'i64')[];
  /** In units of 64 KiB. */
  readonly memoryPages: number;
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...sized(content)];
const exported = (name: string, kind: number, index: number): Code => [
  ...sized([...Buffer.from(name)]),
  kind,
  ...unsigned(index),
];

/** The module of one function, `run`, with its `memory`. */
export function assembled({ parameters, result, locals, body, globals, memoryPages }: Program): Uint8Array {
  const signature = [0x60, ...list(parameters.map((type) => [type])), ...list([[result]])];
  const variables = globals.map((type) =>
    type === 'i32' ? [types.i32, 1, ...i32.of(0), end] : [types.i64, 1, ...i64.of(0n), end],
  );
  const code = [...list(locals.map((type) => [1, type])), ...body.flat(), end];
  const exports = [exported('run', 0, 0), exported('memory', 2, 0)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list([signature])),
    ...section(3, list([[0]])),
    ...section(5, list([[0, ...unsigned(memoryPages)]])),
    ...section(6, list(variables)),
    ...section(7, list(exports)),
    ...section(10, list([sized(code)])),
  ]);
}
