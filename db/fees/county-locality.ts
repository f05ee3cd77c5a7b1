/** In which localities of the fee schedule a county may lie, by the names that the file by county gives. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { localityCounty } from '../tables/index.ts';

export type CountyRow = Row<typeof localityCounty>;

const rowsOfState = `
  select ${selectList(localityCounty, 't')}
  from locality_county t
  where t.county_state = :state and ${live('t')}
  order by t.id`;

/** A name without what files and people write differently: capitals, points, "County", "Saint" for "St.". */
function folded(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z ]+/g, ' ')
    .replace(/\b(?:COUNTY|CNTY|PARISH|BOROUGH)\b/g, ' ')
    .replace(/\bSAINT\b/g, 'ST')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The number of letters to add, drop or change to make one text of the other. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Whether a name may be another spelling of it, as ORAGNGE is of Orange, or a part of it, as DADE is of Miami-Dade. */
function isAlike(one: string, other: string): boolean {
  const near = Math.min(one.length, other.length) >= 5 && Math.abs(one.length - other.length) <= 2;
  return (near && lettersApart(one, other) <= 2) || ` ${one} `.includes(` ${other} `);
}

/**
 * The rows that name a county of a state; where none does, those that may mean it: rows that name one of similar spelling,
 * and the rows for all counties or all others, without those that except it.
 */
export function localitiesOfCounty(
  store: Store,
  { county, state }: { readonly county: string; readonly state: string },
  asOf: AsOf,
): readonly CountyRow[] {
  const wanted = folded(county);
  const rows = store.all<CountyRow>(rowsOfState, { ...asOf, state });
  const exact = rows.filter((row) => row.county !== null && folded(row.county) === wanted);
  if (exact.length > 0) return exact;
  return rows.filter((row) => {
    if (row.county !== null) return isAlike(wanted, folded(row.county));
    const exceptions = JSON.parse(row.exceptions) as readonly string[];
    return !exceptions.some((each) => folded(each) === wanted);
  });
}
