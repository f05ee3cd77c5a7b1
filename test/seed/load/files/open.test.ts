/** Which files stand in what a user names, and what is refused. Everything here is synthetic. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { type Candidate, candidatesAt } from '../../../../seed/load/files/open.ts';
import { zip } from '../../kit/zip.ts';

/** A folder with files in it, removed when the test has ended. */
function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Every file that is in it at last, as `path: content`. */
async function contents(candidates: readonly Candidate[], below: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (const candidate of candidates) {
    const inside = await candidate.inside();
    if (inside.length > 0) all.push(...(await contents(inside, below)));
    else all.push(`${candidate.path.slice(below.length + 1)}: ${await textOf(candidate)}`);
  }
  return all;
}

async function textOf(candidate: Candidate): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of candidate.as('utf-8').chunks()) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('folders are walked, and zips in zips and gz are opened, in the order of their names', async () => {
  const inner = zip([{ name: 'deep/b.csv', content: 'B' }]);
  const folder = folderOf({
    'outer.zip': zip([
      { name: 'inner.zip', content: inner },
      { name: 'a.csv', content: 'A' },
      { name: 'empty/', content: '' },
    ]),
    'more/c.json.gz': gzipSync('C'),
    'more/.hidden': 'never',
    'd.txt': 'D',
  });
  expect(await contents(await candidatesAt(folder), folder)).toEqual([
    'd.txt: D',
    'more/c.json.gz: C',
    'outer.zip/a.csv: A',
    'outer.zip/inner.zip/deep/b.csv: B',
  ]);
});

test('what is packed twice is unpacked twice, and a zip in a gz is opened', async () => {
  const folder = folderOf({
    'a.json.gz': gzipSync(gzipSync('A')),
    'b.gz': gzipSync(zip([{ name: 'b.json', content: 'B' }])),
    'c.zip': zip([{ name: 'c.json.gz', content: gzipSync('C') }]),
    // Without an ending that tells, and of several parts.
    d: Buffer.concat([gzipSync('D'), gzipSync('D')]),
  });
  expect(await contents(await candidatesAt(folder), folder)).toEqual([
    'a.json.gz: A',
    'b.gz/b.json: B',
    'c.zip/c.json.gz: C',
    'd: DD',
  ]);
});

test('a file is known again by its packed bytes, however often it is packed', async () => {
  const packed = gzipSync(gzipSync('A'));
  const [file] = await candidatesAt(folderOf({ 'a.json.gz': packed }));
  const parts: Uint8Array[] = [];
  for await (const part of file?.identity() ?? []) parts.push(part);
  expect(Buffer.concat(parts)).toEqual(packed);
});

test('a gz in a gz is unpacked to a depth that nothing official reaches', async () => {
  let packed = gzipSync('A');
  for (let depth = 0; depth < 6; depth += 1) packed = gzipSync(packed);
  expect(await failureOf(readAll(folderOf({ 'deep.gz': packed })))).toMatch(
    /deep\.gz: This archive stands in 4 others, deeper than any official one/,
  );
});

test('a member that is packed in a way that is not read here is named as that, not as damaged', async () => {
  const folder = folderOf({ 'big.zip': zip([{ name: 'a.json', content: 'A', method: 9 }]) });
  expect(await failureOf(readAll(folder))).toMatch(
    /big\.zip\/a\.json: This member is packed by method 9, .*Deflate64.* Unpack it yourself and load the file\.$/,
  );
});

test('a link in a folder stands for the file that it leads to', async () => {
  const elsewhere = folderOf({ 'a.csv': 'A' });
  const folder = folderOf({ 'b.csv': 'B' });
  symlinkSync(join(elsewhere, 'a.csv'), join(folder, 'link.csv'));
  symlinkSync('nowhere', join(folder, 'dangling.csv'));
  expect(await contents(await candidatesAt(folder), folder)).toEqual(['b.csv: B', 'link.csv: A']);
});

test('a file is known by its own name and its beginning, an archive by the names in it', async () => {
  const folder = folderOf({
    'rates.json.gz': gzipSync('{"synthetic":1}'),
    'all.zip': zip([{ name: 'x/y.csv', content: 'Y' }]),
  });
  const [archive, rates] = await candidatesAt(folder);
  expect(await rates?.sighting()).toEqual({
    within: folder,
    name: 'rates.json',
    head: '{"synthetic":1}',
    members: [],
  });
  expect(await archive?.sighting()).toEqual({
    within: folder,
    name: 'all.zip',
    head: '',
    members: ['x/y.csv'],
  });
});

