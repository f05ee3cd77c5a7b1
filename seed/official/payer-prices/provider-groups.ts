/** Provider references of an in-network file: the number of provider groups of each, and their networks. */

import type { Spool } from '../../load/format/rate-sink.ts';
import { absent, type Members } from '../../load/json/members.ts';
import { parsed } from '../../load/json/mend.ts';
import { withoutSignature } from './file.ts';

/** The provider groups of a rate. */
export interface Groups {
  /** Their number: a group is a tax id with its providers. */
  readonly count: number;
  /** As named in the file, separated by ` | ` where there are several; null where it names none. */
  readonly network: string | null;
  /** The number under which they are kept. */
  readonly number: number;
}

export interface ProviderReferences {
  /** Adds the item of `provider_references` between two offsets. */
  take(bytes: Buffer, from: number, to: number, parse: (bytes: Buffer) => unknown): void;
  /** The groups of a reference; undefined where none of this id, exactly as written, was read so far. */
  of(id: unknown): Groups | undefined;
  /** The groups of the only id with the same number, once all are read: some files have `7.10` in one place and `7.1` in another. */
  ofNumber(id: unknown): Groups | undefined;
  /** References to another file instead of provider groups: their number, and a few of the addresses. */
  readonly remote: { readonly count: number; readonly examples: readonly string[] };
}

/** Ids below this are indexes into lists; other ids are looked up in a map. */
const dense = 2 ** 22;
const names = ['provider_group_id', 'provider_groups', 'network_name'];

export function providerReferences(look: Members, spool?: Spool): ProviderReferences {
  // There may be millions, most of them numbered from 1: typed arrays take the least memory.
  const placeOfId = new Map<string | number, number>();
  /** Ids that are not the canonical form of their number, by that number; null where several have the same number. */
  const idOfNumber = new Map<number, string | null>();
  let counts = new Int32Array(1024);
  let networksOf = new Int32Array(1024);
  const networks: (string | null)[] = [];
  const placeOfNetwork = new Map<string | null, number>();
  const placeOfText = new Map<string | undefined, number>();
  const examples: string[] = [];
  let remote = 0;

  function networkPlace(network: unknown): number {
    const named = networkIn(network);
    let found = placeOfNetwork.get(named);
    if (found === undefined) {
      found = networks.push(named) - 1;
      placeOfNetwork.set(named, found);
    }
    return found;
  }

  /** Networks are few and written the same, so parsed ones are cached by their text. */
  function networkWritten(text: string | undefined): number {
    let found = placeOfText.get(text);
    if (found === undefined) {
      found = networkPlace(text === undefined ? null : parsed(text));
      placeOfText.set(text, found);
    }
    return found;
  }

  function placeOf(id: string | number): number | undefined {
    return typeof id === 'number' && id >= 0 && id < dense && Number.isInteger(id) ? id : placeOfId.get(id);
  }

  /** Returns the number under which it is kept. */
  function keep(id: string | number, count: number, network: number): number {
    let place = placeOf(id);
    if (place === undefined) {
      place = dense + placeOfId.size;
      placeOfId.set(id, place);
      const number = Number(id);
      if (typeof id === 'string' && /\d/.test(id) && Number.isFinite(number))
        idOfNumber.set(number, idOfNumber.has(number) ? null : id);
    }
    while (place >= counts.length) {
      counts = grown(counts);
      networksOf = grown(networksOf);
    }
    counts[place] = count;
    networksOf[place] = network;
    return place;
  }

  function groupsAt(id: string | number): Groups | undefined {
    const place = placeOf(id);
    const count = place === undefined ? 0 : (counts[place] ?? 0);
    if (place === undefined || count === 0) return undefined;
    return { count, network: networks[networksOf[place] ?? 0] ?? null, number: place };
  }

  /** `lightly`, but for an item that is not JSON: the parser of the whole says where and why. */
  function takenLightly(bytes: Buffer, from: number): number | undefined {
    try {
      return lightly(bytes, from);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Adds an item without parsing its provider groups, of which only the number counts; returns its number, undefined where that was not possible. */
  function lightly(bytes: Buffer, from: number): number | undefined {
    const [id = absent, groups = absent, network = absent] = look.at(bytes, names, from);
    const count = groups < 0 ? undefined : look.count(bytes, groups);
    const written = id < 0 ? undefined : look.text(bytes, id);
    const named = network < 0 ? undefined : look.text(bytes, network);
    // What no text has is refused where the whole item is parsed.
    if (!count || written === undefined || `${written}${named}`.includes('\0')) return undefined;
    return keep(idOf(asWritten(written)), count, networkWritten(named));
  }

  return {
    take(bytes, from, to, parse) {
      const number = takenLightly(bytes, from);
      if (number !== undefined) {
        spool?.keep(number, bytes.subarray(from, to));
        return;
      }
      const found = (parse(bytes.subarray(from, to)) ?? {}) as Readonly<Record<string, unknown>>;
      const { provider_group_id, provider_groups, network_name, location } = found;
      const count = Array.isArray(provider_groups) ? provider_groups.length : 0;
      if (count === 0) {
        remote += 1;
        if (typeof location === 'string' && examples.length < 3) examples.push(withoutSignature(location));
      }
      // A reference to another file counts as one group, as the number of its groups is not known.
      const [at = absent] = look.at(bytes, ['provider_group_id'], from);
      const written = at < 0 ? undefined : look.text(bytes, at);
      const id = written === undefined ? provider_group_id : asWritten(written);
      const place = keep(idOf(id), Math.max(1, count), networkPlace(network_name));
      spool?.keep(place, bytes.subarray(from, to));
    },
    of: (id) => groupsAt(idOf(id)),
    ofNumber(id) {
      const number = Number(id);
      const other = idOfNumber.get(number);
      return groupsAt(number) ?? (other ? groupsAt(other) : undefined);
    },
    get remote() {
      return { count: remote, examples };
    },
  };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** An id from its JSON: a number that would not be written the same again, such as `320.10` or one of 17 digits, as text. */
function asWritten(json: string): unknown {
  const id: unknown = parsed(json);
  return isExact(id) ? id : json;
}

/** Whether the parsed value of an id identifies it. */
function isExact(id: unknown): boolean {
  return typeof id !== 'number' || Number.isSafeInteger(id);
}

const idInList = /"(?:[^"\\]|\\.)*"|[^\s,[\]"]+/g;

/** The references of a rate as written, where parsed numbers would not distinguish them: `320.1` and `320.10` are two. */
export function referencesIn(parsed: unknown, rate: Buffer, look: Members): unknown {
  if (!Array.isArray(parsed) || parsed.every(isExact)) return parsed;
  const [at = absent] = look.at(rate, ['provider_references']);
  const list = at < 0 ? undefined : look.text(rate, at);
  return list?.match(idInList)?.map(asWritten) ?? parsed;
}

/** The key of an id: some files write it as a number in one place and as text in another. */
function idOf(id: unknown): string | number {
  const number = Number(id);
  return typeof id === 'number' || String(number) === id ? number : String(id);
}

function networkIn(value: unknown): string | null {
  const named = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
  const texts = [...new Set(named.map((name) => name.trim()))].filter((name) => name !== '');
  return texts.length > 0 ? texts.sort().join(' | ') : null;
}
