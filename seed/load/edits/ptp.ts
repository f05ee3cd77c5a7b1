/** Merges official code-pair edits into their compact table, release after release: new, unchanged, corrected and ended edits. */

import type { Runs } from '../../../db/history/runs.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { ptpFile } from '../../../db/tables/index.ts';
import type { Reading } from '../format/format.ts';
import type { PairEditBatch } from '../format/pair-edit.ts';
import type { Arriving } from '../merge/series.ts';
import type { Tally } from '../merge/tally.ts';
import { supersedeCurated } from './ptp-curated.ts';
import { type PtpFile, type PtpReleases, ptpReleases } from './ptp-releases.ts';
import { type PtpGroup, ptpTally } from './ptp-tally.ts';
import { ptpTerms } from './ptp-terms.ts';
import { type PtpWriter, type PtpWritten, ptpWriter } from './ptp-writer.ts';

type Load = Pick<Arriving, 'path' | 'sourceId' | 'loadedAt'>;

/** Merges files of edits, each completely before the next, in the order in which they were loaded. */
export interface PtpLoader {
  take(load: Load, reading: Reading, batch: PairEditBatch, tally: Tally): void;
  /** To be called after the last edits of a file; does nothing after files of other formats. */
  end(tally: Tally): void;
  /** To be called after the last file, when all indexes exist. */
  finish(runs: Runs): void;
}

/** The file that is being merged. */
interface Current {
  readonly load: Load;
  readonly reading: Reading;
  readonly file: PtpFile;
  readonly writer: PtpWriter;
}

const inFile = 't.column1 between :first and :last and t.practitioner = :table';

/** Counts the edits that a file stated first and those that it confirmed. */
const counted = `
  select count(*) filter (where t.first_file = :number) as "stated", count(*) filter (where t.first_file < :number) as "unchanged"
  from ptp_edit t
  where ${inFile} and t.last_file = :number`;

/** Counts edits by validity and first file. */
const grouped = (where: string) => `
  select t.starts, m.valid_to as "validTo", t.first_file as "firstFile", count(*) as "edits"
  from ptp_edit t cross join ptp_term m
  where ${where} and m.number = t.term
  group by t.starts, m.valid_to, t.first_file`;

type Group = PtpGroup & { readonly edits: number };

/** Counts, by file, the edits that it was the last to confirm and another file the first to state. */
const statedLast = `
  select t.last_file as "number", count(*) as "edits"
  from ptp_edit t where t.last_file <> t.first_file group by t.last_file`;

/** Merges edits in bulk, by the million. */
export function ptpLoader(store: WritableStore): PtpLoader {
  const releases: Readonly<Record<0 | 1, PtpReleases>> = { 0: ptpReleases(0), 1: ptpReleases(1) };
  const tallied = ptpTally();
  const shared = { store, terms: ptpTerms(store), tally: tallied };
  // SQLite stores 0 and 1 in no bytes: with numbers that take one byte, a row keeps its size when another file confirms it.
  let files = 1;
  let repeated = false;
  let current: Current | undefined;

  function begin(load: Load, reading: Reading, { practitioner, part }: PairEditBatch): Current {
    files += 1;
    const file = releases[practitioner ? 1 : 0].begin(files, reading, part);
    const writer = ptpWriter(shared, load.path, file);
    return { load, reading, file, writer };
  }

  /** Adds to the tally what the file stated first. */
  function tallyOf({ number, table }: PtpFile, { counts, first, last }: PtpWritten): void {
    const own = { first, last, table, number };
    const groups = counts ?? store.all<Group>(grouped(`${inFile} and t.first_file = :number`), own);
    for (const { starts, validTo, edits } of groups)
      tallied.add({ starts, validTo, firstFile: number }, edits);
  }

  function end(tally: Tally): void {
    if (!current) return;
    const now = current;
    current = undefined;
    const { load, reading, file, writer } = now;
    const { number, table } = file;
    const written = writer.result();
    const { corrected, left, first, last } = written;
    for (let row = 0; row < left; row += 1)
      reading.skip(file.older ? 'said by a newer release' : 'the same row a second time');
    const { stated = 0, unchanged = 0 } =
      store.get<{ stated: number; unchanged: number }>(counted, { number, first, last, table }) ?? {};
    store.run(insertSql(ptpFile), {
      sourceId: load.sourceId,
      number,
      practitioner: table,
      releasedFrom: reading.from,
      recordedFrom: load.loadedAt,
      codes: reading.codes ? JSON.stringify([...reading.codes].sort()) : null,
      firstColumn1: first,
      lastColumn1: last,
      statedFirst: stated,
      statedLast: 0,
    });
    tallyOf(file, written);
    tally.added += stated - corrected;
    tally.unchanged += unchanged;
    tally.corrected += corrected;
    tally.ended += closeMissing(now);
    repeated ||= unchanged > 0;
  }

  /** Closes the edits of earlier releases that a whole later release lacks, after its last part; returns their number. */
  function closeMissing({ file, reading }: Current): number {
    const { table, number, release } = file;
    if (!releases[table].isWhole(file)) return 0;
    const wanted = '(select value from json_each(:codes))';
    const gone = [
      `t.practitioner = ${table} and t.closed_by is null and t.last_file not in (${[...release.files.values()].join(', ')})`,
      ...(reading.codes ? [`(t.column1 in ${wanted} or t.column2 in ${wanted})`] : []),
    ].join(' and ');
    const codes = reading.codes ? { codes: JSON.stringify([...reading.codes]) } : {};
    let ended = 0;
    for (const { edits, ...group } of store.all<Group>(grouped(gone), codes)) {
      tallied.close(group, number, edits);
      ended += edits;
    }
    if (ended > 0) store.run(`update ptp_edit as t set closed_by = ${number} where ${gone}`, codes);
    return ended;
  }

  return {
    take(load, reading, batch, tally) {
      if (current?.load.sourceId !== load.sourceId) {
        end(tally);
        current = begin(load, reading, batch);
      }
      if (current.file.ignored) for (const _ of batch.edits) reading.skip('said by a newer release');
      else current.writer.write(batch.edits);
    },
    end,
    finish(runs) {
      if (files === 1) return;
      tallied.write(store);
      if (repeated) {
        const last = store.all<{ readonly number: number; readonly edits: number }>(statedLast);
        for (const each of last)
          store.run('update ptp_file set stated_last = :edits where number = :number', { ...each });
      }
      supersedeCurated(store, runs);
    },
  };
}
