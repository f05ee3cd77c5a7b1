/** Sources and citations. */

import * as e from '../enums/index.ts';
import { day, entityTable, flag, linkTable, oneOf, orNull, ref, text, whole } from '../kit/table.ts';
import { ptpCitations } from './pair-edit-views.ts';

export const source = entityTable({
  name: 'source',
  type: 'Source',
  description: 'A document or data set that was actually read.',
  inMemory: true,
  columns: {
    slug: text('Short name, such as S-42CFR410-31; unique.'),
    title: text('Title.'),
    publisher: text('Who published it.'),
    url: orNull(text('Where it was published; null when no address is known.')),
    officialUrl: orNull(
      text(
        'Where its publisher itself publishes it: the file, else the page that leads to it; null when no such address is known.',
      ),
    ),
    relayed: flag('Whether it was read in a copy or re-packaging that another than its publisher keeps.'),
    kind: oneOf(e.SourceKind, 'What kind of document it is.'),
    licence: text('Under which terms its facts may be used here.'),
    publishedOn: orNull(
      text('When it was published, as exactly as it says: YYYY, YYYY-MM or YYYY-MM-DD, such as 2026-10.'),
    ),
    effectiveOn: orNull(
      text('When it took effect, as exactly as it says: YYYY, YYYY-MM or YYYY-MM-DD, such as 2026-10.'),
    ),
    retrievedOn: day('The day by which it had been read.'),
    evidence: oneOf(e.EvidenceLevel, 'Whether it is the authority itself or reports about it.'),
    cadence: oneOf(e.Cadence, 'How often it has to be read again; decided here, by its kind or format.'),
    sha256: orNull(
      text('SHA-256 of the file that was parsed, such as `sha256sum` prints; null where no file was kept.'),
    ),
    note: orNull(text('How it was read, and how much of it could be seen.')),
  },
});

export const citation = linkTable({
  name: 'citation',
  description: 'Where a statement or an entity comes from, down to the passage.',
  cluster: ['subjectId', 'seq'],
  walkedBy: ['sourceId'],
  own: 'citation_own',
  bulk: ptpCitations,
  columns: {
    subjectId: text('The statement or entity that cites the source.'),
    seq: whole('Order; 0 is the primary source.'),
    sourceId: ref('source', 'The source.'),
    role: oneOf(e.SourceRole, 'The role of the source for it.'),
    locator: orNull(
      text(
        'Section, page, table row or file line, such as "APC 5521"; null where the whole source is meant.',
      ),
    ),
    part: orNull(text('Which part of the subject it supports, such as one side of a disagreement.')),
  },
});
