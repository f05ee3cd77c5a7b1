/** Provider references of an in-network file: how many provider groups each stands for, and in which networks they are. */

import { absent, type Members } from '../load/json-members.ts';
import { largestPiece } from '../load/json-nesting.ts';
import { withoutSignature } from './tic-file.ts';

/** Provider groups that a rate is for. */
export interface Groups {
  /** How many: a group is a tax id with its providers. */
  readonly count: number;
  /** As the file names them, parted by ` | ` where there are several; null where it names none. */
  readonly network: string | null;
}

export interface ProviderReferences {
  /** Takes an item of `provider_references`. */
  take(bytes: Uint8Array, parse: (bytes: Uint8Array) => unknown): void;
  /** The groups of a reference; undefined where the file has none of that id so far. */
  of(id: unknown): Groups | undefined;
  /** References that name another file instead of provider groups: how many, and a few of the addresses. */
  readonly remote: { readonly count: number; readonly examples: readonly string[] };
}

/** There are up to millions, so each is one number: how many groups, and which of the networks. */
const networksPerCount = 2 ** 20;

export function providerReferences(look: Members): ProviderReferences {
  const packed = new Map<string | number, number>();
  const networks: (string | null)[] = [];
  const placeOf = new Map<string | null, number>();
  let remote = 0;
  const examples: string[] = [];

  function place(network: string | null): number {
    let found = placeOf.get(network);
    if (found === undefined) {
      found = networks.push(network) - 1;
      placeOf.set(network, found);
    }
    return found;
  }

  /** Without parsing the provider groups, of which only the number counts. */
  function lightly(bytes: Uint8Array): Reference | undefined {
    if (bytes.length > largestPiece) return undefined;
    const groups = look.at(bytes, 'provider_groups');
    const count = groups === absent ? 0 : look.count(bytes, groups);
    if (count === undefined) return undefined;
    const id = look.value(bytes, 'provider_group_id');
    const location = count === 0 ? look.value(bytes, 'location') : undefined;
    return { id, count, network: look.value(bytes, 'network_name'), location };
  }

  return {
    take(bytes, parse) {
      const { id, count, network, location } = lightly(bytes) ?? reference(parse(bytes));
      if (count === 0) {
        remote += 1;
        if (typeof location === 'string' && examples.length < 3) examples.push(withoutSignature(location));
      }
      // A reference to another file stands for groups that were not seen, at least for one.
      packed.set(idOf(id), Math.max(1, count) * networksPerCount + place(networkIn(network)));
    },
    of(id) {
      const found = packed.get(idOf(id));
      if (found === undefined) return undefined;
      const network = networks[found % networksPerCount] ?? null;
      return { count: Math.floor(found / networksPerCount), network };
    },
    get remote() {
      return { count: remote, examples };
    },
  };
}

interface Reference {
  readonly id: unknown;
  readonly count: number;
  readonly network: unknown;
  readonly location: unknown;
}

function reference(value: unknown): Reference {
  const { provider_group_id, provider_groups, network_name, location } = (value ?? {}) as Record<
    string,
    unknown
  >;
  const count = Array.isArray(provider_groups) ? provider_groups.length : 0;
  return { id: provider_group_id, count, network: network_name, location };
}

/** Some files write an id as a number in one place and as text in another. */
function idOf(id: unknown): string | number {
  const number = Number(id);
  return typeof id === 'number' || String(number) === id ? number : String(id);
}

function networkIn(value: unknown): string | null {
  const named = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
  const texts = [...new Set(named.map((name) => name.trim()))].filter((name) => name !== '');
  return texts.length > 0 ? texts.sort().join(' | ') : null;
}
