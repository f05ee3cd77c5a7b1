/** Closed lists about history. */

import { list } from '../kit/enums.ts';

export const ChangeKind = list('ChangeKind', 'What happened to a statement from one release to the next.', {
  CREATED: 'It is new.',
  UPDATED:
    'What it says changed, or it is new and corrects the one named as previous, which is no longer held.',
  RETIRED: 'It is no longer held, and nothing new stands in its place.',
  RANK_CHANGED: 'Only its rank changed.',
  SOURCE_REFRESHED: 'Only what it cites changed: other sources or passages, or a source that was read anew.',
});

export const DownloadFormat = list('DownloadFormat', 'A kind of file in which the graph can be had.', {
  SQLITE: 'The whole graph, as the SQLite database that the server answers from.',
  CSV: 'A table with a heading, as in RFC 4180. A cell that a spreadsheet would run begins with an apostrophe.',
  NDJSON: 'A JSON object a line.',
});
