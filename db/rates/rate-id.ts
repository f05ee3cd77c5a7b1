/** The ids of stored rates: `Rate:` and the name of the file, the code, and the place among the rates of the code in the file. */

import type { RateKey } from './rate-store.ts';

const prefix = 'Rate:';

/** `Rate:016aa6eb4c08/77092/3`. */
export function rateId({ file, code, seq }: RateKey): string {
  return `${prefix}${file}/${code}/${seq}`;
}

/** The key of an id; undefined for a text that can be none. */
export function rateKeyOf(id: string): RateKey | undefined {
  const match = /^Rate:([0-9a-f-]{4,40})\/([0-9A-Z]{5})\/([1-9]\d{0,14})$/.exec(id);
  if (!match) return undefined;
  const [, file = '', code = '', seq] = match;
  return { file, code, seq: Number(seq) };
}

/** The order of rates: files, codes, then that of writing. */
export function compareKeys(one: RateKey, other: RateKey): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  if (one.code !== other.code) return one.code < other.code ? -1 : 1;
  return one.seq - other.seq;
}
