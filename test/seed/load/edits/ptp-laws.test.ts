/** Pair edits in any order of loading: what the tables say is what a plain list of rows would, written down file by file. All of it synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks } from '../../../../db/findings/checks.ts';
import { runsOf } from '../../../../db/history/runs.ts';
import type { WritableStore } from '../../../../db/kit/store.ts';
import { insertSql } from '../../../../db/kit/table.ts';
import { billingCode } from '../../../../db/tables/index.ts';
import { ptpMerger } from '../../../../seed/load/edits/ptp.ts';
import { noNotes, readingOf } from '../../../../seed/load/library/reader-context.ts';
import { openEdition, partOnly } from '../../../../seed/load/merge/series.ts';
import { placeholderCode } from '../../../../seed/official/kit/placeholder-code.ts';
import { emptyStore } from '../../kit/empty-store.ts';

const slow = { timeout: 120_000 };

const codes = ['00001', '00002', '00003'] as const;
const days = ['2020-01-01', null] as const;
const quarters = ['2025-01-01', '2025-04-01', '2025-07-01'] as const;

/** A row: its codes, first day, and which of two things it says. */
interface Row {
  readonly column1: string;
  readonly column2: string;
  readonly from: string | null;
  readonly says: 0 | 1;
}

/** One of the two files of a release. */
interface File {
  readonly name: string;
  readonly from: string;
  readonly part: 1 | 2;
  /** Whether it was read for the first code alone. */
  readonly isChosen: boolean;
  readonly rows: readonly Row[];
  readonly loadedAt: string;
}

/** What the tables say of a row. */
interface Recorded extends Row {
  readonly first: File;
  readonly recordedFrom: string;
  recordedTo: string | null;
  readonly files: Set<File>;
}

const keyOf = ({ column1, column2, from }: Row) => `${column1} ${column2} ${from}`;
const isOf = ({ isChosen }: File, row: Row) =>
  !isChosen || row.column1 === codes[0] || row.column2 === codes[0];

/** The files of the release of a file, without those that were posted again. */
function releaseOf(file: File, loaded: readonly File[]): readonly File[] {
  const all = loaded.filter((each) => each.from === file.from && each.isChosen === file.isChosen);
  return [1, 2].flatMap((part) => all.findLast((each) => each.part === part) ?? []);
}

function isWhole(file: File, loaded: readonly File[]): boolean {
  const isComplete = (parts: readonly File[]) => parts.some(({ part }) => part === 1) && parts.length >= 1;
  const size = (parts: readonly File[]) => (isComplete(parts) ? parts.length : 0);
  const own = size(releaseOf(file, loaded));
  const before = loaded.filter((each) => each.from <= file.from).map((each) => size(releaseOf(each, loaded)));
  return own > 0 && own >= Math.max(...before);
}

interface WrittenDown {
  readonly recorded: readonly Recorded[];
  /** The files with which nothing ended although they complete a release: it lacks more than half of what was stated before it. */
  readonly parts: readonly File[];
}

/** Takes files in one after another, and writes down all that is recorded. */
function writtenDown(files: readonly File[]): WrittenDown {
  const recorded: Recorded[] = [];
  const partsOnly: File[] = [];
  for (const [index, file] of files.entries()) {
    const loaded = files.slice(0, index + 1);
    const release = releaseOf(file, loaded);
    const newer = loaded.filter((each) => each.from > file.from);
    const believed = newer.filter((each) => isWhole(each, loaded));
    for (const row of file.rows) {
      const add = () =>
        recorded.push({
          ...row,
          ...{ first: file, recordedFrom: file.loadedAt, recordedTo: null, files: new Set([file]) },
        });
      const there = recorded.find((each) => keyOf(each) === keyOf(row) && each.recordedTo === null);
      if (!there) {
        if (!believed.some((each) => isOf(each, row))) add();
      } else if (there.first.from > file.from) continue;
      else if (there.says === row.says) {
        if (!release.includes(there.first)) there.files.add(file);
      } else if (!newer.some((each) => there.files.has(each))) {
        there.recordedTo = file.loadedAt;
        add();
      }
    }
    if (!isWhole(file, loaded)) continue;
    const stating = [...release, ...newer];
    const open = recorded.filter((row) => row.recordedTo === null && isOf(file, row));
    const gone = open.filter((row) => !stating.some((each) => row.files.has(each)));
    const before = open.filter(({ first }) => first.from <= file.from && !release.includes(first));
    if (gone.length > before.length / 2) partsOnly.push(file);
    else for (const row of gone) row.recordedTo = file.loadedAt;
  }
  return { recorded, parts: partsOnly };
}

