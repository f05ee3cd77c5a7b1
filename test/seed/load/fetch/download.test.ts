/** Downloads from a server that behaves as those of publishers do: cuts, refusals, pages in place of files. All synthetic. */

import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { accepting, bareAddress } from '../../../../seed/load/fetch/address.ts';
import { userAgent } from '../../../../seed/load/fetch/client.ts';
import { type Archive, download } from '../../../../seed/load/fetch/download.ts';
import type { FileToFetch } from '../../../../seed/load/fetch/wanted.ts';
import { end, fileAt, type PublisherSite, publisherSite } from '../../kit/publisher-site.ts';
import { zip } from '../../kit/zip.ts';

const url = 'https://www.cms.gov/files/zip/rvu25d-updated-09/11/2025.zip';
const page = 'https://www.cms.gov/synthetic/rvu25d';
const wanted: FileToFetch = {
  ...{ name: 'cms:rvu25d', url, part: '', first: '2025-10-01', licences: [], page, bytes: undefined },
};
/** More than one chunk of the network. */
const content = zip([{ name: 'synthetic.csv', content: Buffer.alloc(400_000, 'synthetic '), method: 0 }]);
const sha256 = createHash('sha256').update(content).digest('hex');

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-fetched-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const client = new EventEmitter();

/** Cuts connections once the client has something of them. */
const cut = (of: Buffer, after: (times: number) => number | undefined) =>
  fileAt(of, { after, arrived: () => once(client, 'came') });

interface Progress {
  readonly sizes: (readonly [size: number | undefined, from: number])[];
  came: number;
}

function get(
  site: PublisherSite,
  folder: string,
  of: Partial<FileToFetch> = {},
  progress: Progress = { sizes: [], came: 0 },
) {
  return download(
    { ...wanted, ...of },
    {
      ...{ client: site.client, folder, now: new Date('2026-11-30T12:00:00Z') },
      begins: (size, from) => void progress.sizes.push([size, from]),
      came: (bytes) => {
        progress.came += bytes;
        client.emit('came');
      },
    },
  );
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(zip|part|json|csv)$/.test(name))
    .sort();

test('a file is kept under its name with its hash, its address and when it was fetched', async () => {
  const [site, folder] = [await publisherSite({ [url]: fileAt(content) }), folderOf()];
  const progress: Progress = { sizes: [], came: 0 };
  const archive = await get(site, folder, {}, progress);
  expect(archive).toMatchObject({
    url,
    name: 'cms:rvu25d',
    sha256,
    bytes: content.length,
    replaces: undefined,
  });
  expect(archive.path).toBe(join(folder, 'www.cms.gov', 'rvu25d-updated-09-11-2025.zip'));
  expect(readFileSync(archive.path).equals(content)).toBe(true);
  expect(progress).toEqual({ sizes: [[content.length, 0]], came: content.length });
  const record = JSON.parse(
    readFileSync(join(folder, 'www.cms.gov', '.rvu25d-updated-09-11-2025.zip.json'), 'utf8'),
  );
  expect(record).toMatchObject({ url, sha256, fetchedAt: '2026-11-30T12:00:00Z' });
  expect(filesIn(folder)).toHaveLength(2);
  expect(site.requests[0]?.headers['user-agent']).toBe(userAgent);
  expect(userAgent).toMatch(/^coverage-graph\/\d+\.\d+\.\d+/);
});

test('a cut download goes on where it was cut, also over several cuts', async () => {
  const cuts = cut(content, (times) => (times <= 4 ? 70_000 : undefined));
  const [site, folder] = [await publisherSite({ [url]: cuts }), folderOf()];
  const progress: Progress = { sizes: [], came: 0 };
  expect((await get(site, folder, {}, progress)).sha256).toBe(sha256);
  expect(progress.came).toBe(content.length);
  const ranges = site.requests.map(({ headers }) => Number(/\d+/.exec(String(headers.range))?.[0] ?? 0));
  expect(ranges).toEqual(ranges.toSorted((a, b) => a - b));
  expect(ranges.at(-1)).toBeGreaterThan(0);
});

