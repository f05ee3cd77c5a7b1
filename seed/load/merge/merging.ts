/** What the parts of a merge of one edition share. */

import type { Runs } from '../../../db/history/runs.ts';
import type { WrittenChange } from '../../../db/history/written.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import type { Stated } from '../format/format.ts';
import type { OpenEdition } from './series.ts';
import type { StoredRow, TableRows } from './table-rows.ts';
import type { Tally } from './tally.ts';

/** The days that a statement has of its own, instead of those of its edition. */
export interface OwnDays {
  /** Whether they hold whatever the days of the edition. */
  readonly own: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/** The merge of one edition. */
export interface EditionMerge {
  readonly store: WritableStore;
  readonly runs: Runs;
  readonly edition: OpenEdition;
  readonly tally: Tally;
  /** Notes what was written of a statement, for the feed of changes. */
  note(kind: WrittenChange['kind'], id: string, previousId?: string | null, words?: string): void;
  /** Writes a row that the edition states from its first day on; returns its id. */
  add(rows: TableRows, stated: Stated, days: OwnDays): string;
  /** Cites the file for a row that says the same. */
  confirm(row: StoredRow, stated: Stated): void;
}
