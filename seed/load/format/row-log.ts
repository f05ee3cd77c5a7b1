/** What became of each row of a file, so that the report of a load adds up: rows read = kept + confirmed + joined + left out. */

/** What a reader says of rows that do more than state one thing each. */
export interface RowLog {
  /**
   * A row begins, and the one before has ended. What is yielded or skipped from here on is of this row; where nothing is, it
   * is left out for the reason `otherwise`.
   */
  begins(line: number, otherwise?: string): void;
  /** The row has ended: what is skipped from here on is a row by itself. */
  ends(): void;
  /** A statement that is yielded after the last row will cite this one. */
  states(): void;
  /** The row adds to what another row states, or says it again. */
  joins(): void;
  /** Adds rows that were counted apart. */
  adds(counts: RowCounts): void;
}

/** A sample of what was left out for a reason: the line, or the place in a list counted from 1, and what was there. */
export interface LeftOut {
  readonly line: number;
  readonly found: string | null;
}

/** The rows of a file by what became of them; each is counted once. */
export interface RowCounts {
  /** All rows of the file. */
  read: number;
  /** Rows that state something new. */
  kept: number;
  /** Rows that state only what was stated before. */
  confirmed: number;
  /** Rows that add to what another row states, such as a price to a distribution, or say it again. */
  joined: number;
  /** Rows of which nothing is known: zero in every format. */
  unaccounted: number;
  /** Rows that were left out as a whole, by reason. */
  readonly skipped: Record<string, number>;
  /** What was left out of rows that state something else, or for another reason too, by reason. */
  readonly parts: Record<string, number>;
  /** The first of each reason, where its row is known. */
  readonly examples: Record<string, LeftOut>;
}

/** The counts of a file of which nothing was read. */
export function noRows(): RowCounts {
  return {
    ...{ read: 0, kept: 0, confirmed: 0, joined: 0, unaccounted: 0 },
    ...{ skipped: {}, parts: {}, examples: {} },
  };
}

/** How many rows were left out as a whole. */
export function leftOut({ skipped }: Pick<RowCounts, 'skipped'>): number {
  return Object.values(skipped).reduce((sum, count) => sum + count, 0);
}

/** In characters: what is shown of a cell that was left out. */
const longest = 60;

/** The log of one file, also for what takes the reader's statements. */
export interface RowLedger extends RowLog {
  skip(reason: string, found?: string, line?: number): void;
  /** A statement or an entity cites this line; `isNew` tells whether it says anything that was not stated before. */
  cites(line: number, isNew: boolean): void;
}

/** Counts the rows of a file. A reader that never begins a row has one for each line that is cited, and one for each skip. */
export function rowLedger(counts: RowCounts): RowLedger {
  let begun = false;
  /** The row that has begun and not ended. */
  let line: number | undefined;
  let outcome: 'kept' | 'confirmed' | 'joined' | undefined;
  let pending: string[] = [];
  let unless: string | undefined;
  let cited: number | undefined;
  let citedIsNew = false;

  const add = (to: Record<string, number>, reason: string) => {
    to[reason] = (to[reason] ?? 0) + 1;
  };

  function ends(): void {
    if (line === undefined) return;
    counts.read += 1;
    if (!outcome && pending.length === 0 && unless !== undefined) skip(unless);
    const [reason, ...others] = pending;
    if (outcome) counts[outcome] += 1;
    else if (reason === undefined) counts.unaccounted += 1;
    else add(counts.skipped, reason);
    // An item of several charges may be left out for one reason several times.
    for (const each of outcome ? pending : others.filter((other) => other !== reason))
      add(counts.parts, each);
    line = undefined;
    outcome = undefined;
    if (pending.length > 0) pending = [];
  }

  function skip(reason: string, found?: string, at = line): void {
    if (at !== undefined) counts.examples[reason] ??= { line: at, found: found?.slice(0, longest) ?? null };
    if (line !== undefined) pending.push(reason);
    else {
      counts.read += 1;
      add(counts.skipped, reason);
    }
  }

  return {
    begins(at, otherwise) {
      ends();
      begun = true;
      line = at;
      unless = otherwise;
    },
    ends,
    states() {
      outcome = 'kept';
    },
    joins() {
      outcome ??= 'joined';
    },
    adds(more) {
      begun = true;
      for (const each of ['read', 'kept', 'confirmed', 'joined', 'unaccounted'] as const)
        counts[each] += more[each];
      for (const list of ['skipped', 'parts'] as const)
        for (const [reason, count] of Object.entries(more[list]))
          counts[list][reason] = (counts[list][reason] ?? 0) + count;
      for (const [reason, first] of Object.entries(more.examples)) counts.examples[reason] ??= first;
    },
    skip,
    cites(at, isNew) {
      if (line !== undefined) {
        if (isNew) outcome = 'kept';
        else if (outcome !== 'kept') outcome = 'confirmed';
      } else if (begun) return;
      else if (at !== cited) {
        cited = at;
        citedIsNew = isNew;
        counts.read += 1;
        counts[isNew ? 'kept' : 'confirmed'] += 1;
      } else if (isNew && !citedIsNew) {
        citedIsNew = true;
        counts.confirmed -= 1;
        counts.kept += 1;
      }
    },
  };
}
