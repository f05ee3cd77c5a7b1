/** Numbers for the files of plain rows: a row stores a number instead of repeating what all rows of its file share. */

import { plainFile } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import type { Load } from './tally.ts';

interface Numbered {
  readonly number: number;
  readonly sourceId: string;
  readonly validTo: string | null;
  readonly validEnd: string;
  readonly release: string;
}

/** Assigns a number to each combination of file, end and release of plain rows. */
export interface PlainFiles {
  numberOf(load: Load, validTo: string | null, validEnd: string, release: string): number;
  /** All numbers of a source. */
  numbersOf(sourceId: string): readonly number[];
}

export function plainFiles(store: WritableStore): PlainFiles {
  const all: Numbered[] = [];
  let last: Numbered | undefined;
  return {
    numberOf({ sourceId, loadedAt }, validTo, validEnd, release) {
      const is = (each: Numbered) =>
        each.sourceId === sourceId &&
        each.validTo === validTo &&
        each.validEnd === validEnd &&
        each.release === release;
      // Nearly always that of the row before.
      if (!last || !is(last)) last = all.find(is);
      if (last) return last.number;
      const file = { sourceId, number: all.length + 1, validTo, validEnd, release };
      last = file;
      all.push(file);
      store.run(insertSql(plainFile), { ...file, recordedFrom: loadedAt });
      return file.number;
    },
    numbersOf: (sourceId) => all.flatMap((each) => (each.sourceId === sourceId ? [each.number] : [])),
  };
}
