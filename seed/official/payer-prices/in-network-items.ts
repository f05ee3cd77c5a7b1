/** Reads the items of `in_network` into a collection of prices, until one needs a provider group that was not read yet. */

import type { OfficialFile } from '../../load/format/file.ts';
import type { Reading } from '../../load/format/format.ts';
import { noRows, rowLedger } from '../../load/format/row-log.ts';
import { partsIn } from '../../load/json/items.ts';
import { always } from '../../load/json/kept-bytes.ts';
import { members } from '../../load/json/members.ts';
import { type JsonReader, jsonReader } from '../kit/json-reader.ts';
import { type PriceCollection, priceCollection } from '../prices/price-collection.ts';
import { codeOf, groupsOf, priceOf } from './item.ts';
import { isTogether, type ManyCodes, manyCodes, memberLists, type PriceTarget } from './many-codes.ts';
import { type PaidGroups, paidGroups } from './paid-groups.ts';
import { type Groups, type ProviderReferences, referencesIn } from './provider-groups.ts';

type Json = Readonly<Record<string, unknown>>;

export interface InNetworkReader {
  take(item: Uint8Array, index: number): void;
  /** Whether a rate needed provider groups that were not read yet; from then on items are ignored. */
  readonly waits: boolean;
  readonly prices: PriceCollection;
  /** What the file states of many codes at once. */
  readonly many: ManyCodes;
  /** Who is paid the rates. */
  readonly paid: PaidGroups;
  /** How many times a rate refers to a provider group that is not in the file. */
  readonly unknown: number;
  /** How many figures were passed on unchanged. */
  readonly raw: number;
  /** Takes an item that is not looked into. */
  readonly skip: Reading['skip'];
  readonly stray: JsonReader['stray'];
  /** Reports what became of the items, to be called only when this reader has read everything. */
  reportItems(): void;
}

/** More sentences are not passed on. */
const mostSentences = 100;

