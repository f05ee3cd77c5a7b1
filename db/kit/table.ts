/** How a table is described: columns with meaning and unit, the key it is clustered by, the keys it is walked by. */

import type { Bulk } from './compact-table.ts';
import type { Enum, ValueOf } from './enums.ts';

/** A column. `V` is what a row holds: text, a whole number, 0 or 1; null only where `nullable`. */
export interface Column<V = unknown> {
  readonly sql: 'text' | 'integer';
  readonly description: string;
  readonly nullable: boolean;
  /** The values it may hold. */
  readonly oneOf?: Enum;
  /** The table whose `id` it holds. */
  readonly references?: string;
  /** Decimal places of a number stored as a whole number: 2 for cents and RVUs, 3 for GPCIs, 4 for factors. */
  readonly places?: number;
  /** Of them, those that are shown even when they are zero; all of them where this is left out. */
  readonly placesShown?: number;
  /** What the text must look like; a check constraint ensures it. */
  readonly form?: 'day' | 'instant' | 'list' | 'flag';
  /** Says where a row was read, not what holds: rows that differ in nothing else say the same. */
  readonly origin?: true;
  /** Whether it follows from other statements: the text of the seed says the same as a file where they differ in it alone. */
  readonly derived?: true;
  /** Never set; carries the type. */
  readonly holds?: V;
}

/** A key of an order: a whole number from 0 to below `size`, made of a column; the lower comes first. */
export interface OrderKey<Name extends string = string> {
  readonly column: Name;
  readonly size: number;
  /** The number as SQL, from that of the column. */
  sql(column: string): string;
  /** The same number from what the column holds. */
  of(value: unknown): number;
}

/** What people call the thing of an id, "Aetna" for Payer:aetna; a code is called by itself. */
export type NameOf = (id: string) => string;

/** What kind of thing a table's rows are. */
export type TableKind = 'entity' | 'statement' | 'link';

/** A table: rows of one kind, strict, clustered by the first key it is walked by. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly kind: TableKind;
  /** The GraphQL type, and the prefix of every id; links have none. */
  readonly type: string;
  readonly description: string;
  readonly columns: C;
  /** The primary key; a table is stored in this order. */
  readonly cluster: readonly (keyof C & string)[];
  /** Columns that lead from a parent to these rows; each has an index ending in the id. */
  readonly walkedBy: readonly (keyof C & string)[];
  /** The column that names what a statement is about. */
  readonly subject?: keyof C & string;
  /** A statement in our own words. A method, so that a table of any columns is a `Table`. */
  sentence?(row: ColumnValues<C>, nameOf: NameOf): string;
  /** What people call a thing whose label alone does not tell which it is. A method, for the same reason. */
  called?(row: ColumnValues<C>, nameOf: NameOf): string;
  /** Columns of which a set of values is spoken for by one statement a day; undefined where several may speak. */
  readonly exclusiveBy?: readonly (keyof C & string)[];
  /**
   * In which order its rows come wherever they are listed; those that are alike, and all of a table without one, in that of
   * their ids. Only where it means something: all rows of a parent are sorted for a page of them.
   */
  readonly order?: readonly OrderKey[];
  /** Small enough to be kept in memory by id. */
  readonly inMemory: boolean;
  /** Where more of its rows stand, by the million. */
  readonly bulk?: Bulk;
  /** Where its rows are stored, where its name is that of a view over them. */
  readonly own?: string;
  /** Constraints between columns, as SQL. */
  readonly checks?: readonly string[];
}

export type Columns = Readonly<Record<string, Column>>;

/** What some columns hold: camelCase keys, plain values. */
export type ColumnValues<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer V> ? V : never;
};

/** A row as it is read. */
export type Row<T extends Table> = ColumnValues<T['columns']>;

// ---- columns ----

export function text(description: string): Column<string> {
  return { sql: 'text', description, nullable: false };
}

