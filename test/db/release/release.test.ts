/** Opening a release: only a finished, whole database of this program is served; of any other the error says what to do. */

import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { ReleaseError } from '../../../db/kit/errors.ts';
import { applicationId, createStore, type WritableStore } from '../../../db/kit/store.ts';
import { programHash, programVersion } from '../../../db/release/program-hash.ts';
import { openAgain, openPredecessor, openRelease } from '../../../db/release/release.ts';
import { createTables } from '../../../db/release/schema-sql.ts';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'graph.sqlite');
}

/** A copy of the seeded database after some work on it. */
function tampered(work: (store: WritableStore) => void): string {
  const copy = file();
  copyFileSync(inject('database'), copy);
  const store = createStore(copy);
  work(store);
  store.close();
  return copy;
}

/** A file of these bytes. */
function holding(bytes: Uint8Array | string): string {
  const made = file();
  writeFileSync(made, bytes);
  return made;
}

const seeded = () => readFileSync(inject('database'));

test('the database of the seed is opened, and says what it is', () => {
  const release = openRelease(inject('database'));
  onTestFinished(() => release.close());
  expect(release.info.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(release.info.counts.billing_code).toBeGreaterThan(20);
  expect(release.store.get('pragma application_id')).toEqual({ application_id: applicationId });
});

test('an opened release cannot be written', () => {
  const release = openRelease(inject('database'));
  onTestFinished(() => release.close());
  expect(() => release.store.all('delete from payer returning id')).toThrow(/readonly|read-only|query_only/i);
});

/** Makes of a database what the first versions made: a number for the tables, and no word of the program. */
function firstVersions(store: WritableStore): void {
  store.exec(`alter table release drop column program_hash; alter table release drop column program_version;
    pragma user_version = 2`);
}

const refused: readonly (readonly [title: string, make: () => string, says: RegExp])[] = [
  ['that is not there', () => join(tmpdir(), 'no', 'such', 'graph.sqlite'), /no database at/],
  ['of zero bytes', () => holding(''), /not a Coverage Graph database|cannot be read/],
  ['of other text', () => holding('# Not a database\n'.repeat(500)), /cannot be read/],
  [
    'of another program',
    () => tampered((store) => store.exec('pragma application_id = 1')),
    /not a Coverage Graph database/,
  ],
  [
    'of another version of this program',
    () =>
      tampered((store) => store.exec("update release set program_hash = 'other', program_version = '0.0.1'")),
    /was built by version 0\.0\.1 of this program, whose rows may not be what this one makes/,
  ],
  [
    'of another state of this version',
    () => tampered((store) => store.exec("update release set program_hash = 'other'")),
    new RegExp(`was built by another state of version ${programVersion()} of this program`),
  ],
  ...(
    [
      ['that lacks a view', 'drop view ptp_cited'],
      ['with another column', 'alter table payer add column synthetic text'],
      ['with one table more', 'create table synthetic (id text) strict'],
      ['without one of its tables', 'drop table price_file_row'],
      ['without one of its indexes', 'drop index citation_own_source_id'],
    ] as const
  ).map(
    ([what, sql]) =>
      [what, () => tampered((store) => store.exec(sql)), /with other tables than this one reads/] as const,
  ),
  [
    'of the first versions, which numbered their tables',
    () => tampered(firstVersions),
    /was built by an earlier version of this program, with other tables/,
  ],
  ['that was never finished', () => tampered((store) => store.exec('delete from release')), /not finished/],
  [
    'of which rows were taken out',
    () => tampered((store) => store.exec("delete from modifier where code = '26'")),
    /should hold \d+ rows of modifier/,
  ],
  ['that was cut short', () => holding(seeded().subarray(0, 200_000)), /cannot be read|damaged/],
  [
    'whose pages do not hang together, though every row can be read',
    () => {
      const bytes = seeded();
      bytes.writeUInt32BE(7, 36); // the header tells of free pages that are not there
      return holding(bytes);
    },
    /damaged/,
  ],
  [
    'that was overwritten in the middle',
    () => {
      const bytes = seeded();
      bytes.fill(0xff, 40_960, 90_112);
      return holding(bytes);
    },
    /cannot be read|damaged/,
  ],
];

describe.each(refused)('a file %s', (_title, make, says) => {
  test('is refused, with what is wrong and the way out', () => {
    const path = make();
    expect(() => openRelease(path)).toThrow(ReleaseError);
    expect(() => openRelease(path)).toThrow(says);
    expect(() => openRelease(path)).toThrow(/npm run seed/);
    expect(() => openRelease(path)).toThrow(path);
  });
});

test('an empty database with our schema is refused: it was not finished', () => {
  const path = file();
  const store = createStore(path);
  createTables(store);
  store.close();
  expect(() => openRelease(path)).toThrow(/not finished/);
});

test('a file that is cut short while it is closed is refused when it is opened again', () => {
  const copy = file();
  copyFileSync(inject('database'), copy);
  openRelease(copy).close();
  truncateSync(copy, 100_000);
  expect(() => openRelease(copy)).toThrow(ReleaseError);
});

test('one that another program built is read as the predecessor of a build, and one of other tables is not', () => {
  const other = tampered((store) => store.exec("update release set program_hash = 'other'"));
  const predecessor = openPredecessor(other);
  expect(predecessor?.info.feedId).toBe('seeded');
  predecessor?.close();
  expect(openPredecessor(tampered(firstVersions))).toBeUndefined();
});

test('the release tells which program built it', () => {
  const release = openRelease(inject('database'));
  onTestFinished(() => release.close());
  expect(
    release.store.get('select r.program_hash as "hash", r.program_version as "version" from release r'),
  ).toEqual({
    hash: programHash(),
    version: programVersion(),
  });
});

test('one that was checked before is mapped, and one that is yet to be checked, which may be cut short, is not', () => {
  const first = openRelease(inject('database'));
  const again = openAgain(inject('database'), first.info);
  const mapped = ({ store }: typeof first) => store.get<{ mmap_size: number }>('pragma mmap_size')?.mmap_size;
  expect(mapped(first)).toBe(0);
  expect(again && mapped(again)).toBeGreaterThan(0);
  again?.close();
  first.close();
});
