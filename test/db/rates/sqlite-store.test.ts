/** Rates in SQLite files: whatever is written and requested, the answer is what looking at each rate gives; nothing is ever half there. */

import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RatesUnavailable } from '../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../db/rates/sqlite-store.ts';
import {
  files,
  groupAt,
  linesOfCounts,
  naiveCounts,
  naiveRates,
  naiveSlice,
  questionsTo,
  storedIn,
  termsWith,
  writeRates,
} from './generated-rates.ts';

const everything = { limit: 1_000, backward: false } as const;
const nothingShared = { payerId: null, facility: null, network: null };

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const ofFiles = (...names: readonly string[]) => ({ files: names, without: new Map(), terms: {} });
const rate = (code: string, cents: number) => ({
  ...{ code, cents, line: 1 },
  ...{ terms: termsWith(), group: groupAt('60637') },
});

describe('whatever rates are written', () => {
  test('rows, pages, counts and distributions are those of looking at each', async () => {
    const cases = files.chain((all) =>
      fc.record({
        all: fc.constant(all),
        question: questionsTo(all),
        ends: fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        limit: fc.integer({ min: 1, max: 8 }),
        backward: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ all, question, ends, limit, backward }) => {
        const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rates-'));
        const store = sqliteRates(folder);
        try {
          await writeRates(store, all);
          const found = naiveRates(all, question);
          expect(await store.rows(question, everything)).toEqual(found);
          expect(await store.count(question)).toBe(found.length);
          expect(linesOfCounts(all, await store.counts(question))).toEqual(naiveCounts(found));
          const keys = storedIn(all);
          const [after, before] = ends.map((end) => keys[end % (keys.length + 1)]);
          const slice = { after, before, limit, backward };
          expect(await store.rows(question, slice)).toEqual(naiveSlice(found, slice));
          expect(await store.byKeys(keys)).toEqual(keys);
          expect(await store.files()).toEqual(Object.keys(all).sort());
          expect(await store.counted([...Object.keys(all), 'none'])).toEqual(
            new Map(Object.entries(all).map(([file, rates]) => [file, rates.length])),
          );
        } finally {
          store.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file of rates', () => {
  test('is seen by nobody before it is finished, and is whole from then on', async () => {
    const folder = emptyFolder();
    const store = sqliteRates(folder);
    const writer = await store.begin('aaaa');
    writer.row({ code: '77092', term: writer.term(termsWith()), group: 1, cents: 1, line: 1 });
    expect(await store.files()).toEqual([]);
    writer.group(1, groupAt());
    expect(await writer.finish(nothingShared)).toBe(1);
    expect(await store.count(ofFiles('aaaa'))).toBe(1);
    expect(readdirSync(folder)).toEqual(['aaaa.sqlite']);
    store.close();
  });

  test('that is given up leaves nothing, one without rates neither', async () => {
    const folder = emptyFolder();
    const store = sqliteRates(folder);
    const writer = await store.begin('aaaa');
    writer.row({ code: '77092', term: writer.term(termsWith()), group: 1, cents: 1, line: 1 });
    await writer.discard();
    await writer.discard();
    expect(await (await store.begin('bbbb')).finish(nothingShared)).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('forgets what was read when it is begun once more', async () => {
    const store = sqliteRates(emptyFolder());
    const writer = await store.begin('aaaa');
    writer.row({
      code: '77092',
      term: writer.term(termsWith({ network: 'first' })),
      group: 1,
      cents: 1,
      line: 1,
    });
    await writer.restart();
    writer.row({
      code: '77092',
      term: writer.term(termsWith({ network: 'second' })),
      group: 1,
      cents: 2,
      line: 7,
    });
    writer.group(1, groupAt());
    await writer.finish(nothingShared);
    expect(await store.rows(ofFiles('aaaa'), everything)).toMatchObject([
      { code: '77092', seq: 1, cents: 2, network: 'second', line: 7 },
    ]);
    store.close();
  });

  test('takes the place of what an earlier attempt left, which goes on until then', async () => {
    const folder = emptyFolder();
    const store = sqliteRates(folder);
    await writeRates(store, { aaaa: [rate('77092', 100)] });
    const writer = await store.begin('aaaa');
    expect(await store.count(ofFiles('aaaa'))).toBe(1);
    writer.row({ code: '77080', term: writer.term(termsWith()), group: 1, cents: 5, line: 1 });
    writer.group(1, groupAt());
    await writer.finish(nothingShared);
    store.close();
    expect(await store.rows(ofFiles('aaaa'), everything)).toMatchObject([{ code: '77080', cents: 5 }]);
    store.close();
  });

  test('fills in what only its end tells, where terms leave it open', async () => {
    const store = sqliteRates(emptyFolder());
    const writer = await store.begin('aaaa');
    const open = writer.term(termsWith());
    const own = writer.term(termsWith({ network: 'own', facility: 'own', payerId: 'Payer:own' }));
    for (const term of [open, own]) writer.row({ code: '77092', term, group: 1, cents: 1, line: 1 });
    writer.group(1, groupAt());
    await writer.finish({ payerId: 'Payer:file', facility: 'file', network: 'file' });
    expect(await store.rows(ofFiles('aaaa'), everything)).toMatchObject([
      { payerId: 'Payer:file', facility: 'file', network: 'file' },
      { payerId: 'Payer:own', facility: 'own', network: 'own' },
    ]);
    store.close();
  });

  test('that is not there is an error of its own and no empty answer; forgotten, it is not there', async () => {
    const store = sqliteRates(emptyFolder());
    await writeRates(store, { aaaa: [rate('77092', 100)], bbbb: [rate('77092', 200)] });
    await store.forget('bbbb');
    const both = ofFiles('aaaa', 'bbbb');
    for (const read of [store.rows(both, everything), store.count(both), store.counts(both)])
      await expect(read).rejects.toThrow(RatesUnavailable);
    expect(await store.count(ofFiles('aaaa'))).toBe(1);
    expect(await store.byKeys([{ file: 'bbbb', code: '77092', seq: 1 }])).toEqual([undefined]);
    store.close();
  });
});

test.skipIf(process.platform !== 'linux')(
  'a few hundred files are read with fewer open at once',
  async () => {
    const folder = emptyFolder();
    const names = Array.from({ length: 230 }, (_, index) => `${index}`.padStart(12, '0'));
    const store = sqliteRates(folder);
    onTestFinished(() => store.close());
    await writeRates(
      store,
      Object.fromEntries(names.map((name, index) => [name, [rate('77080', index + 1)]])),
    );
    const rows = await store.rows(ofFiles(...names), everything);
    expect(rows.map(({ file, cents }) => [file, cents])).toEqual(
      names.map((name, index) => [name, index + 1]),
    );
    const open = readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return [];
      }
    });
    expect(new Set(open.filter((path) => path.startsWith(folder))).size).toBe(200);
    expect((await store.counted(names)).size).toBe(names.length);
  },
);
