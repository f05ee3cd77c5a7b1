/** The page at `/` in a real browser, on the real graph: what a reader can do with it, by mouse and by keyboard. */

import { describe, expect, onTestFinished, test } from 'vitest';
import { expectForEveryone } from '../kit/for-everyone.ts';
import { noBrowser, openPage, soon, useBrowser, useWebPage, type Way } from '../kit/visiting.ts';

if (noBrowser) console.warn(`The browser tests of the page are skipped: ${noBrowser}.`);

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();
  const served = useWebPage();

  const open = (address: string, way?: Way) => openPage(browser(), served(), served().origin + address, way);
  const mission = '/?payers=aetna,medicare&on=2026-11-24';

  test('the first view is the answer: a sentence, what is known, and the unknown folded by its reason', async () => {
    const { page, complaints } = await open('/?on=2026-11-24');
    await soon(() => page.locator('.answer').textContent()).toMatch(
      /^On 24 November 2026 an answer on trabecular bone score is known of one of five payers: Aetna covers it with conditions .* does not mean that they do not cover it\.$/,
    );
    const [known, ...folds] = await page.locator('.matrix tbody').allTextContents();
    expect(known?.match(/Conditional\s*secondary/g)).toHaveLength(4);
    expect(folds.join('\n')).toMatch(/The policy was read and is silent on the code: Medicare/);
    expect(folds.join('\n')).toMatch(/Blue Cross Blue Shield \(\d+\)/);
    expect(await page.locator('.cell').count()).toBe(4);
    expect(await page.locator('.NOT_COVERED').count()).toBe(1); // in the legend
    expect(complaints).toEqual([]);
  }, 120_000);

  test('one click from the answer is the sentence that it rests on; Escape leads back to the cell, and the address to both', async () => {
    const { page, complaints } = await open(mission);
    const cell = page.locator('.cell').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Aetna: TBS, complete service' });
    await soon(() => drawer.textContent()).toContain('The sentence it rests on');
    expect(await drawer.locator('.passage').textContent()).toContain('adjunct');
    expect(await drawer.textContent()).toContain('CPB 0134');
    expect(await drawer.locator('.citations a').first().getAttribute('href')).toMatch(/^https:\/\//);
    const address = page.url();
    await page.keyboard.press('Escape');
    await soon(() => drawer.count()).toBe(0);
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.url()).not.toContain('cell=');
    const again = await open(address.slice(served().origin.length));
    await soon(() => again.page.getByRole('dialog').textContent()).toContain('adjunct');
    expect([...complaints, ...again.complaints]).toEqual([]);
  }, 120_000);

  test('a cell of which nothing is known says why, what was searched and what to ask', async () => {
    const { page, complaints } = await open(mission);
    await page.getByRole('button', { name: /silent on the code/ }).click();
    await page.locator('.cell.UNKNOWN').first().click();
    const drawer = page.getByRole('dialog');
    await soon(() => drawer.textContent()).toContain('What was searched');
    const text = await drawer.textContent();
    expect(text).toContain('That is not the same as not covered.');
    expect(text).toContain('the policy was read and is silent on the code');
    expect(text).toContain('What to ask Medicare');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('another day is set by form, by slider and from one change of the answer to the next, and the way back leads back', async () => {
    const { page, complaints } = await open('/?codes=77080&payers=aetna&on=2026-11-24');
    const day = page.getByLabel('Date of service', { exact: true }).first();
    await soon(() => page.locator('.answer').textContent()).toContain('24 November 2026');
    await day.fill('2025-10-15');
    await page.getByRole('button', { name: 'Ask' }).click();
    await soon(() => page.locator('.answer').textContent()).toContain('15 October 2025');
    expect(new URL(page.url()).search).toBe('?codes=77080&payers=aetna&on=2025-10-15');
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await soon(() => page.locator('.answer').textContent()).toContain('16 October 2025');
    await page.goBack();
    await soon(() => page.locator('.answer').textContent()).toContain('15 October 2025');
    expect(await page.getByLabel('Codes').inputValue()).toBe('77080');
    expect(await page.locator('.marks .change').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Change after' }).click();
    await soon(() => page.locator('.days output').textContent()).toMatch(
      /\d answers? (?:is|are) new on this day/,
    );
    await soon(() => new URL(page.url()).searchParams.get('on')).not.toBe('2025-10-15');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('two days stand side by side, and what differs says what it was', async () => {
    const { page, complaints } = await open('/?payers=aetna&on=2026-11-24&beside=2025-06-01');
    await soon(() => page.locator('.compared').textContent()).toContain('4 of 8 cells differ');
    expect(await page.locator('.cell.changed .was').first().textContent()).toBe('was unknown');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('two payers stand side by side: what each states that the other does not', async () => {
    const { page, complaints } = await open('/?codes=77080&payers=aetna,medicare&on=2026-11-24');
    const sides = page.locator('.two > div');
    await soon(() => sides.count()).toBe(2);
    const [aetna, medicare] = await sides.allTextContents();
    expect(aetna).toMatch(/^Aetna on DXA, axial skeleton.*at least one listed risk indication/);
    expect(medicare).toMatch(/^Medicare \(CMS\) on .*Covered as a bone mass measurement/);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('the link is copied and says so; the table is there as CSV and the query in GraphiQL', async () => {
    const { page, complaints } = await open(mission);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await soon(() => page.locator('.tools').first().textContent()).toContain('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const rows = (await (await fetch(served().origin + csv)).text()).trim().split('\n');
    expect(rows.filter((row) => row.includes('CONDITIONAL'))).toHaveLength(4);
    const graphiql = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href');
    const tab = new URL(graphiql ?? '', served().origin).searchParams;
    expect(tab.get('query')).toContain('query Matrix');
    expect(JSON.parse(tab.get('variables') ?? '')).toMatchObject({
      input: { payers: ['aetna', 'medicare'] },
    });
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a code that is not in the graph is named as that, and a graph that is down is said to be, with a way to try again', async () => {
    const { page } = await open('/?codes=99999');
    await soon(() => page.getByRole('alert').textContent()).toContain('99999');
    expect(await page.getByRole('alert').textContent()).toContain('says nothing about the thing itself.');
    await page.route('**/graphql?*', (route) => route.abort());
    onTestFinished(() => page.unrouteAll());
    await page.getByLabel('Codes').fill('77080');
    await page.getByRole('button', { name: 'Ask' }).click();
    await soon(() => page.getByRole('alert').textContent()).toContain('could not be reached');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await soon(() => page.locator('.answer').textContent()).toContain('DXA, axial skeleton');
  }, 120_000);

  test('search finds all kinds of things as one types, and Enter leads to the first', async () => {
    const { page, complaints } = await open('/?on=2026-11-24');
    await soon(() => page.locator('.cell').count()).toBeGreaterThan(0);
    await page.keyboard.press('/');
    await page.keyboard.type('77092');
    await soon(() => page.getByRole('option').first().textContent()).toContain('code');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => new URL(page.url()).pathname).toBe('/code/77092');
    await page.keyboard.press('Escape');
    await page.getByLabel('Search').fill('aetna');
    await soon(() => page.getByRole('option').allTextContents()).toContainEqual(
      expect.stringMatching(/policy/),
    );
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a code shows its parts, which add up, amounts by year, the conflict on a modifier, and a report whose sentences lead to their sources', async () => {
    const { page, complaints } = await open('/code/77092?on=2026-11-24');
    await soon(() => page.locator('.picture').textContent()).toMatch(/0\.30 RVU \$10\.02.*they add up/);
    expect(await page.locator('.box.own').textContent()).toContain('77092');
    await soon(() => page.locator('.years table').textContent()).toMatch(
      /outside a facility.*\$10\.38.*\$10\.02/,
    );
    expect(await page.locator('#modifiers').textContent()).toMatch(
      /26.*sources differ.*not allowed.*reported as common/,
    );
    expect(await page.locator('#diagnoses .gap').textContent()).toContain('Nothing is known');
    await soon(() => page.locator('#report h3').count()).toBe(13);
    await page.locator('#report .sentence summary').first().click();
    await soon(() => page.locator('#report .sentence[open] .citations a').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('every code that the graph has can be shown; one that it has not is named', async () => {
    for (const code of ['77080', 'G0130', '77089']) {
      const { page, complaints } = await open(`/code/${code}`);
      await soon(() => page.locator('h1').textContent()).toContain(code);
      await soon(() => page.locator('#report h3').count()).toBe(13);
      expect(complaints).toEqual([]);
    }
    const { page } = await open('/code/99999');
    await soon(() => page.getByRole('alert').textContent()).toContain('99999');
  }, 120_000);

  test('a pasted claim is checked line by line, with what to mend and what was not checked', async () => {
    const { page, complaints } = await open('/claim?on=2026-11-24');
    await page.getByLabel('Lines, as text').fill('77092-26 x1 M81.0 11 hello');
    expect(await page.getByLabel('Modifiers of line 1').inputValue()).toBe('26');
    await page.getByRole('button', { name: 'Check' }).click();
    await soon(() => page.locator('.findings .ERROR').first().textContent()).toMatch(/line 1, .*without 26/s);
    expect(await page.locator('.findings .citations a').count()).toBeGreaterThan(0);
    expect(await page.getByText('"hello" was not understood').count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'What was not checked, and why' }).count()).toBe(1);
    const again = await open(page.url().slice(served().origin.length));
    await soon(() => again.page.locator('.findings li').count()).toBeGreaterThan(0);
    expect([...complaints, ...again.complaints]).toEqual([]);
  }, 120_000);

  test.each([
    ['the answer', '/?on=2026-11-24', '.cell'],
    ['a cell', '/?on=2026-11-24&cell=aetna.COMMERCIAL.77092', 'dialog .passage'],
    ['a code', '/code/77092?on=2026-11-24', '#report h3'],
    ['a claim', '/claim?on=2026-11-24&lines=77092-26+x1+M81.0+11', '.findings li'],
  ])(
    '%s is for everyone: narrow and wide, in the light and in the dark, nothing is found by axe and nothing is cut off',
    async (_, address, there) => {
      const { page } = await open(address);
      await page.waitForSelector(there);
      await expectForEveryone(page);
    },
    120_000,
  );

  test('the first view is at most 150 kB packed, and asks the graph three published questions by GET, which browsers may keep', async () => {
    const { page, bytes } = await open('/');
    const requested = new Set<string>();
    page.on('request', (request) => request.url().includes('/graphql') && requested.add(request.url()));
    await page.reload();
    await soon(() => page.locator('.cell').count()).toBeGreaterThan(0);
    await soon(() => requested.size).toBe(3);
    expect(bytes() / 2).toBeLessThan(150_000);
    for (const url of requested) {
      expect(new URL(url).searchParams.get('documentId')).toMatch(/^[0-9a-f]{64}$/);
      // While Playwright watches, the browser keeps nothing: this is what it would ask on a second visit.
      const first = await fetch(url);
      const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
      expect([first.status, again.status]).toEqual([200, 304]);
    }
  }, 120_000);
});