/** Two terms, one of which ends. */
const terms = ([0, 1] as const).map((says) => ({
  ...{ validTo: says === 0 ? null : '2024-01-01', modifierIndicator: says },
  ...{ rationale: 'synthetic', before1996: false },
}));

/** Merges a file. */
function take(store: WritableStore, { name, from, part, isChosen, rows, loadedAt }: File) {
  const runs = runsOf(store);
  const edition = openEdition(store, {
    ...{
      path: name,
      sourceId: name,
      loadedAt,
      release: name,
      from,
      to: null,
      part: 'practitioner',
      whole: false,
    },
  });
  const tally = { added: 0, ended: 0, corrected: 0, unchanged: 0 };
  const chosen = isChosen ? [codes[0]] : null;
  const notes = noNotes();
  const reading = readingOf({ release: name, from, to: null, codes: chosen }, notes);
  const merger = ptpMerger({ store, runs, edition, reading, tally }, { practitioner: true, part });
  merger.take(
    rows.map(({ column1, column2, from: start, says }, line) => ({
      ...{ column1, column2, from: start, line },
      term: terms[says] as (typeof terms)[number], // one of two
    })),
  );
  merger.end();
  runs.settle(edition.series);
  return { ...merger, isPart: notes.reports.includes(partOnly) };
}

interface Stored {
  readonly id: string;
  readonly recordedTo: string | null;
  readonly supersededBy: string | null;
  readonly says: string;
}

const statements = `
  select s.id, s.recorded_to as "recordedTo", s.superseded_by as "supersededBy",
    json_array(s.column1, s.column2, nullif(s.starts, 'start-not-known'), s.modifier_indicator, s.recorded_from, s.recorded_to) as "says"
  from ptp_statement s order by s.id`;

const cited = 'select t.subject_id || t.source_id as x, t.seq from ptp_citation t order by 1';

