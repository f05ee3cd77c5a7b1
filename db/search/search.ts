/** Search over all entities: whole names first, then labels, then descriptions, with misspellings corrected where nothing else is found. */

import type * as e from '../enums/index.ts';
import type { Store } from '../kit/store.ts';
import { entriesByName, entriesByWords, type SearchEntry } from './search-index.ts';
import { nearest } from './spelling.ts';
import {
  asTyped,
  expression,
  keyOf,
  marked,
  markedWhole,
  share,
  telling,
  type WantedWord,
  wordsOf,
} from './words.ts';

/** An entity that matches, and how. */
export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  readonly matchedOn: keyof typeof e.SearchMatch.values;
  /** The words that were looked for when it was found. */
  readonly wanted: readonly WantedWord[];
}

/** What a search finds: hits in order, the best first. */
export interface SearchResult {
  readonly hits: readonly Hit[];
  /** False when more matched than are looked at; see `maxHits`. */
  readonly complete: boolean;
  /** The words that were searched for, where a misspelling was corrected. */
  readonly readAs: string | null;
}

/** The scores of the ways to match; they order hits and are no measure of truth. */
export const scores = { NAME: 1, LABEL: 0.9, LABEL_WORDS: 0.7, DESCRIPTION: 0.4 } as const;
/** The most matches of one text that are looked at. */
export const maxHits = 1000;

/** Hits in order: by score, then in the order of the index. */
export function inOrder(hits: Iterable<Hit>): Hit[] {
  return [...hits].sort((a, b) => b.score - a.score || a.entry.slot - b.entry.slot);
}

/** Finds what a text may mean, in five SQL statements at most, whatever the text. */
export function search(store: Store, text: string, types: readonly string[] | null): SearchResult {
  const words = wordsOf(text);
  const wanted = asTyped(words);
  const hits = new Map<number, Hit>();
  for (const { isLabel, ...row } of entriesByName(store, [keyOf(text)], maxHits)) {
    if (types && !types.includes(row.type)) continue;
    const matchedOn = isLabel ? 'LABEL' : 'NAME';
    const known = hits.get(row.slot);
    if (!known || known.score < scores[matchedOn]) {
      hits.set(row.slot, { entry: row, score: scores[matchedOn], matchedOn, wanted });
    }
  }
  let complete = addMatches(store, wanted, types, 1, hits);
  if (hits.size > 0) return { hits: inOrder(hits.values()), complete, readAs: null };

  const near = nearest(store, words);
  const mended = wanted.map((each): WantedWord => {
    const forms = near.get(each.word) ?? [];
    return forms.length > 0 ? { ...each, forms, open: false } : each;
  });
  const changed = mended.some(({ word, forms }) => forms[0] !== word);
  if (changed) complete = addMatches(store, mended, types, 0.8, hits);
  if (hits.size === 0) complete = addPartial(store, mended, types, hits);
  const readAs =
    changed && hits.size > 0 ? mended.map(({ word, forms }) => forms[0] ?? word).join(' ') : null;
  return { hits: inOrder(hits.values()), complete, readAs };
}

/** Adds the entries with all of the words; returns whether those were all. */
function addMatches(
  store: Store,
  wanted: readonly WantedWord[],
  types: readonly string[] | null,
  factor: number,
  hits: Map<number, Hit>,
): boolean {
  const columns = ['names label', 'names label description'] as const;
  const rows = entriesByWords(
    store,
    columns.map((where) => expression(wanted, where, types)),
    maxHits,
  );
  for (const { query, ...row } of rows) {
    const matchedOn = query === 0 ? 'LABEL_WORDS' : 'DESCRIPTION';
    if (!hits.has(row.slot)) {
      hits.set(row.slot, { entry: row, score: rounded(scores[matchedOn] * factor), matchedOn, wanted });
    }
  }
  return rows.filter(({ query }) => query === 1).length < maxHits;
}

/** Adds the entries with at least half of the words in names and label; small words do not count. */
function addPartial(
  store: Store,
  all: readonly WantedWord[],
  types: readonly string[] | null,
  hits: Map<number, Hit>,
): boolean {
  const wanted = telling(all);
  if (wanted.length < 2) return true;
  const rows = entriesByWords(store, [expression(wanted, 'names label', types, 'OR')], maxHits);
  for (const row of rows) {
    const part = share(wanted, `${row.names} ${row.label}`);
    const score = rounded(scores.LABEL_WORDS * part);
    if (part >= 0.4) hits.set(row.slot, { entry: row, score, matchedOn: 'LABEL_WORDS', wanted });
  }
  return rows.length < maxHits;
}

/** A score to two places: finer differences mean nothing. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

/** Passages that show why an entry matched, at most three, the matched words marked. */
export function highlightsOf({ entry, wanted, matchedOn }: Hit): string[] {
  const names = JSON.parse(entry.names) as string[];
  const whole = matchedOn === 'NAME' || matchedOn === 'LABEL';
  if (whole) {
    const key = wanted.map(({ word }) => word).join('');
    const texts = matchedOn === 'NAME' ? names : [entry.label];
    return texts
      .filter((text) => keyOf(text) === key)
      .slice(0, 1)
      .map(markedWhole);
  }
  const passages = [entry.label, ...names, entry.description].map((text) => marked(text, wanted));
  return passages.filter((text) => text !== undefined).slice(0, 3);
}
