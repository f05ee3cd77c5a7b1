/** Tries a format on a text that is no file: what it is taken for, what it states, which error it ends with. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoding, OfficialFile } from '../../../seed/load/format/file.ts';
import type { Extracted, Format, Sighting, Stated } from '../../../seed/load/format/format.ts';
import type { NamedEntity } from '../../../seed/load/format/named-entity.ts';
import { leftOut, noRows, type RowCounts, rowLedger } from '../../../seed/load/format/row-log.ts';

interface Trial {
  readonly name?: string;
  readonly encoding?: Encoding;
  /** Bytes in each chunk, to find readers that lean on where chunks end. */
  readonly chunk?: number;
  readonly codes?: readonly string[];
  readonly release?: string;
  readonly from?: string;
  readonly to?: string | null;
}

/** A file that is in memory. */
export function inMemory(
  content: string | Uint8Array,
  { name = 'synthetic.txt', encoding = 'utf-8', chunk = 7 }: Trial = {},
): OfficialFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    path: name,
    encoding,
    members: [],
    member: () => undefined,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

/** How a format sees a text. */
export function sighting(content: string, name = 'synthetic.txt'): Sighting {
  return { name, head: content.slice(0, 65_536), members: [] };
}

export interface Reached {
  readonly told: readonly Extracted[];
  readonly entities: readonly NamedEntity[];
  readonly statements: readonly Stated[];
  /** How many rows were left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** What became of each row. */
  readonly rows: RowCounts;
}

/** All that a format states of a text, or the error that it ends with. */
export async function read(format: Format, file: OfficialFile, trial: Trial = {}): Promise<Reached> {
  const counts = noRows();
  const rows = rowLedger(counts);
  const codes = trial.codes && new Set(trial.codes);
  const told: Extracted[] = [];
  const reading = {
    release: trial.release ?? 'SYNTHETIC',
    from: trial.from ?? '2025-10-01',
    to: trial.to ?? null,
    codes,
    wants: (code: string) => !codes || codes.has(code),
    rows,
    skip: rows.skip,
  };
  for await (const item of format.read(file, reading)) {
    told.push(item);
    if (!format.distils && item.kind !== 'edits') rows.cites(item.line, true);
  }
  rows.ends();
  refuseUnaccounted(format, counts, told);
  return {
    told,
    entities: told.flatMap((item) => {
      if (item.kind === 'entity') return [item];
      return item.kind === 'statement' && item.subject ? [item.subject] : [];
    }),
    statements: told.filter((item) => item.kind === 'statement'),
    skipped: { ...counts.skipped, ...sums(counts.skipped, counts.parts) },
    rows: counts,
  };
}

/** Per reason, over both. */
function sums(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.keys(other).map((reason) => [reason, (one[reason] ?? 0) + (other[reason] ?? 0)]),
  );
}

/** Every row that a format reads has one outcome, and as many rows are cited as are said to state something. */
function refuseUnaccounted({ distils }: Format, counts: RowCounts, told: readonly Extracted[]): void {
  const { read, kept, joined, unaccounted } = counts;
  const cited = new Set(
    told.flatMap((item) => (item.kind === 'statement' && !item.besideRows ? [item.line] : [])),
  );
  if (unaccounted > 0) throw new Error(`${unaccounted} of ${read} rows are not accounted for.`);
  if (read !== kept + joined + leftOut(counts))
    throw new Error(`The rows do not add up: ${JSON.stringify(counts)}`);
  if (distils && cited.size !== kept)
    throw new Error(`${cited.size} rows are cited, and ${kept} are said to state something.`);
}

/** The folder of real excerpts, where there is one: tests over them run only then. */
export const officialData = process.env.OFFICIAL_DATA;

/** A real excerpt's path, below the folder of real excerpts; undefined where it is not at hand. */
export function excerpt(path: string): string | undefined {
  const found = officialData && join(officialData, path);
  return found && existsSync(found) ? found : undefined;
}

/** The real excerpts of a folder. */
export function excerptsOf(folder: string): readonly string[] {
  const found = excerpt(folder);
  return found ? readdirSync(found).map((name) => join(found, name)) : [];
}
