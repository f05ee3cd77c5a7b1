/** Writes zip archives for tests: the members as given, with whatever sizes and names a test wants to lie about. */

import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  readonly name: string;
  readonly content: string | Buffer;
  /** The size that the archive claims; the true one where none is given. */
  readonly claims?: number;
  /** A checksum that is not that of the content. */
  readonly damaged?: boolean;
  /** The method by which the archive says that it is packed: 0 leaves it as it is, any other packs it by 8 all the same. */
  readonly method?: number;
  /** The content that it has as packed, where that is another than the true one. */
  readonly packedAs?: Buffer;
}

/** A zip archive as bytes. */
export function zip(members: readonly Packed[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, damaged = false, method = 8, packedAs } of members) {
    const plain = Buffer.from(content);
    const packed = packedAs ?? (method === 0 ? plain : deflateRawSync(plain));
    const named = Buffer.from(name);
    const sum = (crc32(plain) + (damaged ? 1 : 0)) >>> 0;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(sum, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? plain.length, 18);
    shared.writeUInt16LE(named.length, 22);
    bodies.push(Buffer.from('PK\u0003\u0004'), shared, named, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, tail, named);
    offset += 30 + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006'), end]);
}