const counted = (from: string, edits: string) => `
  select t.valid_from, t.valid_to, t.recorded_from, t.recorded_to, sum(${edits}) as n from ${from} t
  group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

const row = fc.record<Row>({
  ...{ column1: fc.constantFrom(...codes), column2: fc.constantFrom(...codes) },
  ...{ from: fc.constantFrom(...days), says: fc.constantFrom(0, 1) },
});

const file = fc.record({
  ...{ from: fc.constantFrom(...quarters), part: fc.constantFrom(1 as const, 2 as const) },
  isChosen: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  // Some stand in the file a second time.
  rows: fc
    .uniqueArray(row, { selector: keyOf, maxLength: 8 })
    .chain((rows) => fc.subarray(rows).map((again) => [...rows, ...again])),
});

/** A file as it arrives; every second code in column 2 is in the other file of its release. */
function arriving({ rows, ...rest }: Omit<File, 'name' | 'loadedAt'>, index: number): File {
  const of = { ...rest, name: `Source:${index}`, loadedAt: `2026-01-01T00:00:0${index}Z`, rows: [] };
  const isIn = (row: Row) => Number(row.column2) % 2 === rest.part % 2 && isOf(of, row);
  return { ...of, rows: rows.filter(isIn) };
}

/** Files in the order of loading; some are posted again, and of some releases a file is missing. */
const history = fc.array(file, { minLength: 2, maxLength: 8 }).map((all) => all.map(arriving));

function forget(store: WritableStore): void {
  for (const name of ['series', 'edition', 'run', 'run_days', 'run_source'])
    store.exec(`delete from ${name}`);
  for (const name of ['file', 'unstated', 'term', 'edit', 'tally']) store.exec(`delete from ptp_${name}`);
}

function storeWithCodes(): WritableStore {
  const store = emptyStore();
  for (const code of codes)
    store.run(insertSql(billingCode), {
      ...(placeholderCode(code, 1).row as Readonly<Record<string, string | null>>),
      ...{ run: null, locator: null },
    });
  return store;
}

const idOf = (row: Recorded, all: readonly Recorded[]) => {
  const isFirst = all.find((each) => keyOf(each) === keyOf(row)) === row;
  const since = isFirst ? '' : `/recorded-${row.recordedFrom}`;
  return `CodePairEdit:CPT:${row.column1}/CPT:${row.column2}/PRACTITIONER/${row.from ?? 'start-not-known'}${since}`;
};

test(
  'files in any order say what a plain list says, cite what states it, and tell what they changed',
  slow,
  () => {
    const store = storeWithCodes();
    fc.assert(
      fc.property(history, (files) => {
        forget(store);
        const parts: File[] = [];
        for (const each of files) {
          const before = store.all<Stored>(statements);
          const { isFirst, written, isPart } = take(store, each);
          if (isPart) parts.push(each);
          const now = store.all<Stored>(statements);
          const old = new Map(before.map((row) => [row.id, row]));
          const changed = now.flatMap(({ id, recordedTo, supersededBy }) => {
            const was = old.get(id);
            const closed = was && was.recordedTo === null && recordedTo !== null;
            if (closed) return [supersededBy ? `UPDATED ${supersededBy} ${id}` : `RETIRED ${id} null`];
            return was || now.some((other) => other.supersededBy === id) ? [] : [`CREATED ${id} null`];
          });
          const reported = written.map(
            ({ kind, statementId, previousId }) => `${kind} ${statementId} ${previousId}`,
          );
          // Of a first file the feed has the number of what is new.
          const listed = changed.filter((one) => !isFirst || !one.startsWith('CREATED'));
          expect(reported.toSorted()).toEqual(listed.toSorted());
        }
        const { recorded, parts: partsOnly } = writtenDown(files);
        expect(parts).toEqual(partsOnly);
        const expected = recorded.map((row) => {
          const { column1, column2, from, says, recordedFrom, recordedTo } = row;
          return [
            idOf(row, recorded),
            JSON.stringify([column1, column2, from, says, recordedFrom, recordedTo]),
          ];
        });
        expect(store.all<Stored>(statements).map(({ id, says }) => [id, says])).toEqual(expected.toSorted());
        const citations = recorded.flatMap((row) =>
          [...row.files].map((each) => ({
            x: idOf(row, recorded) + each.name,
            seq: each === row.first ? 0 : files.indexOf(each) + 1,
          })),
        );
        expect(store.all(cited)).toEqual(citations.toSorted((a, b) => (a.x < b.x ? -1 : 1)));
        const citing = store.all<{ x: string }>(
          'select t.subject_id || t.source_id as x from ptp_citing t order by 1',
        );
        expect(citing.map(({ x }) => x)).toEqual(citations.map(({ x }) => x).toSorted());
        const counts = store.all<{ n: number }>('select t.edits as n from ptp_cited t');
        expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(citations.length);
        expect(store.all(counted('ptp_tallied', 't.edits'))).toEqual(
          store.all(counted('ptp_statement', '1')),
        );
        const broken = runChecks(store, new Set(['ptp_edit'])).filter(({ rule }) => rule === 'ptp-edits');
        expect(broken.flatMap(({ offenders }) => offenders)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
);

/** Releases of different days with both of their files, loaded in any order. */
const wholeReleases = fc
  .uniqueArray(file, { selector: ({ from }) => from, minLength: 2, maxLength: 3 })
  .chain((all) =>
    fc.shuffledSubarray(
      all.flatMap((each) => [1, 2].map((part) => ({ ...each, part: part as 1 | 2 }))), // one of two
      { minLength: all.length * 2, maxLength: all.length * 2 },
    ),
  )
  .map((all) => all.map(arriving));

test('what is on record in the end does not depend on the order in which whole releases were loaded, where none lacks most of another', () => {
  fc.assert(
    fc.property(wholeReleases, (files) => {
      const inOrder = files.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
      fc.pre([files, inOrder].every((some) => writtenDown(some).parts.length === 0));
      const open = (some: readonly File[]) =>
        writtenDown(some)
          .recorded.filter(({ recordedTo }) => recordedTo === null)
          .map((row) => `${keyOf(row)} ${row.says}`)
          .toSorted();
      expect(open(files)).toEqual(open(inOrder));
    }),
    { numRuns: 2_000 },
  );
});