test('a letter that the end of the beginning cuts through does not make a file CP1252', async () => {
  const folder = folderOf({ 'long.txt': `${'x'.repeat(70)}\n`.repeat(923) + 'é'.repeat(100) });
  const [file] = await candidatesAt(folder);
  expect((await file?.sighting())?.head).toMatch(/^x{70}\n.*é/s);
  // Nor where there is no line's end at all, as in JSON without blanks.
  const [minified] = await candidatesAt(folderOf({ 'rates.json': `\ufeff{"x":"${'é'.repeat(40_000)}` }));
  expect((await minified?.sighting())?.head).toMatch(/^\{"x":"é+$/);
});

async function failureOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.catch((error: unknown) => error);
  if (!(outcome instanceof Error)) throw new Error('It went through.');
  return outcome.message;
}

const readAll = async (folder: string) => contents(await candidatesAt(folder), folder);

test('what is not there is said to be not there', async () => {
  expect(await failureOf(candidatesAt('/nowhere/at/all.zip'))).toBe(
    '/nowhere/at/all.zip: There is no such file or folder. Correct the path.',
  );
});

test('a zip that is cut short is refused', async () => {
  const whole = zip([{ name: 'a.csv', content: 'A'.repeat(5_000) }]);
  for (const length of [4, 30, whole.length - 30, whole.length - 1]) {
    const folder = folderOf({ 'cut.zip': whole.subarray(0, length) });
    expect(await failureOf(readAll(folder))).toMatch(
      /cut\.zip: This cannot be unpacked: .*It may be cut short or damaged: fetch it again\.$/,
    );
  }
});

test('a gz that is cut short is refused', async () => {
  const packed = gzipSync(Buffer.from('synthetic '.repeat(10_000)));
  const folder = folderOf({ 'cut.json.gz': packed.subarray(0, packed.length - 20) });
  expect(await failureOf(readAll(folder))).toMatch(
    /cut\.json\.gz: This cannot be unpacked: unexpected end of file\. It may be cut short/,
  );
});

test('a member whose checksum is wrong is refused once it was read', async () => {
  const folder = folderOf({ 'bad.zip': zip([{ name: 'a.csv', content: 'A', damaged: true }]) });
  expect(await failureOf(readAll(folder))).toMatch(/bad\.zip\/a\.csv: The checksum of this member is wrong/);
});

test('a member that unpacks to more than it claims is refused', async () => {
  const folder = folderOf({ 'liar.zip': zip([{ name: 'a.csv', content: 'A'.repeat(5_000), claims: 10 }]) });
  expect(await failureOf(readAll(folder))).toMatch(/liar\.zip\/a\.csv: This cannot be unpacked/);
});

test('a member that claims to unpack as no file does is refused before it is unpacked', async () => {
  const folder = folderOf({ 'bomb.zip': zip([{ name: 'a.csv', content: 'A', claims: 2 ** 31 }]) });
  expect(await failureOf(readAll(folder))).toMatch(
    /bomb\.zip\/a\.csv: This unpacks from 3 to 2147483648 bytes, .*zip bomb/,
  );
});

test('a gz that unpacks as no file does is refused while it is unpacked', async () => {
  // A gz may have several parts one after another.
  const part = gzipSync(Buffer.alloc(16 * 1024 * 1024));
  const folder = folderOf({ 'bomb.json.gz': Buffer.concat(Array(20).fill(part)) });
  const [bomb] = await candidatesAt(folder);
  if (!bomb) throw new Error('There is no candidate.');
  expect(await failureOf(textOf(bomb))).toMatch(
    /bomb\.json\.gz: This unpacks from \d+ to \d+ bytes, .*zip bomb/,
  );
});

test.each(['../outside.csv', '/etc/passwd', 'a/../../b.csv'])(
  'a member that would lie outside the archive, %s, is refused',
  async (name) => {
    const folder = folderOf({ 'bad.zip': zip([{ name, content: 'A' }]) });
    expect(await failureOf(readAll(folder))).toMatch(
      /bad\.zip: This cannot be unpacked: (invalid relative path|absolute path)/,
    );
  },
);

test('zips in zips are opened to a depth that official archives never reach', async () => {
  let packed = zip([{ name: 'a.csv', content: 'A' }]);
  for (let depth = 0; depth < 6; depth += 1) packed = zip([{ name: `level${depth}.zip`, content: packed }]);
  const folder = folderOf({ 'deep.zip': packed });
  expect(await failureOf(readAll(folder))).toMatch(
    /This archive stands in 4 others, deeper than any official one/,
  );
});
