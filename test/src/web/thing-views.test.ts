/** The views of payers, policies, sources, changes and gaps in a real browser, on the real graph: one session walks them all. */

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser, openPage, soon, useBrowser, useWebPage } from '../kit/visiting.ts';

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();
  const served = useWebPage();

  test('from a payer to its answer, its policy, the source of that and back to what is not known and what changed', async () => {
    const { page, complaints } = await openPage(
      browser(),
      served(),
      `${served().origin}/payer/aetna?on=2026-11-24`,
    );
    const main = page.locator('main');
    await soon(() => page.locator('.answers').textContent()).toMatch(/77092.*Conditional.*secondary/s);
    expect(await page.locator('.unknown').count()).toBeGreaterThan(0);
    expect(await page.locator('#policies').textContent()).toContain('CPB 0134');
    await soon(() => page.locator('#rates .dots circle').count()).toBeGreaterThan(0);
    await page.locator('.answers .cell').first().click();
    await soon(() => page.getByRole('dialog').textContent()).toContain('The sentence it rests on');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^CPB 0134/ })
      .first()
      .click();
    await soon(() => new URL(page.url()).pathname).toBe('/policy/aetna/0134');
    await soon(() => main.textContent()).toMatch(
      /Medical policy of Aetna.*in force on the day.*Determinations.*Conditions/s,
    );
    await page.locator('#sources, .section').getByRole('link', { name: 'what rests on it' }).first().click();
    await soon(() => new URL(page.url()).pathname).toMatch(/^\/source\//);
    await soon(() => main.textContent()).toMatch(/Read on.*Official address.*What rests on it: \d+/s);
    await page.goBack();
    await page.getByRole('link', { name: 'Aetna', exact: true }).first().click();
    await page.getByRole('link', { name: /^The worklist of Aetna/ }).click();
    await soon(() => main.textContent()).toMatch(/Does Aetna \(commercial\) cover .*What was searched/s);
    await page.getByRole('link', { name: 'Changes', exact: true }).click();
    await soon(() => page.locator('#events .feed > li').count()).toBe(30);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('an association shows its licensees and no answers; each view says what it has not, and that the graph is down', async () => {
    const { page, complaints } = await openPage(browser(), served(), `${served().origin}/payer/bcbs`);
    await soon(() => page.locator('#members li').count()).toBeGreaterThan(10);
    expect(await page.locator('.answers').count()).toBe(0);
    expect(complaints).toEqual([]);
    for (const address of [
      '/payer/nobody',
      '/policy/aetna/nothing',
      '/source/S-NOTHING',
      '/gaps?payer=nobody',
    ]) {
      await page.goto(served().origin + address);
      await soon(() => page.getByRole('alert').textContent()).toMatch(/nobody|nothing|NOTHING/);
    }
    await page.route('**/graphql?*', (route) => route.abort());
    await page.goto(`${served().origin}/changes`);
    await soon(() => page.getByRole('alert').textContent()).toContain('could not be reached');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await soon(() => page.locator('#events .feed > li').count()).toBe(30);
  }, 120_000);

  test('changes and gaps are filtered and paged by their addresses, and gaps are there as CSV', async () => {
    const { page, complaints } = await openPage(
      browser(),
      served(),
      `${served().origin}/changes?payer=cigna&since=2025-01-01`,
    );
    await soon(() => page.locator('#events .feed > li').allTextContents()).toContainEqual(
      expect.stringMatching(/16 April 2026.*Cigna 0300 modified/s),
    );
    expect(await page.locator('#feed .gap').textContent()).toContain('No release that replaced another');
    await page.locator('select[name=payer]').selectOption('');
    await page.locator('input[name=since]').fill('');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'Earlier events' }).click();
    await soon(() => page.url()).toContain('events=');
    await soon(() => page.getByRole('link', { name: 'Latest events' }).count()).toBe(1);

    await page.goto(`${served().origin}/gaps?family=trabecular-bone-score`);
    await soon(() => page.locator('.work li').count()).toBeGreaterThan(20);
    await page.locator('select[name=payer]').selectOption('cigna');
    await page.getByRole('button', { name: 'Show' }).click();
    await soon(() => page.locator('main h2').allTextContents()).toEqual(['Cigna Healthcare']);
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const rows = (await (await fetch(served().origin + csv)).text()).trim().split('\n');
    expect(rows.length - 1).toBe(await page.locator('.work .texts > li').count());
    expect(complaints).toEqual([]);
  }, 120_000);

  test('each is for everyone: narrow and wide, in the light and in the dark, nothing is found by axe and nothing is cut off', async () => {
    const { page } = await openPage(browser(), served(), `${served().origin}/changes`);
    for (const [address, there] of [
      ['/payer/aetna?on=2026-11-24', '#rates circle'],
      ['/policy/aetna/0134?on=2026-11-24', '.versions'],
      ['/source/S-NS-MUE', '#rests li'],
      ['/changes', '#events li'],
      ['/gaps?family=trabecular-bone-score', '.work li'],
    ] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(served().origin + address);
      await page.waitForSelector(there);
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const width of [360, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await faultsOf(page), `${address}, ${colorScheme}, ${width} px`).toEqual([]);
        }
      }
    }
  }, 240_000);
});

/** What axe finds, and by how much the page is too wide. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    const over = document.documentElement.scrollWidth - innerWidth;
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    return over > 0 ? [...found, `${over} px too wide`] : found;
  });
}
