/** The ids of stored rates: `Rate:` and the name of the file, the code, and the place among the rates of the code in the file. */

import { isCode } from '../codes/code-shapes.ts';
import type { RateKey } from './rate-store.ts';

const prefix = 'Rate:';

/** `Rate:016aa6eb4c08/77092/3`. */
export function rateId({ file, code, seq }: RateKey): string {
  return `${prefix}${file}/${code}/${seq}`;
}

/** The key of an id; undefined for a text that can be none. */
export function rateKeyOf(id: string): RateKey | undefined {
  if (!id.startsWith(prefix)) return undefined;
  const [file = '', code = '', seq = '', ...more] = id.slice(prefix.length).split('/');
  const isOne = /^[0-9a-z-]{4,40}$/.test(file) && isCode('BILLING_CODE', code) && /^[1-9]\d{0,14}$/.test(seq);
  return isOne && more.length === 0 ? { file, code, seq: Number(seq) } : undefined;
}

/** The order of rates: files, codes, then that of writing. */
export function compareKeys(one: RateKey, other: RateKey): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  if (one.code !== other.code) return one.code < other.code ? -1 : 1;
  return one.seq - other.seq;
}