/** Makes a reader. A second one, after one that waits, takes all references as read and does not repeat raw figures. */
export function inNetworkReader(
  file: OfficialFile,
  reading: Reading,
  references: ProviderReferences,
  before?: InNetworkReader,
): InNetworkReader {
  const look = members();
  const counts = noRows();
  const rows = rowLedger(counts);
  const { skip } = rows;
  const sentences: string[] = [];
  const report = (sentence: string) => {
    if (sentences.length < mostSentences) sentences.push(sentence);
  };
  const json = jsonReader(file, { skip, report });
  const { stray } = json;
  const prices = priceCollection(file.path, { ...reading, rows }, reading.rates);
  const paid = paidGroups();
  const many = manyCodes(file.path, { ...reading, rows });
  let waits = false;
  let unknown = 0;
  let raw = 0;

  function find(id: unknown): Groups {
    const found = references.of(id);
    if (found) return found;
    const alike = before && references.ofNumber(id);
    if (alike) return alike;
    if (before) unknown += 1;
    else waits = true;
    return { count: 1, network: null, number: paid.unknown };
  }

  /** The members of an item without its lists, which may be long; undefined where it gives two codes. */
  function headOf(item: Uint8Array, name: string): Json | undefined {
    const head: Record<string, unknown> = {};
    const codes = new Set<string>();
    const passOver = [...memberLists, 'negotiated_rates'];
    for (const { key, bytes } of partsIn(`${file.path}: ${name}`, item, { items: {}, passOver, stray })) {
      if (!bytes) continue;
      head[key] = json.value(bytes, `${name}.${key}`);
      if (key === 'billing_code') codes.add(String(head[key]));
    }
    if (codes.size < 2) return head;
    json.twice('billing_code', [...codes]);
    return undefined;
  }

  /** The rates of an item, each in its bytes: all are there before any is taken, as the rest of the item may be no JSON. */
  function ratesOf(item: Uint8Array, name: string): readonly (readonly [number, Buffer])[] {
    const cut = { items: { negotiated_rates: always }, passOver: memberLists, stray };
    return [...partsIn(`${file.path}: ${name}`, item, cut)].flatMap(({ key, index, bytes }) =>
      bytes && key === 'negotiated_rates' && index !== undefined ? [[index, bytes] as const] : [],
    );
  }

  /** The codes that a bundle or capitation names as its members. */
  function membersOf(item: Uint8Array, name: string): readonly Json[] {
    const cut = {
      items: Object.fromEntries(memberLists.map((list) => [list, always])),
      passOver: ['negotiated_rates'],
      stray,
    };
    const found: Json[] = [];
    for (const { key, index, bytes } of partsIn(`${file.path}: ${name}`, item, cut))
      if (bytes && index !== undefined) found.push(objectIn(json.value(bytes, `${name}.${key}[${index}]`)));
    return found;
  }

  /** Where the prices of an item belong: under its own code, as a default, or to an arrangement of several codes. */
  function targetsOf(item: Uint8Array, head: Json, name: string): readonly PriceTarget[] {
    const asDefault = many.defaultOf(head);
    const members = isTogether(head) ? membersOf(item, name) : [];
    const isOfMany = asDefault.length > 0 || members.length > 0;
    const own = codeOf(head, { skip: isOfMany ? () => {} : skip });
    const targets = [...asDefault, ...many.arrangementOf(head, own, members)];
    if (own && reading.wants(own)) targets.push({ prices, code: own });
    if (targets.length === 0 && (own || isOfMany))
      skip(reading.codes ? 'code not among those wanted' : 'bundle or capitation of no code of CPT or HCPCS');
    return targets;
  }

  function takeRate(targets: readonly PriceTarget[], head: Json, rate: Json, index: number): void {
    const groups = groupsOf(rate, find, paid.listed);
    if (waits) return;
    if (groups.size === 0) skip('rate for no provider group');
    const code = String(head.billing_code ?? '');
    const at = `in_network[${index}] ${code.trim()}`;
    const found = onlyOnce(rate.negotiated_prices);
    if (found.length === 0) skip('rate without prices');
    for (const each of found) {
      const price = priceOf(code, head, each, { skip });
      if (!price) continue;
      const { purpose, amount, ...place } = price;
      for (const [network, { count, numbers }] of groups) {
        for (const { prices, code } of targets)
          prices.add(
            { ...purpose, code, network },
            amount,
            count,
            { line: index + 1, at, ...place },
            numbers,
          );
        if (reading.rates) numbers.forEach(paid.paid);
      }
      raw += 1;
      if (reading.raw && raw > (before?.raw ?? 0)) reading.raw(rowOf(at, head, rate, each));
    }
  }

  function takeItem(item: Uint8Array, index: number): void {
    const name = `in_network[${index}]`;
    const found = json.attempt(name, () => {
      const head = headOf(item, name);
      const targets = head ? targetsOf(item, head, name) : [];
      return head && targets.length > 0 ? { head, targets, rates: ratesOf(item, name) } : undefined;
    });
    if (!found) return;
    const { head, targets, rates } = found;
    if (rates.length === 0) skip('item without a list of rates');
    for (const [place, bytes] of rates) {
      if (waits) return;
      const at = `${name}.negotiated_rates[${place}]`;
      const rate = json.attempt(at, () => objectIn(json.value(bytes, at)));
      if (!rate) continue;
      const written = referencesIn(rate.provider_references, bytes, look);
      const isWritten = written === rate.provider_references;
      takeRate(targets, head, isWritten ? rate : { ...rate, provider_references: written }, index);
    }
  }

  return {
    take(item, index) {
      if (waits) return;
      rows.begins(index + 1, 'item without a rate');
      takeItem(item, index);
      // What is left out while the next item is looked for is not of this one.
      rows.ends();
    },
    get waits() {
      return waits;
    },
    get unknown() {
      return unknown;
    },
    get raw() {
      return raw;
    },
    prices,
    many,
    paid,
    skip,
    stray,
    reportItems() {
      json.report();
      for (const sentence of sentences) reading.report?.(sentence);
      reading.rows?.adds(counts);
    },
  };
}

function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The distinct prices of a rate. Some files repeat the same price. */
function onlyOnce(prices: unknown): readonly Json[] {
  const all = Array.isArray(prices) ? prices : [];
  return [...new Map(all.map((price) => [JSON.stringify(price), objectIn(price)])).values()];
}

/** A figure as in the file; the names of codes belong to others and are left out. */
function rowOf(at: string, head: Json, rate: Json, price: Json) {
  const { name: _name, description: _description, ...item } = head;
  const { negotiated_prices: _prices, ...providers } = rate;
  return { at, ...item, ...providers, ...price };
}
