/** Synthetic releases built one after another into a file, out of rows that a test changes in between. */

import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { instantOf } from '../../db/kit/as-of.ts';
import type { Table } from '../../db/kit/table.ts';
import { openRelease, type Release } from '../../db/release/release.ts';
import {
  billingCode,
  billingRule,
  citation,
  coverage,
  source,
  statementCode,
} from '../../db/tables/index.ts';
import { continuedFeed } from '../../seed/build/feed.ts';
import { finish } from '../../seed/build/finish.ts';
import { createEmpty } from './empty-database.ts';
import { add, addService, ids } from './synthetic.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** What the next build will hold, and how to build it. */
export interface Rebuilt {
  readonly file: string;
  /** Adds a row, or puts other values in place of some of its own. */
  put(table: Table, key: string, values: Values): void;
  /** Takes a row out. */
  drop(table: Table, key: string): void;
  /** Adds a statement with its citation. */
  state(table: Table, id: string, values?: Values): void;
  build(): void;
  /** The release in the file, closed when the test is over. */
  open(): Release;
}

/** A second code, so that a statement can move from one to the other. */
export const otherCode = 'BillingCode:CPT:99998';

/** A graph with a service, a source and no statement yet, in a folder that is gone when the test is over. */
export function rebuilt(until: (end: () => Promise<void>) => void = onTestFinished): Rebuilt {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rebuilt-'));
  // A server that has just stopped may still be writing its last file.
  until(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const file = join(folder, 'release.sqlite');
  const rows = new Map<string, readonly [Table, Values]>();

  const put = (table: Table, key: string, values: Values) => {
    const place = `${table.name} ${key}`;
    rows.set(place, [table, { ...rows.get(place)?.[1], ...values }]);
  };
  put(source, 'a', { id: 'Source:a', slug: 'a' });
  put(source, 'b', { id: 'Source:b', slug: 'b' });
  put(billingCode, otherCode, { id: otherCode, code: '99998', label: 'Other synthetic code' });

  return {
    file,
    put,
    drop: (table, key) => void rows.delete(`${table.name} ${key}`),
    state(table, id, values = {}) {
      const about =
        table === coverage ? { componentId: ids.component, codeId: ids.code, payerId: ids.payer } : {};
      put(table, id, { id, ...about, ...(table === billingRule && { subjectId: ids.family }), ...values });
      put(citation, id, { subjectId: id, seq: 0, sourceId: 'Source:a', locator: 'page 1' });
      if (table === billingRule)
        put(statementCode, id, { statementId: id, codeId: ids.code, type: table.type });
    },
    build() {
      const draft = `${file}.draft`;
      const store = createEmpty(draft);
      store.transaction(() => {
        addService(store);
        for (const [table, values] of rows.values()) add(store, table, values);
      });
      const builtAt = instantOf(new Date());
      const feedId = continuedFeed(store, { database: file, log: () => {} }, builtAt);
      const contentHash = createHash('sha256')
        .update(JSON.stringify([...rows.values()].map(([, row]) => row)))
        .digest('hex');
      finish(store, { contentHash, checks: [], feedId, builtAt });
      store.close();
      renameSync(draft, file);
    },
    open() {
      const release = openRelease(file);
      onTestFinished(() => release.close());
      return release;
    },
  };
}
