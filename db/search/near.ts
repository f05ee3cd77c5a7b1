/** Near names: what somebody may have meant who names a thing that the release does not have. */

import { lastPart } from '../kit/id-parts.ts';
import { rowsById } from '../kit/rows-along-edge.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { distance, slips } from './spelling.ts';
import { keyOf, wordsOf } from './words.ts';

/** A thing by the form in which people name it, and its other names. */
export interface Nameable {
  readonly name: string;
  readonly also?: readonly string[];
}

/** The most near names that are given. */
const maxNear = 5;

/** How far a text is from a name: 0 the same but for case and marks, then the beginning or a word of it, then typing errors; undefined: not near. */
function away(text: string, name: string): number | undefined {
  const [written, key] = [keyOf(text), keyOf(name)];
  if (written === key) return 0;
  const words = wordsOf(text).map((word) => word.slice(0, 40));
  const of = wordsOf(name);
  if (words.some((word) => word === key) || (written.length >= 3 && key.startsWith(written))) return 1;
  const off = distance(written.slice(0, 40), key.slice(0, 40));
  if (off <= slips(written)) return 1 + off;
  const shared = words.filter((word) => word.length >= 3 && of.includes(word)).length;
  if (shared > 0) return 5 - shared / Math.max(words.length, of.length);
  const similar = words
    .filter((word) => word.length >= 4)
    .flatMap((word) => of.map((other) => near(word, other)));
  const least = Math.min(...similar);
  return Number.isFinite(least) ? 5 + least : undefined;
}

function near(word: string, other: string): number {
  const off = distance(word, other);
  return off <= slips(word) ? off : Number.POSITIVE_INFINITY;
}

/** The names that a text is near to, the nearest first, at most five. */
export function nearNames(text: string, candidates: readonly Nameable[]): readonly string[] {
  const found = candidates.flatMap(({ name, also = [] }) => {
    const all = [name, ...also].map((each) => away(text, each)).filter((off) => off !== undefined);
    return all.length > 0 ? [{ name, off: Math.min(...all) }] : [];
  });
  const inOrder = found.sort((a, b) => a.off - b.off || (a.name < b.name ? -1 : 1));
  return [...new Set(inOrder.map(({ name }) => name))].slice(0, maxNear);
}

/** Codes of a release that are one typing error away from the one of an id, the likeliest first: looked up by id in one SQL statement. */
export function nearCodes(store: Store, table: Table, id: string): readonly string[] {
  const code = lastPart(id).slice(0, 20);
  const before = id.slice(0, id.length - lastPart(id).length);
  const variants = [...new Set(oneAway(code))].filter((other) => other !== code);
  const rows = rowsById(
    store,
    table,
    variants.map((other) => before + other),
  );
  return variants.filter((_, i) => rows[i] !== undefined).slice(0, maxNear);
}

/** A code with two neighbours swapped, without what follows, or with another digit, from its end on. */
function oneAway(code: string): string[] {
  const places = [...code].map((_, place) => place).reverse();
  const at = (place: number, text: string, over: number) =>
    code.slice(0, place) + text + code.slice(place + over);
  return [
    ...places.slice(1).map((place) => at(place, `${code[place + 1]}${code[place]}`, 2)),
    ...places.filter((place) => place >= 3).map((place) => code.slice(0, place).replace(/\.$/, '')),
    ...places.flatMap((place) =>
      /\d/.test(code[place] ?? '') ? [...'0123456789'].map((digit) => at(place, digit, 1)) : [],
    ),
  ];
}

/** The names by which a row of a table in memory is called: the key of its id, its label and other names. */
export function candidateOf(row: Readonly<Record<string, unknown>> & { readonly id: string }): Nameable {
  const { label, aliases, number } = row;
  const others = typeof aliases === 'string' ? (JSON.parse(aliases) as string[]) : [];
  const also = [label, number, ...others].filter((name) => typeof name === 'string');
  return { name: lastPart(row.id), also };
}
