/** Which files of rates hold on a day, as known at a moment. Decided here, so that no store of rates needs to know of time. */

import { type AsOf, holdsOn } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { rateFile } from '../tables/index.ts';
import type { RateQuestion } from './rate-store.ts';

/** A file whose rates are stored. */
export type RateFile = Row<typeof rateFile>;

/** All files that a release rests on, by name. */
export function rateFilesOf(store: Store): readonly RateFile[] {
  return store.all<RateFile>(`select ${selectList(rateFile, 't')} from ${rateFile.name} t order by t.file`);
}

/** Whether a file takes the place of another: it is a later edition of the series, and one of the same day is whole or of the same codes. */
function takesPlaceOf(later: RateFile, file: RateFile): boolean {
  if (later.series !== file.series || later.edition <= file.edition || later.replaces === 0) return false;
  return later.validFrom > file.validFrom || later.codes === null || later.codes === file.codes;
}

const codesOf = (files: readonly RateFile[]) => [
  ...new Set(files.flatMap(({ codes }) => JSON.parse(codes ?? '[]') as readonly string[])),
];

/** The files in force, and the codes of each for which a later file was read that replaces it. */
export function filesInForce(
  files: readonly RateFile[],
  { dateOfService, knownAt }: AsOf,
): Pick<RateQuestion, 'files' | 'without'> {
  const known = files.filter((file) => file.recordedFrom <= knownAt && file.validFrom <= dateOfService);
  const found: string[] = [];
  const without = new Map<string, readonly string[]>();
  for (const file of known.filter((each) => holdsOn(dateOfService, each))) {
    const later = known.filter((each) => takesPlaceOf(each, file));
    if (later.some(({ codes }) => codes === null)) continue;
    found.push(file.file);
    if (later.length > 0) without.set(file.file, codesOf(later).sort());
  }
  return { files: found, without };
}
