/** Collects the prices of a file by purpose, and yields a statement of the distribution of each. */

import { type RateTerms, termNames } from '../../../db/rates/rate-terms.ts';
import { FileError } from '../../load/format/file.ts';
import type { Extracted, Reading } from '../../load/format/format.ts';
import type { RateSink } from '../../load/format/rate-sink.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { Distribution } from './distribution.ts';
import { doubtsAbout } from './one-figure.ts';
import { type Gathered, type Given, type Purpose, type Shared, statementOf } from './price-statement.ts';

/** The place of a price in the file, and its last day. */
export interface PricePlace {
  readonly line: number;
  readonly at: string;
  /** The last day on which it is valid; null or undefined where it is not stated. */
  readonly through?: string | null;
  /** The price as written where it has more decimals than are kept. */
  readonly roundedFrom?: string | undefined;
}

export interface PriceCollection {
  /** Adds a price in cents, `times` times; `groups` are the numbers of those who are paid it. */
  add(purpose: Purpose, cents: number, times: number, place: PricePlace, groups?: readonly number[]): void;
  /** Adds figures that the file itself states; several ranges are merged into the widest. */
  give(purpose: Purpose, given: Given, place: PricePlace): void;
  /** Records a purpose, even without a price. */
  note(purpose: Purpose, place: PricePlace): void;
  stated(shared: Shared, reading: Reading): Generator<Extracted, void>;
}

/** The most distributions in memory: each takes some hundred bytes. */
const most = 4_000_000;

/** What a file has one of, such as a hospital, is its only group. */
export const onlyGroup = 1;

/**
 * Makes a collection. Prices are kept in memory to the end of the file, as any part of it may add to any distribution; `rates`
 * takes each of them as it comes.
 */
export function priceCollection(
  path: string,
  { from, rows }: Pick<Reading, 'from' | 'rows'>,
  rates?: RateSink,
): PriceCollection {
  const gathered = new Map<string, Gathered>();

  /** The version of each code; undefined where the file has the code under several. */
  const versions = new Map<string, string | null | undefined>();

  function noteVersion({ code, codeVersion }: Purpose): void {
    const isSame = !versions.has(code) || versions.get(code) === codeVersion;
    versions.set(code, isSame ? codeVersion : undefined);
  }

  function of(purpose: Purpose, { line, at, through = null }: PricePlace): Gathered {
    const key = JSON.stringify(purpose);
    let found = gathered.get(key);
    if (!found) {
      if (gathered.size >= most)
        throw new FileError(
          { path },
          `This file has prices for more than ${most} combinations of codes, payers and settings, which are held together. Choose some codes with --codes.`,
        );
      const prices = new Distribution(purpose.amountKind === 'NEGOTIATED_PERCENTAGE');
      found = {
        line,
        at,
        purpose,
        prices,
        given: undefined,
        through,
        terms: new Map(),
        expired: 0,
        rounded: 0,
        roundedFrom: undefined,
      };
      gathered.set(key, found);
      noteVersion(purpose);
      rows?.states();
    } else rows?.joins();
    if (through !== found.through) found.through = undefined;
    return found;
  }

  /** The number of the terms of a purpose with a last day. */
  function termOf({ purpose, terms }: Gathered, sink: RateSink, expiresOn: string | null): number {
    const found = terms.get(expiresOn) ?? sink.term({ ...termsOf(purpose), expiresOn });
    terms.set(expiresOn, found);
    return found;
  }

  return {
    add(purpose, cents, times, place, groups = [onlyGroup]) {
      const found = of(purpose, place);
      found.prices.add(cents, times);
      if (rates) {
        const { code } = purpose;
        const term = termOf(found, rates, place.through ?? null);
        for (const group of groups) rates.row({ code, term, group, cents, line: place.line });
      }
      if (place.through && place.through < from) found.expired += times;
      if (place.roundedFrom !== undefined) {
        found.rounded += times;
        found.roundedFrom = place.roundedFrom;
      }
    },
    give(purpose, given, place) {
      const found = of(purpose, place);
      found.given = found.given ? widest(found.given, given) : given;
    },
    note: (purpose, place) => void of(purpose, place),
    *stated(shared, reading) {
      const named = new Set<string>();
      const doubtOf = shared.facility === null ? () => undefined : doubtsAbout(gathered);
      for (const each of gathered.values()) {
        const { code } = each.purpose;
        if (!named.has(code)) yield placeholderCode(code, each.line);
        named.add(code);
        const context = { doubt: doubtOf(each), severalVersions: versions.get(code) === undefined };
        yield statementOf(each, { ...shared, ...context }, reading);
      }
    },
  };
}

/** The terms of a purpose, as columns have them. */
function termsOf(purpose: Purpose): RateTerms {
  const listed = (list: readonly string[] | null) => list && JSON.stringify(list);
  const { modifiers, places, revenueCodes } = purpose;
  const all = {
    ...purpose,
    facility: null,
    modifiers: listed(modifiers),
    places: listed(places),
    revenueCodes: listed(revenueCodes),
  };
  return Object.fromEntries(termNames.map((name) => [name, all[name]])) as RateTerms; // each of its names
}

function widest(one: Given, other: Given): Given {
  const pick = (choose: (...values: number[]) => number, ...values: (number | null | undefined)[]) => {
    const there = values.filter((value) => typeof value === 'number');
    return there.length > 0 ? choose(...there) : null;
  };
  return {
    ...one,
    n: (one.n ?? 0) + (other.n ?? 0),
    minimum: pick(Math.min, one.minimum, other.minimum),
    maximum: pick(Math.max, one.maximum, other.maximum),
  };
}
