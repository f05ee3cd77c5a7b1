/** The page in a real browser over a graph with a loaded file: a code that nobody put into the seed is shown. */

import { describe, expect, test } from 'vitest';
import { type FeeFileRow, feeCsv } from '../../seed/kit/fee-file.ts';
import { loading } from '../../seed/kit/loading.ts';
import { hospital } from '../../seed/kit/publishing.ts';
import { expectForEveryone } from '../kit/for-everyone.ts';
import { noBrowser, openPage, serveWebPage, soon, useBrowser } from '../kit/visiting.ts';

/** As CMS published them in RVU25D, without texts: a tracing and its parts, which add up. */
const rows: readonly FeeFileRow[] = [
  ['93000', '4', '0.17', '0.24', '0.02', '0.43'],
  ['93005', '3', '0.00', '0.18', '0.01', '0.19'],
  ['93010', '2', '0.17', '0.06', '0.01', '0.24'],
].map(([code = '', pcTc = '', work = '', practice = '', malpractice = '', total = '']) => ({
  ...{ code, modifier: '', description: '', status: 'A', pcTc, work, malpractice },
  ...{ practice: [practice, practice], totals: [total, total] },
}));

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();

  test('93000 is answered and taken apart as a code of the seed is', async () => {
    const graph = loading();
    await graph.load([graph.put('PPRRVU2025_Oct.csv', feeCsv(rows))]);
    const served = await serveWebPage({ database: graph.database });
    const { page, complaints } = await openPage(
      browser(),
      served,
      `${served.origin}/?codes=93000&on=2025-10-15`,
    );
    const main = page.locator('main');
    await soon(() => page.locator('.answer').textContent()).toMatch(
      /^On 15 October 2025 no answer on CPT code 93000 is known .* does not mean that it is not covered\.$/,
    );
    await page.goto(`${served.origin}/code/93000?on=2025-10-15`);
    await soon(() => main.textContent()).toMatch(/0\.43.*0\.19.*0\.24|0\.19.*0\.24.*0\.43/s);
    await expectForEveryone(page, [360, 1920]);
    await page.goto(`${served.origin}/graph/93000?on=2025-10-15`);
    await soon(() => page.locator('h1').textContent()).toContain('93000');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('changes by a price file, whose words are longer than a narrow screen, are no wider than it', async () => {
    const graph = loading();
    const licence = Array(6).fill('220000091').join('|');
    for (const month of [1, 2]) {
      const file = { day: `2026-0${month}-01`, path: `${month}.json`, state: 'CA', licence };
      await graph.load([graph.put(file.path, hospital(file, { 77092: 99.5 + month }).text)]);
    }
    const served = await serveWebPage({ database: graph.database });
    const { page, complaints } = await openPage(browser(), served, `${served.origin}/changes`);
    await soon(() => page.locator('main').textContent()).toContain('220000091|220000091');
    await expectForEveryone(page, [360]);
    expect(complaints).toEqual([]);
  }, 120_000);
});
