/** The views of the graph and of workflows in a real browser, on the real graph. */

import { describe, expect, onTestFinished, test } from 'vitest';
import { graphAddress, readNeighbours } from '../../../src/web/app/graph-address.ts';
import { readWorkflow, workflowAddress } from '../../../src/web/app/workflow-address.ts';
import { expectForEveryone } from '../kit/for-everyone.ts';
import { noBrowser, openPage, soon, useBrowser, useWebPage } from '../kit/visiting.ts';

test('what is shown of the graph and of a workflow is restored from its address', () => {
  const shown = {
    of: 'PolicyVersion:aetna/0134/2026',
    open: ['Payer:aetna'],
    only: ['code'],
    to: 'medicare',
  };
  const address = graphAddress({ ...shown, first: 120, on: '2025-10-15' });
  expect(address).toMatch(/^\/graph\/PolicyVersion:aetna\/0134\/2026\?/);
  const { search } = new URL(address, 'http://page.example');
  expect(readNeighbours(shown.of, search)).toEqual({ ...shown, first: 120, on: '2025-10-15' });
  expect(graphAddress({ of: '77092' })).toBe('/graph/77092');
  expect(readNeighbours('77092', '?first=9999').first).toBe(40);
  const step = { slug: 'tbs-remote', payer: 'medicare', on: '2025-10-15' };
  expect(readWorkflow(step.slug, new URL(workflowAddress(step), 'http://page.example').search)).toEqual(step);
});

describe.skipIf(noBrowser)('in a browser', () => {
  const browser = useBrowser();
  const served = useWebPage();
  const open = (address: string) => openPage(browser(), served(), served().origin + address);

  test('a thing is shown with its neighbours, which open by keyboard and by click, and lead to their views', async () => {
    const { page, complaints } = await open('/graph/77092?on=2026-11-24');
    await soon(() => page.locator('h1').textContent()).toContain('77092');
    expect(await page.locator('.lead').textContent()).toMatch(
      /On 24 November 2026 \d+ things are one step away\./,
    );
    await soon(() => page.locator('.net-box canvas').count()).toBe(3);
    const view = page.getByRole('link', { name: 'View of Aetna', exact: true });
    expect(await view.getAttribute('href')).toMatch(/aetna/);
    // The sentence that links the two leads to its source.
    const aetna = page.locator('.kind li').filter({ has: view });
    await aetna.locator('.sentence summary').click();
    await soon(() => aetna.locator('.citations a').count()).toBeGreaterThan(0);

    const button = page.getByRole('button', { name: 'Open what is around Aetna', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await soon(() => page.getByRole('heading', { name: /^Around Aetna/ }).count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('open')).toBe('Payer:aetna');
    // A click in the middle of the picture after it was drawn anew around one thing chooses that thing.
    await page.goto(`${served().origin}/graph/DiagnosisCode:ICD_10_CM:M81.0?only=workflow`);
    await soon(() => page.locator('.lead').textContent()).toContain(
      'links it with another thing of these kinds.',
    );
    await soon(() => page.locator('.net-box canvas').count()).toBe(3);
    await soon(async () => {
      await page.locator('.net-box').click();
      return page.locator('.chosen-thing').textContent();
    }).toContain('M81.0');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('more than fit are said to be left out, and kinds can be chosen', async () => {
    const { page, complaints } = await open('/graph/Payer:medicare?on=2026-11-24&first=10');
    await soon(() => page.locator('.lead').textContent()).toMatch(/10 neighbours shown, \d+ left out\./);
    await page.getByRole('button', { name: 'Show up to 20' }).click();
    await soon(() => page.locator('.lead').textContent()).toContain('20 neighbours shown');
    await page.getByRole('button', { name: 'Policy', exact: true }).click();
    await soon(() => page.locator('.kind h3').allTextContents()).toEqual(['Policy']);
    const csv = (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '';
    expect(decodeURIComponent(csv.split(',').slice(1).join(','))).toMatch(
      /^from,fromLabel,relation,to[\s\S]*Payer:medicare/,
    );
    expect(complaints).toEqual([]);
  }, 120_000);

  test('ways between two things are shown hop by hop; a graph that is down is said to be', async () => {
    const { page, complaints } = await open('/graph/DiagnosisCode:ICD_10_CM:M81.0?to=aetna&on=2026-11-24');
    await soon(() => page.locator('.ways summary').first().textContent()).toMatch(/M81\.0.* → .*Aetna/);
    await page.locator('.way summary').first().click();
    expect(await page.locator('.way .sentence').count()).toBeGreaterThan(1);
    const graphiql = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href');
    expect(new URL(graphiql ?? '', served().origin).searchParams.get('query')).toContain('query Neighbours');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await soon(() => page.locator('.tools').last().textContent()).toContain('Link copied');
    expect(complaints).toEqual([]);
    await page.route('**/graphql?*', (route) => route.abort());
    onTestFinished(() => page.unrouteAll());
    await page.getByRole('combobox', { name: 'Around' }).fill('77080');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await soon(() => page.getByRole('alert').first().textContent()).toContain('could not be reached');
  }, 120_000);

  test('a workflow shows who does what, what each step bills, and what the chosen payer says of it', async () => {
    const { page, complaints } = await open('/workflow/tbs-remote?on=2026-11-24');
    const step = page.locator('.lane-step').filter({ hasText: 'Interpret and report' });
    await soon(() => step.textContent()).toMatch(/77092.*Conditional\s*secondary/);
    expect(await page.locator('.lane-names span').allTextContents()).toContain('Interpreting clinician');
    expect(await page.locator('.lane-step').count()).toBe(9);
    // Of an association each licensee is named that answers.
    await page.locator('select[name=payer]').selectOption('bcbs');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await soon(() => page.locator('.lane-step .state + .badge + .aside').first().textContent()).toMatch(
      /Blue|BCBS|Anthem/,
    );
    await page.locator('select[name=payer]').selectOption('cigna');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await soon(() => page.locator('.compared').textContent()).toContain('Cigna');
    expect(await step.textContent()).toMatch(/77092.*Unknown.*The reason:/);
    expect(new URL(page.url()).searchParams.get('payer')).toBe('cigna');
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect((await fetch(served().origin + csv)).status).toBe(200);
    await step.getByRole('link', { name: /rests on: 77092, Commercial/ }).click();
    await soon(() => page.getByRole('dialog').textContent()).toMatch(
      /^Cigna Healthcare: TBS, interpretation.*Unknown/,
    );
    expect(complaints).toEqual([]);
  }, 120_000);

  test.each([
    ['the graph', '/graph/77092?on=2026-11-24&open=Payer:aetna&to=medicare&first=12', '.way'],
    ['a workflow', '/workflow/tbs-remote?on=2026-11-24', '.step-answers .state'],
  ])(
    '%s is for everyone',
    async (_, address, there) => {
      const { page } = await open(address);
      await page.waitForSelector(there);
      await expectForEveryone(page, [360, 1920]);
    },
    120_000,
  );
});
