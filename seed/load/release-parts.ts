/** What the parts of releases said last, so that what a whole release leaves out can be told. */

import type { Table } from '../../db/table.ts';
import type { Stated } from './format.ts';
import { idOf } from './new-row.ts';
import type { TableRows } from './table-rows.ts';
import type { Load } from './taken.ts';

/** A statement of an earlier load, and the load that said it last. */
interface Last {
  readonly id: string;
  readonly says: Stated['says'];
  readonly sourceId: string;
  /** When the first release was loaded that leaves it out; undefined where none does. */
  readonly missingSince?: string;
}

interface Part {
  /** What was said last, by the table and what it is about. */
  readonly said: Map<Table, Map<string, Last>>;
  /** The source whose plain rows are still to be added to that: most parts are of one file, and need not be remembered. */
  untold: string | undefined;
}

/** A statement that a whole release leaves out. */
interface Missing extends Last {
  readonly table: Table;
}

export interface LeftOut {
  readonly missing: readonly Missing[];
  /** What an earlier release left out that was loaded later: until then it was known to hold. */
  readonly missedLater: readonly Missing[];
}

export interface ReleaseParts {
  /** Says that what follows belongs to this part of a release; without one, to none. */
  begin(part: string | undefined): void;
  /** Remembers a statement. */
  remember(load: Load, stated: Stated, id: string): void;
  /** Remembers a statement that stands as a plain row. */
  rememberPlain(load: Load, stated: Stated): void;
  /** Notes and gives back what earlier loads said of the part and this one does not; undefined, and nothing is noted, where that is most of what they said. */
  takeMissing(load: Load, part: string): LeftOut | undefined;
}

/** Follows the parts of releases; `tables` are those whose rows were taken in so far. */
export function releaseParts(tables: ReadonlyMap<Table, TableRows>): ReleaseParts {
  const parts = new Map<string, Part>();
  let current: Part | undefined;
  /** Whether no file of the part was taken in before. */
  let first = false;
  /** How many statements earlier loads left in the part. */
  let before = 0;

  function saidIn({ said }: Part, table: Table): Map<string, Last> {
    const found = said.get(table) ?? new Map<string, Last>();
    if (found.size === 0) said.set(table, found);
    return found;
  }

  function recall(part: Part, sourceId: string): void {
    part.untold = undefined;
    for (const [table, { plain }] of tables) {
      const { subject = '' } = table;
      for (const row of plain?.statedBy(sourceId) ?? []) {
        const said = saidIn(part, table);
        const key = row.subject.slice(row.subject.indexOf(':') + 1);
        if (!said.has(key)) said.set(key, { id: row.id, says: { [subject]: row.subject }, sourceId });
      }
    }
  }

  function remember({ sourceId }: Load, { table, key, says }: Stated, id: string): void {
    if (current) saidIn(current, table).set(key, { id, says, sourceId });
  }

  return {
    begin(part) {
      current = undefined;
      if (part === undefined) return;
      const last = parts.get(part);
      if (last?.untold) recall(last, last.untold);
      current = last ?? { said: new Map(), untold: undefined };
      first = last === undefined;
      const said = [...current.said.values()].flatMap((all) => [...all.values()]);
      before = said.filter(({ missingSince }) => missingSince === undefined).length;
      parts.set(part, current);
    },
    remember,
    rememberPlain(load, stated) {
      if (!first) remember(load, stated, idOf(stated));
      else if (current) current.untold = load.sourceId;
    },
    takeMissing({ sourceId, loadedAt }, part) {
      const said = [...(parts.get(part)?.said ?? [])];
      const others = said.flatMap(([table, all]) =>
        [...all]
          .filter(([, last]) => last.sourceId !== sourceId)
          .map(([key, last]) => ({ table, key, all, ...last })),
      );
      const missing = others.filter(({ missingSince }) => missingSince === undefined);
      const missedLater = others.filter(({ missingSince = '' }) => missingSince > loadedAt);
      // What is new in this load does not count: a large part beside a small one would pass for a whole release.
      if (missing.length * 2 > before) return undefined;
      for (const { all, key, id, says, sourceId: saidBy } of [...missing, ...missedLater])
        all.set(key, { id, says, sourceId: saidBy, missingSince: loadedAt });
      return { missing, missedLater };
    },
  };
}
