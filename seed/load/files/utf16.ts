/** Text in UTF-16, which its byte-order mark tells, as the UTF-8 that all formats read. */

import { FileError, type OfficialFile } from '../format/file.ts';

function encodingOf(first: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined;
}

/** The same bytes, or the UTF-8 of UTF-16 with a byte-order mark. */
export function asUtf8<T extends Pick<OfficialFile, 'path' | 'chunks'>>(bytes: T): T {
  const { path } = bytes;
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let first: Buffer | undefined = Buffer.alloc(0);
    let decode: ((part?: Uint8Array) => Uint8Array) | undefined;
    for await (const part of bytes.chunks()) {
      let next: Uint8Array = part;
      if (first) {
        next = first = Buffer.concat([first, part]);
        if (first.length < 2) continue;
        const encoding = encodingOf(first);
        decode = encoding && decoderOf(path, encoding);
        first = undefined;
      }
      yield decode ? decode(next) : next;
    }
    if (first && first.length > 0) yield first;
    if (decode) yield decode();
  }
  return { ...bytes, chunks };
}

function decoderOf(path: string, encoding: 'utf-16le' | 'utf-16be') {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (part?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(part ? decoder.decode(part, { stream: true }) : decoder.decode());
    } catch {
      throw new FileError(
        { path },
        'Its text begins as UTF-16 and has bytes that are none, or ends within a character. It may be cut short: fetch it again, or save it as UTF-8.',
      );
    }
  };
}
