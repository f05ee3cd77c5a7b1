/** Files that are complete and written in an unusual way are read: UTF-16, bytes behind a gz, a member that is there twice. Everything here is synthetic. */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '../../../../seed/load/files/find.ts';
import { gunzip } from '../../../../seed/load/files/gunzip.ts';
import { asUtf8 } from '../../../../seed/load/files/utf16.ts';
import { loading } from '../../kit/loading.ts';
import { hospital, inNetwork } from '../../kit/publishing.ts';
import { zip } from '../../kit/zip.ts';

const utf16 = (text: string, littleEndian = true) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

async function together(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const slow = { timeout: 600_000 };

describe('UTF-16 with a byte-order mark', slow, () => {
  const { text: json } = hospital({ day: '2026-04-01', path: 'a.json', name: 'Café' }, { 77080: 50 });
  const { text: csv } = hospital({ day: '2026-04-01', path: 'a.csv', name: 'Café' }, { 77080: 50 });

  test.each([
    ['JSON, little-endian', 'a.json', utf16(json)],
    ['JSON, big-endian', 'a.json', utf16(json, false)],
    ['CSV, little-endian', 'a.csv', utf16(csv)],
    ['CSV, big-endian', 'a.csv', utf16(csv, false)],
  ])('is read: %s', async (_, name, bytes) => {
    for (const [path, content] of [
      [name, bytes],
      [`${name}.gz`, gzipSync(bytes)],
      ['a.zip', zip([{ name, content: bytes }])],
    ] as const) {
      const graph = loading();
      const report = await graph.load([graph.put(path, content)]);
      expect(report.loaded.map(({ release }) => release)).toEqual(['Café 2026-04-01']);
      expect(report.build?.brought).toMatchObject([{ kept: 1, added: 1 }]);
    }
  });

  test('that ends within a character is cut short, and without the mark is named', async () => {
    const graph = loading();
    expect(await graph.failure([graph.put('a.json', utf16(json).subarray(0, -1))])).toContain(
      'ends within a character. It may be cut short',
    );
    expect(await graph.failure([graph.put('b.json', Buffer.from(json, 'utf16le'))])).toContain(
      'its text is UTF-16 without a byte-order mark: save it as UTF-8',
    );
  });

  test('is the same text wherever the pieces end; other bytes are left as they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (text, littleEndian, size) => {
          const of = (bytes: Buffer) =>
            together(asUtf8({ path: 'synthetic', chunks: () => inPieces(bytes, size) }).chunks());
          expect((await of(utf16(text, littleEndian))).toString()).toBe(text);
          expect((await of(Buffer.from(text))).toString()).toBe(text);
        },
      ),
    );
  });
});

describe('a gz', slow, () => {
  const content = Buffer.from(
    fc.sample(fc.string({ minLength: 40_000, maxLength: 50_000 }), { numRuns: 1, seed: 1 })[0] ?? '',
  );

  test('is unpacked whole, wherever the pieces end, whatever stands behind it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: content.length }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '\0\0\0\0', 'text behind\n', '<!-- served by x -->', '\u001f'),
        fc.constantFrom(1000, 4096, 65_536, 1_000_000),
        async (lengths, behind, size) => {
          const parts = lengths.map((length) => content.subarray(0, length));
          const packed = Buffer.concat([...parts.map((part) => gzipSync(part)), Buffer.from(behind)]);
          const seen: string[] = [];
          const unpacked = await together(
            gunzip(inPieces(packed, size), (first) => void seen.push(Buffer.from(first).toString())),
          );
          expect(unpacked.equals(Buffer.concat(parts))).toBe(true);
          expect(seen).toEqual(/^\0*$/.test(behind) ? [] : [behind.slice(0, 16)]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('that is cut short or damaged anywhere is refused', async () => {
    const packed = gzipSync(content, { level: 1 });
    const read = (bytes: Uint8Array) => together(gunzip(inPieces(bytes, 5000), () => {}));
    for (const length of [5, 12, 3000, packed.length - 9, packed.length - 1])
      await expect(read(packed.subarray(0, length)), String(length)).rejects.toThrow(
        'unexpected end of file',
      );
    const damaged = Buffer.from(packed);
    damaged.writeUInt8((damaged.at(-6) ?? 0) ^ 1, damaged.length - 6);
    await expect(read(damaged)).rejects.toThrow('incorrect data check');
  });

  test('with text behind it is loaded, and that is told', async () => {
    const graph = loading();
    const { path, text } = inNetwork(
      { payer: 'Synthetic', day: '2026-01-01', path: 'r.json' },
      { 77080: 50 },
    );
    const report = await graph.load([
      graph.put(`${path}.gz`, Buffer.concat([gzipSync(text), Buffer.from('-- end of file --')])),
    ]);
    expect(report.build?.brought).toMatchObject([{ kept: 1 }]);
    expect([...report.notes.values()].flatMap(({ reports }) => reports)).toContainEqual(
      expect.stringContaining(
        'Behind what is packed stands something that is not, which begins with "-- end of file',
      ),
    );
  });
});

test('two members of one name are compared: the same content is one file', slow, async () => {
  const graph = loading();
  const content =
    'SYNTHETIC laboratory fees 2026\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE\n2026,80047,,20260101,N,10.50\n';
  const twice = (other: string) =>
    zip([
      { name: 'in/CLFS.csv', content },
      { name: 'in/CLFS.csv', content: other },
    ]);
  const same = await find([graph.put('same.zip', twice(content))], undefined);
  expect([same.found.length, same.passedOver]).toEqual([1, []]);
  // One of equal length, and with nothing but a digit between them.
  const differ = await find([graph.put('differ.zip', twice(content.replace('10.50', '10.60')))], undefined);
  expect(differ.found).toEqual([]);
  expect(differ.passedOver.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining('2 members of this name, which differ')),
  );
});

test('a list at the root is told apart from a file of no known format', async () => {
  const graph = loading();
  expect(await graph.failure([graph.put('a.json', '[{"description":"x"}]')])).toContain(
    'its root is a list, and in what is read it is an object',
  );
});
