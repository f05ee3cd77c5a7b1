/** Publishing a release: whole or not at all, to a folder and to object storage, and never over what is something else. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ReleaseError } from '../../../db/kit/errors.ts';
import { holdLock } from '../../../db/kit/store.ts';
import { publishToFolder } from '../../../src/publish/folder.ts';
import { PublishError, type ReleaseFile, releaseFileOf } from '../../../src/publish/release-file.ts';
import { publishToS3 } from '../../../src/publish/s3.ts';
import { putRelease, temporaryFolder } from '../kit/fixture.ts';
import { root } from '../kit/process.ts';
import { credentials, type ObjectStore, objectOf, objectStore } from './object-store.ts';

async function finished(name = 'first'): Promise<ReleaseFile> {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, name);
  const made = await releaseFileOf(file);
  onTestFinished(made.close);
  return made;
}

const sha256Of = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a folder has the file, byte for byte, and what is there already is not written again', async () => {
  const folder = join(temporaryFolder(), 'new', 'folder');
  const first = await finished();
  const place = join(folder, 'coverage.sqlite');
  expect(await publishToFolder(folder, first)).toEqual({ place, wasThere: false });
  expect(sha256Of(place)).toBe(first.sha256);
  const { ino } = statSync(place);
  expect(await publishToFolder(place, first)).toEqual({ place, wasThere: true });
  expect(statSync(place).ino).toBe(ino);
  // A reader that has the last one open reads it to its end.
  expect(await publishToFolder(folder, await finished('second'))).toEqual({ place, wasThere: false });
  expect(statSync(place).ino).not.toBe(ino);
  expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('what is published is the file that was opened, though another is renamed into its place', async () => {
  const first = await finished();
  putRelease(first.file, 'second');
  const { place } = await publishToFolder(temporaryFolder(), first);
  expect(sha256Of(place)).toBe(first.sha256);
});

test('nothing is published over a file of something else, beside another that publishes, or that is damaged', async () => {
  const folder = temporaryFolder();
  const place = join(folder, 'coverage.sqlite');
  writeFileSync(place, 'letters '.repeat(100));
  await expect(publishToFolder(folder, await finished())).rejects.toThrow('is left as it is');
  expect(readFileSync(place, 'utf8')).toContain('letters');
  const letGo = holdLock(`${place}.lock`);
  await expect(publishToFolder(folder, await finished())).rejects.toThrow(
    'Another release is being published',
  );
  letGo?.();
  const cut = join(folder, 'cut.sqlite');
  putRelease(cut, 'cut', { cutShort: true });
  await expect(releaseFileOf(cut)).rejects.toThrow(ReleaseError);
});

const publish = (store: ObjectStore, made: ReleaseFile, target = 's3://bucket/releases/') =>
  publishToS3(target, made, { ...credentials, AWS_ENDPOINT_URL: store.endpoint, AWS_REGION: 'eu-central-1' });
const url = '/bucket/releases/coverage.sqlite';
const place = 's3://bucket/releases/coverage.sqlite';

test('object storage has the file with its hash, sent in one signed PUT, and then compared', async () => {
  const [store, first] = [await objectStore(), await finished()];
  expect(await publish(store, first)).toEqual({ place, wasThere: false });
  expect(store.answered).toEqual(['HEAD 404', 'PUT 200', 'HEAD 200']);
  const { bytes, headers } = store.objects.get(url) ?? objectOf(Buffer.alloc(0));
  expect(bytes.equals(readFileSync(first.file))).toBe(true);
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'application/vnd.sqlite3',
    'x-amz-meta-sha256': first.sha256,
    'x-amz-meta-release': 'first',
  });
  expect(await publish(store, first)).toEqual({ place, wasThere: true });
  expect(await publish(store, await finished('second'))).toEqual({ place, wasThere: false });
  expect(store.answered.slice(3)).toEqual(['HEAD 200', 'HEAD 200', 'PUT 200', 'HEAD 200']);
  expect(await publish(store, first, 's3://bucket/for people/v1+2.sqlite')).toMatchObject({
    wasThere: false,
  });
});

test('of two that publish at once one is refused, and replaces nothing', async () => {
  for (const before of [undefined, objectOf(Buffer.from('before'))]) {
    const [store, other] = [await objectStore(), objectOf(Buffer.from('of another'))];
    if (before) store.objects.set(url, before);
    store.meanwhile(() => store.objects.set(url, other));
    await expect(publish(store, await finished())).rejects.toThrow('Another release was published meanwhile');
    expect(store.objects.get(url)).toBe(other);
  }
});

test('a store without conditions is published to without them', async () => {
  const store = await objectStore({ knowsConditions: false });
  await publish(store, await finished());
  expect(store.answered).toEqual(['HEAD 404', 'PUT 501', 'PUT 200', 'HEAD 200']);
});

test('a store that fails for a moment is tried again, and an answer that was lost is no conflict', async () => {
  const [failing, losing] = [await objectStore(), await objectStore()];
  failing.fail(503);
  losing.fail('lost');
  for (const store of [failing, losing]) await publish(store, await finished());
  expect(losing.answered).toEqual(['HEAD 404', 'PUT 500', 'PUT 412', 'HEAD 200']);
}, 30_000);

test('a refusal is passed on in the words of the store, and no key is in them', async () => {
  const [store, first] = [await objectStore(), await finished()];
  const env = { ...credentials, AWS_SECRET_ACCESS_KEY: 'other', AWS_ENDPOINT_URL: store.endpoint };
  await expect(publishToS3('s3://bucket', first, env)).rejects.toThrow(
    /does not tell what is there \(status 403\)/,
  );
  const changed = { ...first, sha256: '0'.repeat(64) };
  await expect(publish(store, changed)).rejects.toThrow(
    `${place}: The store refuses it (status 400, XAmzContentSHA256Mismatch). Synthetic message.`,
  );
  expect(store.objects.size).toBe(0);
  await expect(publishToS3('s3://bucket', first, {})).rejects.toThrow(/^Set AWS_ACCESS_KEY_ID/);
  const nowhere = { ...credentials, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  await expect(publishToS3('s3://bucket', first, nowhere)).rejects.toThrow(PublishError);
});

test('the command publishes DATABASE; an address in its place is refused by every command, in a sentence', async () => {
  const { file, hash } = await finished();
  const folder = temporaryFolder();
  const run = (program: string, database: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [join(root, program), ...words], {
      env: { ...process.env, DATABASE: database },
      encoding: 'utf8',
    });
  const published = run('src/publish/main.ts', file, folder);
  expect(published.stdout).toBe(
    `${join(folder, 'coverage.sqlite')} has release ${hash} (${statSync(file).size} bytes).\n`,
  );
  const refused = run('src/publish/main.ts', file, 'https://store.example/coverage.sqlite');
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/^Nothing can be published to https:.*\n$/),
  ]);
  for (const program of ['seed/main.js', 'seed/load/main.js', 'src/publish/main.ts']) {
    const { status, stderr } = run(program, 'https://store.example/coverage.sqlite', folder);
    expect([program, status, stderr]).toEqual([
      program,
      1,
      expect.stringMatching(/^DATABASE has an address, .*\n$/),
    ]);
  }
});
