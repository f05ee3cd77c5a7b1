/** What worker threads are given and send back: plain values only, as classes do not survive the way. */

import { GraphQLError, Source } from 'graphql';
import type { RatesSettings } from '../../db/rates/open-rates.ts';
import type { LogEntry } from '../kit/log.ts';
import type { SqlWork } from '../kit/sql-work.ts';

/** What every thread of a pool is given. */
export interface ThreadSettings {
  /** Address of the module that exports `schema` and `context`. */
  readonly graph: string;
  readonly rates: RatesSettings | undefined;
}

/** A GraphQL error as it crosses threads. */
export interface PlainError {
  readonly message: string;
  readonly positions: readonly number[] | undefined;
  readonly path: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * The answer of a worker thread: the text to be sent; or, where there are errors, the data beside them. `other release`:
 * another file has taken the place of the one that was to be read.
 */
export type WorkerAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly work: Work }
  | {
      readonly kind: 'errors';
      readonly data: Record<string, unknown> | null | undefined;
      readonly errors: readonly PlainError[];
      /** Entries for the log: internal errors that were masked. */
      readonly log: readonly LogEntry[];
      readonly work: Work;
    }
  | { readonly kind: 'other release' };

/** What the answer took. */
export interface Work {
  /** The values of its lists. */
  readonly values: number;
  readonly sql: SqlWork;
}

/** What a worker thread says while it works: that it begins, then of every statement that it is about to run. */
export type Progress =
  | 'started'
  | {
      /** The statement. */
      readonly running: string;
      /** What was run before. */
      readonly before: Omit<SqlWork, 'slowest'>;
    };

/** Makes an error plain. */
export function plain({ message, positions, path, extensions }: GraphQLError): PlainError {
  return { message, positions, path, extensions };
}

/** Makes a plain error one of GraphQL again, with its places in the document. */
export function restored(
  { message, positions, path, extensions }: PlainError,
  document: string,
): GraphQLError {
  return new GraphQLError(message, {
    source: new Source(document),
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}
