/** Numbers of the files that state plain rows: a row holds a number where it would else repeat what all rows of its file hold. */

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

/** Numbers a file that states plain rows, for each end and release that its rows have. */
export interface PlainFiles {
  numberOf(load: Load, validTo: string | null, validEnd: string, release: string): number;
  /** The numbers of a source. */
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
      // That of the row before, nearly always.
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
