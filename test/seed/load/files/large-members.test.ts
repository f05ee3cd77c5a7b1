/** Archives whose members are too large to be read at once, as real ones are. Everything here is synthetic. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Member, membersOf } from '../../../../seed/load/files/archive.ts';
import { find } from '../../../../seed/load/files/find.ts';
import { type Candidate, candidatesAt } from '../../../../seed/load/files/open.ts';
import { FileError } from '../../../../seed/load/format/file.ts';
import { type Packed, zip } from '../../kit/zip.ts';

/** Bytes that cannot be packed any closer, so that the packed ones are as many. */
const members: readonly Packed[] = [
  { name: 'a.bin', content: randomBytes(70 * 1024) },
  { name: 'b.bin', content: randomBytes(5 * 1024 * 1024) },
  { name: 'c.bin', content: '' },
  { name: 'd.bin', content: randomBytes(70 * 1024), method: 0 },
  { name: 'e.bin', content: randomBytes(300 * 1024) },
];
const contentOf = (name: string) => Buffer.from(members.find((each) => each.name === name)?.content ?? '');

/** The path of an archive in a folder that is removed when the test has ended. */
function put(content: Buffer, name = 'all.zip'): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-large-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

/** Every file that is in it at last. */
async function leaves(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const all: Candidate[] = [];
  for (const candidate of candidates) {
    const { members: within } = await candidate.sighting();
    if (within.length > 0) all.push(...(await leaves(await candidate.inside())));
    else all.push(candidate);
  }
  return all;
}

async function wholeOf(path: string): Promise<Readonly<Record<string, Buffer>>> {
  const read: Record<string, Buffer> = {};
  for (const leaf of await leaves(await candidatesAt(path)))
    read[leaf.name] = await bytesOf(leaf.as('utf-8').chunks());
  return read;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'it went through',
    (error: unknown) => error,
  );
}

describe.each([
  ['on disk', (content: Buffer) => content],
  ['in another', (content: Buffer) => zip([{ name: 'inner.zip', content }])],
  [
    'in another that leaves it as it is',
    (content: Buffer) => zip([{ name: 'inner.zip', content, method: 0 }]),
  ],
])('an archive %s', (_where, packed) => {
  const path = () => put(packed(zip(members)));

  test('gives every member whole, whatever its size', async () => {
    const whole = await wholeOf(path());
    expect(Object.keys(whole)).toEqual(members.map(({ name }) => name));
    for (const { name } of members) expect(whole[name]?.equals(contentOf(name)), name).toBe(true);
  });

  test('is looked through by the beginnings of its members', async () => {
    const { found, passedOver } = await find([path()], undefined);
    expect(found).toEqual([]);
    expect(passedOver.map((each) => each.path.split('/').at(-1))).toEqual(members.map(({ name }) => name));
  });

  test('names the member that is damaged, though it is not the first', async () => {
    const broken = members.map((each) =>
      each.name === 'b.bin' ? { ...each, packedAs: Buffer.alloc(100_000, 7) } : each,
    );
    const failure = await failureOf(wholeOf(put(packed(zip(broken)))));
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({ message: expect.stringMatching(/\/b\.bin: This cannot be unpacked: /) });
  });
});

describe('members of one archive', () => {
  const opened = async (content = zip(members)): Promise<(name: string) => Member> => {
    const all = await membersOf('all.zip', put(content));
    return (name) => all.find((each) => each.name === name) ?? expect.fail(`There is no ${name}.`);
  };

  test('are read side by side, and each as often as wanted', async () => {
    const member = await opened();
    const names = ['b.bin', 'a.bin', 'b.bin', 'e.bin', 'd.bin', 'c.bin', 'e.bin'];
    const read = await Promise.all(names.map((name) => bytesOf(member(name).chunks())));
    for (const [index, name] of names.entries())
      expect(read[index]?.equals(contentOf(name)), name).toBe(true);
  });

  test('lose nothing where another is left early while they are read', async () => {
    const member = await opened();
    const reading = member('e.bin').chunks()[Symbol.asyncIterator]();
    const first = await reading.next();
    for (const name of ['b.bin', 'a.bin', 'd.bin', 'b.bin'])
      for await (const part of member(name).chunks()) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
    const rest = await bytesOf({ [Symbol.asyncIterator]: () => reading });
    expect(Buffer.concat([first.value ?? Buffer.alloc(0), rest]).equals(contentOf('e.bin'))).toBe(true);
  });

  test.each([10, 80 * 1024])('are refused where the directory has %i bytes for them', async (claims) => {
    const member = await opened(
      zip(members.map((each) => (each.name === 'a.bin' ? { ...each, claims } : each))),
    );
    await expect(bytesOf(member('a.bin').chunks())).rejects.toThrow(
      /^all\.zip\/a\.bin: This cannot be unpacked: its directory has it at \d+ bytes, it has \d+/,
    );
  });

  test('that can no longer be read end as an error of the member, in the words of the disk', async () => {
    const path = put(zip(members));
    const [member] = await membersOf('all.zip', path);
    rmSync(path);
    const failure = await failureOf(bytesOf(member?.chunks() ?? expect.fail()));
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^all\.zip\/a\.bin: This cannot be read: ENOENT/),
    });
  });

  test.skipIf(process.platform !== 'linux')('keep no file open behind them', async () => {
    const path = put(zip(members));
    const descriptors = () => readdirSync('/proc/self/fd').length;
    await wholeOf(path);
    const before = descriptors();
    for (let time = 0; time < 5; time += 1) await wholeOf(path);
    expect(descriptors()).toBeLessThan(before + 5);
  });
});

test('whatever bytes of an archive are changed, it is read or refused by name', async () => {
  const whole = zip(members.filter(({ name }) => name !== 'b.bin'));
  const isOf = (read: Buffer) => members.some(({ content }) => read.equals(Buffer.from(content)));
  // Half of the places lie among its headings, which are few.
  const place = fc.oneof(
    fc.nat(whole.length - 1),
    fc.nat(400).map((back) => whole.length - 1 - back),
    fc.nat(40),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat(whole.length)),
      async (changes, length) => {
        const changed = Buffer.from(whole);
        for (const [at, byte] of changes) changed[at] = byte;
        const outcome = await readAll(changed.subarray(0, length ?? whole.length)).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof FileError) expect(outcome.message).toMatch(/^all\.zip/);
        else expect(outcome).toSatisfy((read: unknown) => Array.isArray(read) && read.every(isOf));
      },
    ),
    { numRuns: 60 },
  );
});

async function readAll(content: Buffer): Promise<readonly Buffer[]> {
  const read: Buffer[] = [];
  for (const member of await membersOf('all.zip', content)) read.push(await bytesOf(member.chunks()));
  return read;
}
