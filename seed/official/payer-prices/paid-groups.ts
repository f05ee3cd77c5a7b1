/** Who is paid the rates of an in-network file: the groups of providers that its rates refer to or list themselves. */

import type { ProviderGroup, ProviderGroupMember } from '../../../db/rates/rate-store.ts';
import type { RateSink } from '../../load/format/rate-sink.ts';
import { withoutSignature } from './file.ts';

type Json = Readonly<Record<string, unknown>>;

const objectIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};
const textIn = (value: unknown) =>
  value === null || value === undefined ? null : String(value).trim() || null;

/** One of the `provider_groups`: a tax id with its providers. An NPI of 0 is none. */
function memberIn(value: unknown): ProviderGroupMember {
  const { npi, tin } = objectIn(value);
  const { value: number, type } = objectIn(tin);
  const npis = (Array.isArray(npi) ? npi : [npi]).map(textIn).filter((each) => each !== null && each !== '0');
  return { tin: textIn(number), tinType: textIn(type), npis: [...new Set(npis as string[])] };
}

const businessName = (value: unknown) => textIn(objectIn(objectIn(value).tin).business_name);

/** The group that an item of `provider_references` or a list of `provider_groups` describes. */
export function groupIn(value: unknown): ProviderGroup {
  const { provider_groups, location } = objectIn(value);
  const groups: readonly unknown[] = Array.isArray(value)
    ? value
    : Array.isArray(provider_groups)
      ? provider_groups
      : [];
  const names = new Set(groups.map(businessName).filter((name) => name !== null));
  const elsewhere = typeof location === 'string' && groups.length === 0;
  return {
    name: [...names].join(' | ') || (elsewhere ? `listed at ${withoutSignature(location)}` : null),
    taxIds: Math.max(1, groups.length),
    members: groups.map(memberIn),
    zips: [],
  };
}

/** Numbers of groups without one of their own begin here, far above those of references. */
const firstOfOwn = 2 ** 30;

export interface PaidGroups {
  /** Notes that a group of this number is paid. */
  paid(number: number): void;
  /** The number of groups that a rate lists itself. */
  listed(groups: readonly unknown[]): number;
  /** The number of all groups that are referred to and not in the file. */
  readonly unknown: number;
  /** Writes all groups that are paid; `parse` reads the bytes of a reference. */
  write(sink: RateSink, parse: (bytes: Buffer) => unknown): void;
}

export function paidGroups(): PaidGroups {
  const numbers = new Set<number>();
  const own = new Map<string, number>();
  return {
    unknown: firstOfOwn,
    paid: (number) => void numbers.add(number),
    listed(groups) {
      const text = JSON.stringify(groups);
      const found = own.get(text) ?? firstOfOwn + 1 + own.size;
      own.set(text, found);
      return found;
    },
    write(sink, parse) {
      for (const [text, number] of own) sink.group(number, groupIn(JSON.parse(text)));
      for (const number of numbers) {
        if (number > firstOfOwn) continue;
        const bytes = sink.spool.read(number);
        sink.group(number, groupIn(bytes && parse(bytes)));
      }
    },
  };
}
