/** Agreements that a user accepts by a flag, and never by default. */

import { FileError } from '../format/file.ts';
import type { Catalog } from './catalog.ts';
import type { FileToFetch } from './wanted.ts';

/** The option by which a user accepts. */
export const acceptOption = '--accept-licence';

/** The agreements of a list such as `ama,ada`; throws a FileError that names one that there is not. */
export function acceptedIn(lists: readonly string[], { agreements }: Catalog): readonly string[] {
  const words = lists
    .flatMap((list) => list.split(','))
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const unknown = words.find((word) => !(word in agreements));
  if (unknown !== undefined || (lists.length > 0 && words.length === 0)) {
    const known = Object.entries(agreements).map(([word, of]) => `${word}, ${of}`);
    throw new FileError(
      { path: acceptOption },
      `There is no agreement ${JSON.stringify(unknown ?? '')}. Say one of ${known.join('; ')}.`,
    );
  }
  return [...new Set(words)];
}

/** Where the agreement for a file is read: on the page that CMS puts before it, else on the page of the file. */
export function agreementOf({ url, page, licences }: Pick<FileToFetch, 'url' | 'page' | 'licences'>): string {
  const { host, pathname } = new URL(url);
  const before = licences.length === 1 && licences[0] === 'ama' && host === 'www.cms.gov';
  return before ? `https://www.cms.gov/license/ama?file=${pathname}` : (page ?? url);
}

/** The error that says what has to be accepted, where it is and how; undefined where nothing is missing. */
export function missingAgreement(
  name: string,
  files: readonly FileToFetch[],
  accepted: readonly string[],
  { agreements }: Catalog,
): FileError | undefined {
  const file = files.find(({ licences }) => licences.some((each) => !accepted.includes(each)));
  if (!file) return undefined;
  const of = file.licences.map((each) => agreements[each] ?? each);
  const page = file.page ?? file.url;
  const problem = `This contains works of the ${inWords(of)}, whose ${of.length > 1 ? 'agreements have' : 'agreement has'} to be accepted before it is fetched. Read ${agreementOf(file)}; then either accept here, which is recorded with the source: npm run load -- ${quoted(name)} ${acceptOption} ${file.licences.join(',')}; or open ${page} in a browser, accept there, save the file and load it: npm run load -- FILE.`;
  return new FileError({ path: name }, problem);
}

/** A name as a shell takes it. */
export const quoted = (name: string) => (/[?&*;]/.test(name) ? `'${name}'` : name);

/** What is recorded where agreements were accepted; undefined where none was needed. */
export function acceptance(file: FileToFetch, now: string, { agreements }: Catalog) {
  if (file.licences.length === 0) return undefined;
  return {
    of: file.licences.map((each) => agreements[each] ?? each),
    agreement: agreementOf(file),
    acceptedAt: now,
    flag: `${acceptOption} ${file.licences.join(',')}`,
  };
}

/** `A, B and C`. */
export function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}
