/** What a question about rates is, as conditions on the table of rates in ClickHouse. */

import { snake } from '../kit/table.ts';
import { within } from './clickhouse-text.ts';
import type { RateQuestion } from './rate-store.ts';

/** The loads that have the rates of files. */
export const loadsOf = (files: readonly string[]) =>
  `(select max(load) from rate_file where ${within('file', files)} group by file)`;

/** What a question is about. A subselect is global: it is run once, and its result sent to all shards. */
export function conditionsOf({ files, without, codes, terms, zips }: RateQuestion): string {
  const replaced = [...without].flatMap(([file, each]) => each.map((code) => [file, code]));
  const ofTerms = Object.entries(terms).map(([name, values]) => within(snake(name), values));
  const ofLoads = `load global in ${loadsOf(files)}`;
  const parts = [
    ofLoads,
    codes && within('code', codes),
    replaced.length > 0 && `not (${within('(file, code)', replaced)})`,
    ofTerms.length > 0 &&
      `(load, term) global in (select load, number from rate_term where ${[ofLoads, ...ofTerms].join(' and ')})`,
    zips &&
      `(load, provider_group) global in (select load, provider_group from rate_zip where ${within('zip', zips === 'none' ? [''] : zips)} and ${ofLoads})`,
  ];
  return parts.filter(Boolean).join(' and ');
}
