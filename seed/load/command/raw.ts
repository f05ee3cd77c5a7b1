/** Writes the figures behind price distributions, one row each, to the file of `--raw`. */

import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { FileError } from '../format/file.ts';

export interface RawRows {
  readonly row: (row: Readonly<Record<string, unknown>>) => void;
  /** Writes what is left and closes the file. */
  readonly end: () => void;
}

const together = 1_000;

/** Begins a file of newline-delimited JSON; throws if it exists, so that nothing is overwritten. */
export function rawRows(path: string): RawRows {
  if (existsSync(path))
    throw new FileError({ path }, 'This file is there already. Name another one with --raw.');
  const file = openSync(path, 'wx');
  let waiting: string[] = [];
  const write = () => {
    if (waiting.length > 0) writeSync(file, `${waiting.join('\n')}\n`);
    waiting = [];
  };
  return {
    row(row) {
      waiting.push(JSON.stringify(row));
      if (waiting.length >= together) write();
    },
    end() {
      write();
      closeSync(file);
    },
  };
}
