/** Which bytes of a file a request asks for (RFC 9110, section 14). */

import type { IncomingHttpHeaders } from 'node:http';
import type { ByteRange } from '../../db/release/image.ts';

/**
 * The one range that is wanted, `beyond` where the file has no such bytes. Undefined where all of it is to be sent: no range is
 * wanted, several ranges, another unit, or a range of what was there before (`If-Range`).
 */
export function rangeIn(
  { range, 'if-range': ifRange }: IncomingHttpHeaders,
  tag: string,
  bytes: number,
): ByteRange | 'beyond' | undefined {
  if (ifRange !== undefined && ifRange !== tag) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < from) return undefined;
  return from < to ? { from, to } : 'beyond';
}
