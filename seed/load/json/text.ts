/** Parses the bytes of a part of a JSON file. */

import { isUtf8 } from 'node:buffer';
import { FileError, NotUtf8, type OfficialFile } from '../format/file.ts';
import { parsed } from './mend.ts';

/** Takes the name of a part that is not JSON as it is written, and what is wrong with it. */
export type Mended = (name: string, problem: string) => void;

/** What to do about JSON that is wrong within a file that goes on after it. */
export const writtenSo =
  'The file goes on after it, so its publisher wrote it so: report it there, and load the corrected file.';

/**
 * A parser for parts of a file. Text that can be read in one way only is read, and reported to `onMended`. Throws NotUtf8
 * where the bytes are not valid, and a FileError that names a part that is not JSON.
 */
export function parserOf({ path, encoding }: Pick<OfficialFile, 'path' | 'encoding'>, onMended?: Mended) {
  const single = new TextDecoder('windows-1252');
  function text(bytes: Uint8Array): string {
    if (encoding !== 'utf-8') return single.decode(bytes);
    if (!isUtf8(bytes)) throw new NotUtf8(`${path} is not UTF-8.`);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  }
  function parseMended(found: string, name: string, error: unknown): unknown {
    const problem = error instanceof Error ? error.message : String(error);
    let value: unknown;
    try {
      value = parsed(found);
    } catch {
      throw new FileError({ path, column: name }, `This is not JSON: ${problem}. ${writtenSo}`);
    }
    onMended?.(name, problem);
    return value;
  }
  return (bytes: Uint8Array, name: string): unknown => {
    if (bytes.includes(0))
      throw new FileError(
        { path, column: name },
        `There is a NUL character, which no text has. ${writtenSo}`,
      );
    const found = text(bytes);
    try {
      return JSON.parse(found);
    } catch (error) {
      return parseMended(found, name, error);
    }
  };
}
