/** A SQLite file: open it, read it, write it. The only file that imports better-sqlite3. */

import Database from 'better-sqlite3';
import { folded, unmarked } from './folded.ts';
import { insertBuffer } from './insert-buffer.ts';
import type { BoundValues, Params } from './values.ts';

/** What reads need. Values on SQLite; another engine would answer with promises, a batch at a time. */
export interface Store {
  /** Every row, as plain objects with the keys that the SQL names. */
  all<R>(sql: string, params?: Params): readonly R[];
  /** The same, one after another: for more rows than memory should hold. No other statement may run meanwhile. */
  each<R>(sql: string, params?: Params): Iterable<R>;
  /** The first row, or undefined when there is none. */
  get<R>(sql: string, params?: Params): R | undefined;
  /** Calls the listener with every statement that is run, until the returned function is called. For counting in tests. */
  observe(listener: (sql: string, params: Params) => void): () => void;
  /**
   * Has every later `all` and `get` watched, for measuring what a server does. `going` is called now and then by statements
   * that have the condition `inTime` (see edge.ts) while they run, which it ends by throwing.
   */
  watch(watch: WatchStatement, going: () => void): void;
  close(): void;
}

/**
 * Watches one statement: is called before it runs, which it prevents by throwing, and returns what is to be called with the
 * number of rows that were read.
 */
export type WatchStatement = (sql: string) => ((rows: number) => void) | undefined;

/** A store that is being built. */
export interface WritableStore extends Store {
  run(sql: string, params?: Params): void;
  /** Binds values in their order and tells how many rows changed. For rows by the million: names cost more than the rows. */
  put(sql: string, values: BoundValues): number;
  /**
   * Adds a row to a table; `into` names it and its columns: `citation (subject_id, seq)`. Rows wait until there are
   * several, as a statement costs more than its row; every other statement on the store sees them. What the
   * database refuses is therefore thrown later than it was added.
   */
  add(into: string, values: BoundValues): void;
  /** Several statements without parameters, such as those that make the tables. */
  exec(sql: string): void;
  /** All of it or nothing. */
  transaction<T>(work: () => T): T;
}

/** "cgph" in ASCII: tells our files from other SQLite files. */
export const applicationId = 0x63677068;

function wrap(database: Database.Database): WritableStore {
  for (const read of [folded, unmarked])
    database.function(read.name, { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? read(text) : null,
    );
  const prepared = new Map<string, Database.Statement>();
  const listeners = new Set<(sql: string, params: Params) => void>();
  let watched: WatchStatement | undefined;
  let goingOn = () => {};
  database.function('in_time', () => {
    goingOn();
    return 1;
  });
  const buffer = insertBuffer((sql, values) => void prepare(sql, {}).run(values));

  function prepare(sql: string, params: Params): Database.Statement {
    for (const listener of listeners) listener(sql, params);
    let found = prepared.get(sql);
    if (!found) {
      found = database.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  }

  /** A prepared statement that sees everything that was added before. */
  function statement(sql: string, params: Params): Database.Statement {
    buffer.write();
    return prepare(sql, params);
  }

  return {
    all<R>(sql: string, params: Params = {}) {
      const ended = watched?.(sql);
      const rows = statement(sql, params).all(params) as R[];
      ended?.(rows.length);
      return rows;
    },
    each: <R>(sql: string, params: Params = {}) => statement(sql, params).iterate(params) as Iterable<R>,
    get<R>(sql: string, params: Params = {}) {
      const ended = watched?.(sql);
      const row = statement(sql, params).get(params) as R | undefined;
      ended?.(row === undefined ? 0 : 1);
      return row;
    },
    run: (sql, params = {}) => void statement(sql, params).run(params),
    put: (sql, values) => statement(sql, {}).run(values).changes,
    add: buffer.add,
    exec(sql) {
      buffer.write();
      database.exec(sql);
    },
    transaction(work) {
      buffer.write();
      try {
        return database.transaction(() => {
          const done = work();
          buffer.write();
          return done;
        })();
      } catch (error) {
        buffer.forget();
        throw error;
      }
    },
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(watch, going) {
      watched = watch;
      goingOn = going;
    },
    close: () => void database.close(),
  };
}

/** The most that SQLite maps of a file; it copies pages beyond. */
const mostMapped = 0x7fff0000;

/**
 * Opens a finished database for reading. Throws when the file is missing; says nothing of whether it is whole (see release.ts).
 * Where it is `mapped`, its pages are those that the system keeps for all processes, and none is copied: only for a file that nobody
 * writes to, as one that is cut short under a map ends the process.
 */
export function openStore(file: string, { mapped = false } = {}): Store {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  if (mapped) database.pragma(`mmap_size = ${mostMapped}`);
  database.pragma('cache_size = -65536');
  database.pragma('query_only = on');
  return wrap(database);
}

/**
 * Makes a new, empty database file and opens it for writing; the file must not exist. Never in WAL mode: the file is renamed
 * into place. Given the bytes of a database, it opens a copy of them in memory.
 */
export function createStore(file: string | Buffer): WritableStore {
  const database = new Database(file);
  // Without a file beside it, which a process that is killed would leave; 'off' is refused by the driver, without a word.
  database.pragma('journal_mode = memory');
  database.pragma('synchronous = off');
  database.pragma('foreign_keys = off');
  // 128 MB: a load comes back to pages all over the tables, and each that was let go is read and written again.
  database.pragma('cache_size = -131072');
  database.pragma('temp_store = memory');
  // Four times the ordinary: loads by the hundred thousand rows write a quarter as often.
  database.pragma('page_size = 16384');
  database.pragma(`application_id = ${applicationId}`);
  return wrap(database);
}

/** Takes a lock that dies with the process: an exclusive transaction on a file of its own. Undefined at once when another holds it. */
export function holdLock(file: string): (() => void) | undefined {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = memory');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return () => void database.close();
}
