/** Opens the store of rates that the settings name: in a folder beside the database, unless they name another. */

import { clickhouseRates } from './clickhouse-store.ts';
import { type RateStore, RatesUnavailable } from './rate-store.ts';
import { addressForm, isRatesAddress, ratesAddressOf } from './rates-address.ts';
import { sqliteRates } from './sqlite-store.ts';

/** Where rates are stored. */
export interface RatesSettings {
  /** The database file, beside which they are where nothing else is named. */
  readonly database: string;
  /** A folder, or the address of nodes of ClickHouse; undefined or empty: beside the database. */
  readonly rates: string | undefined;
  /** Of the user of an address. */
  readonly password?: string | undefined;
}

/** The store of rates; nothing is opened before it is read or written. */
export function openRates({ database, rates, password = '' }: RatesSettings): RateStore {
  const beside = `${database}.rates`;
  if (!rates || !isRatesAddress(rates)) return sqliteRates(rates || beside);
  const address = ratesAddressOf(rates, password);
  if (!address) throw new RatesUnavailable(`Write RATES as ${addressForm}.`);
  return clickhouseRates(address, beside);
}
