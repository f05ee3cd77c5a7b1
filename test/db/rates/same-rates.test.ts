/** Rates in SQLite and in ClickHouse: the same bytes, whatever the files and the questions. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickhouseRates } from '../../../db/rates/clickhouse-store.ts';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../db/rates/sqlite-store.ts';
import { type Clickhouse, hasClickhouse, startClickhouse } from './clickhouse.ts';
import { files, naiveRates, questionsTo, storedIn, writeRates } from './generated-rates.ts';

describe.skipIf(!hasClickhouse)('rates in SQLite and in ClickHouse', () => {
  let clickhouse: Clickhouse;
  let folder: string;
  let stores: readonly RateStore[];
  beforeAll(async () => {
    clickhouse = await startClickhouse(2, 1);
    folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rates-'));
    stores = [sqliteRates(folder), clickhouseRates(clickhouse.address, clickhouse.folder)];
  });
  afterAll(async () => {
    for (const store of stores ?? []) store.close();
    rmSync(folder, { recursive: true, force: true });
    await clickhouse?.end();
  });

  async function expectSame(answer: (store: RateStore) => Promise<unknown>): Promise<void> {
    const [sqlite, other] = await Promise.all(
      stores.map(async (store) => JSON.stringify(await answer(store))),
    );
    expect(other).toBe(sqlite);
  }

  test('are the same, from both ends and by their keys', async () => {
    const slice = fc.record({
      ends: fc.tuple(fc.nat(), fc.nat()),
      limit: fc.integer({ min: 1, max: 8 }),
      backward: fc.boolean(),
    });
    const cases = files.chain((all) =>
      fc.record({
        all: fc.constant(all),
        questions: fc.array(fc.tuple(questionsTo(all), slice), { minLength: 4, maxLength: 4 }),
      }),
    );
    const property = fc.asyncProperty(cases, async ({ all, questions }) => {
      for (const store of stores) {
        for (const file of await store.files()) if (!(file in all)) await store.forget(file);
        await writeRates(store, all);
      }
      for (const [question, { ends, limit, backward }] of questions) {
        // Among the rates that are found, so that an end is one of them.
        const keys = naiveRates(all, question);
        const [after, before] = ends.map((end) => keys[end % (keys.length + 1)]);
        await expectSame(async (store) => store.rows(question, { after, before, limit, backward }));
        await expectSame(async (store) => store.rows(question, { before, limit: 1000, backward }));
        await expectSame(async (store) => store.counts(question));
        await expectSame(async (store) => store.count(question));
      }
      const keys = [...storedIn(all), { file: 'none', code: '77080', seq: 1 }];
      await expectSame(async (store) => (await store.byKeys(keys)).map((rate) => rate ?? null));
      await expectSame(async (store) => [...(await store.counted([...Object.keys(all), 'none']))].sort());
      await expectSame(async (store) => store.files());
    });
    await fc.assert(property, { numRuns: 10, endOnFailure: true });
  }, 60_000);

  test('of a file that is not there are missed, not left out', async () => {
    const question = { files: ['gone'], without: new Map(), terms: {} };
    for (const store of stores) {
      const unavailable = { name: 'RatesUnavailable' };
      await expect(store.count(question)).rejects.toMatchObject(unavailable);
      await expect(store.counts(question)).rejects.toMatchObject(unavailable);
      await expect(store.rows(question, { limit: 1, backward: false })).rejects.toMatchObject(unavailable);
    }
  });
});
