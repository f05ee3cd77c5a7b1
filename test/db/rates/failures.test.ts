/** What fails while rates are in two shards of two replicas: an answer is whole or none. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickhouseRates } from '../../../db/rates/clickhouse-store.ts';
import type { RateQuestion, RateStore } from '../../../db/rates/rate-store.ts';
import { type Clickhouse, hasClickhouse, startClickhouse } from './clickhouse.ts';
import { writeRates } from './generated-rates.ts';
import { someRates } from './some-rates.ts';

const codes = ['77080', '77081', '77082', '77085', '77086', 'G0130'];
const unavailable = { name: 'RatesUnavailable' };
const about = (...files: readonly string[]): RateQuestion => ({ files, without: new Map(), terms: {} });

test('no engine is an error, not an empty list', async () => {
  const address = { urls: ['http://127.0.0.1:9'], user: '', password: '', database: 'd', cluster: undefined };
  await expect(clickhouseRates(address, '').count(about('a'))).rejects.toMatchObject(unavailable);
});

describe.skipIf(!hasClickhouse)('two shards of two replicas', () => {
  let clickhouse: Clickhouse;
  let store: RateStore;
  beforeAll(async () => {
    clickhouse = await startClickhouse(2, 2);
    store = clickhouseRates(clickhouse.address, clickhouse.folder);
    await writeRates(store, { a: someRates(codes), b: someRates(codes.slice(1)) });
  });
  afterAll(async () => clickhouse?.end());

  const nodeAt = (index: number) => {
    const node = clickhouse.nodes[index];
    if (!node) throw new Error(`no node ${index}`);
    return node;
  };

  /** All that is found, as text. */
  async function answer(...files: readonly string[]): Promise<string> {
    const question = about(...files);
    const rows = await store.rows(question, { limit: 1000, backward: false });
    return JSON.stringify([rows, await store.counts(question), await store.count(question)]);
  }

  /** How many rates a node has itself. */
  async function rowsOf(node: Clickhouse['nodes'][number], condition: string): Promise<number> {
    return Number(await clickhouse.run(node, `select count() from rate_local where ${condition}`));
  }

  /** The first text that is stored on a shard. */
  async function ofShard(shard: number, texts: readonly string[]): Promise<string> {
    const sql = texts.map((text) => `cityHash64('${text}') % 2 = ${shard}`).join(', ');
    const fits = await clickhouse.run(nodeAt(0), `select indexOf([${sql}], 1)`);
    return texts[Number(fits) - 1] ?? '';
  }

  test('answer the same while any one of their nodes is killed, and load nothing', async () => {
    const before = await answer('a', 'b');
    for (const node of clickhouse.nodes) {
      const during = Array.from({ length: 6 }, async () => answer('a', 'b'));
      await node.kill();
      const after = Array.from({ length: 8 }, async () => answer('a', 'b'));
      expect(new Set(await Promise.all([...during, ...after]))).toEqual(new Set([before]));
      await expect(writeRates(store, { c: someRates(codes) })).rejects.toMatchObject(unavailable);
      await node.start();
    }
    expect(await store.files()).toEqual(['a', 'b']);
  });

  test('answer of one release the same while the files of the next are written, which are whole once it names them', async () => {
    const before = await answer('a', 'b');
    let isWritten = false;
    const writing = writeRates(store, { next: someRates(codes) }).then(() => {
      isWritten = true;
    });
    const seen = new Set<string>();
    do seen.add(await answer('a', 'b'));
    while (!isWritten);
    await writing;
    expect(seen).toEqual(new Set([before]));
    expect(await store.count(about('a', 'b', 'next'))).toBe(
      (await store.count(about('a', 'b'))) + 10 * codes.length,
    );
    await store.forget('next');
  });

  test('pass over a node that is stopped and keeps its connections, once one question has waited for it', async () => {
    const before = await answer('a', 'b');
    const node = nodeAt(0);
    node.pause(true);
    try {
      // It may be the one that is tried first, or the replica that another one reads from: an answer is whole or none.
      const first = await answer('a', 'b').catch((error: unknown) => {
        expect(error).toMatchObject(unavailable);
        return before;
      });
      expect([first, await answer('a', 'b')]).toEqual([before, before]);
    } finally {
      node.pause(false);
    }
  });

  test('answer nothing while a shard is killed, not even what the other has', async () => {
    const before = await answer('a', 'b');
    const ended = clickhouse.nodes.filter(({ shard }) => shard === 1);
    for (const node of ended) await node.kill();
    for (const code of codes) {
      const question = { ...about('a', 'b'), codes: [code] };
      await expect(store.count(question)).rejects.toMatchObject(unavailable);
      await expect(store.counts(question)).rejects.toMatchObject(unavailable);
      await expect(store.rows(question, { limit: 1, backward: false })).rejects.toMatchObject(unavailable);
      await expect(store.byKeys([{ file: 'a', code, seq: 1 }])).rejects.toMatchObject(unavailable);
    }
    await expect(store.counted(['a'])).rejects.toMatchObject(unavailable);
    for (const node of ended) await node.start();
    expect(await answer('a', 'b')).toBe(before);
  });

  test('show nothing of a loader that is killed in the middle, and the same rows when it loads again', async () => {
    const tables = ['rate', 'rate_term', 'rate_group', 'rate_zip', 'rate_file'];
    for (const table of tables) {
      const path = join(import.meta.dirname, 'one-loader.ts');
      const loader = fork(path, [JSON.stringify(clickhouse.address), clickhouse.folder, 'c', table]);
      const [, signal] = await once(loader, 'exit');
      expect(signal).toBe('SIGKILL');
    }
    const left = await Promise.all(clickhouse.nodes.map(async (node) => rowsOf(node, "file = 'c'")));
    expect(left.reduce((sum, rows) => sum + rows)).toBe(2 * 30 * (tables.length - 1));
    expect(await store.files()).toEqual(['a', 'b']);
    await expect(store.count(about('c'))).rejects.toMatchObject(unavailable);

    await writeRates(store, { c: someRates(['77080', '77081', 'G0130']) });
    expect(await store.count(about('c'))).toBe(30);
    expect(await store.counted(['c'])).toEqual(new Map([['c', 30]]));
    const rows = await store.rows(about('c'), { limit: 1000, backward: false });
    expect(rows.map(({ cents, line }) => ({ cents, line }))).toEqual(
      someRates(['77080', '77081', 'G0130']).map(({ cents, line }) => ({ cents, line })),
    );
  });

  test('forget a file, and what a loader left long ago', async () => {
    const before = await answer('b');
    await clickhouse.run(nodeAt(0), "insert into rate_local (code, file, load) values ('77080', 'left', 1)");
    await store.forget('a');
    expect(await store.files()).not.toContain('a');
    await expect(store.count(about('a'))).rejects.toMatchObject(unavailable);
    for (const node of clickhouse.nodes)
      await expect.poll(async () => rowsOf(node, "file in ('a', 'left')")).toBe(0);
    expect(await answer('b')).toBe(before);
  });

  test('count what each replica has, so that no release is opened over one that lost rows', async () => {
    const [whole] = (await store.counted(['b'])).values();
    const code = await ofShard(1, codes.slice(1));
    await clickhouse.run(nodeAt(2), `alter table rate_local delete where code = '${code}'`);
    await expect.poll(async () => [...(await store.counted(['b'])).values()][0]).toBeLessThan(whole ?? 0);
    await writeRates(store, { b: someRates(codes.slice(1)) });
    expect(await store.counted(['b'])).toEqual(new Map([['b', whole]]));
  });

  test('do not answer from a node without tables, and load nothing into it', async () => {
    const before = await answer('b');
    for (const table of ['rate', 'rate_local', 'rate_file', 'rate_file_local'])
      await clickhouse.run(nodeAt(0), `drop table ${table}`);
    for (let times = 0; times < 10; times += 1) expect(await answer('b')).toBe(before);
    await expect(store.begin('d')).rejects.toMatchObject({
      message: expect.stringContaining('no table of rates'),
    });
  });

  test('are all named, and say nothing of a password', async () => {
    const { address, folder } = clickhouse;
    const some = clickhouseRates({ ...address, urls: address.urls.slice(1) }, folder);
    await expect(some.begin('d')).rejects.toMatchObject({ message: expect.stringContaining('name each') });
    const stranger = clickhouseRates({ ...address, password: 'wrong-password' }, folder);
    const error = await stranger.files().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(unavailable);
    expect(String(error) + String((error as Error).cause)).not.toContain('wrong-password');
  });
});
