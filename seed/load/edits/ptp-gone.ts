/** Finds the edits that a whole release of pair edits does not state: in none of its files, and in none of a newer release. */

import type { Store } from '../../../db/kit/store.ts';
import { isOfCodes, isStated } from '../../../db/tables/pair-edit-views.ts';
import type { PtpArrival } from './ptp-files.ts';
import { keyColumns, type PtpRow } from './ptp-rows.ts';

/** To ask of each edit whether a file states it takes too long: these are what the files lack, what is beside them, and what was loaded after one of them. */
const goneFrom = (beside: string) => `
  with candidate as (
    select ${keyColumns('x')} from ptp_unstated x where x.file in (select value from json_each(:parts))
    union
    select ${keyColumns('e')} from ptp_edit e
    where e.practitioner = :table and ${isOfCodes(':codes')} and (${beside} or e.run in (
      select u.number from run u
      where u.series = :series and u.first_edition in (select value from json_each(:since))))
  )
  select ${keyColumns('e')}, e.term, e.run
  from candidate k cross join ptp_edit e cross join run u
  where e.column1 = k.column1 and e.column2 = k.column2 and e.practitioner = :table and e.starts = k.starts
    and e.version = k.version and ${isOfCodes(':codes')}
    and u.number = e.run and u.closed_at is null
    and not exists (
      select 1 from ptp_file f cross join edition d
      where f.number in (select value from json_each(:stating)) and ${isStated})
  order by ${keyColumns('e')}`;

const expected = `
  select count(*) as "edits" from ptp_edit e cross join run u
  where e.practitioner = :table and ${isOfCodes(':codes')} and u.number = e.run and u.closed_at is null
    and u.first_edition < :edition and u.first_edition not in (select value from json_each(:own))`;

/** How many edits on record were stated before the release of the file that arrives, and would be in it if none had ended. */
export function expectedIn(store: Store, table: 0 | 1, { file, release: { editions } }: PtpArrival): number {
  const params = { table, codes: file.codes, edition: file.edition, own: JSON.stringify([...editions]) };
  return store.get<{ readonly edits: number }>(expected, params)?.edits ?? 0;
}

/** The edits on record that are gone with the release of the file that arrives. */
export function goneIn(
  store: Store,
  series: number,
  table: 0 | 1,
  { file, files, release: { parts }, newer }: PtpArrival,
): readonly PtpRow[] {
  const numbers = parts.map(({ number }) => number);
  const since = files.filter(({ number }) => number > Math.min(...numbers) && !numbers.includes(number));
  const beside = parts.map(({ first, last }) => `e.column1 not between '${first}' and '${last}'`);
  return store.all<PtpRow>(goneFrom(beside.join(' and ')), {
    ...{ series, table, codes: file.codes, parts: JSON.stringify(numbers) },
    since: JSON.stringify(since.map(({ edition }) => edition)),
    stating: JSON.stringify([...parts, ...newer].map(({ number }) => number)),
  });
}
