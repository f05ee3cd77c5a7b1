/** What is written beside a followed file: how it compares with what is at the address. All processes and later starts read it. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { programHash } from '../../db/release/program-hash.ts';
import type { Validators } from '../../seed/load/fetch/transfer.ts';

/** What is known of an address and the file that was fetched from it. */
export interface FollowRecord {
  /** Without what signs it. */
  readonly address: string;
  /** The program that judged what is there: another one may serve what this one refused. */
  readonly program: string;
  /** The state of the file, so that one that was replaced by hand or is gone is fetched anew. */
  readonly file: string;
  /** What was last found at the address, served or refused; null where nothing was. */
  readonly last: Validators | null;
  /** Why that cannot be served; null where it is. */
  readonly refused: string | null;
  /** Why nothing newer can be had or kept now; null where it can. */
  readonly failing: string | null;
  /** The last moment at which the file was the same as what is at the address; null where it never was. */
  readonly currentAt: string | null;
  /** What is on its way, with its length where that is known; null where nothing is. */
  readonly fetching: { readonly bytes: number | null } | null;
}

const recordOf = (file: string) => `${file}.followed.json`;

/** The record beside a file of this address, whichever state the file is in; undefined where there is none. */
export function recordBeside(file: string, address: string): FollowRecord | undefined {
  try {
    const found = JSON.parse(readFileSync(recordOf(file), 'utf8')) as FollowRecord;
    return found.address === address ? found : undefined;
  } catch {
    return undefined; // none, or cut while it was written: then all is fetched and written anew
  }
}

/** Begins with what an earlier process found, as far as it is true of the file in its state and of this program. */
export function begun(file: string, address: string, state: string): FollowRecord {
  const program = programHash();
  const found = recordBeside(file, address);
  const same = found?.file === state ? found : undefined;
  const isJudged = same?.refused === null || same?.program === program;
  return {
    ...{ address, program, file: state, failing: null, fetching: null },
    last: isJudged ? (same?.last ?? null) : null,
    refused: isJudged ? (same?.refused ?? null) : null,
    currentAt: same?.currentAt ?? null,
  };
}

/** Writes a record whole. */
export function keepRecord(file: string, record: FollowRecord): void {
  writeFileSync(`${recordOf(file)}.draft`, JSON.stringify(record));
  renameSync(`${recordOf(file)}.draft`, recordOf(file));
}
