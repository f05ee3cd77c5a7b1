/** The feeds of changes over HTTP: documents that keep to their formats, each change once, and what a client need not fetch again. */

import { copyFileSync, renameSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverage, policy, policyVersion } from '../../../db/tables/index.ts';
import { closed, one, two } from '../../kit/feed.ts';
import { type Rebuilt, rebuilt } from '../../kit/rebuilt.ts';
import { ids } from '../../kit/synthetic.ts';
import { serveGraph } from '../kit/exporting.ts';
import { type Served, untilFileIsOver } from '../kit/fixture.ts';
import { type ReadFeed, readAtom, readJsonFeed } from './reader.ts';

const formats = [
  { path: '/changes.atom', type: 'application/atom+xml', read: readAtom },
  { path: '/changes.json', type: 'application/feed+json', read: readJsonFeed },
];

const until = untilFileIsOver();
const version = 'PolicyVersion:synthetic-one/a/1';
const many = Array.from({ length: 240 }, (_, i) => `CoverageStatement:many-${String(i).padStart(3, '0')}`);

let made: Rebuilt;
let served: Served;

/** Puts what is built in place of what is served. */
async function serveNext(): Promise<void> {
  made.build();
  copyFileSync(made.file, `${served.file}.next`);
  renameSync(`${served.file}.next`, served.file);
  await served.releases.check();
}

const fetched = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, served.origin), { headers });

/** All documents, from the current one back. */
async function followed(path: string, read: (text: string) => ReadFeed): Promise<readonly ReadFeed[]> {
  const documents: ReadFeed[] = [];
  for (let next: string | undefined = path; next; next = documents.at(-1)?.older) {
    const response = await fetched(next);
    expect([next, response.status]).toEqual([next, 200]);
    documents.push(read(await response.text()));
  }
  return documents;
}

beforeAll(async () => {
  made = rebuilt(until);
  made.put(policy, 'a', {
    id: 'Policy:synthetic-one/a',
    payerId: ids.payer,
    slug: 'a',
    label: 'Synthetic <policy> & co',
  });
  made.put(policyVersion, 'a1', { id: version, policyId: 'Policy:synthetic-one/a', version: '1' });
  for (const id of [one, two]) made.state(coverage, id, { summary: 'First words.' });
  made.build();
  served = await serveGraph({ database: made.file, until });
  for (const id of many) made.state(coverage, id, { payerId: ids.otherPayer });
  await serveNext();
  made.state(coverage, 'CoverageStatement:three', { covered: 'NOT_COVERED', policyVersionId: version });
  made.put(coverage, one, { ...closed, supersededBy: 'CoverageStatement:three' });
  made.put(coverage, two, { summary: 'Other words.' });
  await serveNext();
}, 60_000);

