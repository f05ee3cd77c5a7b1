/** What is published again and again: series, their editions, and the runs of editions in which rows say something. */

import { day, flag, instant, linkTable, orNull, ref, text, textList, whole } from '../kit/table.ts';

export const series = linkTable({
  name: 'series',
  description:
    'What is published again and again, such as ICD-10-CM or the price file of a hospital; the text of the seed is the first.',
  cluster: ['number'],
  walkedBy: ['part'],
  columns: {
    number: whole('Its number, in the order in which they were begun.'),
    part: text(
      'Format, publisher and part of the release, as a JSON array; `seed` for the text of the seed.',
    ),
    name: text('The name by which its publisher called itself last; empty where a format has one publisher.'),
    marks: textList('What tells files of one publisher and part apart, such as the networks of a payer.'),
  },
});

export const seriesTable = linkTable({
  name: 'series_table',
  description:
    'Which tables of statements a series has ever filled, so that its releases are found from them.',
  cluster: ['tableName', 'series'],
  columns: {
    tableName: text('Name of the table.'),
    series: whole('Number of the series.'),
  },
});

export const edition = linkTable({
  name: 'edition',
  description: 'One reading of one publication of a series. What all rows of it share is stored here once.',
  cluster: ['series', 'number'],
  walkedBy: ['sourceId'],
  columns: {
    series: whole('Number of the series.'),
    number: whole(
      'In the order in which editions follow each other: the first day and four digits for what was published for it after another; of the text of the seed, the moment of recording.',
    ),
    release: orNull(text('The release, such as RVU25D; null for the text of the seed.')),
    sourceId: orNull(ref('source', 'The file as a source; null for the text of the seed.')),
    validFrom: orNull(
      day('First day on which it holds; null for the text of the seed, whose rows have days of their own.'),
    ),
    validTo: orNull(day('First day on which it no longer holds; null where it holds until the next.')),
    confirmedTo: orNull(
      day(
        'First day for which it was not published, where it holds on until another is read: that after its quarter or year. Null where it was published for all its days.',
      ),
    ),
    recordedFrom: instant('Since when it is on record here.'),
    whole: flag('Whether what it does not state has ended.'),
  },
});

export const run = linkTable({
  name: 'run',
  description:
    'A run of editions of a series: a row says something from the first to the last edition of its run. The dates follow from the editions.',
  cluster: ['number'],
  walkedBy: ['series'],
  checks: ['last_edition is null or first_edition <= last_edition'],
  columns: {
    number: whole('The number by which rows refer to it.'),
    series: whole('Number of the series.'),
    firstEdition: whole('Number of the first edition.'),
    lastEdition: orNull(whole('Number of the last edition; null: it goes on with the newest.')),
    ownDays: flag('Whether its rows have days of their own, which hold whatever the days of the edition.'),
    closedAt: orNull(instant('When its rows were found to be wrong; null where they were not.')),
    validFrom: orNull(day('First day of its editions.')),
    validTo: orNull(day('First day after them.')),
    recordedFrom: instant('Since when its first reading is on record here.'),
    recordedTo: orNull(instant('When none of its editions was on record any more; null while one is.')),
    release: orNull(text('The release of its first edition.')),
  },
});

export const runDays = linkTable({
  name: 'run_days',
  description:
    'The days on which rows of a run hold, as known at a time: without the days between editions that no edition covers.',
  cluster: ['run', 'seq'],
  columns: {
    run: whole('Number of the run.'),
    seq: whole('Its place among those of the run.'),
    validFrom: orNull(day('First day; null: no first day is known.')),
    validTo: orNull(day('First day after them; null: none is known.')),
    recordedFrom: instant('Since when that is known.'),
    recordedTo: orNull(instant('Until when that was known; null while it is.')),
  },
});

export const runSource = linkTable({
  name: 'run_source',
  description: 'The sources of the editions of a run: what its rows cite.',
  cluster: ['run', 'seq'],
  walkedBy: ['sourceId'],
  columns: {
    run: whole('Number of the run.'),
    seq: whole('0 for the first edition, which its rows have their locators in.'),
    sourceId: ref('source', 'The source.'),
  },
});
