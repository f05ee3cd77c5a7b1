/** Finds the heading of a table in an official file, below notices and preambles. */

import { lines, type OfficialFile } from '../../load/format/file.ts';

/** In characters. No notice above a heading comes near this. */
const longestNotice = 64 * 1024;

/** The match of a heading, which may span several lines; undefined where the beginning of the file has none. */
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

/** What separates the cells below a heading: tabs in the text that spreadsheets save as UTF-16, else commas. */
export async function separatorIn(file: OfficialFile, heading: RegExp): Promise<',' | '\t'> {
  const found = await headingIn(file, heading);
  return found?.[0].includes('\t') ? '\t' : ',';
}
