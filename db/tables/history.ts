/** The release and what changed from release to release. */

import * as e from '../enums/index.ts';
import { day, instant, linkTable, oneOf, orNull, text, textList, whole } from '../kit/table.ts';

export const changeEvent = linkTable({
  name: 'change_event',
  description:
    'What happened to statements from release to release, in order. Continued by every build; states nothing about the data itself.',
  cluster: ['seq'],
  columns: {
    seq: whole('Place in the feed, counted from 1 over all releases.'),
    at: instant('When the release that added it was built.'),
    kind: oneOf(e.ChangeKind, 'What happened.'),
    statementId: text(
      'The statement, which may no longer be in the release; where an edition was added, its source.',
    ),
    previousId: orNull(text('The statement that it corrects, when it does.')),
    payerIds: textList('The payers it names, or named before.'),
    codeIds: textList('The billing codes it names, or named before.'),
    policyIds: textList('The policies it names, or named before.'),
    cause: oneOf(e.ChangeCause, 'Whether the world changed or what this graph knows of it.'),
    effectiveOn: orNull(
      day(
        'The day on which it begins to hold in the world, or no longer does; null where none is known or no such day changed.',
      ),
    ),
    text: orNull(
      text(
        'The statement in words, as the release that added the event had it; of one that is gone, as the release before had it. Null where an edition was added.',
      ),
    ),
    previousText: orNull(
      text('What was stated before, in words; null where that reads the same or where nothing was.'),
    ),
    sourceId: orNull(text('The source that it rests on, at that time; null where it is not recorded.')),
    note: orNull(text('What changed, in a sentence; null when the kind is enough.')),
    statementCount: orNull(
      whole(
        'How many statements an added edition states that have no event of their own; null for other kinds.',
      ),
    ),
  },
});

export const release = linkTable({
  name: 'release',
  description: 'What this database is: one row, written last.',
  cluster: ['contentHash'],
  columns: {
    contentHash: text(
      'Hash over all that its rows follow from: the text of the seed, the files that were loaded, and the program; the version of the data, the cache key and the ETag.',
    ),
    feedId: text('The feed of changes that this release continues; another one begins where it cannot.'),
    programHash: text(
      'Hash of the program files that shaped its rows; a program with another one refuses to serve it.',
    ),
    programVersion: text('The version of the program that built it.'),
    builtAt: instant('When it was built.'),
    counts: text('Rows per table as a JSON object.'),
    largestGroups: orNull(
      text(
        'For each column that rows are walked by, the most rows that share one value in it, as a JSON object such as {"coverage.payer_id": 812}; where that has ids of any type, also for each type. Null where not measured.',
      ),
    ),
  },
});
