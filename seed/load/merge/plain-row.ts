/** What can be done with the plain rows of a table. */

import type { naming } from '../../../db/kit/plain.ts';
import type { Params, Values } from '../../../db/kit/values.ts';
import type { Stated } from '../format/format.ts';
import type { Held } from './row.ts';
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
