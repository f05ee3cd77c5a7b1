/** When the rows of a run of editions hold, as known at each time: worked out from the editions of their series. Pure. */

/** An edition of a series. Days and moments as text; null: not limited. */
export interface SpeakingEdition {
  readonly number: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly recordedFrom: string;
  readonly whole: boolean;
}

/** A run of editions, from the first to the last. */
export interface SpeakingRun {
  readonly firstEdition: number;
  /** Null: it goes on with the newest. */
  readonly lastEdition: number | null;
  /** Whether its rows have days of their own. */
  readonly ownDays: boolean;
  readonly closedAt: string | null;
}

/** Half-open days, and the half-open time in which they were known. */
export interface RunDays {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
}

type Days = Pick<RunDays, 'validFrom' | 'validTo'>;

const least = (...days: readonly (string | null | undefined)[]) =>
  days.reduce<string | null>((a, b) => (b == null || (a !== null && a < b) ? a : b), null);

/** Editions without those that another whole one replaced: that was published anew for the same first day. */
function inOrder(known: readonly SpeakingEdition[]): readonly SpeakingEdition[] {
  const anew = new Set<string | null>();
  const order: SpeakingEdition[] = [];
  for (const each of known.toSorted((a, b) => b.number - a.number)) {
    if (!anew.has(each.validFrom)) order.push(each);
    if (each.whole) anew.add(each.validFrom);
  }
  return order.reverse();
}

/** The editions of a run that state its rows: one that is not whole states only the rows that it brought. */
export function membersOf<E extends Pick<SpeakingEdition, 'number' | 'whole'>>(
  editions: readonly E[],
  { firstEdition, lastEdition }: SpeakingRun,
): readonly E[] {
  const last = lastEdition ?? Number.POSITIVE_INFINITY;
  return editions.filter(
    ({ number, whole }) => number >= firstEdition && number <= last && (whole || number === firstEdition),
  );
}

/**
 * The days of a run by the editions that are known. A whole edition speaks until the next whole one, at most to its own
 * end. One that is not whole speaks for the rows that it brought; others go through it.
 */
function daysAmong(editions: readonly SpeakingEdition[], run: SpeakingRun): readonly Days[] {
  const members = membersOf(editions, run);
  const { lastEdition } = run;
  const after = lastEdition === null ? null : editions.find(({ number }) => number > lastEdition)?.validFrom;
  if (run.ownDays) return members.length > 0 ? [{ validFrom: null, validTo: after ?? null }] : [];
  const found: { validFrom: string | null; validTo: string | null }[] = [];
  for (const { number, validFrom, validTo } of members) {
    const next = editions.find((each) => each.whole && each.number > number)?.validFrom;
    const end = least(validTo, next, number === members.at(-1)?.number ? after : null);
    if (end !== null && validFrom !== null && end <= validFrom) continue;
    const before = found.at(-1);
    if (before && before.validTo === validFrom) before.validTo = end;
    else found.push({ validFrom, validTo: end });
  }
  return found;
}

/** All days of each run of a series with these editions, in the order in which they became known. */
export function daysOfRuns(editions: readonly SpeakingEdition[]): (run: SpeakingRun) => readonly RunDays[] {
  const moments = [...new Set(editions.map(({ recordedFrom }) => recordedFrom))].sort();
  const known = moments.map((moment) => ({
    moment,
    editions: inOrder(editions.filter(({ recordedFrom }) => recordedFrom <= moment)),
  }));
  return (run) => daysAsKnown(known, run);
}

/** What was known of a series from a moment on. */
interface Known {
  readonly moment: string;
  readonly editions: readonly SpeakingEdition[];
}

function daysAsKnown(known: readonly Known[], run: SpeakingRun): readonly RunDays[] {
  const open = new Map<string, { readonly days: Days; readonly since: string }>();
  const found: RunDays[] = [];
  const end = (now: ReadonlySet<string>, at: string) => {
    for (const [key, { days, since }] of open) {
      if (now.has(key)) continue;
      open.delete(key);
      if (since < at) found.push({ ...days, recordedFrom: since, recordedTo: at });
    }
  };
  for (const { moment, editions } of known) {
    if (run.closedAt !== null && moment >= run.closedAt) break;
    const days = daysAmong(editions, run);
    const keyed = new Map(days.map((each) => [`${each.validFrom} ${each.validTo}`, each]));
    end(new Set(keyed.keys()), moment);
    for (const [key, each] of keyed) if (!open.has(key)) open.set(key, { days: each, since: moment });
  }
  if (run.closedAt !== null) end(new Set(), run.closedAt);
  return [
    ...found,
    ...[...open.values()].map(({ days, since }) => ({ ...days, recordedFrom: since, recordedTo: null })),
  ];
}

/** What the rows of a run have in common: the days from the first to the last that are known now, or were last. */
export function spanOf(days: readonly RunDays[], first: SpeakingEdition): RunDays {
  // What was never known to hold was on record for no time.
  if (days.length === 0) return { ...first, recordedTo: first.recordedFrom };
  const recordedFrom = days.map((each) => each.recordedFrom).sort()[0] ?? first.recordedFrom;
  const ends = days.map(({ recordedTo }) => recordedTo);
  const recordedTo = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  const latest = days.filter((each) => each.recordedTo === recordedTo);
  const from = latest.map(({ validFrom }) => validFrom);
  const to = latest.map(({ validTo }) => validTo);
  return {
    validFrom: from.includes(null) ? null : (from.sort()[0] ?? null),
    validTo: to.includes(null) ? null : (to.sort().at(-1) ?? null),
    recordedFrom,
    recordedTo,
  };
}
