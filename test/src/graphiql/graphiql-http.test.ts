/** GraphiQL over HTTP: who gets the page, under which policy, and how its files are sent. */

import { beforeAll, describe, expect, test } from 'vitest';
import { graphiqlPage } from '../../../src/graphiql/graphiql-page.ts';
import { ensurePage } from '../../../src/pages/build.ts';
import { servePage } from '../kit/visiting.ts';

let folder: string;

beforeAll(async () => {
  folder = await ensurePage(graphiqlPage, () => {});
}, 120_000);

test('a page that is built is not built again', async () => {
  const said: string[] = [];
  expect(await ensurePage(graphiqlPage, (sentence) => said.push(sentence))).toBe(folder);
  expect(said).toEqual([]);
});

describe('over HTTP', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  const aetna = { data: { payer: { slug: 'aetna' } } };

  test('browsers get the page at the path of the graph, programs the graph', async () => {
    const { url, ask } = await servePage(folder);
    const page = await fetch(`${url}?query={payer(slug:%22aetna%22){slug}}`, { headers: html });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const program = await fetch(`${url}?query={payer(slug:%22aetna%22){slug}}`, {
      headers: { accept: '*/*' },
    });
    expect(await program.json()).toEqual(aetna);
    expect((await ask('{ payer(slug: "aetna") { slug } }', undefined, html)).body).toEqual(aetna);
  });

  test('the page may not be framed, sniffed or made to run a script that is not its own', async () => {
    const { url } = await servePage(folder);
    const { headers } = await fetch(url, { headers: html });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.replace("style-src 'self' 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  test('its files are packed beforehand, kept for good, and the same when unpacked', async () => {
    const { url, origin } = await servePage(folder);
    const page = await (await fetch(url, { headers: html })).text();
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
    const read = async (encoding: string) => {
      const response = await fetch(origin + script, { headers: { 'accept-encoding': encoding } });
      return { encoding: response.headers.get('content-encoding'), response, text: await response.text() };
    };
    const packed = await read('gzip, br');
    const plain = await read('gzip, br;q=0');
    expect(packed.encoding).toBe('br');
    expect(plain.encoding).toBeNull();
    expect(packed.text).toBe(plain.text);
    expect(packed.response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(packed.response.headers.get('vary')).toContain('Accept-Encoding');
  });

  test.each([
    '/graphiql/',
    '/graphiql/index.html',
    '/graphiql/assets/none.js',
    '/graphiql/%2e%2e/%2e%2e/package.json',
  ])('%s is no file of the page', async (path) => {
    const { origin } = await servePage(folder);
    expect((await fetch(origin + path)).status).toBe(404);
  });

  test('no file of the page names another host to load from', async () => {
    const { url } = await servePage(folder);
    const page = await (await fetch(url, { headers: html })).text();
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
