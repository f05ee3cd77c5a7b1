/** Items of in-network files that speak of many codes: defaults for the rest of a code system, bundles and capitations. */

import { createHash } from 'node:crypto';
import { defaultRate, paymentArrangement } from '../../../db/tables/index.ts';
import { codeId, codeKey, slugOf } from '../../kit/ids.ts';
import type { Extracted, Reading, Stated } from '../../load/format/format.ts';
import { codeCells } from '../kit/code-cell.ts';
import { isLoadedSystem } from '../kit/code-system.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { type PriceCollection, priceCollection } from '../prices/price-collection.ts';
import type { Shared } from '../prices/price-statement.ts';
import { arrangementIn } from './arrangement.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the prices of an item are added, and under which code. */
export interface PriceTarget {
  readonly prices: PriceCollection;
  readonly code: string;
}

export interface ManyCodes {
  /** Where the prices of an item are added as a default for a code system; none where the item is no default. */
  defaultOf(item: Json): readonly PriceTarget[];
  /** Where the prices of a bundle or capitation are added; none where it has no wanted code of CPT or HCPCS. */
  arrangementOf(item: Json, own: string | undefined, members: readonly Json[]): readonly PriceTarget[];
  stated(shared: Shared, reading: Reading): Generator<Extracted, void>;
}

/** The lists of an item with the codes that it bundles or covers. */
export const memberLists = ['bundled_codes', 'covered_services'] as const;

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value).trim());
const folded = (value: unknown) =>
  textOf(value)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-');

/** Whether a code type stands for all types. */
const isEveryType = (type: unknown) => /^(?:CSTM-?)?ALL$/.test(folded(type));
/** Whether a code stands for all codes of its type. */
const isEveryCode = (code: unknown) => /^CSTM-?(?:00|ALL)$/.test(folded(code));

/** Whether an item is a default: for all codes of CPT or HCPCS that its file does not list. */
export function isDefault({ billing_code_type: type, billing_code: code }: Json): boolean {
  if (isEveryType(type)) return isEveryCode(code) || /^(?:ALL|00)?$/.test(folded(code));
  return isLoadedSystem(textOf(type)) && isEveryCode(code);
}

/** Whether an item is of several codes together. */
export function isTogether({ negotiation_arrangement }: Json): boolean {
  const arrangement = arrangementIn(negotiation_arrangement);
  return arrangement === 'BUNDLE' || arrangement === 'CAPITATION';
}

/** HCPCS alone is taken for Level II: a default of the CPT type is one of its own. */
function systemsOf(type: unknown): readonly ('CPT' | 'HCPCS_LEVEL_II')[] {
  if (isEveryType(type)) return ['CPT', 'HCPCS_LEVEL_II'];
  const named = folded(type);
  return [
    ...(named.includes('CPT') ? (['CPT'] as const) : []),
    ...(named.includes('HCPC') ? (['HCPCS_LEVEL_II'] as const) : []),
  ];
}

interface Scope {
  readonly scopeStated: string;
  readonly systems: ReturnType<typeof systemsOf>;
}

interface Arrangement {
  /** The codes under which it is found. */
  readonly codes: readonly string[];
  readonly hash: string;
  readonly arrangementSystem: string;
  readonly arrangementCode: string;
  readonly label: string | null;
  readonly members: string;
}

/** The codes that a member names, also with the name of their system or a modifier: the arrangement is found from each. */
const codesOfMember = ({ billing_code_type, billing_code }: Json) =>
  isLoadedSystem(textOf(billing_code_type)) ? codeCells(textOf(billing_code)).map(({ code }) => code) : [];

/** The rest of a key behind its code. */
const behindCode = (key: string) => key.slice(key.indexOf('/') + 1);

/** A statement of prices in another table, under another beginning of its key. */
function* restated(
  { key, continues, values: { subjectId: _subject, ...amounts }, ...rest }: Stated,
  table: Stated['table'],
  heads: readonly { readonly key: string; readonly values: Readonly<Record<string, unknown>> }[],
): Generator<Stated, void> {
  for (const head of heads)
    yield {
      ...rest,
      table,
      key: `${head.key}/${behindCode(key)}`,
      continues: continues && `${head.key}/${behindCode(continues)}`,
      values: { ...amounts, ...head.values },
    };
}

/** Collects what a file states of many codes at once. Prices are collected under the place of their scope or arrangement in a list. */
export function manyCodes(
  path: string,
  reading: Pick<Reading, 'from' | 'wants' | 'codes' | 'rows'>,
): ManyCodes {
  const scopes = new Map<string, Scope>();
  const defaults = priceCollection(path, reading);
  const arrangements = new Map<string, Arrangement>();
  const together = priceCollection(path, reading);

  function target<V>(prices: PriceCollection, known: Map<string, V>, key: string, value: V): PriceTarget {
    if (!known.has(key)) known.set(key, value);
    return { prices, code: key };
  }

  return {
    defaultOf(item) {
      if (!isDefault(item)) return [];
      const { billing_code_type: type, billing_code: code } = item;
      const scopeStated = [folded(type), folded(code)].filter(Boolean).join(' ');
      return [target(defaults, scopes, slugOf(scopeStated), { scopeStated, systems: systemsOf(type) })];
    },
    arrangementOf(item, own, listed) {
      if (!isTogether(item) || listed.length === 0) return [];
      const found = [own, ...listed.flatMap(codesOfMember)].filter((code) => code !== undefined);
      const codes = [...new Set(found)].filter(reading.wants);
      if (codes.length === 0) return [];
      const arrangementSystem = textOf(item.billing_code_type);
      const arrangementCode = textOf(item.billing_code);
      const written = listed.map((each) =>
        `${textOf(each.billing_code_type)} ${textOf(each.billing_code)}`.trim(),
      );
      const members = JSON.stringify([...new Set(written)].sort());
      // The names of codes of public systems belong to others and are left out.
      const isOwn = /^(?:LOCAL|CSTM)/.test(folded(arrangementSystem));
      const label = (isOwn && textOf(item.name)) || null;
      const identity = JSON.stringify([folded(arrangementSystem), folded(arrangementCode), label, members]);
      const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12);
      return [
        target(together, arrangements, hash, {
          codes,
          hash,
          arrangementSystem,
          arrangementCode,
          label,
          members,
        }),
      ];
    },
    *stated(shared, { medicareAmount: _single, ...reading }) {
      const codesRead = reading.codes ? JSON.stringify([...reading.codes].sort()) : null;
      for (const each of defaults.stated(shared, reading)) {
        const scope = each.kind === 'statement' && scopes.get(scopeIn(each));
        if (!scope) continue;
        const { scopeStated, systems } = scope;
        yield* restated(
          each,
          defaultRate,
          systems.map((system) => ({
            key: `${system}/${slugOf(scopeStated)}`,
            values: { system, scopeStated, codesRead },
          })),
        );
      }
      const named = new Set<string>();
      for (const each of together.stated(shared, reading)) {
        const found = each.kind === 'statement' && arrangements.get(scopeIn(each));
        if (!found) continue;
        const { codes, hash, ...arrangement } = found;
        for (const code of codes) if (!named.has(code)) yield placeholderCode(code, each.line);
        for (const code of codes) named.add(code);
        yield* restated(
          each,
          paymentArrangement,
          codes.map((code) => ({
            key: `${codeKey(code)}/${hash}`,
            values: { codeId: codeId(code), ...arrangement },
          })),
        );
      }
    },
  };
}

/** Under what the prices of a statement were collected: the last part of its subject's id. */
function scopeIn({ values }: Stated): string {
  return String(values.subjectId).split(':').at(-1) ?? '';
}
