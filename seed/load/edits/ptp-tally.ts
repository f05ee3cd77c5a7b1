/** Counts official pair edits by their validity and recorded time during the load: counting them afterwards would take as long as loading them. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { rowsInto } from '../../../db/kit/table.ts';
import { ptpTally as tallyTable } from '../../../db/tables/index.ts';

/** Edits of the same validity in the same run. */
export interface PtpGroup {
  readonly starts: string;
  readonly validTo: string | null;
  readonly run: number;
}

export interface PtpTally {
  /** Adds edits to a group; fewer where the number is negative. */
  add(group: PtpGroup, edits: number): void;
  write(): void;
}

type Counted = PtpGroup & { edits: number };

const stored = `select y.starts, y.valid_to as "validTo", y.run, y.edits from ptp_tally y order by y.number`;

const into = rowsInto(tallyTable);

export function ptpTally(store: WritableStore): PtpTally {
  const keyOf = ({ starts, validTo, run }: PtpGroup) => `${starts} ${validTo} ${run}`;
  const groups = new Map(store.all<Counted>(stored).map((group) => [keyOf(group), group]));

  return {
    add({ starts, validTo, run }, edits) {
      const key = keyOf({ starts, validTo, run });
      const group = groups.get(key);
      if (group) group.edits += edits;
      else groups.set(key, { starts, validTo, run, edits });
    },
    write() {
      store.exec('delete from ptp_tally');
      const kept = [...groups.values()].filter(({ edits }) => edits > 0);
      for (const [number, { starts, validTo, run, edits }] of kept.entries())
        store.add(into, [number, starts, validTo, run, edits]);
    },
  };
}
