/** Plain rows of one statement table while files are taken in: written small, and made ordinary when something changes them. */

import type { naming } from '../../../db/kit/plain.ts';
import type { Params, Values, WritableStore } from '../../../db/kit/store.ts';
import type { Table } from '../../../db/kit/table.ts';
import { ordinary, type Stated } from '../format/format.ts';
import type { PlainFiles } from './plain-files.ts';
import { plainPlace } from './plain-place.ts';
import type { Held } from './table-rows.ts';
import type { Load } from './tally.ts';

/** How the subject of a statement is cited for the same row of the file. */
export type Naming = (typeof naming)[keyof typeof naming];

/** What is new in a row, and where it stands in the file. */
export interface NewRow {
  readonly stated: Stated;
  readonly to: string | null;
  readonly validEnd: string;
  readonly locator: string;
}

/** What of a row and its subject is told by it: both, itself alone, or nothing, as it is not there or has no room. */
export type Confirmation = 'both' | 'itself' | 'nothing';

export interface PlainRows {
  /** Adds a statement under an id that no row has; false where it cannot be plain: in all but what it says it is to be as a row of a file ordinarily is. */
  add(load: Load, id: string, row: NewRow, named: Naming): boolean;
  /** What the row of its subject holds of a statement, if this is the one that brings it; undefined where it has no room for it. */
  heldBy(load: Load, row: NewRow): Values | undefined;
  has(id: string): boolean;
  find(id: string): Held | undefined;
  /** The rows about a thing, by its id. */
  about(thing: string): readonly Held[];
  /** Notes that a file says the same again, and names the subject again where it did before. */
  confirm(load: Load, id: string, locator: string, named: Naming): Confirmation;
  /** Makes a row ordinary, with its citations and those it gave its subject; of no meaning for rows that are. */
  promote(id: string): void;
  /** The row that a thing holds and that would no longer say what it says, were the thing as this is. */
  reworded(thing: Params): Held | undefined;
  /** What a file stated in plain rows, those among them that are ordinary by now. */
  statedBy(sourceId: string): readonly { readonly id: string; readonly subject: string }[];
}

/** The row that one of the places has, where one has it. */
function rowIn(places: readonly PlainRows[], ask: (place: PlainRows) => Held | undefined): Held | undefined {
  for (const place of places) {
    const row = ask(place);
    if (row) return row;
  }
  return undefined;
}

/** The plain rows of a table, wherever they stand; undefined where it has none. */
export function plainRows(store: WritableStore, table: Table, files: PlainFiles): PlainRows | undefined {
  const { plain, subject = '' } = table;
  if (!plain) return undefined;
  const places = plain.map((place) => plainPlace(store, table, place, files));

  /** Whether a statement is in all but what it says as a row of a file ordinarily is. */
  const fits = ({ key, ofSubject, subject: thing, says, envelope }: Stated) =>
    ofSubject && envelope === ordinary && says[subject] === thing?.row.id && !key.includes('/');

  return {
    add(load, id, row, named) {
      return fits(row.stated) && places.some((place) => place.add(load, id, row, named));
    },
    heldBy(load, row) {
      if (!fits(row.stated)) return undefined;
      for (const place of places) {
        const held = place.heldBy(load, row);
        if (held) return held;
      }
      return undefined;
    },
    has: (id) => places.some((place) => place.has(id)),
    find: (id) => rowIn(places, (place) => place.find(id)),
    about: (thing) => places.flatMap((place) => place.about(thing)),
    confirm(load, id, locator, named) {
      for (const place of places) {
        const told = place.confirm(load, id, locator, named);
        if (told !== 'nothing') return told;
      }
      return 'nothing';
    },
    promote(id) {
      for (const place of places) place.promote(id);
    },
    reworded: (thing) => rowIn(places, (place) => place.reworded(thing)),
    statedBy: (sourceId) => places.flatMap((place) => place.statedBy(sourceId)),
  };
}
