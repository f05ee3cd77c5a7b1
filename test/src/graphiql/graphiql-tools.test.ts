/** What analysts take along from GraphiQL: links, curl commands, tables, and which release it was. */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensurePage } from '../../../src/graphiql/build.ts';
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
    folder = await ensurePage(() => {});
  }, 120_000);
  const browser = useBrowser();

  test('a link opens its query beside the examples, and the page makes such links', async () => {
    const { page, served, complaints } = await visit(browser(), await servePage(folder), {
      search: `?query=${encodeURIComponent('query Linked { modifier(code: "26") { code } }')}`,
    });
    expect(await tabsOf(page)).toEqual(['Linked', 'First', 'Second']);
    await run(page);
    await soon(answerOf(page)).toContain('"code": "26"');
    await openTab(page, 'Second');
    await press(page, 'link to this query');
    await soon(() => page.url()).toContain(`${served.url}?query=`);
    expect(new URL(page.url()).searchParams.get('query')).toContain('query Second');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
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

    test('an answer can be saved as CSV', async () => {
      const { page, complaints } = shared;
      await openTab(page, 'Second');
      await run(page);
      await soon(answerOf(page)).toContain('"modifiers"');
      const saved = page.waitForEvent('download');
      await press(page, 'CSV');
      const file = await (await saved).path();
      const [head, ...rows] = readFileSync(file, 'utf8').split('\r\n');
      expect(head).toBe('\uFEFFmodifiers.code,placesOfService.code');
      expect(rows).toContain('26,');
      expect(rows).toContain(',11');
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
