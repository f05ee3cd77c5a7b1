/** The words of the search index that a typed word may match: words with the same beginning, and words of similar spelling. */

import type { Store } from '../kit/store.ts';

/** What the index knows about a word. */
export interface Spelling {
  /** How many names and labels have the word itself. */
  readonly labels: number;
  /** Whether the index has the word itself. */
  readonly known: boolean;
  /** Other words that it may be a form of, such as "preparation" for "prep". */
  readonly kin: readonly string[];
}

const beginningAlike = `
  select k.key as "slot", w.word, w.labels
  from json_each(:words) k
  cross join search_word w
  where w.word in (
    select x.word from search_word x
    where x.word >= k.value ->> 'from' and x.word < k.value ->> 'to'
    order by x.word limit 40
  )
  order by k.key, w.word`;

const sharingPieces = `
  select k.key as "slot", n.word
  from json_each(:pieces) k
  cross join search_spelling n
  where n.rowid in (
    select m.rowid from search_spelling m
    where m.search_spelling match k.value
    order by m.rank limit 40
  )
  order by k.key, n.word`;

/** The most forms of one word that are looked for. */
const maxForms = 6;

/** The part of a word that its forms have in common: "transmi" of "transmit" and "transmission". */
function stem(word: string): string {
  return word.length >= 6 ? word.slice(0, -1) : word;
}

/** The most letters that a form adds to a stem, such as "ssion". */
const longestEnding = 6;

function isForm(word: string, other: string): boolean {
  return other.startsWith(word) || other.length <= stem(word).length + longestEnding;
}

/** What the index knows about each word, in one SQL statement. Numbers match only themselves. */
export function spellings(store: Store, words: readonly string[]): ReadonlyMap<string, Spelling> {
  const eligible = words.filter((word) => word.length >= 3 && !/\p{N}/u.test(word));
  const ranges = eligible.map((word) => ({ from: stem(word), to: `${stem(word)}\u{10FFFF}` }));
  const rows = store.all<{ slot: number; word: string; labels: number }>(beginningAlike, {
    words: JSON.stringify(ranges),
  });
  const found = Map.groupBy(rows, ({ slot }) => slot);
  const answers = eligible.map((word, slot): [string, Spelling] => {
    const alike = found.get(slot) ?? [];
    const itself = alike.find((row) => row.word === word);
    const kin = alike
      .map((row) => row.word)
      .filter((other) => other !== word && isForm(word, other))
      .slice(0, maxForms);
    return [word, { labels: itself?.labels ?? 0, known: itself !== undefined, kin }];
  });
  return new Map(answers);
}

/** The most typing errors accepted in a word of that length. */
export function slips(word: string): number {
  return word.length >= 7 ? 2 : 1;
}

function pieces(word: string): string {
  const letters = [...word];
  return letters
    .slice(2)
    .map((_, index) => `"${letters.slice(index, index + 3).join('')}"`)
    .join(' OR ');
}

/** Words of the index that each word may be a misspelling of, the nearest only, in one SQL statement. */
export function nearest(store: Store, words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const eligible = words.filter((word) => /^\p{L}{4,30}$/u.test(word));
  if (eligible.length === 0) return new Map();
  const rows = store.all<{ slot: number; word: string }>(sharingPieces, {
    pieces: JSON.stringify(eligible.map(pieces)),
  });
  const found = Map.groupBy(rows, ({ slot }) => slot);
  return new Map(
    eligible.map((word, slot) => {
      const near = (found.get(slot) ?? []).map((row) => ({ word: row.word, off: distance(word, row.word) }));
      const least = Math.min(...near.map(({ off }) => off));
      const kept = least <= slips(word) ? near.filter(({ off }) => off === least) : [];
      return [word, kept.slice(0, maxForms).map((row) => row.word)];
    }),
  );
}

/** How many letters must be added, left out, replaced or swapped with a neighbour to make one word of the other. */
export function distance(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let before: number[] = [];
  let above = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const options = [(above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        options.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...options));
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
