/**
 * Finds where a JSON value ends in gigabytes of text. A loop over bytes in JavaScript takes several times as long as the
 * vector instructions of the program behind this (`npm run bench` has a figure).
 */

import { block, deepest, notEnded, program, tooDeep, window } from './find-end-program.ts';

// What Node has and its types leave out.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

interface Exports {
  readonly run: (at: number, end: number, fresh: 0 | 1) => number;
  readonly memory: { readonly buffer: ArrayBuffer };
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
  /** The place after the last bracket of the value whose first stands just before; undefined where the piece ends before. */
  end(from: number): number | undefined;
  /** The same of a value that began in the piece before, and did not end in it. */
  goOn(): number | undefined;
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
    end: (from) => found(exports.run(from, length, 1)),
    goOn: () => found(exports.run(0, length, 0)),
  };
}

function found(place: number): number | undefined {
  if (place === tooDeep) throw new TooDeep(`It nests deeper than ${deepest} brackets.`);
  return place === notEnded ? undefined : place;
}
