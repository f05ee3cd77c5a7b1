/** The values that SQL statements bind. */

/** Values bound by name. `undefined` is refused by type: it would bind as null and find nothing, silently. */
export type Params = Readonly<Record<string, string | number | null>>;

/** Values bound in their order. */
export type BoundValues = readonly (string | number | null)[];
