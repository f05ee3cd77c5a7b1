/** Closed lists about sources: how near they are to their publisher, and how often they are read again. */

import { list } from '../kit/enums.ts';

export const SourceLevel = list(
  'SourceLevel',
  'What was read, in plain words. It follows from the kind of the source, its evidence, and whether it was read in a copy.',
  {
    OFFICIAL_FILE:
      'A data file as its publisher publishes it. That a loaded file is unaltered is the word of the person who loaded it; its SHA-256 identifies it.',
    OFFICIAL_PAGE:
      'A page or document of an authority, read there: law, a coverage determination, a payment policy, a clearance.',
    PUBLISHER_DOCUMENT:
      'A page or document of a payer, a society, a journal or a maker, read at its publisher.',
    RELAY_OF_PUBLISHER: "The publisher's data or text, read in a copy or re-packaging that another keeps.",
    SECONDARY_REPORT:
      'What another states of it: a summary, an article, a report page, or figures made of it.',
  },
);

export const Cadence = list('Cadence', 'How often a source has to be read again.', {
  DAILY: 'Every day.',
  WEEKLY: 'Every seven days.',
  MONTHLY: 'Every month.',
  QUARTERLY: 'In every quarter of the calendar, for which there is a new release.',
  YEARLY: 'Every year.',
  NEVER: 'Not at all: a dated document that does not change.',
  UNKNOWN: 'Nobody has determined it.',
});

export const FreshnessState = list(
  'FreshnessState',
  'Whether what was read is recent enough on a day. It does not tell whether it still holds: see `validity`.',
  {
    CURRENT: 'A source that supports it need not have been read again by that day.',
    STALE: 'Every source that supports it should have been read again by that day, and none was.',
    UNKNOWN:
      'Those with a known day should have been read again; for the others no day is known by which they should be.',
  },
);
