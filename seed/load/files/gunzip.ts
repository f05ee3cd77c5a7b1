/** Unpacks gzip member by member, so that bytes behind the last one, which some servers add, cost nothing of what was packed. */

import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';

const flag = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** In bytes: what is unpacked at once. */
const chunkSize = 256 * 1024;

/** Bytes that are taken from their beginning. */
function inputOf(packed: AsyncIterable<Uint8Array>) {
  const source = packed[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  /** The first bytes, without taking them: as many as wanted, or fewer where there are no more. */
  async function peek(length: number): Promise<Buffer> {
    while (rest.length < length) {
      const { done, value } = await source.next();
      if (done) break;
      rest = Buffer.concat([rest, value]);
    }
    return rest.subarray(0, length);
  }
  return {
    peek,
    async take(length: number): Promise<Buffer> {
      const taken = await peek(length);
      if (taken.length < length) throw new Error('unexpected end of file');
      rest = rest.subarray(length);
      return taken;
    },
    /** Whatever comes next; undefined at the end. */
    async chunk(): Promise<Buffer | undefined> {
      if (rest.length === 0) await peek(1);
      const taken = rest;
      rest = Buffer.alloc(0);
      return taken.length === 0 ? undefined : taken;
    },
    /** Puts back what was taken too much. */
    back(bytes: Buffer): void {
      rest = Buffer.concat([bytes, rest]);
    },
    close: () => source.return?.(),
  };
}

type Input = ReturnType<typeof inputOf>;

async function takeHeader(input: Input): Promise<void> {
  const [first, second, method, flags = 0] = await input.take(10);
  if (first !== 0x1f || second !== 0x8b || method !== 8) throw new Error('incorrect header check');
  if (flags & flag.extra) await input.take((await input.take(2)).readUInt16LE());
  for (const text of [flag.name, flag.comment]) if (flags & text) while ((await input.take(1))[0] !== 0);
  if (flags & flag.checksum) await input.take(2);
}

/** Feeds the unpacker until it has enough, and puts back what is behind the member. */
async function feed(input: Input, unpack: InflateRaw): Promise<void> {
  let fed = 0;
  for (;;) {
    const chunk = await input.chunk();
    if (!chunk) return void unpack.end();
    fed += chunk.length;
    await new Promise<void>((resolve) => {
      unpack.once('close', resolve);
      unpack.write(chunk, () => {
        unpack.off('close', resolve);
        resolve();
      });
    });
    const behind = fed - unpack.bytesWritten;
    if (unpack.destroyed || behind > 0) return input.back(chunk.subarray(chunk.length - behind));
  }
}

async function* member(input: Input): AsyncGenerator<Buffer, void> {
  await takeHeader(input);
  const unpack = createInflateRaw({ chunkSize });
  const feeding = feed(input, unpack);
  let sum = 0;
  let length = 0;
  for await (const part of unpack as AsyncIterable<Buffer>) {
    sum = crc32(part, sum);
    length += part.length;
    yield part;
  }
  await feeding;
  const trailer = await input.take(8);
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length % 2 ** 32)
    throw new Error('incorrect data check');
}

/** What was packed. Bytes behind it that are no gzip are passed over, and reported to `behind` unless they are zeros. */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  behind: (first: Uint8Array) => void,
): AsyncGenerator<Buffer, void> {
  const input = inputOf(packed);
  try {
    do yield* member(input);
    while ((await input.peek(2)).equals(Buffer.of(0x1f, 0x8b)));
    const rest = await input.peek(16);
    if (rest.some((byte) => byte !== 0)) behind(rest);
  } finally {
    await input.close();
  }
}
