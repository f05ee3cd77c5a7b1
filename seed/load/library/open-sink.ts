/** Opens where the rates of a file go while it is read, and puts them in place. */

import type { FileTerms, RateStore } from '../../../db/rates/rate-store.ts';
import type { RateSink } from '../format/rate-sink.ts';
import { choiceOf, type Loaded } from './library.ts';
import type { ProviderPlaces } from './provider-places.ts';
import { spoolAt } from './spool.ts';

/** A sink, and what becomes of its rates. */
export interface OpenSink {
  readonly sink: RateSink;
  /** Puts the rates where they are found. */
  finish(): Promise<Loaded['rates']>;
  /** Removes what was written, unless it is finished. */
  discard(): Promise<void>;
}

/** The name of the rates of a file: of its bytes, and of the codes that were chosen. The same on every machine. */
export function rateFileOf({ sha256, codes }: Pick<Loaded, 'sha256' | 'codes'>): string {
  return sha256.slice(0, 12) + (codes ? `-${choiceOf(codes).slice(0, 6)}` : '');
}

/** Begins to take the rates of a file; `scratch` is a path for what is read again at its end, `places` tells where providers are. */
export async function openSink(
  store: RateStore,
  loaded: Loaded,
  { scratch, places }: { readonly scratch: string; readonly places: ProviderPlaces },
): Promise<OpenSink> {
  const file = rateFileOf(loaded);
  const writer = await store.begin(file);
  const spool = spoolAt(scratch);
  let terms: FileTerms = { payerId: null, facility: null, network: null };
  return {
    sink: {
      ...writer,
      spool,
      group(number, group) {
        const { zips, members } = group;
        // What the file says itself goes before where its providers are registered.
        const known = zips.length > 0 ? zips : places.zipsOf(members.flatMap(({ npis }) => npis));
        writer.group(number, { ...group, zips: known });
      },
      shared(found) {
        terms = found;
      },
    },
    async finish() {
      spool.end();
      const rows = await writer.finish(terms);
      return rows > 0 ? { file, rows, payerId: terms.payerId } : undefined;
    },
    async discard() {
      spool.end();
      await writer.discard();
    },
  };
}
