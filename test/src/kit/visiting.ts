/** Visits to the pages: our graph on the seeded release, a browser, and every other host cut off. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { readExamples } from '../../../src/graphiql/examples.ts';
import { graphiqlPage } from '../../../src/graphiql/graphiql-page.ts';
import { ownManifest, readOperations } from '../../../src/graphql/manifest.ts';
import { webPage } from '../../../src/own-pages.ts';
import { ensurePage } from '../../../src/pages/build.ts';
import { serveWeb } from '../../../src/pages/serve.ts';
import { serveGraph } from './exporting.ts';
import { type Served, temporaryFolder, type Until, untilFileIsOver } from './fixture.ts';

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

/** Milliseconds that a busy machine may take over what is at once on an idle one. */
const patience = 45_000;

/** Expects something of a page that comes about in a moment. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: patience });

/** Why nothing can be visited; undefined when it can. */
export const noBrowser = existsSync(executablePath)
  ? undefined
  : `there is no Chromium at ${executablePath} (CHROMIUM_PATH)`;

const questions: Readonly<Record<string, string>> = {
  'first.graphql':
    '# Which payer is this?\n# tab: 1 Which payer?\nquery First { payer(slug: "aetna") { slug } }\n',
  'second.graphql':
    '# Modifiers, as a list.\n# tab: 2 Which modifiers?\nquery Second { modifiers { code } placesOfService { code } }\n',
  'third.graphql':
    '# Only listed.\nquery Third($code: String!) { billingCode(code: $code) { code category } }\n',
  'third.variables.json': '{ "code": "77090" }\n',
};

/** Serves our graph with the page in `folder` and three examples: two as tabs, one with variables. */
export async function servePage(folder: string, until: Until = onTestFinished): Promise<Served> {
  const queries = join(temporaryFolder(until), 'queries');
  mkdirSync(queries);
  for (const [name, text] of Object.entries(questions)) writeFileSync(join(queries, name), text);
  return serveGraph({
    web: serveWeb(graphiqlPage, folder, { 'examples.json': readExamples(queries) }),
    until,
  });
}

/** Serves our graph, or that of a database, with the page at `/`. Only what is published is answered: it needs nothing else. */
export async function serveWebPage(
  of: { readonly database?: string; readonly until?: Until } = {},
): Promise<Served> {
  const folder = await ensurePage(webPage, () => {});
  const operations = readOperations([ownManifest], schema);
  return serveGraph({ web: serveWeb(webPage, folder), operations, persistedOnly: true, ...of });
}

/** The page at `/` until the tests of a file are over. */
export function useWebPage(): () => Served {
  const until = untilFileIsOver();
  let served: Served | undefined;
  beforeAll(async () => {
    served = await serveWebPage({ until });
  }, 120_000);
  return () => {
    if (!served) throw new Error('It is served once the first test begins.');
    return served;
  };
}

/** The browser of a file of tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser is there once the tests run.');
    return browser;
  };
}

/** One opened page. */
export interface Visit {
  readonly page: Page;
  readonly served: Served;
  /** What must stay empty: other hosts contacted, violations of the policy, errors of scripts. */
  readonly complaints: string[];
  /** Bytes that came over the wire so far. */
  readonly bytes: () => number;
}

/** How a page is opened. */
export interface Way {
  /** What follows the path in the address. */
  readonly search?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  /** How long it stays open: until the test is over, unless this says otherwise. */
  readonly until?: Until;
}

/** Opens GraphiQL and waits for its editor. */
export async function visit(browser: Browser, served: Served, way: Way = {}): Promise<Visit> {
  const visited = await openPage(browser, served, served.url + (way.search ?? ''), way);
  await visited.page.waitForSelector('.graphiql-query-editor .monaco-editor .view-line');
  return visited;
}

/** Opens an address of the server. */
export async function openPage(
  browser: Browser,
  served: Served,
  address: string,
  { colorScheme = 'light', width = 1400, until = onTestFinished }: Way = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  until(() => context.close());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
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
  await page.goto(address);
  return { page, served, complaints, bytes: () => bytes };
}

/** The answer that is shown, its spaces made one. */
export const answerOf = (page: Page) => async () => {
  const text = await page.locator('.graphiql-response').first().textContent();
  return (text ?? '').replace(/[\u00a0\s]+/g, ' ');
};

/** Runs the open tab. */
export const run = (page: Page) => page.locator('.graphiql-execute-button').first().click();

/** The titles of the tabs, in their order. */
export const tabsOf = async (page: Page) =>
  (await page.locator('.graphiql-tab').allInnerTexts()).map((title) => title.trim());

/** Opens the tab of that title. */
export const openTab = (page: Page, title: string) =>
  page.locator('.graphiql-tab-button', { hasText: title }).click();

/** Presses a button by what it says it does. */
export const press = (page: Page, label: string) => page.locator(`button[aria-label*="${label}"]`).click();
