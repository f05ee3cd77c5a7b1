/** The files of one table of code-pair edits: of which releases they are, which of these are whole, and what that means for a file that arrives. */

import type { Store, WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { ptpFile } from '../../../db/tables/index.ts';
import type { OpenEdition } from '../merge/series.ts';

/** A file of the table. */
export interface PtpFile {
  readonly number: number;
  readonly edition: number;
  /** The first day of its release. */
  readonly from: string;
  readonly part: number;
  /** The codes for which it was read, as a JSON array; null where all were. */
  readonly codes: string | null;
  /** The least and the greatest code in column 1. */
  first: string;
  last: string;
}

/** A release of the table, read for all codes or for some. */
interface Release extends Pick<PtpFile, 'from' | 'codes'> {
  /** The file of each part; a re-post replaces the earlier file. */
  readonly parts: ReadonlyMap<number, PtpFile>;
}

/** The two codes of an edit. */
interface Pair {
  readonly column1: string;
  readonly column2: string;
}

/** A file that arrives, and what the others mean for it. */
export interface PtpArrival {
  readonly file: PtpFile;
  /** All files of the table, in the order of loading. */
  readonly files: readonly PtpFile[];
  /** Whether there is no other. */
  readonly isAlone: boolean;
  /** Whether all others that were read for the same codes are other parts of its release. */
  readonly isFirst: boolean;
  /** Its release: its files in force, those beside this one, and their editions. */
  readonly release: {
    readonly parts: readonly PtpFile[];
    readonly others: readonly PtpFile[];
    readonly editions: ReadonlySet<number>;
    /** Whether what none of its files states is gone: all of it was loaded, and there are others. */
    readonly ends: boolean;
  };
  /** The files of newer releases, which are believed. */
  readonly newer: readonly PtpFile[];
  /** Whether the file was read for an edit. */
  covers(pair: Pair): boolean;
  /** Whether a newer release that is whole was read for an edit. */
  isCovered(pair: Pair): boolean;
  /** When an edition was recorded. */
  momentOf(edition: number): string;
}

const ofSeries = `
  select f.number, f.edition, f.part, f.codes, f.first_column1 as "first", f.last_column1 as "last", d.valid_from as "from"
  from ptp_file f cross join edition d
  where f.series = :series and d.series = f.series and d.number = f.edition
  order by f.number`;

const lastNumber = 'select max(f.number) as last from ptp_file f';

function releasesOf(files: readonly PtpFile[]): readonly Release[] {
  const all = Map.groupBy(files, ({ from, codes }) => `${from} ${codes}`);
  return [...all.values()].flatMap((some) => {
    const [one] = some;
    return one
      ? [{ from: one.from, codes: one.codes, parts: new Map(some.map((file) => [file.part, file])) }]
      : [];
  });
}

/** Whether no part is missing up to the highest one loaded. */
const isComplete = ({ parts }: Release) => Math.max(...parts.keys()) === parts.size;

/** Whether all of a release was loaded. No file states the number of parts: they are all when they are as many as of any release before. */
function isWhole(release: Release, releases: readonly Release[]): boolean {
  const before = releases.filter(
    (other) => other !== release && other.from <= release.from && isComplete(other),
  );
  return isComplete(release) && before.every(({ parts }) => release.parts.size >= parts.size);
}

const isOf = (codes: string | null, { column1, column2 }: Pair) =>
  codes === null || codes.includes(column1) || codes.includes(column2);

/** What the files that were loaded mean for one that arrives. */
export function ptpArrival(
  store: Store,
  { series, number: edition, from, editions }: OpenEdition,
  { part, codes: wanted }: { readonly part: number; readonly codes: ReadonlySet<string> | undefined },
): PtpArrival {
  const codes = wanted ? JSON.stringify([...wanted].sort()) : null;
  const number = (store.get<{ readonly last: number | null }>(lastNumber)?.last ?? 0) + 1;
  const file = { number, edition, from, part, codes, first: '~', last: '' };
  const before = store.all<PtpFile>(ofSeries, { series });
  const files = [...before, file];
  const releases = releasesOf(files);
  const release = releases.find(({ parts }) => parts.get(part) === file) ?? { from, codes, parts: new Map() };
  const parts = [...release.parts.values()];
  const newer = releases.filter((other) => other.from > from);
  const covering = newer.filter((other) => isWhole(other, releases));
  const moments = new Map(editions.map((each) => [each.number, each.recordedFrom]));
  return {
    ...{ file, files, isAlone: before.length === 0 },
    isFirst: parts.length === files.filter((each) => each.codes === codes).length,
    release: {
      parts,
      others: parts.filter((each) => each !== file),
      editions: new Set(parts.map((each) => each.edition)),
      ends: parts.length < files.length && isWhole(release, releases),
    },
    newer: before.filter((other) => other.from > from),
    covers: (pair) => isOf(codes, pair),
    isCovered: (pair) => covering.some((other) => isOf(other.codes, pair)),
    momentOf: (each) => moments.get(each) ?? '',
  };
}

/** Enters a file once it is merged. */
export function addFile(
  store: WritableStore,
  { sourceId, series }: OpenEdition,
  { number, edition, part, codes, first, last }: PtpFile,
  edits: number,
): void {
  store.run(insertSql(ptpFile), {
    ...{ sourceId, number, series, edition, part, codes, edits },
    ...{ firstColumn1: first, lastColumn1: last },
  });
}