export function whole(description: string): Column<number> {
  return { sql: 'integer', description, nullable: false };
}

/** A claim that is true or false, stored as 1 or 0. */
export function flag(description: string): Column<0 | 1> {
  return { sql: 'integer', description, nullable: false, form: 'flag' };
}

/** A day as YYYY-MM-DD. */
export function day(description: string): Column<string> {
  return { sql: 'text', description, nullable: false, form: 'day' };
}

/** A moment as YYYY-MM-DDTHH:MM:SSZ, so that text order is time order. */
export function instant(description: string): Column<string> {
  return { sql: 'text', description, nullable: false, form: 'instant' };
}

/** An exact decimal, stored as a whole number of 10^-places. */
export function decimal(places: number, description: string): Column<number> {
  return { sql: 'integer', description, nullable: false, places };
}

/** US dollars to the hundredth of a cent, as drugs are priced by the unit; shown to the cent where nothing finer is there. */
export function dollars(description: string): Column<number> {
  return { ...decimal(4, description), placesShown: 2 };
}

/** A short list of texts, stored as a JSON array. */
export function textList(description: string): Column<string> {
  return { sql: 'text', description, nullable: false, form: 'list' };
}

export function oneOf<E extends Enum>(values: E, description: string): Column<ValueOf<E>> {
  return { sql: 'text', description, nullable: false, oneOf: values };
}

/** The id of a row of another table. */
export function ref(table: string, description: string): Column<string> {
  return { sql: 'text', description, nullable: false, references: table };
}

/** A column that says where a row was read. */
export function origin<V>(column: Column<V>): Column<V> {
  return { ...column, origin: true };
}

/** A column that follows from what else is in the graph. */
export function derived<V>(column: Column<V>): Column<V> {
  return { ...column, derived: true };
}

export function orNull<V>(column: Column<V>): Column<V | null> {
  return { ...column, nullable: true } as Column<V | null>;
}

// ---- tables ----

interface EntityOptions<C extends Columns> {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly columns: C;
  readonly walkedBy?: readonly (keyof C & string)[];
  readonly order?: readonly OrderKey<keyof C & string>[];
  readonly inMemory?: boolean;
  readonly called?: (row: ColumnValues<C>, nameOf: NameOf) => string;
}

/** A timeless identity. Its id never stops resolving. */
export function entityTable<const C extends Columns>(options: EntityOptions<C>) {
  const { walkedBy = [], inMemory = false } = options;
  const columns = {
    id: text(`\`${options.type}:\` and the natural key. Stable across releases.`),
    ...options.columns,
  };
  return {
    ...options,
    kind: 'entity',
    columns,
    cluster: ['id'],
    walkedBy,
    inMemory,
  } as const satisfies Table<{ readonly id: Column<string> } & C>;
}

interface StatementOptions<E extends Columns, C extends Columns> {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly envelope: E;
  readonly columns: C;
  readonly subject: keyof C & string;
  /** What a row says, as a sentence in our own words: explanations, reports and exports read it. */
  readonly sentence: (row: ColumnValues<E & C>, nameOf: NameOf) => string;
  /** The first is the key the table is clustered by. */
  readonly walkedBy: readonly [keyof C & string, ...(keyof C & string)[]];
  /** Columns of which a set of values is spoken for by one statement a day; the first is the table's cluster. */
  readonly exclusiveBy?: readonly [keyof C & string, ...(keyof C & string)[]];
  /** In which order rows come; none where there are bulk rows, which are read in the order of their ids. */
  readonly order?: readonly OrderKey<keyof (E & C) & string>[];
  readonly bulk?: Bulk;
}

/** A single sourced assertion: the envelope and what it says. */
export function statementTable<const E extends Columns, const C extends Columns>(
  options: StatementOptions<E, C>,
) {
  const { envelope, columns, ...rest } = options;
  const all = { ...envelope, ...columns };
  const cluster: readonly (keyof (E & C) & string)[] = [options.walkedBy[0], 'id'];
  const own = `${options.name}_row`;
  return { ...rest, kind: 'statement', columns: all, own, cluster, inMemory: false } as const satisfies Table<
    E & C
  >;
}

