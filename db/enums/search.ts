/** Closed lists about search. */

import { list } from '../kit/enums.ts';

export const FacetField = list('FacetField', 'A property to count statements by.', {
  PAYER: 'Payer, by id; NONE for statements that name none.',
  PAYER_STATED:
    'Payer in the words of a price file; NONE for statements that are no amounts of one or name none.',
  PAYER_BRAND:
    'Brand that is in the words of a price file, by slug: a way of writing, no payer; NONE for names without one.',
  STATEMENT_TYPE: 'Type of statement.',
  COVERAGE_STATUS: 'Whether it is covered; NONE for statements without a value or not about coverage.',
  BASIS: 'Ground of a coverage statement; NONE for others.',
  LINE_OF_BUSINESS: 'Line of business; NONE for statements that have none.',
  SOURCE_KIND: 'Kind of the primary source.',
  RANK: 'Rank.',
  VALUE_STATE: 'Whether the statement gives a value.',
});

export const SearchMatch = list('SearchMatch', 'Which part of an entity a text matched.', {
  NAME: 'The whole text is its code, number, slug or another of its names.',
  LABEL: 'The whole text is its label.',
  LABEL_WORDS:
    'Words of the text are in its names and label: all of them, or the share that the score shows.',
  DESCRIPTION: 'Every word is there, some only in its description.',
});
