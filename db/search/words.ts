/** Splits typed text into words, makes safe expressions for the search index, and marks matches. */

/** A word of the query and the words of the index that it may match. */
export interface WantedWord {
  /** The word as it was typed, normalised. */
  readonly word: string;
  /** Words of the index that it may match; the word itself where it is taken as typed. */
  readonly forms: readonly string[];
  /** Whether it may be only the beginning of a word, like the last word of a text being typed. */
  readonly open: boolean;
}

/** The columns of the index that a word is looked for in. */
export type WordColumns = 'names label' | 'names label description';

/** The most distinct words of a text that are looked up; more cost the index too much. */
export const maxWords = 12;
/** The longest word that is looked up. */
export const maxWordLength = 64;
/** The shortest beginning of a word that is looked up: shorter ones match too much. */
const shortestBeginning = 3;

/** A text normalised: one form for compatibility characters, lower case, no accents. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The distinct words of a text in their order: letters and digits, nothing else. */
export function wordsOf(text: string): string[] {
  return [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu))];
}

/** A whole text as a key of names: its letters and digits, with nothing between them. */
export function keyOf(text: string): string {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}

/** Words taken as typed, the last one as the beginning of a word. */
export function asTyped(words: readonly string[]): WantedWord[] {
  return words.map((word, index) => ({
    word,
    forms: [word],
    open: index === words.length - 1 && word.length >= shortestBeginning,
  }));
}

/** One word in the syntax of the index: every form quoted, so that nothing in it acts as syntax. */
function group({ forms, open }: WantedWord): string {
  return `(${forms.map((form) => (open ? `"${form}" *` : `"${form}"`)).join(' OR ')})`;
}

/** The expression that finds rows with all of the words, or any of them. Text of users is passed to the index only through here. */
export function expression(
  wanted: readonly WantedWord[],
  columns: WordColumns,
  types: readonly string[] | null,
  joined: 'AND' | 'OR' = 'AND',
): string {
  const words = `{${columns}} : (${wanted.map(group).join(` ${joined} `)})`;
  if (!types) return words;
  return `type : (${types.map((type) => `"${type}"`).join(' OR ')}) AND ${words}`;
}

/** How well a word is matched by the words of a text: 1 as typed, 0.8 in another form, 0 not at all. */
function met({ word, forms, open }: WantedWord, found: ReadonlySet<string>): number {
  if (found.has(word)) return 1;
  if (open && [...found].some((text) => text.startsWith(word))) return 1;
  return forms.some((form) => found.has(form) || (open && [...found].some((text) => text.startsWith(form))))
    ? 0.8
    : 0;
}

/** How well the words are matched by a text, from 0 to 1: the mean over the words. */
export function share(wanted: readonly WantedWord[], text: string): number {
  const found = new Set(wordsOf(text));
  const sum = wanted.reduce((total, word) => total + met(word, found), 0);
  return wanted.length > 0 ? sum / wanted.length : 0;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
}

/** A text that matched as a whole. */
export function markedWhole(text: string): string {
  return `<mark>${escaped(text)}</mark>`;
}

/** How much of a long text is shown around its first marked word. */
const shown = 160;

/** A text with the matched words between `<mark>` and `</mark>`, all else escaped for HTML; undefined when none is in it. */
export function marked(text: string, wanted: readonly WantedWord[]): string | undefined {
  const matches = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) =>
    wanted.some((each) => met(each, new Set([plain(word)])) > 0),
  );
  const [first] = matches;
  if (!first) return undefined;
  const from = text.length > shown ? startNear(text, first.index) : 0;
  const to = Math.min(text.length, Math.max(from + shown, first.index + first[0].length));
  let out = from > 0 ? '… ' : '';
  let at = from;
  for (const { 0: word, index } of matches) {
    if (index + word.length > to) break;
    out += `${escaped(text.slice(at, index))}<mark>${escaped(word)}</mark>`;
    at = index + word.length;
  }
  return `${out}${escaped(text.slice(at, to))}${to < text.length ? ' …' : ''}`;
}

/** The start of a word some way before a position, so that a match is shown with the text before it. */
function startNear(text: string, index: number): number {
  const early = Math.max(0, index - 60);
  const space = text.indexOf(' ', early);
  return early === 0 || space < 0 || space >= index ? early && index : space + 1;
}

const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** The words without small words such as "of"; all of them where there are no others. */
export function telling(wanted: readonly WantedWord[]): readonly WantedWord[] {
  const left = wanted.filter(({ word }) => !small.has(word));
  return left.length > 0 ? left : wanted;
}
