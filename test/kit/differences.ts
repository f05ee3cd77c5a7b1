/** Differences between two sides as tests hold them against each other. */

/** Anything by its id. */
export interface Thing {
  readonly id: string;
}

/** What differs between two sides. */
export interface Difference {
  readonly unchangedCount: number;
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
  readonly changed: readonly {
    readonly before: Thing;
    readonly after: Thing;
    readonly fields: readonly string[];
  }[];
}

/** What to ask of a difference. */
export const selection =
  '{ unchangedCount added { id } removed { id } changed { fields before { id } after { id } } }';

/** Ids in one order. */
export const idsIn = (things: readonly Thing[]) => things.map(({ id }) => id).sort();

/** A difference by ids, whatever the order in which they were given. */
export const comparable = ({ unchangedCount, added, removed, changed }: Difference) => ({
  unchangedCount,
  added: idsIn(added),
  removed: idsIn(removed),
  changed: changed
    .map(({ before, after, fields }) => [before.id, after.id, [...fields].sort().join()])
    .sort(),
});

/** The same difference from the other side. */
export const mirror = (one: Difference): Difference => ({
  ...one,
  added: one.removed,
  removed: one.added,
  changed: one.changed.map(({ before, after, fields }) => ({ before: after, after: before, fields })),
});
