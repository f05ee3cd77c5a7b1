/** Closed lists about history. */

import { list } from '../kit/enums.ts';

export const ChangeKind = list('ChangeKind', 'What happened to a statement from one release to the next.', {
  CREATED: 'It is new.',
  UPDATED:
    'Its content changed, or it is new and corrects the one named as previous, which is no longer in force.',
  RETIRED: 'It is no longer in force or in the release, and nothing new replaces it.',
  RANK_CHANGED: 'Only its rank changed.',
  EDITION_ADDED:
    'An edition of what is published again and again was added. What it states otherwise than the one before has events of its own; the rest is counted: read again what its source is cited for.',
  SOURCE_REFRESHED: 'Only what it cites changed: other sources or passages, or a source that was read again.',
});

export const ChangeCause = list('ChangeCause', 'Whether the world changed or what this graph knows of it.', {
  PUBLISHER:
    'The payer, or another publisher, changed it: it holds, or ends, on a day after the release before.',
  KNOWLEDGE:
    'It was so before, or its day is not known: this graph learned of it, corrected itself, or read a source again.',
});

export const DownloadFormat = list('DownloadFormat', 'A kind of file in which the graph can be downloaded.', {
  SQLITE: 'The whole graph, as the SQLite database that the server answers from.',
  CSV: 'A table with a heading, as in RFC 4180. A cell that a spreadsheet would run begins with an apostrophe.',
  NDJSON: 'One JSON object per line.',
  PARQUET: 'Typed columns in groups of rows, as Apache Parquet has them; amounts are decimals of two places.',
});
