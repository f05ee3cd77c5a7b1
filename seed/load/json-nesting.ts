/**
 * Finds where a JSON value ends in gigabytes of text. A loop over bytes in JavaScript takes several times as long as the
 * vector instructions of the program behind this (`npm run bench` has a figure).
 */

import { block, deepest, notEnded, program, tooDeep, window } from './json-nesting-program.ts';

// What Node has and its types leave out.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

interface Exports {
  /** The place after the bracket that closes down to `floor`; else whether all was read or it nests too deep. */
  readonly run: (at: number, end: number, floor: number) => number;
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly depth: { value: number };
  readonly inString: { value: bigint };
  readonly escaped: { value: bigint };
}

/** How many bytes are looked at together at most. */
export const largestPiece = window;

let compiled: object | undefined;

function instance(): Exports {
  compiled ??= new WebAssembly.Module(program());
  return new WebAssembly.Instance(compiled).exports as Exports;
}

/** Reads a value that nests, over as many pieces of text as it stands in. */
export interface Nesting {
  /** Takes a piece of text of at most `largestPiece` bytes; places in it are counted from its beginning. */
  load(piece: Uint8Array): void;
  /** Begins to read a value whose first bracket has just been read. */
  open(): void;
  /** The place after the value's last bracket; undefined where the piece ends before. */
  close(from: number): number | undefined;
}

/** Thrown where a value nests deeper than any official file. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

export function nesting(): Nesting {
  const exports = instance();
  const memory = new Uint8Array(exports.memory.buffer);
  let length = 0;
  return {
    load(piece) {
      memory.set(piece);
      memory.fill(0x20, piece.length, piece.length + block);
      length = piece.length;
    },
    open() {
      exports.depth.value = 1;
      exports.inString.value = 0n;
      exports.escaped.value = 0n;
    },
    close(from) {
      const found = exports.run(from, length, 0);
      if (found === tooDeep) throw new TooDeep(`It nests deeper than ${deepest} brackets.`);
      return found === notEnded ? undefined : found;
    },
  };
}
