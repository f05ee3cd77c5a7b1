/** Lists the files of the store of rates, and removes those that nobody names. */

import { openRates, type RatesSettings } from '../../../db/rates/open-rates.ts';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import { lockAll } from '../shards/locks.ts';
import { type NamedRates, ratesInUse } from './in-use.ts';

/** A file in the store of rates. */
export interface StoredFile {
  readonly file: string;
  readonly rows: number;
  /** On disk; undefined where the store does not know. */
  readonly bytes: number | undefined;
  /** By what it is named; undefined where nobody names it. */
  readonly inUse: NamedRates | undefined;
}

async function withRates<T>(settings: RatesSettings, work: (rates: RateStore) => Promise<T>): Promise<T> {
  const rates = openRates(settings);
  try {
    return await work(rates);
  } finally {
    rates.close();
  }
}

async function listed(rates: RateStore, database: string): Promise<readonly StoredFile[]> {
  const files = await rates.files();
  const sizes = await rates.sizes?.();
  const rows = await rates.counted(files);
  // After the store: what a load has put there since is no file of this list.
  const named = await ratesInUse(database);
  return files.map((file) => ({
    ...{ file, rows: rows.get(file) ?? 0, bytes: sizes?.get(file), inUse: named.get(file) },
  }));
}

/** All files that are there. */
export async function storedFiles(settings: RatesSettings): Promise<readonly StoredFile[]> {
  return withRates(settings, (rates) => listed(rates, settings.database));
}

/** Removes the files that nobody names, and returns them. No load runs meanwhile, whose rates are written before they are named. */
export async function prune(settings: RatesSettings): Promise<readonly StoredFile[]> {
  const letGo = lockAll(settings.database);
  try {
    return await withRates(settings, async (rates) => {
      const unused = (await listed(rates, settings.database)).filter(({ inUse }) => !inUse);
      for (const { file } of unused) await rates.forget(file);
      await rates.removeDrafts?.();
      return unused;
    });
  } finally {
    letGo();
  }
}
