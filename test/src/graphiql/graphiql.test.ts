/** GraphiQL: the page as an analyst's browser meets it, with every other host cut off. */

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { graphiqlPage } from '../../../src/graphiql/graphiql-page.ts';
import { ensurePage } from '../../../src/pages/build.ts';
import { untilFileIsOver } from '../kit/fixture.ts';
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
  type Visit,
  visit,
} from '../kit/visiting.ts';

let folder: string;

beforeAll(async () => {
  folder = await ensurePage(graphiqlPage, () => {});
}, 120_000);

if (noBrowser) console.warn(`The browser tests of GraphiQL are skipped: ${noBrowser}.`);

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();
  const open = async () => visit(browser(), await servePage(folder));

  describe('on a page that these share', () => {
    const until = untilFileIsOver();
    let shared: Visit;
    let firstBytes: number;
    beforeAll(async () => {
      shared = await visit(browser(), await servePage(folder, until), { until });
      await shared.page.waitForLoadState('networkidle');
      firstBytes = shared.bytes();
    }, 120_000);

    test('a first visit loads less than a megabyte, our schema included', () => {
      expect(firstBytes).toBeGreaterThan(100_000);
      expect(firstBytes).toBeLessThan(1_000_000);
    });

    test('the first example is answered on arrival, and the tabs are its questions in their order', async () => {
      const { page, complaints } = shared;
      expect(await tabsOf(page)).toEqual(['Which payer?', 'Which modifiers?']);
      expect(await page.locator('.graphiql-query-editor').textContent()).toContain('Which');
      await soon(answerOf(page)).toContain('"slug": "aetna"');
      await openTab(page, 'Which modifiers?');
      await soon(answerOf(page)).not.toContain('"slug"');
      await run(page);
      await soon(answerOf(page)).toContain('"modifiers"');
      expect(complaints).toEqual([]);
    }, 180_000);

    test('in a narrow window lines wrap and the answer stands below the question', async () => {
      const { page, complaints } = shared;
      await page.setViewportSize({ width: 360, height: 760 });
      onTestFinished(() => page.setViewportSize({ width: 1400, height: 900 }));
      const lines = page.locator('.graphiql-query-editor .view-line');
      await soon(() => lines.count()).toBeGreaterThan(2);
      const place = (selector: string) => page.locator(selector).first().boundingBox();
      const question = await place('.graphiql-editors');
      const answer = await place('.graphiql-response');
      expect(answer?.y).toBeGreaterThanOrEqual((question?.y ?? 0) + (question?.height ?? 0));
      expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
    }, 180_000);

    test('it is light or dark as the visitor has it, and lets them choose', async () => {
      const { page, complaints } = shared;
      const shade = () =>
        page
          .locator('.graphiql-container')
          .evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).backgroundColor);
      const light = await shade();
      await page.emulateMedia({ colorScheme: 'dark' });
      await soon(shade).not.toBe(light);
      const dark = await shade();
      await press(page, 'Open settings dialog');
      await page.locator('.graphiql-dialog button', { hasText: 'Light' }).click();
      await soon(shade).not.toBe(dark);
      expect(await shade()).toBe(light);
      await page.keyboard.press('Escape');
      expect(complaints).toEqual([]);
    }, 180_000);

    test('docs and explorer begin with what analysts ask, and history keeps what they asked', async () => {
      const { page, complaints } = shared;
      await openTab(page, 'Which payer?');
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
  });

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
      // A button that is busy, as while the schema is fetched, takes no focus.
      await soon(async () => {
        await button.focus();
        return button.evaluate((node) => [node === node.ownerDocument.activeElement, node.tabIndex]);
      }).toEqual([true, 0]);
    }
    await press(page, 'Examples');
    await page.locator('.examples button').first().focus();
    await page.keyboard.press('Enter');
    await soon(() => tabsOf(page)).toHaveLength(3);
    expect(complaints).toEqual([]);
  }, 180_000);
});
