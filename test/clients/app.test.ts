/** The example page in a real browser, on the real graph: what a reader can do with it, by mouse and by keyboard. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { serveGraph } from '../src/kit/exporting.ts';
import { temporaryFolder, type Until, untilFileIsOver } from '../src/kit/fixture.ts';
import { launch, noBrowser } from './browser.ts';

const app = join(import.meta.dirname, '../../examples/app');
const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

test('its types are those that the schema makes', async () => {
  await promisify(execFile)(process.execPath, [join(app, 'types.ts'), '--check']);
}, 120_000);

test('it names the versions that the root installs', () => {
  const { dependencies, devDependencies } = manifest(app);
  const root = manifest(join(app, '..', '..'));
  const installed = { ...root.dependencies, ...root.devDependencies };
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, version]).toEqual([name, installed[name]]);
  }
});

if (noBrowser) console.warn(`The browser tests of the example page are skipped: ${noBrowser}.`);

describe.skipIf(noBrowser)('in a browser', () => {
  let browser: Browser;
  /** The page built for a graph at its own origin. */
  const built = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
  /** Where that page is. */
  let origin: string;
  beforeAll(async () => {
    browser = await launch();
    await buildInto(built);
    const { url } = await serveGraph({ until });
    origin = await serveFolder(built, url, until);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(built, { recursive: true });
  });
  const until = untilFileIsOver();

  const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

  /** Serves a folder as a built page; what asks for `/graphql` there goes on to the graph at `graph`. */
  async function serveFolder(
    folder: string,
    graph = 'http://127.0.0.1:9/graphql',
    until: Until = onTestFinished,
  ): Promise<string> {
    vi.stubEnv('GRAPH_URL', graph);
    const server = await preview({
      root: app,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    until(() => server.close());
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The page is served on no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  async function buildInto(outDir: string): Promise<void> {
    await build({ root: app, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  }

  interface Visit {
    readonly page: Page;
    /** What must stay empty: errors of scripts, warnings of React, other hosts asked. */
    readonly complaints: string[];
  }

  async function visit(address: string, hosts: readonly string[], dark = false): Promise<Visit> {
    const context = await browser.newContext({ colorScheme: dark ? 'dark' : 'light' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    await context.route('**/*', (route) => {
      const { origin, protocol } = new URL(route.request().url());
      if (!protocol.startsWith('http') || hosts.includes(origin)) return route.continue();
      complaints.push(`asked ${origin}`);
      return route.abort();
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    return { page, complaints };
  }

  /** The page, served before the graph, at a query string. */
  async function open(search: string, dark = false): Promise<Visit> {
    return visit(`${origin}/${search}`, [origin], dark);
  }

  const mission = '?view=matrix&codes=77090,77092&payers=aetna,medicare&on=2026-11-24';

  test('a matrix has a cell for each payer, line of business and component, and each says its state and reason', async () => {
    const { page, complaints } = await open(mission);
    const rows = page.locator('tbody tr');
    await eventually(() => rows.count()).toBe(3);
    const [aetna, advantage, medicare] = await rows.allTextContents();
    expect(aetna?.match(/Conditional/g)).toHaveLength(4);
    expect(advantage?.match(/Not known\s*the text that would answer could not be read/g)).toHaveLength(4);
    expect(medicare?.match(/Not known\s*the policy was read and is silent on the code/g)).toHaveLength(4);
    expect(await page.locator('main').textContent()).toContain('not the same as not covered');
    expect(await page.locator('main .answer').textContent()).toMatch(
      /^On 24 November 2026 an answer on trabecular bone score is known of one of two payers: Aetna covers it with conditions .* does not mean that they do not cover it\.$/,
    );
    expect(await page.locator('td .NOT_COVERED').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a cell opens by keyboard to its passage with a link, and closing it leads back to the cell', async () => {
    const { page, complaints } = await open(mission);
    const cell = page.locator('td button').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Aetna: TBS, complete service' });
    await eventually(() => dialog.textContent()).toContain('What it rests on');
    const text = await dialog.textContent();
    expect(text).toContain('CPB 0134');
    expect(text).toContain('adjunct');
    expect(await dialog.locator('.citations a').first().getAttribute('href')).toMatch(/^https:\/\//);
    await page.keyboard.press('Escape');
    await eventually(() => dialog.count()).toBe(0);
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a cell of which nothing is known says why, and what was searched', async () => {
    const { page, complaints } = await open(mission);
    await page.locator('td button.UNKNOWN').first().click();
    const dialog = page.getByRole('dialog');
    await eventually(() => dialog.textContent()).toContain('What was searched');
    expect(await dialog.textContent()).toContain('The reason: the text that would answer could not be read.');
    expect(await dialog.locator('.citations li').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('codes, payers and date are chosen in the form, kept in the address, and undone by the way back', async () => {
    const { page, complaints } = await open(mission);
    await eventually(() => page.locator('tbody tr').count()).toBe(3);
    await page.getByLabel('Codes').fill('77080');
    await page.getByLabel('Date of service').fill('2025-10-15');
    await page.locator('summary', { hasText: 'Payers' }).click();
    await page.getByLabel('Medicare (CMS)').uncheck();
    await page.getByRole('button', { name: 'Show the matrix' }).click();
    await eventually(() => page.locator('caption').first().textContent()).toContain('2025-10-15');
    expect(new URL(page.url()).search).toBe('?view=matrix&codes=77080&payers=aetna&on=2025-10-15');
    await page.goBack();
    await eventually(() => page.locator('caption').first().textContent()).toContain('2026-11-24');
    expect(await page.getByLabel('Codes').inputValue()).toBe('77090, 77092');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('with no payer chosen, all that decide are asked, within the limits', async () => {
    const { page, complaints } = await open('?view=matrix&codes=77080&payers=&on=2026-11-24');
    await eventually(() => page.locator('tbody tr').count()).toBeGreaterThan(30);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a report has a section for each of its outline, and each statement its sources', async () => {
    const { page, complaints } = await open('?view=report&code=77090&on=2026-11-24');
    await eventually(() => page.locator('main section').count()).toBe(13);
    const first = page.locator('#SUMMARY .statements summary').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('#SUMMARY details[open] .citations').textContent()).toContain(
      'primary',
    );
    const payers = page.locator('#PAYERS_COVERED .statements li');
    const silent = payers.filter({ hasText: 'states no coverage' }).first();
    expect(await silent.textContent()).toMatch(/^\?\s+Not known/);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a code that is not held is told as that, not as an empty report', async () => {
    const { page } = await open('?view=report&code=99999&on=2026-11-24');
    await eventually(() => page.getByRole('alert').textContent()).toContain('holds no BillingCode:CPT:99999');
    expect(await page.getByRole('alert').textContent()).toMatch(/says nothing about the thing itself\.$/);
  }, 120_000);

  test('what is read stands out from its ground, in the light and in the dark', async () => {
    for (const dark of [false, true]) {
      const { page } = await open(mission, dark);
      await eventually(() => page.locator('td button').count()).toBeGreaterThan(0);
      const ratios = await page
        .locator('h1, header a, .answer, th, td .name, td .why, dt, dd, footer p')
        .evaluateAll(contrasts);
      expect(ratios.length).toBeGreaterThan(30);
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5); // WCAG 2.2, 1.4.3
    }
  }, 120_000);

  test('built for a graph elsewhere, it asks there, and is answered where its origin is allowed alone', async () => {
    const folder = temporaryFolder();
    const elsewhere = await serveFolder(folder);
    const allowedOrigins = new Set<string>();
    const { url, origin: graph } = await serveGraph({ allowedOrigins });
    vi.stubEnv('VITE_GRAPH_URL', url);
    await buildInto(folder);
    vi.unstubAllEnvs();
    const refused = await visit(`${elsewhere}/${mission}`, [elsewhere, graph]);
    await eventually(() => refused.page.getByRole('alert').textContent()).toContain('could not be reached');
    allowedOrigins.add(elsewhere);
    const { page } = await visit(`${elsewhere}/${mission}`, [elsewhere, graph]);
    await eventually(() => page.locator('tbody tr').count()).toBe(3);
  }, 120_000);
});

/** In the browser: the contrast of each element with the first ground below it that is not clear. */
function contrasts(elements: readonly Element[]): number[] {
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (color: string): number => {
    if (!paint) throw new Error('This browser has no canvas.');
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element): string => {
    const { backgroundColor } = getComputedStyle(element);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    return element.parentElement ? groundOf(element.parentElement) : 'white';
  };
  return elements.map((element) => {
    const [ink, ground] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
    return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  });
}
