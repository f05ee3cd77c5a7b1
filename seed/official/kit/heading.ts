/** Where the table in an official file begins, below notices and preambles. */

import { lines, type OfficialFile } from '../../load/format/file.ts';

/** No notice above a heading comes near this. */
const longestNotice = 64 * 1024;

/** What a heading, which may go over several lines, says by a pattern; undefined where none stands in the file's beginning. */
export async function headingIn(file: OfficialFile, heading: RegExp): Promise<RegExpExecArray | undefined> {
  let above = '';
  for await (const { text } of lines(file)) {
    above += `${text}\n`;
    const found = heading.exec(above);
    if (found) return found;
    if (above.length > longestNotice) break;
  }
  return undefined;
}
