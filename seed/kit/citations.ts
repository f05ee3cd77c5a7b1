/** Citations: how the text names its sources, and the rows that come of it. */

import { z } from 'zod';
import { citation } from '../../db/tables/index.ts';
import type { Citation } from './entry.ts';
import { type Entry, entry } from './entry.ts';
import { placeOf } from './files.ts';
import { sourceId } from './ids.ts';
import type { Place } from './problems.ts';
import type { RowsSoFar } from './rows-so-far.ts';
import { text, textOf } from './value-types.ts';

/** A citation as it is written in YAML: `{source: S-RVU25D, at: row 77090}`. */
const cited = z.strictObject({
  source: textOf('the id of a source in seed/data/sources.yaml'),
  at: text.optional(),
});

/** The sources of a record, the one it rests on first. */
export const sources = z
  .array(cited)
  .min(1, 'Cite at least one source.')
  .describe('a list of sources such as `- { source: S-RVU25D, at: row 77090 }`, the one it rests on first');

/** The sources of a row of CSV: `S-RVU25D @ row 77090 | S-RVU-ARK`. */
export const sourcesCell = text.regex(
  /^S[0-9A-Z-]*( @ [^|@]+)?( \| S[0-9A-Z-]*( @ [^|@]+)?)*$/,
  'Expected sources such as `S-RVU25D @ row 77090 | S-RVU-ARK`, the one it rests on first.',
);

/** The citations of a YAML record. */
export function listed(list: z.infer<typeof sources>, part?: string): readonly Citation[] {
  return list.map((item) => ({ ...item, part, place: placeOf(item) }));
}

/** The citations of a CSV row. */
export function listedInCell(cell: string, place: Place): readonly Citation[] {
  return cell.split(' | ').map((item) => {
    const [source = '', at] = item.split(' @ ');
    return { source, at, place };
  });
}

/** Citations of several records as those of one, each once. */
export function merged(citations: readonly Citation[]): readonly Citation[] {
  return [
    ...new Map(citations.map((found) => [`${found.source} ${found.at} ${found.part}`, found])).values(),
  ];
}

/** The rows that tie a statement or an entity to its sources: the first is primary, a re-packaging beside it an aggregator. */
export function* cite(subjectId: string, citations: readonly Citation[], soFar: RowsSoFar): Iterable<Entry> {
  for (const [seq, { source, at, part, place }] of citations.entries()) {
    const further = soFar.isMirror(source) ? 'AGGREGATOR_KNOWLEDGE_SOURCE' : 'SUPPORTING_DATA_SOURCE';
    yield entry(
      citation,
      {
        subjectId,
        seq,
        sourceId: sourceId(source),
        role: seq === 0 ? 'PRIMARY_KNOWLEDGE_SOURCE' : further,
        locator: at ?? null,
        part: part ?? null,
      },
      place,
    );
  }
}
