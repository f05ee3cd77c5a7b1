/** What every statement carries beside what it says: the keys of the text, and the columns that come of them. */

import { z } from 'zod';
import * as e from '../../db/enums/index.ts';
import type { Envelope } from '../../db/tables/index.ts';
import type { Citation } from './entry.ts';
import { placeOf } from './files.ts';
import type { Place } from './problems.ts';
import type { RowsSoFar } from './rows-so-far.ts';
import {
  dateNote,
  day,
  dayAfter,
  dayOrLess,
  firstDay,
  moment,
  oneOf,
  text,
  valueIn,
  word,
} from './value-types.ts';

/** Since when this graph holds what the first seed says. */
export const firstRecorded = '2026-11-24T00:00:00Z';

/** Keys that any statement may have. `through` is the last day, as sources put it; the end is stored half-open. */
export const envelopeKeys = {
  from: dayOrLess.optional(),
  through: day.optional(),
  end: oneOf(['open']).optional(),
  rank: word(e.StatementRank).optional(),
  rankReason: text.optional(),
  evidence: word(e.EvidenceLevel).optional(),
  knowledge: word(e.KnowledgeLevel).optional(),
  agent: word(e.AgentType).optional(),
  note: text.optional(),
  recordedFrom: moment.optional(),
  recordedTo: moment.optional(),
  supersededBy: text.optional(),
};

const envelopeSchema = z.object(envelopeKeys);
type EnvelopeText = z.infer<typeof envelopeSchema>;
type IntervalText = Pick<EnvelopeText, 'from' | 'through' | 'end'>;

/** The columns that every statement has, but its id. */
type Columns = Omit<Envelope, 'id'>;

export interface EnvelopeDefaults {
  readonly citations: readonly Citation[];
  readonly knowledge?: Columns['knowledgeLevel'] | undefined;
  readonly agent?: Columns['agentType'] | undefined;
  readonly state?: Pick<Columns, 'valueState' | 'unknownReason'> | undefined;
  /** Notes to set before the record's own. */
  readonly notes?: readonly (string | undefined)[];
}

export const holdsValue = { valueState: 'VALUE', unknownReason: null } as const;

/** The state of a statement whose value is not known, and why. */
export function unknown(reason: NonNullable<Columns['unknownReason']>) {
  return { valueState: 'UNKNOWN_VALUE', unknownReason: reason } as const;
}

/** The envelope of a record. What it does not say follows from its primary source and the defaults. */
export function envelope(
  record: EnvelopeText & object,
  soFar: RowsSoFar,
  defaults: EnvelopeDefaults,
): Columns {
  const place = placeOf(record);
  if (record.rank === 'deprecated' && !record.rankReason) {
    soFar.report(placeOf(record, 'rank'), 'A deprecated record says why. Add `rankReason`.');
  }
  const recordedFrom = record.recordedFrom ?? recordedSince(defaults.citations, soFar);
  if (record.recordedTo && record.recordedTo <= recordedFrom) {
    soFar.report(
      placeOf(record, 'recordedTo'),
      `It is closed at ${record.recordedTo} and was recorded from ${recordedFrom}. Write a later \`recordedTo\`.`,
    );
  }
  const notes = [...(defaults.notes ?? []), record.note, startNote(record)];
  return {
    ...(defaults.state ?? holdsValue),
    rank: record.rank ? valueIn(e.StatementRank, record.rank) : 'NORMAL',
    rankReason: record.rankReason ?? null,
    ...interval(record, soFar),
    recordedFrom,
    recordedTo: record.recordedTo ?? null,
    supersededBy: record.supersededBy ?? null,
    knowledgeLevel: record.knowledge
      ? valueIn(e.KnowledgeLevel, record.knowledge)
      : (defaults.knowledge ?? 'ASSERTION'),
    agentType: record.agent ? valueIn(e.AgentType, record.agent) : (defaults.agent ?? 'MANUAL_AGENT'),
    evidence: record.evidence
      ? valueIn(e.EvidenceLevel, record.evidence)
      : evidenceOf(defaults.citations, soFar, place),
    note: joined(notes),
  };
}

/** Nothing is recorded before its primary source was read: answers for an earlier `knownAt` stay as they were. */
function recordedSince([primary]: readonly Citation[], soFar: RowsSoFar): string {
  const read = primary && soFar.readSince(primary.source);
  return read && read > firstRecorded ? read : firstRecorded;
}

/** The days on which a record holds, half-open. */
export function interval(record: IntervalText & object, soFar: RowsSoFar) {
  const { from, through, end } = record;
  const validFrom = from ? firstDay(from) : null;
  const validTo = through ? dayAfter(through) : null;
  if (validFrom && validTo && validTo <= validFrom) {
    soFar.report(
      placeOf(record, 'through'),
      `The last day, ${through}, comes before the first, ${from}. Correct one of them.`,
    );
  }
  const validEnd = validTo ? 'KNOWN' : end === 'open' ? 'OPEN' : 'NOT_KNOWN';
  return { validFrom, validTo, validEnd } as const;
}

/** What to tell of a start that is not given to the day. */
export function startNote({ from }: IntervalText): string | undefined {
  return from ? dateNote('start', from) : undefined;
}

/** As near to the authority as the source that it rests on. */
function evidenceOf(citations: readonly Citation[], soFar: RowsSoFar, place: Place): Columns['evidence'] {
  const primary = citations[0];
  if (!primary) soFar.report(place, 'This says no source. Add `sources`, the one it rests on first.');
  return primary ? soFar.evidenceOf(primary.source) : 'SECONDARY';
}

/** Notes one after another, each a sentence; null when there are none. */
export function joined(notes: readonly (string | undefined)[]): string | null {
  const given = notes.filter((note) => note !== undefined);
  return given.length > 0 ? given.join(' ') : null;
}
