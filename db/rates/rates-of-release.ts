/** Whether a store has the rates of all files that a release rests on: rows are written before the release that names them. */

import { ReleaseError } from '../kit/errors.ts';
import type { Store } from '../kit/store.ts';
import { rateFilesOf } from './rate-files.ts';
import type { RateStore } from './rate-store.ts';

/** Throws a ReleaseError where rates of a release are missing, and RatesUnavailable where that cannot be seen now. */
export async function checkRates(store: Store, rates: RateStore): Promise<void> {
  const files = rateFilesOf(store);
  const counted = await rates.counted(files.map(({ file }) => file));
  const missing = files.filter(({ file, rows }) => counted.get(file) !== rows);
  const [first] = missing;
  if (!first) return;
  const found = counted.get(first.file) ?? 0;
  throw new ReleaseError(
    `It rests on ${missing.length} files whose rates are not all in the store that RATES names, such as ${first.file} with ${found} of ${first.rows}. Load them into this store, or serve a release that does not name them.`,
  );
}
