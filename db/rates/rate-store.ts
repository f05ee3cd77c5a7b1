/**
 * Where published rates are stored row by row, outside of the graph's file: they are too many for it. A release names the files
 * that it rests on, whose rows are written before; a file that no release names is seen by nobody.
 */

import type { RateTerms, TermName } from './rate-terms.ts';

/** Those who are paid a rate: one tax id with its providers, or several that a file lists together. */
export interface ProviderGroup {
  /** What the file calls them, such as the hospital; null where it gives no name. */
  readonly name: string | null;
  /** How many tax ids; 1 where the file does not list them. */
  readonly taxIds: number;
  readonly members: readonly ProviderGroupMember[];
  /** The ZIP codes of their places, five digits each; empty where none is known. */
  readonly zips: readonly string[];
}

/** The providers of one tax id. */
export interface ProviderGroupMember {
  /** The tax id, or the NPI in place of one; null where the file gives neither. */
  readonly tin: string | null;
  /** What `tin` is, in the words of the file, such as ein or npi. */
  readonly tinType: string | null;
  readonly npis: readonly string[];
}

/** A rate as it is written. */
export interface WrittenRate {
  /** As text, without its system. */
  readonly code: string;
  /** The number that `term` returned. */
  readonly term: number;
  /** The number under which its group is added before the end. */
  readonly group: number;
  /** In cents, or hundredths of a percent. */
  readonly cents: number;
  /** The line of the file, or the number of the item, from 1. */
  readonly line: number;
}

/** Terms as they are written, with the last day of the rate. */
export type WrittenTerms = RateTerms & {
  /** The last day of the rate, 9999-12-31 for one without an end; null where the file does not state it. */
  readonly expiresOn: string | null;
};

/** What is known only at the end of a file: it fills in what terms leave open. */
export type FileTerms = Pick<RateTerms, 'payerId' | 'facility' | 'network'>;

/** Writes the rates of one file. Nobody sees them before `finish`. */
export interface RateWriter {
  /** The number of terms; the same for the same. */
  term(terms: WrittenTerms): number;
  row(rate: WrittenRate): void;
  group(number: number, group: ProviderGroup): void;
  /** Waits until what was given is written, where that takes longer than reading. */
  written(): Promise<void>;
  /** Forgets all rows and terms: the file is read once more. */
  restart(): Promise<void>;
  /** Puts the rates where they are found, and returns how many there are; of a file without any nothing is left. */
  finish(terms: FileTerms): Promise<number>;
  /** Removes what was written; does nothing after `finish`. */
  discard(): Promise<void>;
}

/** The place of a rate among all: files, then codes, then the order of writing. */
export interface RateKey {
  readonly file: string;
  readonly code: string;
  /** From 1 for each code of a file. */
  readonly seq: number;
}

/** A rate as it is read. */
export interface StoredRate extends RateKey, WrittenTerms {
  readonly cents: number;
  readonly line: number;
  readonly groupName: string | null;
  readonly taxIds: number;
  /** `ProviderGroup.members` as JSON. */
  readonly members: string;
  /** `ProviderGroup.zips` as JSON, sorted. */
  readonly zips: string;
}

/** Which rates: of these files, and of all else what is given. */
export interface RateQuestion {
  /** Sorted. */
  readonly files: readonly string[];
  /** Codes of a file whose rates a later file has replaced. */
  readonly without: ReadonlyMap<string, readonly string[]>;
  /** Sorted; all codes where left out. */
  readonly codes?: readonly string[];
  /** Any of these values of each term that is given. */
  readonly terms: Readonly<Partial<Record<TermName, readonly string[]>>>;
  /** Only groups with a place in one of these ZIP codes, or those of which no place is known. */
  readonly zips?: readonly string[] | 'none';
}

/** Which of the rates that match, in the order of their keys. */
export interface RateSlice {
  readonly after?: RateKey | undefined;
  readonly before?: RateKey | undefined;
  readonly limit: number;
  /** From the end, so that the last come first. */
  readonly backward: boolean;
}

/** How many tax ids are paid an amount under terms that differ in nothing but their last day. */
export interface RateCount {
  readonly file: string;
  readonly code: string;
  /** One of the keys of the rates that are counted here, which has their terms. */
  readonly seq: number;
  /** Number of the terms in their file, whatever their last day. */
  readonly purpose: number;
  readonly amountKind: RateTerms['amountKind'];
  readonly cents: number;
  /** Tax ids. */
  readonly n: number;
}

/** The stored rates. Throws RatesUnavailable where they cannot be had: an answer is whole or none. */
export interface RateStore {
  /** Begins to write the rates of a file; what an earlier attempt left is removed. */
  begin(file: string): Promise<RateWriter>;
  /** How many rates each of the files has that are there. */
  counted(files: readonly string[]): Promise<ReadonlyMap<string, number>>;
  rows(question: RateQuestion, slice: RateSlice): Promise<readonly StoredRate[]>;
  count(question: RateQuestion): Promise<number>;
  /** In the order of files, codes, purposes and amounts. */
  counts(question: RateQuestion): Promise<readonly RateCount[]>;
  /** The rates of these keys, undefined for one that is not there. */
  byKeys(keys: readonly RateKey[]): Promise<readonly (StoredRate | undefined)[]>;
  /** The files whose rates are there, sorted. */
  files(): Promise<readonly string[]>;
  /** Bytes on disk of each file; left out where the store does not know. */
  sizes?(): Promise<ReadonlyMap<string, number>>;
  /** Removes the rates of a file, if they are there. */
  forget(file: string): Promise<void>;
  /** Removes what writers left that were killed, while nothing is written; left out where `forget` does. */
  removeDrafts?(): Promise<void>;
  close(): void;
}

/** Stored rates that cannot be had now, with what to do. */
export class RatesUnavailable extends Error {
  override readonly name = 'RatesUnavailable';
}
