/** Finds the shortest paths from one entity to another along cited statements that name both, as of a day and a moment. */

import type { Store } from '../kit/store.ts';
import { type LinkWalk, linksOf } from './adjacency.ts';

/** A search for paths. */
export interface PathQuestion extends LinkWalk {
  readonly from: string;
  readonly to: string;
  /** The most hops of a path. */
  readonly maxLength: number;
  /** The most paths. */
  readonly limit: number;
}

/** A way from one entity to another: entities that follow each other, and for each hop a statement that names both. */
export interface Path {
  readonly nodes: readonly string[];
  readonly statements: readonly string[];
}

/** The paths, the shortest first; `complete` is false where a limit may have hidden shorter or further ones. */
export interface Paths {
  readonly paths: readonly Path[];
  readonly complete: boolean;
}

/** The most entities whose statements are read for one level of a walk. */
const maxFrontier = 500;
/** The most steps that are tried when paths are put together. */
const maxSteps = 100_000;

/** From an entity to its neighbours, and the best statement that links the two. */
type Neighbours = Map<string, Map<string, { readonly statementId: string; readonly weight: number }>>;

/** One end of the search: how far it has come. */
interface Side {
  frontier: readonly string[];
  readonly seen: Set<string>;
}

/** Finds the shortest simple paths. A level costs one SQL statement; both ends are walked in turn until they meet. */
export function paths(store: Store, question: PathQuestion): Paths {
  const { from, to, maxLength, limit } = question;
  if (from === to) return { paths: [{ nodes: [from], statements: [] }], complete: true };
  const near: Neighbours = new Map();
  const sides = [from, to].map((id): Side => ({ frontier: [id], seen: new Set([id]) }));
  const found: Path[] = [];
  const budget = { left: maxSteps };
  let complete = true;
  for (let length = 1; length <= maxLength && found.length < limit; length++) {
    // A path of n hops is made of links of the first half around one end and of the second half around the other.
    const side = sides[(length + 1) % 2];
    if (side && !expand(store, question, side, near)) complete = false;
    if (sides.some(({ frontier }) => frontier.length === 0) && !met(sides)) break;
    found.push(...pathsOf(length, question, near, limit - found.length, budget));
    if (budget.left <= 0) complete = false;
  }
  return { paths: found, complete };
}

/** Whether both ends have reached a common entity. */
function met(sides: readonly Side[]): boolean {
  const [one, other] = sides;
  return [...(one?.seen ?? [])].some((id) => other?.seen.has(id));
}

/** Reads the links of the frontier of one end and moves it on by a hop; false when not all could be read. */
function expand(store: Store, walk: LinkWalk, side: Side, near: Neighbours): boolean {
  const expanded = side.frontier.slice(0, maxFrontier);
  const unread = expanded.filter((id) => !near.has(id));
  const { links, complete } =
    unread.length > 0 ? linksOf(store, unread, walk) : { links: [], complete: true };
  for (const id of unread) near.set(id, new Map());
  for (const { from, to, statementId, weight } of links) {
    const known = near.get(from);
    const best = known?.get(to);
    const better =
      !best || weight < best.weight || (weight === best.weight && statementId < best.statementId);
    if (better) known?.set(to, { statementId, weight });
  }
  const all = expanded.length === side.frontier.length;
  const next = new Set(expanded.flatMap((id) => [...(near.get(id)?.keys() ?? [])]));
  side.frontier = [...next].filter((id) => !side.seen.has(id)).sort();
  for (const id of side.frontier) side.seen.add(id);
  return complete && all;
}

/** The link between two entities, whichever of them it was read from. */
function linkBetween(near: Neighbours, a: string, b: string): string {
  return near.get(a)?.get(b)?.statementId ?? near.get(b)?.get(a)?.statementId ?? '';
}

/** Every neighbour that is known, in both directions, in the order of ids. */
function bothWays(near: Neighbours): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  const add = (a: string, b: string) => {
    const set = sets.get(a) ?? new Set();
    sets.set(a, set.add(b));
  };
  for (const [id, others] of near) {
    for (const other of others.keys()) {
      add(id, other);
      add(other, id);
    }
  }
  return new Map([...sets].map(([id, set]) => [id, [...set].sort()]));
}

/** How many hops each entity is from the end, as far as is known. */
function hopsTo(
  end: string,
  graph: ReadonlyMap<string, readonly string[]>,
  most: number,
): ReadonlyMap<string, number> {
  const hops = new Map([[end, 0]]);
  let level = [end];
  for (let hop = 1; hop <= most && level.length > 0; hop++) {
    level = level.flatMap((id) => graph.get(id) ?? []).filter((id) => !hops.has(id) && hops.set(id, hop));
  }
  return hops;
}

/** The simple paths of exactly that length, in the order of the ids of their entities. */
function pathsOf(
  length: number,
  { from, to }: PathQuestion,
  near: Neighbours,
  limit: number,
  budget: { left: number },
): Path[] {
  const graph = bothWays(near);
  const hops = hopsTo(to, graph, length);
  const found: Path[] = [];
  const trail = [from];
  const walk = (id: string): void => {
    const left = length - trail.length + 1;
    if (left === 0) {
      const statements = trail.slice(1).map((next, i) => linkBetween(near, trail[i] ?? '', next));
      if (id === to) found.push({ nodes: [...trail], statements });
      return;
    }
    for (const next of graph.get(id) ?? []) {
      if (found.length >= limit || budget.left <= 0) return;
      budget.left--;
      const far = hops.get(next);
      // The last entity may come only at the end, and what is too far from it leads nowhere.
      if (far === undefined || far > left - 1 || (next === to && left > 1) || trail.includes(next)) continue;
      trail.push(next);
      walk(next);
      trail.pop();
    }
  };
  walk(from);
  return found;
}
