/** What a reader gives its rates to, row by row, where they are stored. */

import type { FileTerms, RateWriter } from '../../../db/rates/rate-store.ts';

/** Bytes by number: for what may be needed once the rest of a file is read, and is too much for memory. */
export interface Spool {
  /** Keeps some bytes under a number; they replace those kept under it before. */
  keep(number: number, bytes: Uint8Array): void;
  /** The bytes of a number; undefined where there are none. */
  read(number: number): Buffer | undefined;
}

/** Takes the rates of a file while it is read. */
export interface RateSink extends Pick<RateWriter, 'term' | 'row' | 'group' | 'written' | 'restart'> {
  /** For groups of providers that are listed before it is known which of them are paid. */
  readonly spool: Spool;
  /** Takes what all rates of the file share, once it is known. */
  shared(terms: FileTerms): void;
}
