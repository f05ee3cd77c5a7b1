/** Why a file is of no known format, and what to do about it, judged by its first bytes. */

import type { Sighting } from '../format/format.ts';
import { knownUnread, type Seen } from './known-unread.ts';

/** The reason where none of the known ones applies. */
export const noKnownFormat = 'no known format';

const olderOffice = 'it is a file of an older office program, such as a spreadsheet: save its table as CSV';
const olderSpreadsheet = 'it is a spreadsheet of an older office program, .xls: save its table as CSV';
const xml = 'it is XML, which is not read';
const unpack = 'unpack it yourself and load what is in it';

/** Patterns of first characters; binary files are matched as decoded by CP1252. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:[\x20-\x7e]\0){4}|^(?:\0[\x20-\x7e]){4}/,
    'its text is UTF-16 without a byte-order mark: save it as UTF-8',
  ],
  [
    /^\s*\[/,
    'its root is a list, and in what is read it is an object, such as {"hospital_name": …, "standard_charge_information": […]}: ask its publisher for a file of that form',
  ],
  [/^7z\u00bc\u00af/, `it is a 7z archive: ${unpack}`],
  [/^Rar!\W/, `it is a RAR archive: ${unpack}`],
  [/^BZh\d1AY&SY/, `it is packed with bzip2: ${unpack}`],
  [/^\u00fd7zXZ/, `it is packed with xz: ${unpack}`],
  [/^\(\u00b5\/\u00fd/, `it is packed with Zstandard: ${unpack}`],
  [/^.{257}ustar/s, `it is a tar archive: ${unpack}`],
  [/^%PDF-/, 'it is a PDF, which is read by people only'],
  [/^\u00d0\u00cf\W\u00e0\u00a1\u00b1/, olderOffice],
  [/^PAR1/, 'it is Parquet: ask who publishes it for the JSON or CSV that it was made from'],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?<Error>/i,
    'it is what a server says that refuses a file, saved in place of the file: its address may have expired, fetch it again by a new one',
  ],
  [
    /^\s*(?:<!--.*?-->\s*)*(?:<!doctype html|<html)/is,
    'it is a web page, saved in place of the file: fetch the file that the page leads to',
  ],
  [/^\s*<(?:\?xml|[A-Za-z])/, `${xml}: ask who publishes it for the same as JSON or CSV`],
];

/** Why a file is not read, as precisely as its head and its name allow. */
export function unknownFile(sighting: Seen): string {
  const { name, head } = sighting;
  if (head === '') return 'it is empty';
  const text = head.replace(/^\uFEFF/, '');
  const form = beginnings.find(([begins]) => begins.test(text))?.[1];
  if (form === olderOffice && /\.xl[st]$/i.test(name)) return knownUnread(sighting) ?? olderSpreadsheet;
  // A page or an error in place of a file is not what its name promises.
  if (form !== undefined && !form.startsWith(xml)) return form;
  return knownUnread(sighting) ?? form ?? noKnownFormat;
}

/** Why an archive is not searched that is an office document; undefined for any other archive. */
export function officeFile({ name, members }: Pick<Sighting, 'name' | 'members'>): string | undefined {
  if (!members.includes('[Content_Types].xml')) return undefined;
  if (!members.some((member) => member.startsWith('xl/'))) return 'it is a document of a word processor';
  // Saving a table that is not read as CSV would be in vain.
  return knownUnread({ name, head: '' }) ?? 'it is a spreadsheet: save its table as CSV';
}
