/** Brings the bytes of an address to a file on disk, and goes on where an earlier attempt was cut. */

import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Client, WebAnswer } from './client.ts';
import { Unreachable } from './unreachable.ts';

/** What tells whether the content of an address has changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Called once a size is known: the bytes in all, and those that are here already. */
export type Begins = (size: number | undefined, from: number) => void;

/** Called with the bytes that came, of how many. */
export type Came = (bytes: number, of: number | undefined) => void;

/** What is known of a file that is here only in part, from run to run. */
const begunRecord = z.strictObject({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

const notesOf = (part: string) => `${part}.json`;

/** Attempts in a row after which no more is here than before. */
const idleAttempts = 3;

/** Brings an address to the file `part`; undefined where it has not changed since the validators of `kept`. */
export async function transfer(
  client: Pick<Client, 'get'>,
  url: string,
  part: string,
  kept: Validators | undefined,
  { begins, came }: { readonly begins: Begins; readonly came: Came },
): Promise<Validators | undefined> {
  for (let [most, idle] = [0, 0]; ; ) {
    const begun = begunOf(part, url);
    const answer = await (begun ? going(client, url, begun) : client.get(url, changedSince(kept)));
    if (answer.status === 304) return undefined;
    const from = answer.status === 206 ? (begun?.size ?? 0) : 0;
    const range = rangeIn(answer);
    const fits =
      answer.status === 200 || (answer.status === 206 && range?.from === from && goesOnFrom(begun, answer));
    const size = range?.size ?? lengthOf(answer);
    let here = 0;
    if (!fits) discardPart(part);
    else {
      begins(size, from);
      const validators = validatorsOf(answer);
      writeFileSync(notesOf(part), JSON.stringify({ url, ...validators }));
      const { bytes, whole } = await written(answer, part, from, (count) => came(count, size));
      here = from + bytes;
      if (whole && (size === undefined || here === size)) {
        rmSync(notesOf(part));
        return validators;
      }
    }
    idle = here > most ? 0 : idle + 1;
    most = Math.max(most, here);
    if (idle === idleAttempts)
      throw new Unreachable(
        url,
        `It ends after ${most}${size === undefined ? '' : ` of ${size}`} bytes, in ${idleAttempts} attempts in a row. ${goesOn}`,
      );
  }
}

/** Removes what is here of a file in part. */
export function discardPart(part: string): void {
  for (const path of [part, notesOf(part)]) rmSync(path, { force: true });
}

/** A part that is here, with what tells whether it is still of the same content. */
interface Begun {
  readonly size: number;
  readonly validator: string;
}

/** Whether a piece is of the content that is here: some hosts answer with a piece of another, whatever the range. */
function goesOnFrom(begun: Begun | undefined, { headers }: WebAnswer): boolean {
  const validators = [headers.get('etag'), headers.get('last-modified')].filter((each) => each !== null);
  return !begun || validators.length === 0 || validators.includes(begun.validator);
}

/** The part that is here, where the host can tell whether it is still of the same content. */
function begunOf(part: string, url: string): Begun | undefined {
  if (!existsSync(part) || !existsSync(notesOf(part))) return undefined;
  const size = statSync(part).size;
  const data = notedAt(notesOf(part));
  // A weak tag does not promise the same bytes.
  const strong = data?.etag?.startsWith('W/') ? null : data?.etag;
  const validator = strong ?? data?.lastModified;
  return data?.url === url && validator && size > 0 ? { size, validator } : undefined;
}

function notedAt(path: string): z.infer<typeof begunRecord> | undefined {
  try {
    return begunRecord.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Cut while it was written: then the file is fetched from its beginning.
    return undefined;
  }
}

/** The advice to a user where a part is kept. */
export const goesOn = 'What came is kept: the same command goes on from there.';

/** Asks for what is missing, if the content is still the same. */
async function going(
  client: Pick<Client, 'get'>,
  url: string,
  { size, validator }: Begun,
): Promise<WebAnswer> {
  try {
    return await client.get(url, { range: `bytes=${size}-`, 'if-range': validator });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    throw new Unreachable(url, `${error.problem} ${goesOn}`, error);
  }
}

function changedSince(kept: Validators | undefined): Record<string, string> {
  if (kept?.etag) return { 'if-none-match': kept.etag };
  return kept?.lastModified ? { 'if-modified-since': kept.lastModified } : {};
}

const validatorsOf = ({ headers }: WebAnswer): Validators => ({
  etag: headers.get('etag'),
  lastModified: headers.get('last-modified'),
});

/** The number of bytes of a whole answer; undefined where it is not said, or is of what was packed for the way. */
function lengthOf({ status, headers }: WebAnswer): number | undefined {
  const length = headers.get('content-length');
  return status !== 200 || length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function rangeIn({ status, headers }: WebAnswer) {
  const [, from, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  return status === 206 && from && size ? { from: Number(from), size: Number(size) } : undefined;
}

/** Writes what comes; tells how much it was, and whether it came to its end. */
async function written(answer: WebAnswer, part: string, from: number, came: (bytes: number) => void) {
  const file = await open(part, from > 0 ? 'a' : 'w');
  let bytes = 0;
  try {
    for await (const chunk of answer.chunks()) {
      await file.writeFile(chunk);
      bytes += chunk.length;
      came(chunk.length);
    }
    return { bytes, whole: true };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { bytes, whole: false };
  } finally {
    await file.close();
  }
}
