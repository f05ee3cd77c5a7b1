/** What is near some entities: the things that a statement, a reference or a citation links with them, the closest of each type first. */

import { typeOf } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { type LinkWalk, linksOf } from './adjacency.ts';
import { referencesAmong, referencesOf } from './references.ts';

/** Whose neighbours are wanted. */
export interface NeighbourQuestion extends Pick<LinkWalk, 'asOf'> {
  readonly of: readonly string[];
  /** Types of the neighbours; null for any. */
  readonly types: readonly string[] | null;
  /** The most neighbours of all of them together. */
  readonly limit: number;
}

/** That two entities are neighbours. */
export interface NearLink {
  readonly from: string;
  readonly to: string;
  /** The type of the best statement, or the field by which one names the other, see `EntityReference`. */
  readonly relation: string;
  /** The best statement; null where they name each other themselves and none does. */
  readonly statementId: string | null;
  /** How many statements link the two. */
  readonly statements: number;
}

/** How many neighbours a thing has, and how many of them are given. */
export interface Around {
  readonly id: string;
  readonly total: number;
  readonly given: number;
}

/** Entities and what links them; `complete` is false where more is stored than is read. */
export interface Neighbourhood {
  readonly nodes: readonly string[];
  readonly links: readonly NearLink[];
  readonly around: readonly Around[];
  /** Neighbours that the limit leaves out. */
  readonly leftOut: number;
  readonly complete: boolean;
}

/** A link while it is put together: the lowest weight wins, and every statement counts once. */
interface Draft {
  readonly from: string;
  readonly to: string;
  relation: string;
  statementId: string | null;
  weight: number;
  readonly statements: Set<string>;
}

/** A reference of one to the other comes before every statement; that a statement rests on a source, after. */
const itself = -1;
const resting = 10_000;

/** The neighbours of the entities, in three statements of SQL, however many there are. */
export function neighbourhood(store: Store, question: NeighbourQuestion): Neighbourhood {
  const { asOf, types, limit } = question;
  const of = [...new Set(question.of)];
  const drafts = new Map<string, Draft>();
  const stated = linksOf(store, of, { asOf, via: null });
  const named = referencesOf(store, of, asOf);
  for (const { from, to, statementId, weight } of stated.links)
    addLink(drafts, { from, to, relation: typeOf(statementId), statementId, weight });
  for (const { from, to, relation, statementId } of named.references)
    addLink(drafts, { from, to, relation, statementId, weight: statementId ? resting : itself });
  const wanted = [...drafts.values()].filter(
    ({ to }) => of.includes(to) || types === null || types.includes(typeOf(to)),
  );
  const lists = of.map((id) => nearestOf(wanted.filter(({ from }) => from === id)));
  const given = new Set(of);
  for (const id of inTurn(lists)) if (given.size < of.length + limit) given.add(id);
  const all = new Set([...of, ...lists.flat()]);
  const nodes = [...given];
  const links = new Map(
    wanted.filter(({ to }) => given.has(to)).map((draft) => [pairOf(draft), linkFrom(draft)]),
  );
  for (const { from, to, relation } of referencesAmong(store, nodes)) {
    const link = { from, to, relation, statementId: null, statements: 0 };
    if (!links.has(pairOf(link))) links.set(pairOf(link), link);
  }
  return {
    nodes,
    links: [...links.values()],
    around: of.map((id, i) => ({
      id,
      total: lists[i]?.length ?? 0,
      given: lists[i]?.filter((near) => given.has(near)).length ?? 0,
    })),
    leftOut: all.size - nodes.length,
    complete: stated.complete && named.complete,
  };
}

const pairOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
  from < to ? `${from} ${to}` : `${to} ${from}`;

const linkFrom = ({ from, to, relation, statementId, statements }: Draft): NearLink => ({
  from,
  to,
  relation,
  statementId,
  statements: statements.size,
});

function addLink(
  drafts: Map<string, Draft>,
  { from, to, relation, statementId, weight }: Omit<Draft, 'statements'>,
): void {
  if (from === to) return;
  const key = `${from} ${to}`;
  const known = drafts.get(key);
  const draft = known ?? { from, to, relation, statementId, weight, statements: new Set<string>() };
  if (statementId) draft.statements.add(statementId);
  const better =
    weight < draft.weight || (weight === draft.weight && (statementId ?? '') < (draft.statementId ?? ''));
  // A statement that links the two is given even where they name each other themselves.
  if (better) {
    draft.weight = weight;
    draft.relation = relation;
    draft.statementId = statementId ?? draft.statementId;
  } else draft.statementId ??= statementId;
  drafts.set(key, draft);
}

/** Ids of neighbours: the closest of each type, then the second of each. */
function nearestOf(links: readonly Draft[]): readonly string[] {
  const closest = [...links].sort(
    (one, other) =>
      one.weight - other.weight ||
      other.statements.size - one.statements.size ||
      (one.to < other.to ? -1 : 1),
  );
  const types = Map.groupBy(
    closest.map(({ to }) => to),
    typeOf,
  );
  return [...inTurn([...types.values()])];
}

/** The first of each list, then the second of each, and so on, each once. */
function inTurn(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return new Set(
    Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat(),
  );
}