test('a download that stops bringing anything is given up, and a later command goes on from there', async () => {
  const stuck = cut(content, (times) => (times === 1 ? 100_000 : 0));
  const [site, folder] = [await publisherSite({ [url]: stuck }), folderOf()];
  await expect(get(site, folder)).rejects.toThrow('What came is kept: the same command goes on from there.');
  expect(filesIn(folder).join()).toContain('.part');
  site.put(url, fileAt(content));
  const progress: Progress = { sizes: [], came: 0 };
  expect((await get(site, folder, {}, progress)).sha256).toBe(sha256);
  expect(progress.came).toBeLessThan(content.length);
});

test('where the content has changed since the cut it is fetched from the beginning', async () => {
  const [site, folder] = [
    await publisherSite({ [url]: cut(content, (times) => (times === 1 ? 100_000 : 0)) }),
    folderOf(),
  ];
  await expect(get(site, folder)).rejects.toThrow(/the same command goes on/);
  const other = zip([{ name: 'synthetic.csv', content: 'another content' }]);
  site.put(url, fileAt(other));
  expect((await get(site, folder)).bytes).toBe(other.length);
});

test('a host that goes on with another content, whatever it was asked, is asked for the whole', async () => {
  const reposted = zip([{ name: 'synthetic.csv', content: Buffer.alloc(400_000, 'corrected '), method: 0 }]);
  const first = cut(content, () => 200_000);
  const site = await publisherSite({
    [url]: (request, response, times) => {
      const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
      if (times === 1) return first(request, response, times);
      if (!from) return fileAt(reposted)(request, response, times);
      const range = `bytes ${from}-${reposted.length - 1}/${reposted.length}`;
      end(response, 206, reposted.subarray(Number(from)), { etag: '"another"', 'content-range': range });
    },
  });
  const { path } = await get(site, folderOf());
  expect(readFileSync(path).equals(reposted)).toBe(true);
});

test('where a crash cut the notes on a part the file is fetched from the beginning', async () => {
  const stuck = cut(content, (times) => (times === 1 ? 100_000 : 0));
  const [site, folder] = [await publisherSite({ [url]: stuck }), folderOf()];
  await expect(get(site, folder)).rejects.toThrow(/the same command goes on/);
  const notes = filesIn(folder).find((name) => name.endsWith('.part.json')) ?? '';
  truncateSync(join(folder, notes), 10);
  site.put(url, fileAt(content));
  expect((await get(site, folder)).sha256).toBe(sha256);
  expect(site.requests.at(-1)?.headers.range).toBeUndefined();
});

test('without a tag or day nothing is put together from two answers', async () => {
  const [site, folder] = [
    await publisherSite({
      [url]: (_, response, times) => {
        response.writeHead(200, { 'content-length': content.length });
        if (times > 1) response.end(content);
        else response.write(content.subarray(0, 50_000), () => response.destroy());
      },
    }),
    folderOf(),
  ];
  expect((await get(site, folder)).sha256).toBe(sha256);
  expect(site.requests.every(({ headers }) => headers.range === undefined)).toBe(true);
});

test('a length that is promised and never comes is an error, not a file', async () => {
  const [site, folder] = [
    await publisherSite({
      [url]: (_, response) => {
        response.writeHead(200, { 'content-length': content.length + 10 });
        response.write(content, () => response.destroy());
      },
    }),
    folderOf(),
  ];
  await expect(get(site, folder)).rejects.toThrow(`of ${content.length + 10} bytes, in 3 attempts`);
});

