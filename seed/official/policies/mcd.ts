/**
 * Medicare Coverage Database exports: `current_lcd.zip`, `all_article.zip`, `ncd.zip` and the like, each with an inner zip
 * of CSV tables. A work of the US government; the descriptions of codes in it belong to AMA and AHA and are left out, and
 * so is the prose of the policies.
 */

import type { OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading, Recognised, Sighting } from '../../load/format/format.ts';
import { type Contractors, contractorRows, contractorsOf } from './mcd-contractors.ts';
import { type DocumentKind, documentKinds, documentRows, wantedDocuments } from './mcd-documents.ts';
import { codesOf, diagnosesOf, relationsOf, revisionsOf } from './mcd-lists.ts';
import { nationalDeterminations } from './mcd-national.ts';
import { memberOf } from './mcd-tables.ts';

function recognise({ name, members }: Sighting): Recognised | undefined {
  const holds = (table: string) => memberOf(members, table) !== undefined;
  const local = documentKinds.some(({ table }) => holds(table) && holds(`${table}_x_contractor`));
  if (!local && !holds('ncd_trkg')) return undefined;
  const stem = name.replace(/(_csv)?\.zip$/i, '').toLowerCase();
  return { part: stem };
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const contractors = await contractorsOf(file, reading);
  yield* contractorRows(contractors);
  for (const kind of documentKinds) yield* documentsOf(file, kind, contractors, reading);
  if (!reading.codes) yield* nationalDeterminations(file);
}

async function* documentsOf(
  file: OfficialFile,
  kind: DocumentKind,
  contractors: Contractors,
  reading: Reading,
): AsyncGenerator<Extracted, void> {
  const documents = await wantedDocuments(file, kind, contractors, reading);
  yield* documentRows(kind, documents);
  yield* codesOf(file, kind, documents, reading);
  yield* diagnosesOf(file, kind, documents, reading);
  yield* relationsOf(file, kind, documents);
  yield* revisionsOf(file, kind, documents);
}

export const mcd: Format = {
  name: 'mcd',
  label: 'Medicare Coverage Database export',
  publisher: 'CMS',
  licence: 'US government work; code descriptions of AMA and AHA are left out',
  url: 'https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx',
  kind: 'COVERAGE_DETERMINATION',
  cadence: 'WEEKLY',
  whole: false,
  recognise,
  read,
};
