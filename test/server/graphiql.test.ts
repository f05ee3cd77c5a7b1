/** GraphiQL: the page as an analyst's browser meets it, with every other host cut off. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readExamples } from '../../src/examples.ts';
import { ensurePage } from '../../src/page.ts';
import { serveWeb } from '../../src/web.ts';
import { type Served, serve, temporaryFolder } from './fixture.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let folder: string;

beforeAll(async () => {
  folder = await ensurePage(() => {});
}, 120_000);

function servePage(): Promise<Served> {
  const queries = join(temporaryFolder(), 'queries');
  mkdirSync(queries);
  writeFileSync(
    join(queries, 'second.graphql'),
    '# Things by name.\n# tab: 2\nquery Second { thingsByName(names: ["a"]) { name tags } }\n',
  );
  writeFileSync(
    join(queries, 'first.graphql'),
    '# Which release is this?\n# tab: 1\nquery First { release }\n',
  );
  writeFileSync(
    join(queries, 'third.graphql'),
    '# Only listed.\nquery Third($name: String) { thing(name: $name) { name } }\n',
  );
  writeFileSync(join(queries, 'third.variables.json'), '{ "name": "a" }\n');
  return serve({ web: serveWeb(folder, '/graphql', readExamples(queries)) });
}

test('a page that is built is not built again', async () => {
  const said: string[] = [];
  expect(await ensurePage((sentence) => said.push(sentence))).toBe(folder);
  expect(said).toEqual([]);
});

describe('over HTTP', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  test('browsers get the page at the path of the graph, programs the graph', async () => {
    const { url, ask } = await servePage();
    const page = await fetch(`${url}?query={release}`, { headers: html });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const program = await fetch(`${url}?query={release}`, { headers: { accept: '*/*' } });
    expect(await program.json()).toEqual({ data: { release: 'first' } });
    expect((await ask('{ release }', undefined, html)).body).toEqual({ data: { release: 'first' } });
  });

  test('the page may not be framed, sniffed or made to run a script that is not its own', async () => {
    const { url } = await servePage();
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
    const { url, origin } = await servePage();
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
    const { origin } = await servePage();
    expect((await fetch(origin + path)).status).toBe(404);
  });

  test('no file of the page names another host to load from', async () => {
    const { url } = await servePage();
    const page = await (await fetch(url, { headers: html })).text();
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

const reason = existsSync(executablePath)
  ? undefined
  : `there is no Chromium at ${executablePath} (CHROMIUM_PATH)`;
if (reason) console.warn(`The browser tests of GraphiQL are skipped: ${reason}.`);

describe.skipIf(reason)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(() => browser?.close());

  interface Visit {
    readonly page: Page;
    readonly served: Served;
    /** What must stay empty: other hosts asked, violations of the policy, errors of scripts. */
    readonly complaints: string[];
    /** Bytes that came over the wire so far. */
    readonly bytes: () => number;
  }

  async function visit(search = ''): Promise<Visit> {
    const served = await servePage();
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    await context.route('**/*', (route) => {
      const { host, origin, protocol } = new URL(route.request().url());
      if (!protocol.startsWith('http') || host === new URL(served.url).host) return route.continue();
      complaints.push(`asked ${origin}`);
      return route.abort();
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(served.url + search);
    await page.waitForSelector('.graphiql-query-editor .monaco-editor .view-line');
    return { page, served, complaints, bytes: () => bytes };
  }

  const answerOf = (page: Page) => async () => {
    const text = await page.locator('.graphiql-response').first().textContent();
    return (text ?? '').replace(/[\u00a0\s]+/g, ' ');
  };
  const run = (page: Page) => page.locator('.graphiql-execute-button').first().click();
  const tabsOf = (page: Page) => page.locator('.graphiql-tab').allInnerTexts();

  test('the examples stand open as tabs in their order, and run', async () => {
    const { page, complaints } = await visit();
    expect((await tabsOf(page)).map((title) => title.trim())).toEqual(['First', 'Second']);
    await run(page);
    await expect.poll(answerOf(page)).toContain('"release": "first"');
    await page.locator('.graphiql-tab', { hasText: 'Second' }).click();
    await run(page);
    await expect.poll(answerOf(page)).toContain('"name": "thing"');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('the whole list is in the sidebar, and a click opens one with its variables', async () => {
    const { page, complaints } = await visit();
    await page.locator('button[aria-label*="Examples"]').click();
    await page.locator('.examples button', { hasText: 'Only listed.' }).click();
    await expect.poll(() => tabsOf(page)).toHaveLength(3);
    await expect.poll(() => page.locator('.graphiql-query-editor').textContent()).toContain('Third');
    await page.locator('button', { hasText: 'Variables' }).click();
    await expect.poll(() => page.locator('.graphiql-editor-tool').first().textContent()).toContain('"name"');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('docs, explorer, history and completion are there', async () => {
    const { page, complaints } = await visit();
    await run(page);
    await page.locator('button[aria-label*="Documentation Explorer"]').click();
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toContain('Query');
    await page.locator('button[aria-label*="History"]').click();
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toContain('First');
    await page.locator('button[aria-label*="GraphiQL Explorer"]').click();
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toContain('thingsByName');
    await page.locator('.graphiql-query-editor').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ ', { delay: 30 });
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.suggest-widget .monaco-list-row');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('a link opens its query beside the examples, and the page makes such links', async () => {
    const { page, served, complaints } = await visit(
      `?query=${encodeURIComponent('query Linked { release }')}`,
    );
    expect((await tabsOf(page)).map((title) => title.trim())).toEqual(['Linked', 'First', 'Second']);
    await run(page);
    await expect.poll(answerOf(page)).toContain('"release": "first"');
    await page.locator('.graphiql-tab', { hasText: 'Second' }).click();
    await page.locator('button[aria-label*="link to this query"]').click();
    await expect.poll(() => page.url()).toContain(`${served.url}?query=`);
    expect(new URL(page.url()).searchParams.get('query')).toContain('query Second');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('an answer can be saved as CSV', async () => {
    const { page, complaints } = await visit();
    await page.locator('.graphiql-tab', { hasText: 'Second' }).click();
    await run(page);
    await expect.poll(answerOf(page)).toContain('"tags"');
    const saved = page.waitForEvent('download');
    await page.locator('button[aria-label*="CSV"]').click();
    const file = await (await saved).path();
    expect(readFileSync(file, 'utf8')).toBe(
      '\uFEFFthingsByName.name,thingsByName.tags\r\nthing,a\r\nthing,b\r\n',
    );
    expect(complaints).toEqual([]);
  }, 60_000);

  test('a first visit loads less than a megabyte, the schema included', async () => {
    const { page, bytes } = await visit();
    await page.waitForLoadState('networkidle');
    expect(bytes()).toBeGreaterThan(100_000);
    expect(bytes()).toBeLessThan(1_000_000);
  }, 60_000);
});