test.each([
  [
    'the page of an agreement',
    '<!DOCTYPE html>\n<html><body>License for use</body></html>',
    /In place of the file a page came\./,
  ],
  ['a page after a comment', '\n<!-- synthetic -->\n<HTML></HTML>', /a page came/],
  ['what a store says', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /a page came/],
  ['something else', 'code,amount\n77080,1\n', /something else came: no known format/],
  ['nothing', '', /something else came: it is empty/],
  ['a zip without its end', content.subarray(0, content.length - 30), /a zip without its end came/],
])(
  '%s in place of a zip is refused with the page and the ways out, and is not kept',
  async (_, body, message) => {
    const [site, folder] = [await publisherSite({ [url]: Buffer.from(body) }), folderOf()];
    const outcome: unknown = await get(site, folder).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ name: 'FileError', message: expect.stringMatching(message) });
    expect(String(outcome)).toContain(
      `Either open ${page} in a browser, accept what it asks, save the file and load it: npm run load -- FILE; or `,
    );
    expect(filesIn(folder)).toEqual([]);
  },
);

test('a file that is no zip need not be one, but a page is none', async () => {
  const csv = 'https://data.cms.gov/sites/synthetic/use.csv';
  const [site, folder] = [await publisherSite({ [csv]: 'a,b\n1,2\n' }), folderOf()];
  expect((await get(site, folder, { url: csv })).path).toBe(
    join(folder, 'data.cms.gov', 'sites', 'synthetic', 'use.csv'),
  );
  for (const body of [
    '<html></html>',
    '<head><title>Access Denied</title></head>',
    '\n<script>location = "/license"</script>',
    Buffer.from('\ufeff<!DOCTYPE html>', 'utf16le'),
  ]) {
    site.put(csv, body);
    await expect(get(site, folder, { url: csv })).rejects.toThrow(/a page came/);
  }
  site.put(csv, '');
  await expect(get(site, folder, { url: csv })).rejects.toThrow(/something else came: it is empty/);
});

test.each([
  [429, { 'retry-after': '7' }, 7_000],
  [503, {}, 2_000],
  [429, { 'retry-after': '100000' }, 120_000],
  // A moment is measured by the clock of the host.
  [429, { date: 'Mon, 30 Nov 2026 12:00:00 GMT', 'retry-after': 'Mon, 30 Nov 2026 12:00:30 GMT' }, 30_000],
  [503, { 'retry-after': '' }, 2_000],
])('%i is asked again after a wait', async (status, headers, wait) => {
  const site = await publisherSite({
    [url]: (request, response, times) =>
      times === 1 ? end(response, status, '', headers) : fileAt(content)(request, response, times),
  });
  expect((await get(site, folderOf())).sha256).toBe(sha256);
  expect(site.waits).toContain(wait);
});

test.each([
  [503, 3],
  [403, 1],
  [404, 1],
])('%i is given up after %i requests', async (status, requests) => {
  const site = await publisherSite({ [url]: (_, response) => end(response, status) });
  const outcome = String(await get(site, folderOf()).catch((error: unknown) => error));
  expect(outcome).toContain(`It answers with status ${status}`);
  // A refusal has a way out.
  expect(outcome).toContain(`Either open ${page} in a browser`);
  expect(outcome).toMatch(/or give its address, if the page has another one: npm run load -- https:/);
  expect(site.requests).toHaveLength(requests);
});

test('between requests to one host there is a pause, to another none', async () => {
  const other = 'https://downloads.cms.gov/synthetic.zip';
  const [site, folder] = [
    await publisherSite({ [url]: fileAt(content), [other]: fileAt(content) }),
    folderOf(),
  ];
  await get(site, folder);
  await get(site, folder, { url: other });
  expect(site.waits).toEqual([]);
  await get(site, folder);
  expect(site.waits).toEqual([expect.toSatisfy((wait) => wait > 0 && wait <= 1_500)]);
});

