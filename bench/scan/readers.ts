/** The measured readers: ours for some codes, and floors that extract far less. Each returns a count of what it found. */

import { createReadStream } from 'node:fs';
import { ticInNetwork } from '../../seed/official/payer-prices/in-network.ts';
import { chosen } from './rate-file.ts';

const chunks = (path: string) => createReadStream(path, { highWaterMark: 256 * 1024 });

export const readers = {
  /** Searches for the key of a code with `Buffer.indexOf`; does not parse items, strings or other keys. */
  async search(path: string): Promise<number> {
    const key = Buffer.from('"billing_code"');
    let found = 0;
    for await (const chunk of chunks(path) as AsyncIterable<Buffer>)
      for (let at = chunk.indexOf(key); at >= 0; at = chunk.indexOf(key, at + key.length)) found += 1;
    return found;
  },

  /** Counts the items of the root's arrays, byte by byte: strings, escapes and brackets, nothing else. */
  async loop(path: string): Promise<number> {
    let depth = 0;
    let inString = false;
    let escaped = false;
    let items = 0;
    for await (const chunk of chunks(path) as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at];
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === 0x5c) escaped = true;
          else if (byte === 0x22) inString = false;
        } else if (byte === 0x22) inString = true;
        else if (byte === 0x7b || byte === 0x5b) depth += 1;
        else if (byte === 0x7d || byte === 0x5d) {
          depth -= 1;
          if (depth === 2) items += 1;
        }
      }
    }
    return items;
  },

  /** The reader of `npm run load -- --codes`, through to its last statement. */
  async ours(path: string): Promise<number> {
    const codes = new Set<string>(chosen);
    const file = {
      path,
      encoding: 'utf-8' as const,
      members: [],
      member: () => undefined,
      chunks: () => chunks(path),
    };
    const reading = {
      release: 'synthetic',
      from: '2025-10-01',
      to: null,
      codes,
      wants: (code: string) => codes.has(code),
      skip: () => {},
    };
    let told = 0;
    for await (const _ of ticInNetwork.read(file, reading)) told += 1;
    return told;
  },
} as const;

export type ReaderName = keyof typeof readers;
