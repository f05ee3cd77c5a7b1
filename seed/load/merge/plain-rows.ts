/** Plain rows of one statement table during a load: stored compactly, and turned into ordinary rows when something changes them. */

import type { WritableStore } from '../../../db/kit/store.ts';
import type { Table } from '../../../db/kit/table.ts';
import { ordinary, type Stated } from '../format/format.ts';
import type { PlainFiles } from './plain-files.ts';
import { plainPlace } from './plain-place.ts';
import type { PlainRows } from './plain-row.ts';
import type { StoredRow } from './row.ts';

/** The first row that one of the stores returns. */
function rowIn(
  places: readonly PlainRows[],
  ask: (place: PlainRows) => StoredRow | undefined,
): StoredRow | undefined {
  for (const place of places) {
    const row = ask(place);
    if (row) return row;
  }
  return undefined;
}

/** The plain rows of a table over all its stores; undefined where it has none. */
export function plainRows(store: WritableStore, table: Table, files: PlainFiles): PlainRows | undefined {
  const { plain, subject = '' } = table;
  if (!plain) return undefined;
  const places = plain.map((place) => plainPlace(store, table, place, files));

  /** Whether a statement differs from the usual row of a file only in its values. */
  const fits = ({ key, ofSubject, subject: thing, values: stating, envelope }: Stated) =>
    ofSubject && envelope === ordinary && stating[subject] === thing?.row.id && !key.includes('/');

  return {
    add(load, id, row, named) {
      return fits(row.stated) && places.some((place) => place.add(load, id, row, named));
    },
    valuesFor(load, row) {
      if (!fits(row.stated)) return undefined;
      for (const place of places) {
        const values = place.valuesFor(load, row);
        if (values) return values;
      }
      return undefined;
    },
    has: (id) => places.some((place) => place.has(id)),
    find: (id) => rowIn(places, (place) => place.find(id)),
    about: (thing) => places.flatMap((place) => place.about(thing)),
    confirm(load, id, locator, named) {
      for (const place of places) {
        const confirmation = place.confirm(load, id, locator, named);
        if (confirmation !== 'nothing') return confirmation;
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
