/** Counts official pair edits by their validity and recorded time during the load: counting them afterwards would take as long as loading them. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { ptpTally as tallyTable } from '../../../db/tables/index.ts';

/** Edits of the same validity, first recorded from the same file. */
export interface PtpGroup {
  readonly starts: string;
  readonly validTo: string | null;
  readonly firstFile: number;
}

export interface PtpTally {
  add(group: PtpGroup, edits: number): void;
  /** Moves edits of a group to those whose recorded time ends with a file. */
  close(group: PtpGroup, closedBy: number, edits: number): void;
  write(store: WritableStore): void;
}

export function ptpTally(): PtpTally {
  const groups = new Map<string, PtpGroup & { readonly closedBy: number | null; edits: number }>();

  function count({ starts, validTo, firstFile }: PtpGroup, closedBy: number | null, edits: number): void {
    const key = `${starts} ${validTo} ${firstFile} ${closedBy}`;
    const group = groups.get(key);
    if (group) group.edits += edits;
    else groups.set(key, { starts, validTo, firstFile, closedBy, edits });
  }

  return {
    add: (group, edits) => count(group, null, edits),
    close(group, closedBy, edits) {
      count(group, null, -edits);
      count(group, closedBy, edits);
    },
    write(store) {
      const kept = [...groups.values()].filter(({ edits }) => edits > 0);
      for (const [number, group] of kept.entries()) store.run(insertSql(tallyTable), { number, ...group });
    },
  };
}
