/** The page over HTTP: who gets it at which addresses, under which policy, and what programs get there. */

import { expect, test } from 'vitest';
import { openPages, webPage } from '../../../src/own-pages.ts';
import { ensurePage } from '../../../src/pages/build.ts';
import { serveWeb } from '../../../src/pages/serve.ts';
import { serve } from '../kit/fixture.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const servePage = async () => serve({ web: serveWeb(webPage, await ensurePage(webPage, () => {})) });

test('browsers get the page at each address of its views; programs find at / where the graph is, and elsewhere nothing', async () => {
  const { origin } = await servePage();
  const typeOf = async (path: string, headers: Record<string, string>) =>
    (await fetch(origin + path, { headers })).headers.get('content-type')?.split(';')[0];
  for (const path of [
    '/',
    '/code/77092',
    '/claim',
    '/payer/aetna',
    '/policy/aetna/0134',
    '/source/S-OPG',
    '/changes',
    '/gaps',
    '/graph/PolicyVersion:aetna/0134/2026',
    '/workflow',
  ])
    expect([path, await typeOf(path, html)]).toEqual([path, 'text/html']);
  const places = await fetch(`${origin}/`, { headers: { accept: 'application/json' } });
  expect(places.status).toBe(200);
  expect(await places.json()).toMatchObject({ graph: '/graphql', operations: '/operations.json' });
  expect((await fetch(`${origin}/code/77092`, { headers: { accept: '*/*' } })).status).toBe(404);
  expect((await fetch(`${origin}/codes`, { headers: html })).status).toBe(404);
}, 120_000);

test('nothing in the page is inline, and nothing comes from elsewhere', async () => {
  const { origin } = await servePage();
  const response = await fetch(`${origin}/`, { headers: html });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
}, 120_000);

test('where only what is published is answered there is the page, which asks nothing else, and no GraphiQL', async () => {
  await ensurePage(webPage, () => {});
  const off = { BUILD: 'off', PERSISTED_ONLY: false } as const;
  expect(await openPages({ ...off, PAGE: false, GRAPHIQL: false }, () => {})).toEqual({});
  const { web, run } = await openPages(
    { ...off, PAGE: true, GRAPHIQL: true, PERSISTED_ONLY: true },
    () => {},
  );
  expect(run).toBeUndefined();
  const { origin } = await serve({ web });
  const typeAt = async (path: string) =>
    (await fetch(origin + path, { headers: html })).headers.get('content-type') ?? '';
  expect(await typeAt('/')).toContain('text/html');
  expect(await typeAt('/graphql')).not.toContain('text/html; charset=utf-8');
}, 120_000);
