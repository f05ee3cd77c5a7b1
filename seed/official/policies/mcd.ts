/**
 * The Medicare Coverage Database: exports (`current_lcd.zip`, `all_article.zip`, `ncd.zip` and the like, each with an inner zip of
 * CSV tables), and pages of the Coverage API, which state the same. A work of the US government; the descriptions of codes in
 * it belong to AMA and AHA and are left out, and so is the prose of the policies.
 */

import type { OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading, Recognised, Sighting } from '../../load/format/format.ts';
import { hasPages, pagesIn } from './coverage-api.ts';
import { type Contractors, contractorRows, contractorsOf } from './mcd-contractors.ts';
import { type DocumentKind, documentKinds, documentRows, wantedDocuments } from './mcd-documents.ts';
import { codesOf, diagnosesOf, relationsOf, revisionsOf } from './mcd-lists.ts';
import { nationalDeterminations } from './mcd-national.ts';
import { type McdSource, memberOf } from './mcd-tables.ts';

/** Whatever the files are called, they are of one database: what several of them state is stated once. */
function recognise(sighting: Sighting): Recognised | undefined {
  const holds = (table: string) => memberOf(sighting.members, table) !== undefined;
  const local = documentKinds.some(({ table }) => holds(table) && holds(`${table}_x_contractor`));
  return local || holds('ncd_trkg') || hasPages(sighting) ? {} : undefined;
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  yield* statedIn(file.members.length > 0 ? file : await pagesIn(file, reading), reading);
}

async function* statedIn(file: McdSource, reading: Reading): AsyncGenerator<Extracted, void> {
  const contractors = await contractorsOf(file, reading);
  yield* contractorRows(contractors, reading);
  for (const kind of documentKinds) yield* documentsOf(file, kind, contractors, reading);
  if (!reading.codes) yield* nationalDeterminations(file, reading);
}

async function* documentsOf(
  file: McdSource,
  kind: DocumentKind,
  contractors: Contractors,
  reading: Reading,
): AsyncGenerator<Extracted, void> {
  const documents = await wantedDocuments(file, kind, contractors, reading);
  yield* documentRows(kind, documents, reading);
  yield* codesOf(file, kind, documents, reading);
  yield* diagnosesOf(file, kind, documents, reading);
  yield* relationsOf(file, kind, documents, reading);
  yield* revisionsOf(file, kind, documents, reading);
}

export const mcd: Format = {
  name: 'mcd',
  label: 'Medicare Coverage Database',
  publisher: 'CMS',
  licence: 'US government work; code descriptions of AMA and AHA are left out',
  url: 'https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx',
  kind: 'COVERAGE_DETERMINATION',
  cadence: 'WEEKLY',
  whole: false,
  snapshot: true,
  recognise,
  read,
};
