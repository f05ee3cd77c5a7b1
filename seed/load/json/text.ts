/** Parses the bytes of a part of a JSON file. */

import { isUtf8 } from 'node:buffer';
import { FileError, NotUtf8, type OfficialFile } from '../format/file.ts';

/** A parser for parts of a file. Throws NotUtf8 where the bytes are not valid, and a FileError that names a part that is not JSON. */
export function parserOf({ path, encoding }: Pick<OfficialFile, 'path' | 'encoding'>) {
  const single = new TextDecoder('windows-1252');
  function text(bytes: Uint8Array): string {
    if (encoding !== 'utf-8') return single.decode(bytes);
    if (!isUtf8(bytes)) throw new NotUtf8(`${path} is not UTF-8.`);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  }
  return (bytes: Uint8Array, name: string): unknown => {
    const found = text(bytes);
    try {
      return JSON.parse(found);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new FileError(
        { path, column: name },
        `This is not JSON: ${problem}. The file may be cut short or altered: fetch it again.`,
      );
    }
  };
}
