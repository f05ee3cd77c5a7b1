/** What a source module is: the text files it reads, the shape they must have, and the rows it makes of them. */

import type { z } from 'zod';
import type { Entry } from './entry.ts';
import { readText, type TextFile } from './files.ts';
import type { RowsSoFar } from './rows-so-far.ts';
import { type Shaped, shapeOf } from './shape.ts';

export interface SourceModule {
  /** A file below the seed folder, or a pattern such as `policies/<payer>/<policy>.yaml` as a glob. */
  readonly files: string;
  /** The text of one of these files, split into values where `check` does not split it. */
  read(folder: string, path: string): TextFile;
  /** The problems of the text's shape, and the text without what is wrong. */
  check(file: TextFile): Shaped;
  /** What a file of the right shape states, as rows. `soFar` has the rows of the modules before it. */
  rows(file: TextFile, soFar: RowsSoFar): Iterable<Entry>;
}

/** Declares a source module. The text is validated, never transformed, so that each of its objects keeps its line. */
export function source<S extends z.ZodType>(
  files: string,
  schema: S,
  rows: (data: z.infer<S>, soFar: RowsSoFar, file: TextFile) => Iterable<Entry>,
): SourceModule {
  return {
    files,
    read: readText,
    check: (file) => shapeOf(file, schema),
    rows: (file, soFar) => rows(file.tree as z.infer<S>, soFar, file),
  };
}
