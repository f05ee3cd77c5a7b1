/** Rows that come by the million: they stand in a compact table, and a view gives them the columns that others of their kind have. */

/**
 * Where more rows of a table or relation stand. Their ids are put together as they are read, so no index has them: rows
 * are found by what their ids are made of, and the columns in `order` stand in for the order of the ids.
 */
export interface Bulk {
  /** The view: the columns of the relation, those of `order`, and those by which statements of any kind are filtered. */
  readonly view: string;
  /** The same for askers that give another column than that by which the rows are stored. */
  readonly viewBy?: Readonly<Record<string, string>>;
  /** The table whose rows it shows. */
  readonly rows: string;
  /** Columns by which the rows are stored, and by which they come in the order of their ids. */
  readonly order: readonly [string, ...string[]];
  /** For askers of all rows, where no condition sets single rows apart. */
  readonly all?: {
    /** What an asker gives. */
    readonly by: readonly string[];
    /** The view from which pages are read: SQLite begins where the rows are stored. */
    readonly listed: string;
    /** A view of how many there are, `edits` in each group of those that hold and are held alike. */
    readonly counted: string;
  };
  /** SQL: the row `t` is the one with this id. */
  readonly found: (id: string) => string;
  /** SQL: the row `t` comes after this id, whatever it is the id of. */
  readonly after: (id: string) => string;
  /** SQL: the row `t` comes before this id. */
  readonly before: (id: string) => string;
}

/** The view for askers that give these columns: SQLite begins with what they give. */
export function viewFor({ view, viewBy }: Bulk, by: readonly string[]): string {
  return viewBy?.[by[0] ?? ''] ?? view;
}
