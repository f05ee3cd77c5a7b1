/** Counts official pair edits by their validity and recorded time during the load: counting them afterwards would take as long as loading them. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { rowsInto } from '../../../db/kit/table.ts';
import { ptpTally as tallyTable } from '../../../db/tables/index.ts';
import type { PairEditTerm } from '../format/pair-edit.ts';

/** Edits of the same validity in the same run. */
interface Group {
  readonly starts: string;
  readonly validTo: string | null;
  readonly run: number;
}

export interface PtpTally {
  /** Counts a new edit. */
  add(term: PairEditTerm, starts: string): void;
  /** Counts an edit in another run. */
  move(edit: Group, run: number): void;
  write(): void;
}

type Counted = Group & { edits: number };

const stored = `select y.starts, y.valid_to as "validTo", y.run, y.edits from ptp_tally y order by y.number`;

const into = rowsInto(tallyTable);

/** The counts so far; new edits are in the given run. */
export function ptpTally(store: WritableStore, run: number): PtpTally {
  const keyOf = ({ starts, validTo, run: of }: Group) => `${starts} ${validTo} ${of}`;
  const groups = new Map(store.all<Counted>(stored).map((group) => [keyOf(group), group]));
  /** New edits by their terms, each of which is one object in a file, and first days. */
  const added = new Map<PairEditTerm, Map<string, { edits: number }>>();

  function count(group: Group, edits: number): void {
    const key = keyOf(group);
    const found = groups.get(key);
    if (found) found.edits += edits;
    else groups.set(key, { ...group, edits });
  }

  return {
    add(term, starts) {
      const byStart = added.get(term) ?? new Map<string, { edits: number }>();
      const counted = byStart.get(starts);
      if (counted) counted.edits += 1;
      else added.set(term, byStart.set(starts, { edits: 1 }));
    },
    move({ starts, validTo, run: from }, to) {
      count({ starts, validTo, run: from }, -1);
      count({ starts, validTo, run: to }, 1);
    },
    write() {
      for (const [{ validTo }, byStart] of added)
        for (const [starts, { edits }] of byStart) count({ starts, validTo, run }, edits);
      store.exec('delete from ptp_tally');
      const kept = [...groups.values()].filter(({ edits }) => edits > 0);
      for (const [number, { starts, validTo, run: of, edits }] of kept.entries())
        store.add(into, [number, starts, validTo, of, edits]);
    },
  };
}
