/** What SQL was run for a request: how much, for how long, and the slowest of it. Never the values that were bound. */

/** One statement that took long. */
export interface SlowStatement {
  readonly sql: string;
  readonly rows: number;
  readonly ms: number;
  /** Set when it was still running as the operation was ended. */
  readonly unfinished?: true;
}

/** The statements of one request together. */
export interface SqlWork {
  statements: number;
  rows: number;
  ms: number;
  /** The slowest, the slowest of them first. */
  slowest: readonly SlowStatement[];
}

/** Statements that are kept as the slowest. */
const kept = 3;

/** The beginning of no work. */
export function noSql(): SqlWork {
  return { statements: 0, rows: 0, ms: 0, slowest: [] };
}

/** Adds a statement that was run. */
export function addStatement(work: SqlWork, statement: SlowStatement): void {
  work.statements += 1;
  work.rows += statement.rows;
  work.ms += statement.ms;
  keepSlowest(work, [statement]);
}

/** Adds what another thread ran. */
export function addSql(work: SqlWork, { statements, rows, ms, slowest }: SqlWork): void {
  work.statements += statements;
  work.rows += rows;
  work.ms += ms;
  keepSlowest(work, slowest);
}

function keepSlowest(work: SqlWork, more: readonly SlowStatement[]): void {
  const least = work.slowest[kept - 1];
  if (least && more.every(({ ms }) => ms <= least.ms)) return;
  work.slowest = [...work.slowest, ...more].sort((a, b) => b.ms - a.ms).slice(0, kept);
}

/** Characters of a statement in the log: they say what is read, and how. */
const shown = 240;

/** The beginning of a statement, with plain spaces. It has parameters where there are values, so that none is in it. */
export function beginningOf(sql: string): string {
  return sql
    .slice(0, 2 * shown)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shown);
}
