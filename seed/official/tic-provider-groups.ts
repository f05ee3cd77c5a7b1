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
const names = ['provider_group_id', 'provider_groups', 'network_name'];

export function providerReferences(look: Members): ProviderReferences {
  const packed = new Map<string | number, number>();
  const networks: (string | null)[] = [];
  const placeOf = new Map<string | null, number>();
  const placeOfText = new Map<string | undefined, number>();
  let remote = 0;
  const examples: string[] = [];

  function place(network: unknown): number {
    const named = networkIn(network);
    let found = placeOf.get(named);
    if (found === undefined) {
      found = networks.push(named) - 1;
      placeOf.set(named, found);
    }
    return found;
  }

  /** Networks are few and written alike. */
  function placeWritten(text: string | undefined): number {
    let found = placeOfText.get(text);
    if (found === undefined) {
      found = place(text === undefined ? null : JSON.parse(text));
      placeOfText.set(text, found);
    }
    return found;
  }

  /** Without parsing the provider groups, of which only the number counts. */
  function lightly(bytes: Uint8Array): boolean {
    if (bytes.length > largestPiece) return false;
    const [id = absent, groups = absent, network = absent] = look.at(bytes, names);
    const count = groups < 0 ? undefined : look.count(bytes, groups);
    const written = id < 0 ? undefined : look.text(bytes, id);
    if (!count || written === undefined) return false;
    const where = placeWritten(network < 0 ? undefined : look.text(bytes, network));
    packed.set(idOf(JSON.parse(written)), count * networksPerCount + where);
    return true;
  }

  return {
    take(bytes, parse) {
      if (lightly(bytes)) return;
      const found = (parse(bytes) ?? {}) as Readonly<Record<string, unknown>>;
      const { provider_group_id, provider_groups, network_name, location } = found;
      const count = Array.isArray(provider_groups) ? provider_groups.length : 0;
      if (count === 0) {
        remote += 1;
        if (typeof location === 'string' && examples.length < 3) examples.push(withoutSignature(location));
      }
      // A reference to another file stands for groups that were not seen, at least for one.
      packed.set(idOf(provider_group_id), Math.max(1, count) * networksPerCount + place(network_name));
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
