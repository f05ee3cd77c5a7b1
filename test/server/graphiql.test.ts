/** GraphiQL: the page as an analyst's browser meets it, with every other host cut off. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ensurePage } from '../../src/page.ts';
import {
  answerOf,
  noBrowser,
  openTab,
  press,
  run,
  servePage,
  soon,
  tabsOf,
  useBrowser,
  visit,
  type Way,
} from './visiting.ts';

let folder: string;

beforeAll(async () => {
  folder = await ensurePage(() => {});
}, 120_000);

test('a page that is built is not built again', async () => {
  const said: string[] = [];
  expect(await ensurePage((sentence) => said.push(sentence))).toBe(folder);
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

if (noBrowser) console.warn(`The browser tests of GraphiQL are skipped: ${noBrowser}.`);

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();
  const open = async (way: Way = {}) => visit(browser(), await servePage(folder), way);

  test('the examples stand open as tabs in their order, and run', async () => {
    const { page, complaints } = await open();
    expect(await tabsOf(page)).toEqual(['First', 'Second']);
    expect(await page.locator('.graphiql-query-editor').textContent()).toContain('Which');
    await run(page);
    await soon(answerOf(page)).toContain('"slug": "aetna"');
    await openTab(page, 'Second');
    await run(page);
    await soon(answerOf(page)).toContain('"modifiers"');
    expect(complaints).toEqual([]);
  }, 180_000);

  test('the whole list is in the sidebar, and a click opens one with its variables', async () => {
    const { page, complaints } = await open();
    await press(page, 'Examples');
    await page.locator('.examples button', { hasText: 'Only listed.' }).click();
    await soon(() => tabsOf(page)).toHaveLength(3);
    await soon(() => page.locator('.graphiql-query-editor').textContent()).toContain('Third');
    await page.locator('button', { hasText: 'Variables' }).click();
    await soon(() => page.locator('.graphiql-editor-tool').first().textContent()).toContain('"code"');
    await run(page);
    await soon(answerOf(page)).toContain('"code": "77090"');
    expect(complaints).toEqual([]);
  }, 180_000);

  test('docs and explorer begin with what analysts ask, and history keeps what they asked', async () => {
    const { page, complaints } = await open();
    const side = page.locator('.graphiql-plugin');
    await run(page);
    await press(page, 'Documentation Explorer');
    await soon(() => side.textContent()).toContain('Begin with query: coverageMatrix');
    await side.locator('a', { hasText: /^Query$/ }).click();
    await soon(() => side.locator('.graphiql-doc-explorer-field-name').first().textContent()).toBe(
      'coverageMatrix',
    );
    const fields = await side.locator('.graphiql-doc-explorer-field-name').allTextContents();
    expect(fields.slice(-2)).toEqual(['_entities', '_service']);
    await press(page, 'GraphiQL Explorer');
    const rows = side.locator('.graphiql-explorer-node');
    await soon(async () => (await rows.allTextContents()).join(' ')).toMatch(/coverageMatrix.*_service/);
    await press(page, 'History');
    await soon(() => side.textContent()).toContain('First');
    expect(complaints).toEqual([]);
  }, 180_000);

  test('completion offers first what analysts ask, and a field tells what it is when pointed at', async () => {
    const { page, complaints } = await open();
    await page.locator('.graphiql-query-editor').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ ', { delay: 30 });
    await page.keyboard.press('Control+Space');
    const rows = page.locator('.suggest-widget .monaco-list-row .label-name');
    await rows.first().waitFor();
    await soon(() => rows.allTextContents().then((names) => names.slice(0, 3))).toEqual([
      'coverageMatrix',
      'billingCode',
      'payer',
    ]);
    await page.keyboard.press('Escape');
    await page.keyboard.type('invariants { name } }');
    await page.locator('.graphiql-query-editor .view-line span', { hasText: /^invariants$/ }).hover();
    await soon(() => page.locator('.monaco-hover:visible').allTextContents()).not.toEqual([]);
    await soon(async () =>
      (await page.locator('.monaco-hover:visible').allTextContents()).join(' '),
    ).toContain('The rules that the data');
    expect(complaints).toEqual([]);
  }, 180_000);

  test('a query is written, run and its tools reached without a mouse', async () => {
    const { page, complaints } = await open();
    await page.locator('.graphiql-query-editor textarea').first().focus();
    await page.keyboard.press('Control+Enter');
    await soon(answerOf(page)).toContain('"slug": "aetna"');
    for (const label of ['link to this query', 'Copy as curl', 'as CSV', 'Examples', 'Re-fetch']) {
      const button = page.locator(`button[aria-label*="${label}"]`);
      await button.focus();
      expect(
        await button.evaluate((node) => node === node.ownerDocument.activeElement && node.tabIndex),
        label,
      ).toBe(0);
    }
    await press(page, 'Examples');
    await page.locator('.examples button').first().focus();
    await page.keyboard.press('Enter');
    await soon(() => tabsOf(page)).toHaveLength(3);
    expect(complaints).toEqual([]);
  }, 180_000);

  test('it is light or dark as the visitor has it, and lets them choose', async () => {
    const { page, complaints } = await open({ colorScheme: 'dark' });
    const shade = () =>
      page
        .locator('.graphiql-container')
        .evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).backgroundColor);
    const dark = await shade();
    await press(page, 'Open settings dialog');
    await page.locator('.graphiql-dialog button', { hasText: 'Light' }).click();
    await soon(shade).not.toBe(dark);
    expect(complaints).toEqual([]);
  }, 180_000);

  test('in a narrow window lines wrap and the answer stands below the question', async () => {
    const { page, complaints } = await open();
    await page.setViewportSize({ width: 360, height: 760 });
    const lines = page.locator('.graphiql-query-editor .view-line');
    await soon(() => lines.count()).toBeGreaterThan(2);
    const place = (selector: string) => page.locator(selector).first().boundingBox();
    const question = await place('.graphiql-editors');
    const answer = await place('.graphiql-response');
    expect(answer?.y).toBeGreaterThanOrEqual((question?.y ?? 0) + (question?.height ?? 0));
    expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
  }, 180_000);

  test('a first visit loads less than a megabyte, our schema included', async () => {
    const { page, bytes } = await open();
    await page.waitForLoadState('networkidle');
    expect(bytes()).toBeGreaterThan(100_000);
    expect(bytes()).toBeLessThan(1_000_000);
  }, 180_000);
});
