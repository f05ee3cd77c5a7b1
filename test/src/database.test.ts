/** The database at start: built when there is none or when the seeds changed, and never over a stranger's file. */

import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ReleaseError } from '../../db/kit/errors.ts';
import { createStore } from '../../db/kit/store.ts';
import { openRelease } from '../../db/release/release.ts';
import { contentHash } from '../../seed/build/content-hash.ts';
import { FolderError } from '../../seed/build/errors.ts';
import { ensureDatabase } from '../../src/database.ts';
import { openReleases } from '../../src/kit/releases.ts';
import { putRelease, temporaryFolder } from './kit/fixture.ts';
import { failedStart } from './kit/process.ts';

async function ensure(file: string): Promise<string> {
  let said = '';
  await ensureDatabase(file, (sentence) => {
    said += `${sentence}\n`;
  });
  return said;
}

/** A copy of the seeded database. */
function seeded(): string {
  const file = join(temporaryFolder(), 'coverage.sqlite');
  copyFileSync(inject('database'), file);
  return file;
}

/** Changes a database as another version would have made it. */
function change(file: string, sql: string): void {
  const store = createStore(file);
  store.exec(sql);
  store.close();
}

async function hashesOf(file: string): Promise<[served: string, current: string]> {
  const release = openRelease(file);
  release.close();
  return [release.info.hash, contentHash(file)];
}

test('a missing database is built, and then left as it is', async () => {
  const file = join(temporaryFolder(), 'coverage.sqlite');
  expect(await ensure(file)).toMatch(/^There is no database at .* yet\.\nBuilding it from seed\/\.\n/);
  const [served, current] = await hashesOf(file);
  expect(served).toBe(current);
  const { ino } = statSync(file);
  expect(await ensure(file)).toBe('');
  expect(statSync(file).ino).toBe(ino);
});

test.each([
  ['made by other seeds', {}],
  ['damaged', { cutShort: true }],
])('one of ours that was %s is built anew', async (_how, how) => {
  const file = join(temporaryFolder(), 'coverage.sqlite');
  putRelease(file, 'old', how);
  expect(await ensure(file)).toContain('Building it from seed/.');
  const [served, current] = await hashesOf(file);
  expect(served).toBe(current);
});

test('what the copy of one says that was checked before is not read from it again', async () => {
  const file = seeded();
  const releases = await openReleases({ file, pollMs: 3_600_000, log: () => {} });
  const seal = `${releases.lease()?.release.image?.file}.json`;
  releases.close();
  expect(await ensure(file)).toBe('');
  writeFileSync(seal, readFileSync(seal, 'utf8').replace(/"hash":"\w+"/, '"hash":"other"'));
  expect(await ensure(file)).toContain('The seeds changed since');
});

test('one that another version built is built anew with a sentence, and its feed of changes goes on', async () => {
  const file = seeded();
  const first = openRelease(file);
  first.close();
  change(file, "update release set program_hash = 'other', program_version = '0.0.1'");
  expect(() => openRelease(file)).toThrow(/was built by version 0\.0\.1 of this program/);
  expect(await ensure(file)).toMatch(
    /was built by version 0\.0\.1 of this program, .*\nBuilding it from seed\/\.[\s\S]*Changes since the last release: 0\./,
  );
  const second = openRelease(file);
  second.close();
  expect(second.info.feedId).toBe(first.info.feedId);
});

test('one of the first versions, of other tables, is built anew, and another feed begins', async () => {
  const file = seeded();
  change(
    file,
    `alter table release drop column program_hash; alter table release drop column program_version;
     pragma user_version = 2`,
  );
  const said = await ensure(file);
  expect(said).toContain('was built by an earlier version of this program, with other tables');
  expect(said).toContain('A new feed of changes begins.');
  openRelease(file).close();
});

test('without a build one of another version is not served: the log says why, once', async () => {
  const file = join(temporaryFolder(), 'coverage.sqlite');
  putRelease(file, 'old', { program: 'other' });
  const log: object[] = [];
  const releases = await openReleases({ file, pollMs: 3_600_000, log: (entry) => void log.push(entry) });
  await releases.check();
  expect(releases.lease()).toBeUndefined();
  expect(log).toEqual([
    {
      level: 'error',
      event: 'release refused',
      message: expect.stringMatching(/was built by version 0\.0\.0 of this program, .*npm run seed/),
    },
  ]);
  releases.close();
});

test('a file of another program is never touched', async () => {
  const file = join(temporaryFolder(), 'letters.txt');
  writeFileSync(file, 'Dear Sir or Madam'.repeat(100));
  const before = readFileSync(file);
  await expect(ensure(file)).rejects.toThrow(ReleaseError);
  await expect(ensure(file)).rejects.toThrow('Set DATABASE to another path, or move it.');
  expect(readFileSync(file)).toEqual(before);
});

test('a database stays served when what was loaded into it cannot be read again', async () => {
  const file = seeded();
  const { ino } = statSync(file);
  mkdirSync(`${file}.loads`);
  writeFileSync(join(`${file}.loads`, 'damaged.json'), '{');
  expect(await ensure(file)).toMatch(
    /damaged\.json: This is to tell what was loaded and cannot be read: [\s\S]*The release in .*coverage\.sqlite is served as it is\.\n$/,
  );
  expect(statSync(file).ino).toBe(ino);
});

describe('in a folder that cannot be written', () => {
  test('a release of other seeds is served as it is, with a sentence', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'coverage.sqlite');
    putRelease(file, 'old');
    const said = await asStranger(folder, () => ensure(file));
    expect(said).toContain(`coverage.sqlite cannot be built, because ${folder} cannot be written (`);
    expect(said).toContain('). Set DATABASE to a path in a folder that can be.\n');
    expect(said).toContain(`The release in ${file} is served as it is.`);
  });

  test('nothing is built, and the start ends with a sentence', async () => {
    const folder = temporaryFolder();
    await asStranger(folder, () =>
      expect(ensure(join(folder, 'coverage.sqlite'))).rejects.toThrow(FolderError),
    );
    const below = join(folder, 'none', 'coverage.sqlite');
    await asStranger(folder, () =>
      expect(ensure(below)).rejects.toThrow(/none cannot be written \(EACCES\)/),
    );
    const { said, exitCode } = await failedStart({ BUILD: 'on', DATABASE: '/sys/none/coverage.sqlite' });
    expect(exitCode).toBe(1);
    expect(said).toMatch(/cannot be built, because \/sys\/none cannot be written/);
    expect(said).not.toContain('    at ');
  });

  test('a path that leads through a file is named', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(ensure(join(file, 'coverage.sqlite'))).rejects.toThrow(
      'coverage.sqlite cannot be read (ENOTDIR). Set DATABASE to another path, or let this user read it.',
    );
  });
});

/** Runs `work` where nothing can be written in `folder`, as a user whom permissions bind. */
async function asStranger<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}
