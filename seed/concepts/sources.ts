/** Sources: what was actually read, with licence and dates. */

import { z } from 'zod';
import * as e from '../../db/enums/index.ts';
import * as tables from '../../db/tables/index.ts';
import { entry } from '../kit/entry.ts';
import { placeOf } from '../kit/files.ts';
import { sourceId } from '../kit/ids.ts';
import { source } from '../kit/reader.ts';
import { day, dayOrLess, text, textOf, valueIn, word, yes } from '../kit/value-types.ts';
import { cadenceOfKind } from './source-cadence.ts';

const schema = z.strictObject({
  licences: z.record(text, text),
  sources: z.array(
    z.strictObject({
      id: text.regex(
        /^S[0-9A-Z-]*$/,
        'Expected a name such as S-RVU25D: S, then capitals, digits and hyphens.',
      ),
      title: text,
      publisher: text,
      url: text.optional(),
      official: text.optional(),
      kind: word(e.SourceKind),
      licence: textOf('a name that stands under `licences` at the head of the file'),
      published: dayOrLess.optional(),
      effective: dayOrLess.optional(),
      retrieved: day.describe('the day on which you read it, such as 2026-12-01'),
      evidence: word(e.EvidenceLevel),
      mirror: yes.optional(),
      relayed: yes.optional(),
      cadence: word(e.Cadence).optional(),
      sha256: text.optional(),
      note: text.optional(),
    }),
  ),
});

export default source('data/sources.yaml', schema, function* (data, soFar) {
  for (const record of data.sources) {
    const licence = data.licences[record.licence];
    if (!licence) {
      soFar.report(
        placeOf(record, 'licence'),
        `There is no licence \`${record.licence}\` in \`licences\` above. Add it, or correct the name.`,
      );
    }
    if (record.mirror) soFar.markMirror(record.id);
    const relayed = record.mirror || record.relayed;
    if (record.official && !relayed) {
      soFar.report(
        placeOf(record, 'official'),
        'What was not relayed was read at its official address, `url`. Remove `official`, or write `relayed: yes`.',
      );
    }
    const kind = valueIn(e.SourceKind, record.kind);
    const row = {
      id: sourceId(record.id),
      slug: record.id,
      title: record.title,
      publisher: record.publisher,
      url: record.url ?? null,
      officialUrl: (relayed ? record.official : record.url) ?? null,
      relayed: relayed ? (1 as const) : (0 as const),
      kind,
      licence: licence ?? '',
      publishedOn: record.published ?? null,
      effectiveOn: record.effective ?? null,
      retrievedOn: record.retrieved,
      evidence: valueIn(e.EvidenceLevel, record.evidence),
      cadence: record.cadence ? valueIn(e.Cadence, record.cadence) : cadenceOfKind[kind],
      sha256: record.sha256 ?? null,
      note: record.note ?? null,
    };
    yield entry(tables.source, row, placeOf(record));
  }
});
