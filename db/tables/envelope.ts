/** What every statement has. */

import * as e from '../enums/index.ts';
import { inOrder, laterFirst } from '../kit/order.ts';
import { type ColumnValues, day, instant, oneOf, orNull, text } from '../kit/table.ts';

/** The columns of every statement besides its content. */
export const envelope = {
  id: text('Readable and stable across rebuilds; a correction gets a new id and closes the old row.'),
  valueState: oneOf(e.ValueState, 'Whether the statement gives a value.'),
  unknownReason: orNull(oneOf(e.UnknownReason, 'Set exactly when `valueState` is `UNKNOWN_VALUE`.')),
  rank: oneOf(
    e.StatementRank,
    'Which statement answers first; reads leave out `DEPRECATED` unless requested.',
  ),
  rankReason: orNull(text('Why the rank is not the ordinary one.')),
  validFrom: orNull(
    day('First day on which it holds, tested against the date of service. Null: the beginning is not known.'),
  ),
  validTo: orNull(day('First day on which it no longer holds. Null: see `validEnd`.')),
  validEnd: oneOf(e.ValidityEnd, 'What is known of the end.'),
  recordedFrom: instant('Since when this graph has it on record.'),
  recordedTo: orNull(instant('When it ceased to be on record; null while it is.')),
  supersededBy: orNull(text('The id of the statement that corrected it.')),
  knowledgeLevel: oneOf(e.KnowledgeLevel, 'How it was obtained.'),
  agentType: oneOf(e.AgentType, 'Who derived it from the source.'),
  evidence: oneOf(e.EvidenceLevel, 'How close the text that was read is to the authority.'),
  note: orNull(text('What else a reader should know; own words.')),
} as const;

/** Which of several statements is believed first: the preferred, then what the authority states itself, then the later. */
export const believed = [
  inOrder('rank', 'PREFERRED', 'NORMAL'),
  inOrder('evidence', 'PRIMARY'),
  laterFirst('validFrom'),
] as const;

/** The values of the envelope of a statement. */
export type Envelope = ColumnValues<typeof envelope>;
