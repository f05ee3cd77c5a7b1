/** What a run of the fuzzer found: figures, and the faults with the seed that makes each of them again. */

/** The figures and faults of one part. */
export interface Findings {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** Collects them. */
export interface Ledger extends Findings {
  count(what: string): void;
  /** A fault of the case with that seed; of many, the first twenty are kept. */
  fault(seed: number, what: string): void;
}

export function ledger(): Ledger {
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  return {
    counts,
    faults,
    count,
    fault(seed, what) {
      count('faults');
      if (faults.length < 20) faults.push(`--seed ${seed} --times 1: ${what.slice(0, 1_000)}`);
    },
  };
}

/** How long a part runs, or how many cases, and the seed of the first; each case has a seed of its own. */
export interface FuzzRun {
  readonly seed: number;
  readonly seconds: number;
  readonly times: number;
}

/** Runs cases one after another until the time or their number is up. */
export async function each(
  { seed, seconds, times }: FuzzRun,
  one: (seed: number) => Promise<void>,
): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  for (let n = 0; n < times && performance.now() < until; n++) await one(seed + n);
}

/** What nobody but the log may see: a stack, a path of the machine, SQL. */
export const internals =
  /node_modules|\.ts:\d|\n\s+at \S|file:\/\/|\/(?:home|root|tmp|work|usr|app)\/|SQLITE_|\bselect\b.+\bfrom\b|Cannot read prop|is not a function|is not iterable/i;