interface LinkOptions<C extends Columns> {
  readonly name: string;
  readonly description: string;
  readonly columns: C;
  readonly cluster: readonly (keyof C & string)[];
  readonly walkedBy?: readonly (keyof C & string)[];
  readonly bulk?: Bulk;
  readonly own?: string;
  readonly checks?: readonly string[];
}

/** Rows that tie others together and have no identity of their own. */
export function linkTable<const C extends Columns>(options: LinkOptions<C>) {
  const { walkedBy = [] } = options;
  return { ...options, kind: 'link', type: '', walkedBy, inMemory: false } as const satisfies Table<C>;
}

// ---- names and what is stored ----

/** Names of columns in SQL: few, and needed for every statement. */
const snakes = new Map<string, string>();

/** camelCase to snake_case, by rule: `payerId` is `payer_id`, `p25` stays. */
export function snake(name: string): string {
  const known = snakes.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, made);
  return made;
}

/** The columns to select, renamed to camelCase: `t.payer_id as "payerId"`; all of them, where not some are named. */
export function selectList(table: Table, alias: string, names?: readonly string[]): string {
  return (names ?? Object.keys(table.columns))
    .map((name) => `${alias}.${snake(name)} as "${name}"`)
    .join(', ');
}

/** The table in which its rows are stored. */
export function ownName({ name, own }: Pick<Table, 'name' | 'own'>): string {
  return own ?? name;
}

/** Inserts a row whose values are bound by the names of what it stores. */
export function insertSql(table: Table): string {
  const names = Object.keys(storedColumns(table));
  return `insert into ${ownName(table)} (${names.map(snake).join(', ')}) values (${names.map((name) => `:${name}`).join(', ')})`;
}

/** In which run of editions a row of an official file says something, and where in the first of them. */
const inRun = {
  run: orNull(whole('The run of editions in which it says something; null where no file states it.')),
  locator: orNull(text('Where in the first edition of the run; null where no file states it.')),
};

/** What the rows of a statement table store of the envelope; null where it is as in an ordinary row of a file (see stored-rows.ts). */
function storedEnvelope(columns: Columns): Columns {
  const names = Object.keys(columns).filter((name) => !(name in ofRun));
  return Object.fromEntries(
    names.map((name) => {
      const column = columns[name] as Column; // one of its names
      return [name, name in ordinaryEnvelope || name === 'release' ? { ...column, nullable: true } : column];
    }),
  );
}

/** The columns of the envelope that follow from the run alone. */
const ofRun: Readonly<Record<string, true>> = { recordedFrom: true, recordedTo: true };

/** What the envelope of an ordinary row of a file has; a row stores what differs. */
export const ordinaryEnvelope: Readonly<Record<string, string>> = {
  valueState: 'VALUE',
  rank: 'NORMAL',
  validEnd: 'NOT_KNOWN',
  knowledgeLevel: 'ASSERTION',
  agentType: 'AUTOMATED_AGENT',
  evidence: 'PRIMARY',
};

/** All that its rows store. */
export function storedColumns({ kind, columns }: Pick<Table, 'kind' | 'columns'>): Columns {
  if (kind === 'link') return columns;
  if (kind === 'entity') return { ...columns, ...inRun };
  return {
    ...storedEnvelope(columns),
    run: { ...inRun.run, nullable: false },
    locator: inRun.locator,
    continues: orNull(text('By what the next edition speaks of it, where that is not the key in its id.')),
  };
}

/** The table and all that its rows store, in the order in which a row's values are added. */
export function rowsInto(table: Table): string {
  return `${ownName(table)} (${Object.keys(storedColumns(table)).map(snake).join(', ')})`;
}
