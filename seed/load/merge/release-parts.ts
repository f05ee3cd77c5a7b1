/** What the parts of releases stated last, so that what a whole release leaves out can be found. */

import { keyOf } from '../../../db/kit/id-parts.ts';
import type { Table } from '../../../db/kit/table.ts';
import type { Publication, Stated } from '../format/format.ts';
import { idOf } from './new-row.ts';
import type { TableRows } from './table-rows.ts';
import type { Load } from './tally.ts';

/** A statement of an earlier load, and the load that stated it last. */
interface Last {
  readonly id: string;
  readonly values: Stated['values'];
  readonly sourceId: string;
  /** When the first release was loaded that leaves it out; undefined where none does. */
  readonly missingSince?: string;
}

/** Which file of a publisher's part a load is, as far as its content tells, and the first day on which it holds. */
export type Edition = Pick<Publication, 'name' | 'marks'> & { readonly from: string };

/** The releases of one file, one after another. */
interface Series {
  /** The newest of them. */
  edition: Edition;
  /** What was stated last, by the table and what it is about. */
  readonly options: Map<Table, Map<string, Last>>;
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
  /** Says that what follows belongs to this part of a release; without one, to none. Where a part is of several files, `edition` tells which. */
  begin(part: string | undefined, edition?: Edition): void;
  /** What the release before stated in place of a statement that its publisher may make under another name now. */
  statedBefore(stated: Stated): Last | undefined;
  /** Remembers a statement. */
  remember(load: Load, stated: Stated, id: string): void;
  /** Remembers a statement that is stored as a plain row. */
  rememberPlain(load: Load, stated: Stated): void;
  /** Notes and gives back what earlier loads stated for the part that was begun and this one does not; undefined, and nothing is noted, where that is most of what they stated. */
  takeMissing(load: Load): LeftOut | undefined;
}

/** Of parts that are one file. */
const theOnly: Edition = { name: '', marks: [], from: '' };

/** Whether two files may be releases of one: those that are marked have to share a mark. */
function isAlike(one: Edition, { marks }: Edition): boolean {
  return one.marks.length === 0 || marks.length === 0 || one.marks.some((mark) => marks.includes(mark));
}

/** The releases that a file goes on with: those of its name, or of a name that its publisher had before. Two names on one day are of two files. */
function seriesOf(all: readonly Series[], edition: Edition): Series | undefined {
  const alike = all.filter((each) => isAlike(each.edition, edition));
  return (
    alike.find((each) => each.edition.name === edition.name) ??
    alike.find((each) => each.edition.from < edition.from)
  );
}

/** By what a statement is known in the next release. */
const knownAs = ({ key, continues = key }: Stated) => continues;

/** Follows the parts of releases; `tables` are those whose rows were taken in so far. */
export function releaseParts(tables: ReadonlyMap<Table, TableRows>): ReleaseParts {
  const parts = new Map<string, Series[]>();
  let current: Series | undefined;
  /** Whether no file of the part was taken in before. */
  let first = false;
  /** How many statements earlier loads left in the part. */
  let before = 0;

  function statedIn({ options }: Series, table: Table): Map<string, Last> {
    const found = options.get(table) ?? new Map<string, Last>();
    if (found.size === 0) options.set(table, found);
    return found;
  }

  function recall(part: Series, sourceId: string): void {
    part.untold = undefined;
    for (const [table, { plain }] of tables) {
      const { subject = '' } = table;
      for (const row of plain?.statedBy(sourceId) ?? []) {
        const options = statedIn(part, table);
        const key = keyOf(row.subject);
        if (!options.has(key)) options.set(key, { id: row.id, values: { [subject]: row.subject }, sourceId });
      }
    }
  }

  function remember({ sourceId }: Load, stated: Stated, id: string): void {
    const { table, values } = stated;
    if (current) statedIn(current, table).set(knownAs(stated), { id, values, sourceId });
  }

  return {
    begin(part, edition = theOnly) {
      current = undefined;
      if (part === undefined) return;
      const all = parts.get(part) ?? [];
      const last = seriesOf(all, edition);
      if (last?.untold) recall(last, last.untold);
      current = last ?? { edition, options: new Map(), untold: undefined };
      // One that has no price of the chosen codes names no network, and is still of those before it.
      const marked = edition.marks.length > 0 ? edition : current.edition;
      current.edition = { ...edition, marks: marked.marks };
      first = last === undefined;
      const options = [...current.options.values()].flatMap((each) => [...each.values()]);
      before = options.filter(({ missingSince }) => missingSince === undefined).length;
      if (first) parts.set(part, [...all, current]);
    },
    statedBefore: (stated) => current?.options.get(stated.table)?.get(knownAs(stated)),
    remember,
    rememberPlain(load, stated) {
      if (!first) remember(load, stated, idOf(stated));
      else if (current) current.untold = load.sourceId;
    },
    takeMissing({ sourceId, loadedAt }) {
      const options = [...(current?.options ?? [])];
      const others = options.flatMap(([table, all]) =>
        [...all]
          .filter(([, last]) => last.sourceId !== sourceId)
          .map(([key, last]) => ({ table, key, all, ...last })),
      );
      const missing = others.filter(({ missingSince }) => missingSince === undefined);
      const missedLater = others.filter(({ missingSince = '' }) => missingSince > loadedAt);
      // What is new in this load does not count: a large part beside a small one would pass for a whole release.
      if (missing.length * 2 > before) return undefined;
      for (const { all, key, id, values, sourceId: statedBy } of [...missing, ...missedLater])
        all.set(key, { id, values, sourceId: statedBy, missingSince: loadedAt });
      return { missing, missedLater };
    },
  };
}
