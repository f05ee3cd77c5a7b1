/** How near a source is to its publisher, by when it has to be read again, and whether what rests on it is stale on a day. */

import type { Cadence, FreshnessState, SourceLevel, ValueOf } from '../enums/index.ts';
import { quarterAfter } from '../kit/quarter.ts';
import type { Row } from '../kit/table.ts';
import type { source } from '../tables/index.ts';

type Source = Row<typeof source>;

/** Kinds of sources that are data files; all others are pages and documents. */
const dataFiles: ReadonlySet<Source['kind']> = new Set([
  'FEE_SCHEDULE',
  'CODE_EDIT_FILE',
  'CODE_SET',
  'AREA_FILE',
  'MACHINE_READABLE_RATE_FILE',
  'CLAIMS_DATASET',
]);

/** Kinds of documents whose publisher is no authority of the government. */
const publishers: ReadonlySet<Source['kind']> = new Set([
  'COMMERCIAL_MEDICAL_POLICY',
  'POLICY_SUMMARY',
  'REPORT_PAGE',
  'TRADE_ARTICLE',
  'VENDOR_GUIDE',
  'CLINICAL_LITERATURE',
  'CLAIMS_DIRECTORY',
]);

/** What a source is, in plain words. */
export function levelOf({
  kind,
  evidence,
  relayed,
  sha256,
}: Pick<Source, 'kind' | 'evidence' | 'relayed' | 'sha256'>): ValueOf<typeof SourceLevel> {
  if (evidence === 'SECONDARY') return 'SECONDARY_REPORT';
  if (relayed) return 'RELAY_OF_PUBLISHER';
  if (sha256 !== null || dataFiles.has(kind)) return 'OFFICIAL_FILE';
  return publishers.has(kind) ? 'PUBLISHER_DOCUMENT' : 'OFFICIAL_PAGE';
}

const steps: Readonly<
  Partial<Record<ValueOf<typeof Cadence>, { readonly months?: number; readonly days?: number }>>
> = { DAILY: { days: 1 }, WEEKLY: { days: 7 }, MONTHLY: { months: 1 }, YEARLY: { months: 12 } };

/**
 * The first day on which a source should have been read again: the day of its text and the cadence after it, of quarterly
 * ones the first day of the next quarter. Null where it has not to be, or where the cadence or the day of its text is not known.
 */
export function staleFrom(
  read: Pick<
    Source,
    'cadence' | 'kind' | 'relayed' | 'sha256' | 'publishedOn' | 'effectiveOn' | 'retrievedOn'
  >,
): string | null {
  if (read.cadence === 'NEVER' || read.cadence === 'UNKNOWN') return null;
  const day = dayOfText(read);
  if (day === null) return null;
  const step = steps[read.cadence];
  return step ? dayAfter(day, step) : quarterAfter(day);
}

/**
 * The day for which a source gives the state of things. A page at its publisher: the day it was read. A release, or a copy: its
 * own, however late it was read. Figures of claims come years after the period that they are about, so that does not count.
 */
function dayOfText(read: Parameters<typeof staleFrom>[0]): string | null {
  const { cadence, kind, relayed, sha256, publishedOn, effectiveOn, retrievedOn } = read;
  const released = kind !== 'CLAIMS_DATASET' && (relayed || sha256 !== null || dataFiles.has(kind));
  if (!released) return retrievedOn;
  const effective = firstDay(effectiveOn);
  const published = firstDay(publishedOn);
  // A release that was posted again late is still that of its quarter.
  if (cadence === 'QUARTERLY' && effective) return effective;
  const later = effective && published && effective > published ? effective : (published ?? effective);
  return later ?? (relayed ? null : retrievedOn);
}

/** The first day of `2026`, `2026-10` or `2026-10-05`. */
function firstDay(date: string | null): string | null {
  return date && `${date}-01-01`.slice(0, 10);
}

function dayAfter(day: string, { months = 0, days = 0 }: NonNullable<(typeof steps)['DAILY']>): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // 31 January and a month is the last day of February.
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last) + days)).toISOString().slice(0, 10);
}

/** Whether what was read is recent enough on a day. */
export interface Freshness {
  readonly state: ValueOf<typeof FreshnessState>;
  /** The day by which one of the sources has to be read again; null where one never has to be, or no day is known. */
  readonly readAgainBy: string | null;
  /** The day for which that is so. */
  readonly day: string;
}

/** Whether what rests on these sources is stale on a day: when all of them should have been read again. */
export function freshnessOn(day: string, sources: readonly Parameters<typeof staleFrom>[0][]): Freshness {
  if (sources.some(({ cadence }) => cadence === 'NEVER')) return { state: 'CURRENT', readAgainBy: null, day };
  const days = sources.map(staleFrom);
  const readAgainBy = days.reduce(
    (last, next) => (last && next && last > next ? last : (next ?? last)),
    null,
  );
  if (readAgainBy && day < readAgainBy) return { state: 'CURRENT', readAgainBy, day };
  if (readAgainBy === null || days.includes(null)) return { state: 'UNKNOWN', readAgainBy: null, day };
  return { state: 'STALE', readAgainBy, day };
}
