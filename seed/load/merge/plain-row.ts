/** The operations on the plain rows of a table. */

import type { subjectCitation } from '../../../db/kit/plain.ts';
import type { BoundValues, Params } from '../../../db/kit/values.ts';
import type { Stated } from '../format/format.ts';
import type { StoredRow } from './row.ts';
import type { Load } from './tally.ts';

/** Whether and how the subject of a statement is cited for the same row of the file. */
export type SubjectCitation = (typeof subjectCitation)[keyof typeof subjectCitation];

/** The new parts of a row, and its locator in the file. */
export interface NewRow {
  readonly stated: Stated;
  readonly to: string | null;
  readonly validEnd: string;
  readonly locator: string;
}

/** What a plain row confirms: itself and its subject, itself alone, or nothing, because there is no such row or it has no column free. */
export type Confirmation = 'both' | 'itself' | 'nothing';

export interface PlainRows {
  /** Adds a statement under an unused id; false where it cannot be plain, because it differs from the usual row of a file in more than its values. */
  add(load: Load, id: string, row: NewRow, named: SubjectCitation): boolean;
  /** The values that the row of a new subject stores of its statement; undefined where it has no columns for it. */
  valuesFor(load: Load, row: NewRow): BoundValues | undefined;
  has(id: string): boolean;
  find(id: string): StoredRow | undefined;
  /** The rows about an entity, by its id. */
  about(thing: string): readonly StoredRow[];
  /** Records that another file states the same, and that it names the subject if the first one did. */
  confirm(load: Load, id: string, locator: string, named: SubjectCitation): Confirmation;
  /** Turns a plain row into an ordinary one, with its citations and those of its subject; does nothing for other rows. */
  promote(id: string): void;
  /** The statement in an entity's row that would change its values if the entity were renamed to this. */
  reworded(thing: Params): StoredRow | undefined;
  /** The plain rows of a file, including those that have become ordinary since. */
  statedBy(sourceId: string): readonly { readonly id: string; readonly subject: string }[];
}
