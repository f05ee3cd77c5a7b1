/** The database at start: built when there is none or when the seeds changed, and never over a stranger's file. */

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ReleaseError } from '../../db/errors.ts';
import { openRelease } from '../../db/release.ts';
import { seedHash } from '../../seed/build.ts';
import { ensureDatabase } from '../../src/database.ts';
import { putRelease, temporaryFolder } from './fixture.ts';

async function ensure(file: string): Promise<string> {
  let said = '';
  await ensureDatabase(file, (sentence) => {
    said += `${sentence}\n`;
  });
  return said;
}

async function seedHashOf(file: string): Promise<[served: string, current: string]> {
  const release = openRelease(file);
  release.close();
  return [release.info.seedHash, seedHash(file)];
}

test('a missing database is built, and then left as it is', async () => {
  const file = join(temporaryFolder(), 'coverage.sqlite');
  expect(await ensure(file)).toMatch(/^There is no database at .* yet\.\nBuilding it from seed\/\.\n/);
  const [served, current] = await seedHashOf(file);
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
  const [served, current] = await seedHashOf(file);
  expect(served).toBe(current);
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
  const file = join(temporaryFolder(), 'coverage.sqlite');
  await ensure(file);
  const { ino } = statSync(file);
  mkdirSync(`${file}.loads`);
  writeFileSync(join(`${file}.loads`, 'damaged.json'), '{');
  expect(await ensure(file)).toMatch(
    /damaged\.json: This is to tell what was loaded and cannot be read: [\s\S]*The release in .*coverage\.sqlite is served as it is\.\n$/,
  );
  expect(statSync(file).ino).toBe(ino);
});
