/** Opens the store of rates that the settings name: in a folder beside the database, unless they name another. */

import type { RateStore } from './rate-store.ts';
import { sqliteRates } from './sqlite-store.ts';

/** Where rates are stored. */
export interface RatesSettings {
  /** The database file, beside which they are where nothing else is named. */
  readonly database: string;
  /** A folder; undefined or empty: beside the database. */
  readonly rates: string | undefined;
}

/** The store of rates; nothing is opened before it is read or written. */
export function openRates({ database, rates }: RatesSettings): RateStore {
  return sqliteRates(rates || `${database}.rates`);
}
