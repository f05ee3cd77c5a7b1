/** Patients, indications, interpreters and audiences are asked across codes, and so is when to use a modifier. */

import { expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

/** After the contexts were recorded. */
const now = { now: new Date('2026-12-01T12:00:00Z') };

interface Context {
  readonly slug: string;
  readonly kind: string;
  readonly namedWith: readonly {
    readonly code: { readonly code: string };
    readonly statedAs: string;
    readonly citations: readonly { readonly locator: string | null }[];
  }[];
}

const source =
  'query ($kinds: [ServiceContextKind!]) { serviceContexts(kinds: $kinds) { slug kind namedWith { code { code } statedAs citations { locator } } } }';

async function contexts(kinds: readonly string[] | null): Promise<readonly Context[]> {
  return (await ask<{ serviceContexts: Context[] }>(source, { kinds }, now)).serviceContexts;
}

test('an indication leads to the codes that sources name it with, each with the passage', async () => {
  const found = await contexts(['INDICATION']);
  expect(found.every(({ kind }) => kind === 'INDICATION')).toBe(true);
  const osteopenia = found.find(({ slug }) => slug === 'osteopenia');
  expect(osteopenia?.namedWith.map(({ code }) => code.code)).toContain('77092');
  for (const { namedWith } of found)
    for (const { citations, statedAs } of namedWith) {
      expect(citations[0]?.locator).toBeTruthy();
      expect(statedAs).not.toBe('');
    }
});

test('one kind of patient is named with several codes', async () => {
  const woman = (await contexts(['PATIENT'])).find(({ slug }) => slug === 'postmenopausal-woman');
  expect(woman?.namedWith.map(({ code }) => code.code)).toEqual(expect.arrayContaining(['77090', '77092']));
});

test('without a kind all are given', async () => {
  const kinds = new Set((await contexts(null)).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['AUDIENCE', 'INDICATION', 'INTERPRETER', 'PATIENT']);
});

test('nothing was named before it was recorded', async () => {
  const found = await ask<{ billingCode: { contexts: unknown[] } }>(
    '{ billingCode(code: "77092", asOf: { knownAt: "2026-11-29T00:00:00Z" }) { contexts { id } } }',
  );
  expect(found.billingCode.contexts).toEqual([]);
});

interface Steps {
  readonly workflow: {
    readonly steps: readonly {
      readonly actor: string;
      readonly codes: readonly { readonly code: string }[];
      readonly interpreters: readonly { readonly context: { readonly slug: string } }[];
      readonly sitesOfService: readonly { readonly slug: string }[];
      readonly placesOfService: readonly { readonly code: string }[];
    }[];
  };
}

test('the interpreters of 77092 are named on the step that bills it, and on no other', async () => {
  const { workflow } = await ask<Steps>(
    '{ workflow(id: "Workflow:tbs-remote") { steps { actor codes { code } interpreters { context { slug } } } } }',
    {},
    now,
  );
  const named = workflow.steps.filter(({ interpreters }) => interpreters.length > 0);
  expect(named.map(({ codes }) => codes.map(({ code }) => code))).toEqual([['77092']]);
  expect(named[0]?.interpreters.map(({ context }) => context.slug).sort()).toEqual([
    'endocrinologist',
    'osteoporosis-specialist',
    'radiologist',
    'rheumatologist',
  ]);
});

test('a step leads to the sites that are billed under its places, and each leads back', async () => {
  const { workflow } = await ask<Steps>(
    '{ workflow(id: "Workflow:tbs-remote") { steps { sitesOfService { slug } placesOfService { code } } } }',
  );
  for (const { sitesOfService, placesOfService } of workflow.steps)
    expect(sitesOfService.length > 0).toBe(placesOfService.length > 0);
  const { siteOfService } = await ask<{
    siteOfService: { workflowSteps: { id: string; sitesOfService: { slug: string }[] }[] };
  }>('{ siteOfService(slug: "physician-office") { workflowSteps { id sitesOfService { slug } } } }');
  expect(siteOfService.workflowSteps.length).toBeGreaterThan(0);
  for (const { sitesOfService } of siteOfService.workflowSteps)
    expect(sitesOfService.map(({ slug }) => slug)).toContain('physician-office');
});

test('when to use a modifier is apart from why, code by code', async () => {
  const { modifier } = await ask<{
    modifier: { rules: { nodes: { code: { code: string }; reason: string; useWhen: string | null }[] } };
  }>('{ modifier(code: "26") { rules(first: 100) { nodes { code { code } reason useWhen } } } }');
  const told = modifier.rules.nodes.filter(({ useWhen }) => useWhen);
  expect(told.map(({ code }) => code.code)).toEqual(expect.arrayContaining(['77090', '77092']));
  for (const { useWhen } of told) expect(useWhen).not.toMatch(/founding report|lists/);
});
