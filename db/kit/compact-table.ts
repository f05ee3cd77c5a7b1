/** Bulk rows, by the million: stored in a compact table, and read through a view with the columns of other rows of their type. */

/**
 * More rows of a table or relation. Their ids are built on reading, so no index has them: rows are found by the parts of
 * their ids, and the columns in `order` replace the order of the ids.
 */
export interface Bulk {
  /** The view: the columns of the relation, those of `order`, and those by which statements of any kind are filtered. */
  readonly view: string;
  /** The same for parents compared with another column than that by which the rows are stored. */
  readonly viewBy?: Readonly<Record<string, string>>;
  /** The table whose rows it shows. */
  readonly rows: string;
  /** The columns of the table that stand for those by which rows are walked to, where there are such. */
  readonly walkedBy?: Readonly<Record<string, string>>;
  /** The columns by which the rows are stored; their order is that of the ids. */
  readonly order: readonly [string, ...string[]];
  /** For reading all rows, where no condition selects single rows. */
  readonly all?: {
    /** The columns compared with the parent. */
    readonly by: readonly string[];
    /** The view for pages, joined so that SQLite starts from the stored rows. */
    readonly listed: string;
    /** A view of counts: `edits` rows in each group of equal validity and recorded time. */
    readonly counted: string;
  };
  /** SQL: the row `t` is the one with this id. */
  readonly found: (id: string) => string;
  /** SQL: the row `t` comes after this id, which may be of any type. */
  readonly after: (id: string) => string;
  /** SQL: the row `t` comes before this id. */
  readonly before: (id: string) => string;
}

/** The view for parents compared with these columns, joined so that SQLite starts from them. */
export function viewFor({ view, viewBy }: Bulk, by: readonly string[]): string {
  return viewBy?.[by[0] ?? ''] ?? view;
}
