/** What every statement has. */

import * as e from '../enums/index.ts';
import { day, instant, oneOf, orNull, text, type Values } from '../kit/table.ts';

/** What every statement carries beside what it says. */
export const envelope = {
  id: text('Readable and stable across rebuilds; a correction gets a new id and closes the old row.'),
  valueState: oneOf(e.ValueState, 'Whether a value is held.'),
  unknownReason: orNull(oneOf(e.UnknownReason, 'Set exactly when `valueState` is `UNKNOWN_VALUE`.')),
  rank: oneOf(e.StatementRank, 'Which to believe first; reads leave out `DEPRECATED` unless asked.'),
  rankReason: orNull(text('Why the rank is not the ordinary one.')),
  validFrom: orNull(
    day('First day on which it holds, tested against the date of service. Null: the beginning is not known.'),
  ),
  validTo: orNull(day('First day on which it no longer holds. Null: see `validEnd`.')),
  validEnd: oneOf(e.ValidityEnd, 'What is known of the end.'),
  recordedFrom: instant('Since when this graph holds it.'),
  recordedTo: orNull(instant('When this graph stopped holding it; null while it does.')),
  supersededBy: orNull(text('The id of the statement that corrected it.')),
  knowledgeLevel: oneOf(e.KnowledgeLevel, 'How it was come by.'),
  agentType: oneOf(e.AgentType, 'Who made it out of the source.'),
  evidence: oneOf(e.EvidenceLevel, 'How near the text that was read stands to the authority.'),
  note: orNull(text('What a reader should know beside it; own words.')),
} as const;

/** What every statement holds beside what it says. */
export type Envelope = Values<typeof envelope>;
