/** The hash by which the log and the metrics name a document. */

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** The hashes of the last documents: clients send few, again and again. */
const hashes = new LRUCache<string, string>({ max: 500 });

/** The first characters of the SHA-256 of a document. */
export function hashOf(document: string): string {
  const hash = hashes.get(document) ?? createHash('sha256').update(document).digest('hex').slice(0, 16);
  hashes.set(document, hash);
  return hash;
}
