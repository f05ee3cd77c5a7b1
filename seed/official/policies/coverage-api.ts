/**
 * Pages of the CMS Coverage API (JSON): documents with their codes, diagnoses, contractors, relations and revisions, and
 * reports that list documents. They state what the export of the coverage database states. A document and its lists
 * are pages of their own, so that several pages may be put into one file as a list. A work of the US government;
 * descriptions of codes and the prose of policies are left out.
 */

import type { OfficialFile } from '../../load/format/file.ts';
import { decoderOf, FileError } from '../../load/format/file.ts';
import type { Reading, Sighting } from '../../load/format/format.ts';
import { tablesIn } from './coverage-api-pages.ts';
import { documentKinds, keyOf } from './mcd-documents.ts';
import type { McdPages } from './mcd-tables.ts';

/** In bytes: the longest lists have some ten thousand rows. */
const longest = 256 * 1024 * 1024;

const fields = /"(?:lcd_id|article_id|document_display_id|contract_number)"/i;

/** Whether a file has pages of the API, by their frame and the fields of their rows. */
export function hasPages({ head }: Pick<Sighting, 'head'>): boolean {
  const text = head.replace(/^\ufeff/, '');
  const framed = /^\s*(?:\[\s*)?\{\s*"(?:meta|data)"\s*:/.test(text) && /"data"\s*:/.test(text);
  return framed && fields.test(text);
}

async function contentOf(file: OfficialFile): Promise<unknown> {
  const decode = decoderOf(file);
  let text = '';
  for await (const part of file.chunks()) {
    text += decode(part);
    if (text.length > longest)
      throw new FileError(
        { path: file.path },
        `Pages of the API may have ${longest} bytes, this file has more. Load its pages in several files.`,
      );
  }
  try {
    return JSON.parse((text + decode()).replace(/^\ufeff/, ''));
  } catch (error) {
    throw new FileError(
      { path: file.path },
      `This is not JSON: ${error instanceof Error ? error.message : String(error)}. The file may be cut short: fetch it again. Several pages in one file stand in a list, [page, page].`,
    );
  }
}

/** How many rows of lists are of documents whose own page the file lacks, and how many documents have no contractor. */
function lonely({ tables }: McdPages): { readonly lists: number; readonly documents: number } {
  let [lists, documents] = [0, 0];
  for (const kind of documentKinds) {
    const own = new Set((tables.get(kind.table) ?? []).map((row) => keyOf(row, kind)));
    const owned = new Set((tables.get(`${kind.table}_x_contractor`) ?? []).map((row) => keyOf(row, kind)));
    documents += [...own].filter((key) => !owned.has(key)).length;
    for (const [table, rows] of tables)
      if (table.startsWith(`${kind.table}_`) && table !== `${kind.table}_x_contractor`)
        lists += rows.filter((row) => !own.has(keyOf(row, kind))).length;
  }
  return { lists, documents };
}

/** The tables that the pages of a file make; tells what is not read, and which pages are missing. */
export async function pagesIn(
  file: OfficialFile,
  { skip, report }: Pick<Reading, 'skip' | 'report'>,
): Promise<McdPages> {
  const pages = tablesIn(file.path, await contentOf(file));
  for (let n = 0; n < pages.notRead; n += 1) skip('row of a page that is not read');
  const { lists, documents } = lonely(pages);
  for (let n = 0; n < lists; n += 1) skip('row of a document whose own page is not in the file');
  if (documents > 0 || lists > 0)
    report?.(
      'A list of codes tells no title, no days and no contractor, and a document tells no contractor. Put their pages into one file, as a list: [/v1/data/article, /v1/data/article/contractor, /v1/data/contractor, /v1/data/article/hcpc-code, …], or with the report that lists the document.',
    );
  return pages;
}