test('a host that falls silent is not waited for for ever', async () => {
  const site = await publisherSite({
    [url]: (_, response, times) => {
      response.writeHead(200, { 'content-length': content.length, etag: '"synthetic"' });
      response.write(content.subarray(0, 10), () => vi.advanceTimersByTime(60_000 + times));
    },
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await expect(get(site, folderOf())).rejects.toThrow(/It does not answer: |It ends after \d+ of/);
});

const signed = 'https://store.example/rates.json.gz?X-Amz-Signature=synthetic&X-Amz-Expires=60';

test('redirects are followed, and the address that was asked for is the one that is recorded', async () => {
  const first = 'https://payer.example/files/rates.json.gz';
  const [site, folder] = [
    await publisherSite({
      [first]: (_, response) => end(response, 302, '', { location: signed }),
      [signed]: fileAt(Buffer.from('{"synthetic": true}')),
    }),
    folderOf(),
  ];
  expect((await get(site, folder, { url: first })).url).toBe(first);
});

test.each([
  ['http://www.cms.gov/files/zip/a.zip'],
  ['file:///etc/passwd'],
  ['https://127.0.0.1/a.zip'],
  ['https://10.1.2.3/a.zip'],
  ['https://172.20.0.1/a.zip'],
  ['https://192.168.0.1/a.zip'],
  ['https://169.254.169.254/latest/meta-data'],
  ['https://[::1]/a.zip'],
  ['https://[fd00::1]/a.zip'],
  ['https://localhost/a.zip'],
  ['https://metadata.google.internal/a.zip'],
])('a redirect to %s is not followed', async (location) => {
  const site = await publisherSite({ [url]: (_, response) => end(response, 302, '', { location }) });
  await expect(get(site, folderOf())).rejects.toThrow(/only public https addresses are followed/);
  expect(site.requests).toHaveLength(1);
});

test('a circle of redirects ends', async () => {
  const site = await publisherSite({ [url]: (_, response) => end(response, 301, '', { location: url }) });
  await expect(get(site, folderOf())).rejects.toThrow('It redirects more than 5 times.');
  expect(site.requests).toHaveLength(6);
});

test('what has not changed is not fetched again', async () => {
  const [site, folder] = [await publisherSite({ [url]: fileAt(content) }), folderOf()];
  const first = await get(site, folder);
  const progress: Progress = { sizes: [], came: 0 };
  expect(await get(site, folder, {}, progress)).toEqual(first);
  expect(progress).toEqual({ sizes: [], came: 0 });
});

test('what is kept and was altered is fetched again', async () => {
  const [site, folder] = [await publisherSite({ [url]: fileAt(content) }), folderOf()];
  const { path } = await get(site, folder);
  rmSync(path);
  expect(existsSync((await get(site, folder)).path)).toBe(true);
});

const reposted = zip([{ name: 'synthetic.csv', content: 'corrected' }]);
const replacedIn = ({ replaces }: Archive) => replaces && { url: replaces.url, sha256: replaces.sha256 };

test('a re-post is named: the same address with another content, or the same release at another', async () => {
  const [site, folder] = [await publisherSite({ [url]: fileAt(content) }), folderOf()];
  await get(site, folder);
  site.put(url, fileAt(reposted));
  expect(replacedIn(await get(site, folder))).toEqual({ url, sha256 });
  const again = url.replace('09/11', '10/01');
  site.put(again, fileAt(content));
  expect(replacedIn(await get(site, folder, { url: again }))).toMatchObject({ url });
  // Another part, or another release, is none.
  const part = url.replace('.zip', '-f2.zip');
  site.put(part, fileAt(zip([{ name: 'synthetic.csv', content: 'another part' }])));
  expect((await get(site, folder, { url: part, part: '2' })).replaces).toBeUndefined();
});

test('the address that is recorded neither signs nor accepts', () => {
  expect(bareAddress(signed)).toBe('https://store.example/rates.json.gz');
  expect(bareAddress(`${url}?agree=yes`)).toBe(url);
  expect(bareAddress('https://payer.example/list?plan=a%20b#top')).toBe(
    'https://payer.example/list?plan=a%20b',
  );
});

test('once the agreement of the AMA is accepted, the request is that of the button on its page', () => {
  expect(accepting({ url, licences: ['ama'] })).toBe(`${url}?agree=yes`);
  expect(accepting({ url, licences: [] })).toBe(url);
  expect(accepting({ url: 'https://downloads.cms.gov/a.zip', licences: ['ama', 'ada', 'aha'] })).toBe(
    'https://downloads.cms.gov/a.zip',
  );
});
