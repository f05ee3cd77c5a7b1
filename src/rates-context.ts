/** Contexts of requests that can read the rates which the settings name. */

import { openRates } from '../db/rates/open-rates.ts';
import { isAddress } from '../db/release/address.ts';
import { graphContext } from '../schema/kit/context.ts';
import type { MakeContext } from './kit/request-context.ts';
import type { Config } from './settings.ts';

/** Makes the contexts of a process or thread, which share one store of rates. */
export function contextsWithRates({
  DATABASE,
  DATABASE_COPY,
  RATES,
}: Pick<Config, 'DATABASE' | 'DATABASE_COPY' | 'RATES'>): MakeContext {
  const rates = openRates({ database: isAddress(DATABASE) ? DATABASE_COPY : DATABASE, rates: RATES });
  return (release, headers, now) => graphContext(release, headers, now, rates);
}
