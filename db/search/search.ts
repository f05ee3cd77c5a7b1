/** Search over all entities: whole names first, then labels, then descriptions, with misspellings corrected where nothing else is found. */

import type * as e from '../enums/index.ts';
import type { Store } from '../kit/store.ts';
import { namingWords, runsOf } from './asking.ts';
import { entriesByName, entriesByWords, type SearchEntry } from './search-index.ts';
import { nearest } from './spelling.ts';
import {
  asTyped,
  expression,
  keyOf,
  marked,
  markedWhole,
  maxWords,
  share,
  telling,
  type WantedWord,
  type WordColumns,
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

/** What a search is made with: the release, the types that count, and the hits by the slots of their entries. */
interface Search {
  readonly store: Store;
  readonly types: readonly string[] | null;
  readonly hits: Map<number, Hit>;
}

/**
 * Finds what a text may mean, in six SQL statements at most, whatever the text. The words with which people ask count
 * where they match, and cost no hit where they do not: "which components does aetna cover" finds what "aetna" finds. A
 * text that names several things, or asks of one, also gives what matches a part of it.
 */
export function search(store: Store, text: string, types: readonly string[] | null): SearchResult {
  const words = wordsOf(text);
  const names = namingWords(words);
  const asks = names.length < words.length;
  const made: Search = { store, types, hits: new Map() };
  const runs = names.length > 1 ? runsOf(names) : [];
  const named = addNames(made, asks ? [words, names] : [words], names, runs);
  const wanted = asTyped(names);
  const phrases = asks && words.length <= maxWords ? [asTyped(words), wanted] : [wanted];
  let complete = addMatches(made, phrases, 1);
  if (named.part || (asks && !named.whole && made.hits.size > 0))
    complete = addPartial(made, wanted, 'names label description') && complete;
  let readAs: string | null = null;
  if (made.hits.size === 0) {
    const near = nearest(store, names);
    const mended = wanted.map((each): WantedWord => {
      const forms = near.get(each.word) ?? [];
      return forms.length > 0 ? { ...each, forms, open: false } : each;
    });
    const changed = mended.some(({ word, forms }) => forms[0] !== word);
    if (changed) complete = addMatches(made, [mended], 0.8);
    if (made.hits.size === 0) complete = addPartial(made, mended, 'names label');
    if (changed && made.hits.size > 0) readAs = mended.map(({ word, forms }) => forms[0] ?? word).join(' ');
  }
  return { hits: inOrder(made.hits.values()), complete, readAs };
}

/** Adds the entries that are called as the whole text is, with or without the words that ask, or as a run of its words is; returns whether the whole text is a name, and whether a run is. */
function addNames(
  { store, types, hits }: Search,
  wholes: readonly (readonly string[])[],
  names: readonly string[],
  runs: readonly (readonly string[])[],
): { readonly whole: boolean; readonly part: boolean } {
  const phrases = [...wholes, ...runs];
  const found = entriesByName(
    store,
    phrases.map((phrase) => phrase.join('')),
    maxHits,
  );
  for (const { isLabel, query, ...entry } of found) {
    const phrase = phrases[query] ?? [];
    const isPart = query >= wholes.length;
    if (types && !types.includes(entry.type)) continue;
    const matchedOn = isLabel ? 'LABEL' : 'NAME';
    const score = rounded(scores[matchedOn] * (isPart ? (1 + phrase.length / names.length) / 2 : 1));
    addBest(hits, {
      entry,
      score,
      matchedOn,
      wanted: phrase.map((word) => ({ word, forms: [word], open: false })),
    });
  }
  return {
    whole: found.some(({ query }) => query === 0),
    part: found.some(({ query }) => query >= wholes.length),
  };
}

function addBest(hits: Map<number, Hit>, hit: Hit): void {
  const { slot } = hit.entry;
  const known = hits.get(slot);
  if (!known || known.score < hit.score) hits.set(slot, hit);
}

/** Adds the entries with all of the words; returns whether those were all. */
function addMatches(
  { store, types, hits }: Search,
  phrases: readonly (readonly WantedWord[])[],
  factor: number,
): boolean {
  const columns = ['names label', 'names label description'] as const;
  const queries = phrases.flatMap((wanted) => columns.map((where) => ({ wanted, where })));
  const rows = entriesByWords(
    store,
    queries.map(({ wanted, where }) => expression(wanted, where, types)),
    maxHits,
  );
  for (const { query, ...entry } of rows) {
    const { where, wanted = [] } = queries[query] ?? {};
    const matchedOn = where === 'names label' ? 'LABEL_WORDS' : 'DESCRIPTION';
    addBest(hits, { entry, score: rounded(scores[matchedOn] * factor), matchedOn, wanted });
  }
  const last = queries.length - 1; // all others find less
  return rows.filter(({ query }) => query === last).length < maxHits;
}

/** The least share of the words that counts. */
const least = 0.4;

/** Adds the entries with at least half of the words in names and label, or in all that is searched; small words do not count. */
function addPartial(
  { store, types, hits }: Search,
  all: readonly WantedWord[],
  columns: WordColumns,
): boolean {
  const wanted = telling(all);
  if (wanted.length < 2) return true;
  const rows = entriesByWords(store, [expression(wanted, columns, types, 'OR')], maxHits);
  for (const { query: _one, ...entry } of rows) {
    const named = share(wanted, `${entry.names} ${entry.label}`);
    const described = share(wanted, `${entry.names} ${entry.label} ${entry.description}`);
    const matchedOn = named >= least ? 'LABEL_WORDS' : 'DESCRIPTION';
    const part = named >= least ? named : described;
    if (part >= least) addBest(hits, { entry, score: rounded(scores[matchedOn] * part), matchedOn, wanted });
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
