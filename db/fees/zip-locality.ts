/** In which locality of the fee schedule a ZIP code lies: its five digits decide, or the four after them where it lies in several. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { zipLocality } from '../tables/index.ts';

export type ZipRow = Row<typeof zipLocality>;

/** A ZIP code as claims have it. */
export interface Zip {
  readonly zip: string;
  /** The four digits after it; null where they are not given. */
  readonly plusFour: string | null;
}

/** The row that says where a ZIP code lies. */
export interface ZipFound {
  /** Null where no row of that day speaks of it. */
  readonly row: ZipRow | null;
  /** Whether the four digits decide and do not, since they were not given or are in no row. */
  readonly open: boolean;
}

const rowsOfZip = `
  select ${selectList(zipLocality, 't')}
  from zip_locality t
  where t.zip = :zip and ${live('t')}
    and (t.plus_four_from is null or :plusFour between t.plus_four_from and t.plus_four_to)
  order by t.plus_four_from is null, t.id`;

/** Where a ZIP code lies on a day. */
export function localityOfZip(store: Store, { zip, plusFour }: Zip, asOf: AsOf): ZipFound {
  const [row = null] = store.all<ZipRow>(rowsOfZip, { ...asOf, zip, plusFour });
  return { row, open: row !== null && row.plusFourFrom === null && row.needsPlusFour === 1 };
}
