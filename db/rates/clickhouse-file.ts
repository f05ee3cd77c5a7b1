/** Writes the rates of one file to ClickHouse: first into a SQLite file of their own, then all at once, then its name. */

import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import type { RateNodes } from './clickhouse-nodes.ts';
import { fileTable, groupTable, rateTable, termTable, zipTable } from './clickhouse-tables.ts';
import { tabSeparated } from './clickhouse-text.ts';
import type { RateWriter } from './rate-store.ts';
import { termNames } from './rate-terms.ts';
import { writeRatesTo } from './sqlite-file.ts';

/** What goes into each table, but for its load: columns in its order. */
const copies: readonly (readonly [table: string, sql: string])[] = [
  [
    rateTable.name,
    `select r.code, :file, :load, r.seq, m.purpose, r.cents, g.tax_ids, r.line, r.term, r.provider_group
     from rate r
     cross join term m on m.number = r.term
     cross join provider_group g on g.number = r.provider_group
     order by r.code, r.seq`,
  ],
  [
    termTable.name,
    `select :load, m.number, m.expires_on, ${termNames.map((name) => `m.${snake(name)}`).join(', ')} from term m`,
  ],
  [
    groupTable.name,
    `select :load, g.number, g.name, g.tax_ids, g.members,
       (select json_group_array(z.zip order by z.zip) from provider_zip z where z.provider_group = g.number) as zips
     from provider_group g`,
  ],
  [
    zipTable.name,
    `select z.zip, :load, z.provider_group from provider_zip z
     union all
     select '', :load, g.number from provider_group g
     where not exists (select 1 from provider_zip z where z.provider_group = g.number)`,
  ],
];

/** Rows are sent so many characters at a time. */
const batch = 1 << 25;

/** Rows as text, in batches. */
function* batchesOf(store: Store, sql: string, params: Readonly<Record<string, string | number>>) {
  let text = '';
  for (const row of store.each<Record<string, string | number | null>>(sql, params)) {
    text += tabSeparated(Object.values(row));
    if (text.length < batch) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}

/** A number that no other load has, higher than those of earlier ones. */
function loadNumber(now: number): number {
  return now * 4096 + Math.floor(Math.random() * 4096);
}

/** The lowest number of a load at a moment. */
export const loadsSince = (moment: number): number => moment * 4096;

/** Removes the drafts of loaders that were killed. */
export function removeUnsent(folder: string): void {
  for (const name of globSync('*.unsent*', { cwd: folder })) rmSync(join(folder, name), { force: true });
}

/** Begins a file, whose draft is in a folder until it is finished. */
export function writeRatesToNodes(nodes: RateNodes, file: string, folder: string): RateWriter {
  const draft = join(folder, `${file}.unsent`);
  const writer = writeRatesTo(draft);
  return {
    ...writer,
    async finish(terms) {
      const rows = await writer.finish(terms);
      if (rows === 0) return 0;
      const load = loadNumber(Date.now());
      const store = openStore(draft);
      try {
        for (const [table, sql] of copies)
          for (const text of batchesOf(store, sql, sql.includes(':file') ? { file, load } : { load }))
            await nodes.insert(table, text);
        await nodes.insert(fileTable.name, tabSeparated([file, load, rows]));
      } finally {
        store.close();
        rmSync(draft, { force: true });
      }
      return rows;
    },
  };
}