describe.each(formats)('$path', ({ path, type, read }) => {
  test('keeps to its format, and a client that pages back sees every change once', async () => {
    const response = await fetched(path);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    const documents = await followed(path, read);
    expect(documents.map(({ entries, archived }) => [entries.length, archived])).toEqual([
      [100, false],
      [100, true],
      [100, true],
    ]);
    const all = documents.flatMap(({ entries }) => entries);
    const distinct = new Map(all.map((entry) => [entry.id, entry]));
    // The current document overlaps with the last archive, entry by entry the same.
    for (const entry of all) expect(distinct.get(entry.id)).toEqual(entry);
    expect(distinct.size).toBe(242);
    for (const { self, archived } of documents)
      expect(new URL(self).searchParams.has('before')).toBe(archived);
  });

  test('tells what was stated before and is now, who changed, and where it comes from', async () => {
    const { entries } = read(await (await fetched(`${path}?kind=updated`)).text());
    const correction = entries.find(({ url }) => url.endsWith('/id/CoverageStatement:three'));
    expect(correction?.title).toMatch(/^Updated: /);
    expect(correction?.text.split('\n')).toEqual([
      expect.stringMatching(/^What this graph knows changed, not the payer or publisher: /),
      expect.stringMatching(/^Before: .*Synthetic payer one/),
      expect.stringMatching(/^Now: .*Synthetic payer one/),
      `It takes the place of ${one}.`,
    ]);
    expect(correction?.via).toBe(`${served.origin}/id/Source:a`);
    expect(correction?.terms).toEqual(
      expect.arrayContaining(['UPDATED', 'KNOWLEDGE', ids.payer, ids.code, 'Policy:synthetic-one/a']),
    );
    expect(correction?.id).toMatch(/^tag:coverage-graph,2026:changes\/[\w-]+$/);
  });

  test.each([
    ['payer=synthetic-one', 2],
    [`payer=${ids.otherPayer}`, 100],
    ['payer=synthetic-one,synthetic-two&kind=updated', 2],
    ['code=99999&kind=created&kind=updated', 100],
    ['code=CPT:99998', 0],
    ['policy=synthetic-one/a', 1],
    ['policy=Policy:synthetic-one/a&kind=rank-changed', 0],
  ])('by %s it has %i entries', async (search, count) => {
    const { entries, archived } = read(await (await fetched(`${path}?${search}`)).text());
    expect([entries.length, archived]).toEqual([count, false]);
  });

  test.each([
    ['payers=aetna', 'payers', /any of payer, code, policy, kind, before/],
    ['payer=synthetik-one', 'payer', /^payer: .*Near: synthetic-one/],
    ['code=00000', 'code', /^code: /],
    ['policy=synthetic-one/b', 'policy', /^policy: .*Near: synthetic-one\/a/],
    ['kind=vanished', 'kind', /any of CREATED, UPDATED/],
    ['before=x', 'before', /no cursor/],
    ['payer=', 'payer', /empty item/],
  ])('%s is refused by name', async (search, field, message) => {
    const response = await fetched(`${path}?${search}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { field: string } }[];
    };
    expect(errors[0]?.extensions.field).toBe(field);
    expect(errors[0]?.message).toMatch(message);
  });

  test('a client that has the document is not sent it again, until another release is served', async () => {
    const first = await fetched(path);
    const tag = first.headers.get('etag') ?? '';
    const since = first.headers.get('last-modified') ?? '';
    const answers = async () => [
      (await fetched(path, { 'if-none-match': tag })).status,
      (await fetched(path, { 'if-modified-since': since })).status,
      (await fetched(path, { 'if-none-match': '"other"', 'if-modified-since': since })).status,
    ];
    expect(await answers()).toEqual([304, 304, 200]);
    const head = await fetch(served.origin + path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
    expect((await fetch(served.origin + path, { method: 'POST' })).status).toBe(405);
  });
});

test('an archived document never changes, whatever becomes of what it tells of', async () => {
  const archives = async () =>
    Promise.all(
      (await followed('/changes.atom', readAtom))
        .filter(({ archived }) => archived)
        .map(async ({ self }) => {
          const response = await fetched(self);
          return { self, tag: response.headers.get('etag'), text: await response.text() };
        }),
    );
  const before = await archives();
  const [{ self, tag } = { self: '', tag: '' }] = before;
  const current = await fetched('/changes.atom');
  for (const id of many.slice(0, 150))
    made.put(coverage, id, { summary: 'Put otherwise.', covered: 'COVERED' });
  for (const id of many.slice(150)) made.drop(coverage, id);
  await serveNext();
  const after = await archives();
  expect(after.length).toBeGreaterThan(before.length);
  expect(after.slice(-before.length)).toEqual(before);
  expect((await fetched(self, { 'if-none-match': tag ?? '' })).status).toBe(304);
  const seen = current.headers.get('etag') ?? '';
  expect((await fetched('/changes.atom', { 'if-none-match': seen })).status).toBe(200);
}, 60_000);

test('addresses are those under which clients reach the server, and only listed origins may read', async () => {
  const origin = 'https://graph.example';
  const other = await serveGraph({
    ...{ database: made.file, publicUrl: origin, persistedOnly: true, repeatBytes: 0 },
    allowedOrigins: new Set(['https://app.example']),
  });
  const response = await fetch(`${other.origin}/changes.atom`, {
    headers: { origin: 'https://app.example' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  const { self, entries } = readAtom(await response.text());
  expect(self).toBe(`${origin}/changes.atom`);
  expect(entries.every(({ url }) => url.startsWith(`${origin}/id/`))).toBe(true);
});

test('a graph without changes has feeds without entries', async () => {
  const { origin } = await serveGraph();
  for (const { path, read } of formats) {
    const feed = read(await (await fetch(origin + path)).text());
    expect([feed.entries, feed.older]).toEqual([[], undefined]);
  }
});
