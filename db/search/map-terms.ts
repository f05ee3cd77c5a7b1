/** Lists of terms as people paste them, each mapped to the entities that it may mean; the number of SQL statements does not grow with the list. */

import { shapes } from '../codes/code-shapes.ts';
import type { Store } from '../kit/store.ts';
import { type Hit, inOrder, rounded, scores } from './search.ts';
import { entriesByName, entriesByWords } from './search-index.ts';
import { nearest, type Spelling, spellings } from './spelling.ts';
import {
  expression,
  keyOf,
  maxWordLength,
  maxWords,
  share,
  telling,
  type WantedWord,
  wordsOf,
} from './words.ts';

/** What a term may mean: hits in order, the best first. */
export interface Mapping {
  readonly term: string;
  readonly hits: readonly Hit[];
}

/** From this score on a hit counts as the meaning of the term; weaker ones are only hints. */
export const goodEnough = 0.5;
/** Below this score a hit is not even a hint. */
const worthHinting = 0.2;
/** The most terms of one list. */
export const maxTerms = 200;
/** The most hits of one term. */
export const maxTermHits = 20;

/** A claim line's way to write a code with its modifiers: "77092-26", "77080 26,59". */
const { BILLING_CODE, MODIFIER } = shapes;
const codeWithModifiers = new RegExp(
  String.raw`^\s*(${BILLING_CODE.form})[\s,;:/-]+(${MODIFIER.form}(?:[\s,;:/-]+${MODIFIER.form}){0,3})\s*$`,
  'i',
);

/** A whole name that a term, or a part of it, may be. */
interface Name {
  readonly term: number;
  readonly text: string;
  /** The only type that counts; null where any does. */
  readonly type: string | null;
}

/** Maps every term, in six SQL statements at most, however many terms there are. */
export function mapTerms(
  store: Store,
  terms: readonly string[],
  types: readonly string[] | null,
): readonly Mapping[] {
  const found = terms.map(() => new Map<number, Hit>());
  addNames(store, terms, types, found);
  const wanted = understood(store, terms);
  const usable = wanted.map((words) => words.filter(({ forms }) => forms.length > 0));
  const all = usable.map((words, term) => ({ term, words }));
  addWords(store, all, wanted, types, found);
  const missed = all.filter(({ term }) => found[term]?.size === 0);
  const hints = missed.flatMap(({ term, words }) => rarest(words).map((word) => ({ term, words: [word] })));
  addWords(store, hints, wanted, types, found);
  return terms.map((term, index) => ({
    term,
    hits: inOrder(found[index]?.values() ?? []).slice(0, maxTermHits),
  }));
}

/** The names that a term may be: the whole of it, or a code and each of its modifiers. */
function namesIn(text: string, term: number): Name[] {
  const whole: Name = { term, text, type: null };
  const [, code, modifiers] = codeWithModifiers.exec(text) ?? [];
  if (!code || !modifiers) return [whole];
  const parts = modifiers
    .split(/[^0-9A-Za-z]+/)
    .map((part): Name => ({ term, text: part, type: 'Modifier' }));
  return [whole, { term, text: code, type: 'BillingCode' }, ...parts];
}

function addNames(
  store: Store,
  terms: readonly string[],
  types: readonly string[] | null,
  found: readonly Map<number, Hit>[],
): void {
  const name = terms.flatMap(namesIn);
  const keys = name.map(({ text }) => keyOf(text));
  for (const { query, isLabel, ...entry } of entriesByName(store, keys, maxTerms * maxTermHits)) {
    const { term, text, type } = name[query] ?? { term: -1, text: '', type: null };
    if ((type && entry.type !== type) || (types && !types.includes(entry.type))) continue;
    const matchedOn = isLabel ? 'LABEL' : 'NAME';
    const before = found[term]?.get(entry.slot);
    if (before && before.score >= scores[matchedOn]) continue;
    const wanted = wordsOf(text).map((word): WantedWord => ({ word, forms: [word], open: false }));
    found[term]?.set(entry.slot, { entry, score: scores[matchedOn], matchedOn, wanted });
  }
}

type Known = WantedWord & { readonly labels: number };

/** The significant words of each term with the index words that they may match; a word that matches nothing has no forms. */
function understood(store: Store, terms: readonly string[]): readonly (readonly Known[])[] {
  const words = terms.map((term) =>
    telling(wordsOf(term).map((word): WantedWord => ({ word, forms: [], open: false }))),
  );
  const looked = words.map((each) =>
    each
      .slice(0, maxWords)
      .map(({ word }) => word)
      .filter((word) => word.length <= maxWordLength),
  );
  const distinct = [...new Set(looked.flat())];
  const known = spellings(store, distinct);
  const strange = distinct.filter((word) => isStrange(known.get(word)));
  const near = nearest(store, strange);
  return words.map((each, term) =>
    each.map(({ word }) => {
      const spelling = known.get(word);
      const labels = spelling?.labels ?? 0;
      const forms = looked[term]?.includes(word) ? formsOf(word, spelling, near.get(word)) : [];
      return { word, forms, open: false, labels };
    }),
  );
}

function isStrange(spelling: Spelling | undefined): boolean {
  return spelling !== undefined && !spelling.known && spelling.kin.length === 0;
}

function formsOf(
  word: string,
  spelling: Spelling | undefined,
  near: readonly string[] = [],
): readonly string[] {
  if (!spelling) return [word]; // numbers and very short words match only themselves
  return [...(spelling.known ? [word] : []), ...spelling.kin, ...near];
}

/** The three words that the fewest labels have; none where the term has a number, because no other number will do. */
function rarest(words: readonly Known[]): readonly Known[] {
  if (words.some(({ word }) => /\p{N}/u.test(word))) return [];
  const rare = words.filter(({ labels }) => labels > 0).sort((a, b) => a.labels - b.labels);
  return rare.slice(0, 3);
}

/** A search for one term: entries with all of these words. */
interface Query {
  readonly term: number;
  readonly words: readonly Known[];
}

function addWords(
  store: Store,
  queries: readonly Query[],
  wanted: readonly (readonly Known[])[],
  types: readonly string[] | null,
  found: readonly Map<number, Hit>[],
): void {
  const name = queries.filter(({ words }) => words.length > 0);
  if (name.length === 0) return;
  const expressions = name.map(({ words }) => expression(words, 'names label', types));
  for (const { query, ...entry } of entriesByWords(store, expressions, maxTermHits)) {
    const term = name[query]?.term ?? -1;
    const words = wanted[term] ?? [];
    const score = rounded(scores.LABEL_WORDS * share(words, `${entry.names} ${entry.label}`));
    const hits = found[term];
    if (hits && score >= worthHinting && !hits.has(entry.slot)) {
      hits.set(entry.slot, { entry, score, matchedOn: 'LABEL_WORDS', wanted: words });
    }
  }
}
