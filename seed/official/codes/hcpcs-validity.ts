/** The validity of a HCPCS code or modifier, from its day of adding and its last day. */

import { modifierSystemOf } from '../../../db/codes/code-shapes.ts';
import { codeValidity, modifierValidity } from '../../../db/tables/index.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { dayIn } from '../../load/format/cells.ts';
import { type Reading, type Stated, statement } from '../../load/format/format.ts';
import type { HcpcsEntry } from './hcpcs-records.ts';

/** A day of the record; null where it has none. */
export function dayOf({ row }: HcpcsEntry, column: 'added' | 'acted' | 'ended'): string | null {
  return row.read(column, dayIn);
}

/** The end of what a release states of entries of one code: undefined where all of them had ended before the release. */
export function endWithin(
  { from, to }: Pick<Reading, 'from' | 'to'>,
  entries: readonly HcpcsEntry[],
): string | null | undefined {
  const ends = entries.map((entry) => dayOf(entry, 'ended'));
  const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  const gone = last && dayAfter(last);
  if (gone && gone <= from) return undefined;
  return gone && (to === null || gone < to) ? gone : to;
}

/** The place of a record in the file. */
interface Where {
  readonly line: number;
  readonly at: string;
}

interface Span {
  readonly status: 'ACTIVE' | 'DELETED';
  readonly from: string | null;
  readonly to: string | null;
  readonly open: boolean;
  readonly envelope: { readonly knowledgeLevel?: 'ENTAILMENT'; readonly note?: string };
}

/** Active from the first day to the last; deleted from the day after. */
function spans(added: string | null, ended: string | null): readonly Span[] {
  const gone = ended && dayAfter(ended);
  const active: Span = { status: 'ACTIVE', from: added, to: gone, open: gone === null, envelope: {} };
  if (!gone) return [active];
  const deleted: Span = {
    status: 'DELETED',
    from: gone,
    to: null,
    open: false,
    envelope: { knowledgeLevel: 'ENTAILMENT', note: 'Follows from the last day of the code.' },
  };
  // A code withdrawn before it began was never active.
  return added && gone <= added ? [deleted] : [active, deleted];
}

/** The validity statements of a code. */
export function* codeValidities(entry: HcpcsEntry, code: string, where: Where): Generator<Stated, void> {
  for (const { status, ...days } of spans(dayOf(entry, 'added'), dayOf(entry, 'ended')))
    yield statement(
      codeValidity,
      { key: codeKey(code), ...days, dated: true, ...where },
      { codeId: codeId(code), codeStatus: status },
    );
}

/** The validity statements of a modifier, over all its meanings. */
export function* modifierValidities(
  entries: readonly HcpcsEntry[],
  code: string,
  where: Where,
): Generator<Stated, void> {
  const begun = entries.map((entry) => dayOf(entry, 'added'));
  const over = entries.map((entry) => dayOf(entry, 'ended'));
  const added = begun.includes(null) ? null : (begun.toSorted()[0] ?? null);
  const ended = over.includes(null) ? null : (over.toSorted().at(-1) ?? null);
  for (const { status, ...days } of spans(added, ended))
    yield statement(
      modifierValidity,
      { key: `${modifierSystemOf(code)}:${code}`, ...days, dated: true, ...where },
      { modifierId: modifierId(code), codeStatus: status },
    );
}
