/** What analysts take along from GraphiQL: links, curl commands, tables, and which release it was. */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { graphiqlPage } from '../../../src/graphiql/graphiql-page.ts';
import { ensurePage } from '../../../src/pages/build.ts';
import { requested } from '../kit/exporting.ts';
import { putRelease, untilFileIsOver } from '../kit/fixture.ts';
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

interface Answering {
  readonly graphInfo: { readonly dataVersion: string; readonly builtAt: string };
}

describe.skipIf(noBrowser)('in a browser', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await ensurePage(graphiqlPage, () => {});
  }, 120_000);
  const browser = useBrowser();

  test('a link opens its query alone and answers it, whatever tabs the visitor has; those stay', async () => {
    const { page, served, complaints } = await visit(browser(), await servePage(folder));
    const two = ['Which payer?', 'Which modifiers?'];
    expect(await tabsOf(page)).toEqual(two);
    await openTab(page, 'Which modifiers?');
    // GraphiQL stores tabs half a second after they change.
    const stored = () => page.evaluate(() => localStorage.getItem('graphiql:tabState') ?? '');
    await soon(stored).toContain('"activeTabIndex":1');
    await page.goto(
      `${served.url}?query=${encodeURIComponent('query Linked { modifier(code: "26") { code } }')}`,
    );
    await soon(answerOf(page)).toContain('"code": "26"');
    expect(await tabsOf(page)).toEqual(['Linked']);
    await page.goto(served.url);
    await soon(() => tabsOf(page)).toEqual(two);
    // What the visitor left open is not run by itself, though the page has been answered meanwhile.
    await soon(() => page.locator('.graphiql-query-editor').textContent()).toContain('Second');
    await soon(() => page.locator('.release').count()).toBe(1);
    expect(await answerOf(page)()).not.toContain('"data"');
    expect(complaints).toEqual([]);
  }, 180_000);

  test('a link is copied with its variables, says so, and is the way to the same answer', async () => {
    const { page, served, complaints } = await visit(browser(), await servePage(folder));
    await press(page, 'Examples');
    await page.locator('.examples button', { hasText: 'Only listed.' }).click();
    await soon(() => page.locator('.graphiql-query-editor').textContent()).toContain('Third');
    await press(page, 'link to this query');
    await soon(() => page.locator('.tool-notice:visible').allTextContents()).toEqual(['Link copied']);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${served.url}?query=`)).toBe(true);
    const receiver = await visit(browser(), served, { search: new URL(link).search });
    await soon(answerOf(receiver.page)).toContain('"code": "77090"');
    expect(await tabsOf(receiver.page)).toEqual(['Third']);
    expect([...complaints, ...receiver.complaints]).toEqual([]);
  }, 180_000);

  test('tabs that are out of sight are counted by a button that leads to them', async () => {
    const { page, complaints } = await visit(browser(), await servePage(folder));
    await page.setViewportSize({ width: 390, height: 760 });
    const more = page.locator('.more-tabs:visible');
    await soon(() => more.allInnerTexts()).toEqual(['1 ›']);
    await press(page, '1 more tab after these');
    await soon(() => more.allInnerTexts()).toEqual(['‹ 1']);
    await page.setViewportSize({ width: 1400, height: 760 });
    await soon(() => more.count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 180_000);

  describe('on a page that these share', () => {
    const until = untilFileIsOver();
    let shared: Visit;
    beforeAll(async () => {
      shared = await visit(browser(), await servePage(folder, until), { until });
    }, 120_000);

    test('a query is copied as curl, with its variables and the headers of its as-of', async () => {
      const { page, served, complaints } = shared;
      await press(page, 'Examples');
      await page.locator('.examples button', { hasText: 'Only listed.' }).click();
      await soon(() => page.locator('.graphiql-query-editor').textContent()).toContain('Third');
      await page.locator('button', { hasText: 'Headers' }).click();
      await page.locator('.graphiql-editor-tool .monaco-editor:visible').click();
      await page.keyboard.insertText('{ "as-of-date-of-service": "2026-01-01" }');
      await press(page, 'Copy as curl');
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await soon(copied).toMatch(/^curl /);
      const command = await copied();
      expect(command).toContain(`'${served.url}'`);
      expect(command).toContain("--header 'as-of-date-of-service: 2026-01-01'");
      expect(command).toContain('"operationName":"Third","variables":{"code":"77090"}');
      expect(complaints).toEqual([]);
    }, 180_000);

    test('each list of an answer can be saved as CSV', async () => {
      const { page, complaints } = shared;
      await openTab(page, 'Which modifiers?');
      await run(page);
      await soon(answerOf(page)).toContain('"modifiers"');
      await press(page, 'CSV');
      const items = page.locator('[role="menuitem"]');
      await soon(() => items.allInnerTexts()).toEqual([
        expect.stringMatching(/^modifiers: \d+ rows$/),
        expect.stringMatching(/^placesOfService: \d+ rows$/),
      ]);
      const saved = page.waitForEvent('download');
      await items.first().click();
      const file = await saved;
      expect(file.suggestedFilename()).toBe('Second-modifiers.csv');
      const [head, ...rows] = readFileSync(await file.path(), 'utf8').split('\r\n');
      expect(head).toBe('\uFEFFcode');
      expect(rows).toContain('26');
      expect(rows).not.toContain('11');
      expect(complaints).toEqual([]);
    }, 180_000);

    test('of a matrix the export with a row for each cell is named, and saved', async () => {
      const { page, served, complaints } = shared;
      const query =
        '{ coverageMatrix(input: { codes: [{ code: "77090" }], payers: ["Payer:medicare"] }) { tally { state count } } }';
      await page.goto(`${served.url}?query=${encodeURIComponent(query)}`);
      await soon(answerOf(page)).toContain('"tally"');
      await press(page, 'CSV');
      const saved = page.waitForEvent('download');
      await page.locator('[role="menuitem"]', { hasText: '/export/matrix.csv' }).click();
      const [head, ...rows] = readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(head).toContain('unknownReason');
      expect(rows.length).toBeGreaterThan(1);
      expect(complaints).toEqual([]);
    }, 180_000);

    // The last of these: the release that it leaves is empty.
    test('the release and its day are in view, and follow when another takes its place', async () => {
      const { page, served, complaints } = shared;
      const line = page.locator('.release');
      const { graphInfo } = await requested<Answering>(served, '{ graphInfo { dataVersion builtAt } }', {});
      const { dataVersion, builtAt } = graphInfo;
      await soon(() => line.textContent()).toContain(dataVersion.slice(0, 12));
      expect(await line.textContent()).toContain(builtAt.slice(0, 10));
      putRelease(served.file, 'another');
      await served.releases.check();
      await run(page);
      await soon(() => line.textContent()).toBe('Release another, built 2026-01-01 00:00 UTC');
      putRelease(served.file, 'third');
      await served.releases.check();
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await soon(() => line.textContent()).toContain('Release third');
      expect(complaints).toEqual([]);
    }, 180_000);
  });
});
