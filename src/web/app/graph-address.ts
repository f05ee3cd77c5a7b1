/** What the graph view shows, kept in its address. */

import { address, list, readDay, today } from './address.ts';

/** The neighbours that a view begins with, and the most that are readable. */
export const fewest = 40;
export const most = 200;

/** What is in the middle where an address names nothing. */
const firstThing = 'BillingCode:CPT:77092';

/** What is shown of the graph. */
export interface Neighbours {
  /** The thing in the middle: its id, or a code or slug as people type it. */
  readonly of: string;
  /** Ids of further things whose neighbours are shown. */
  readonly open?: readonly string[];
  /** Kinds of neighbours, see `graph/kinds.ts`; none: all. */
  readonly only?: readonly string[];
  /** The other end of the ways, by id, code or slug. */
  readonly to?: string | undefined;
  /** The most neighbours. */
  readonly first?: number;
  /** Date of service. */
  readonly on?: string;
}

/** An id in a path: its colons and slashes stay readable. */
const inPath = (id: string) => encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%2F', '/');

/** The address of a part of the graph. */
export const graphAddress = ({ of, open = [], only = [], to, first = fewest, on = today }: Neighbours) =>
  address(`/graph/${inPath(of)}`, {
    open: open.join(',') || undefined,
    only: only.join(',') || undefined,
    to: to || undefined,
    first: first === fewest ? undefined : String(first),
    on: on === today ? undefined : on,
  });

/** What an address shows. */
export function readNeighbours(of: string | undefined, search: string): Required<Neighbours> {
  const given = new URLSearchParams(search);
  const first = Number(given.get('first') ?? fewest);
  return {
    of: of || firstThing,
    open: list(given.get('open') ?? ''),
    only: list(given.get('only') ?? ''),
    to: given.get('to') ?? undefined,
    first: first >= 1 && first <= most ? Math.floor(first) : fewest,
    on: readDay(search),
  };
}
