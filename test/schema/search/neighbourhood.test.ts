/** The neighbourhood: what is one step from some things, the closest of each type first, and how much of it is left out. */

import { describe, expect, test } from 'vitest';
import { neighbourhood } from '../../../db/search/neighbourhood.ts';
import { ask, observed, query, release } from '../../kit/graph.ts';
import { planOf, wholeReads } from '../../kit/plan.ts';

const asOf = { dateOfService: '2026-11-24', knownAt: '2026-11-24T12:00:00Z' };

interface Named {
  readonly id: string;
}

interface Answer {
  readonly complete: boolean;
  readonly leftOut: number;
  readonly around: readonly { readonly entity: Named; readonly total: number; readonly given: number }[];
  readonly nodes: readonly Named[];
  readonly links: readonly {
    readonly from: Named;
    readonly to: Named;
    readonly relation: string;
    readonly statements: number;
    readonly statement: { readonly id: string; readonly text: string } | null;
  }[];
}

const source = `query ($input: NeighbourhoodInput!) {
  neighbourhood(input: $input) {
    complete
    leftOut
    around { entity { id } total given }
    nodes { id }
    links { from { id } to { id } relation statements statement { id text citations { locator } } }
  }
}`;

async function near(of: readonly string[], more: object = {}): Promise<Answer> {
  const input = { of, asOf, first: 200, ...more };
  return (await ask<{ neighbourhood: Answer }>(source, { input })).neighbourhood;
}

const idsOf = ({ nodes }: Answer) => nodes.map(({ id }) => id);
const typeOf = (id: string) => id.split(':')[0] ?? '';

describe('around a payer', () => {
  test('are its policies, which name it themselves, and the codes of which it states something', async () => {
    const answer = await near(['aetna']);
    expect(idsOf(answer)[0]).toBe('Payer:aetna');
    const linkTo = (id: string) => answer.links.find(({ to }) => to.id === id);
    expect(linkTo('Policy:aetna/0134')).toMatchObject({ relation: 'Policy.payer' });
    expect(linkTo('BillingCode:CPT:77092')?.relation).toBe('CoverageStatement');
    expect(linkTo('BillingCode:CPT:77092')?.statement?.text).toContain('Aetna');
    expect(linkTo('BillingCode:CPT:77092')?.statements).toBeGreaterThanOrEqual(1);
    // A policy and its version are linked with each other, too.
    expect(answer.links.map(({ relation }) => relation)).toContain('PolicyVersion.policy');
  });

  test('the counts add up: what is given and what is left out is all that there is', async () => {
    const all = await near(['Payer:aetna']);
    expect(all).toMatchObject({ complete: true, leftOut: 0 });
    expect(all.around[0]?.total).toBe(all.nodes.length - 1);
    const few = await near(['Payer:aetna'], { first: 5 });
    expect(few.nodes).toHaveLength(6);
    expect(few.around).toEqual([{ entity: { id: 'Payer:aetna' }, total: all.nodes.length - 1, given: 5 }]);
    expect(few.leftOut).toBe(all.nodes.length - 6);
    // The closest of each type come before the second of any.
    const types = idsOf(few).slice(1).map(typeOf);
    expect(new Set(types).size).toBe(types.length);
  });

  test('only those of the types that are wanted', async () => {
    const types = ['Policy', 'PolicyVersion'];
    const answer = await near(['Payer:aetna'], { types });
    expect(answer.nodes.length).toBeGreaterThan(1);
    for (const id of idsOf(answer).slice(1)) expect(types).toContain(typeOf(id));
  });
});

test('neighbours are so both ways: whatever is near a thing has the thing near it', async () => {
  for (const id of ['BillingCode:CPT:77092', 'Workflow:tbs-remote', 'Source:S-AMCI', 'Policy:aetna/0134']) {
    const around = idsOf(await near([id])).slice(1);
    expect(around.length).toBeGreaterThan(0);
    const back = await near(around.slice(0, 12), { types: [typeOf(id)] });
    expect(back.links.filter(({ from, to }) => from.id === id || to.id === id).length).toBeGreaterThanOrEqual(
      Math.min(12, around.length),
    );
  }
});

test('several things make one picture: each pair of nodes is linked once, and each link is between nodes', async () => {
  const answer = await near(['77080', 'Payer:aetna', 'Payer:medicare']);
  const ids = new Set(idsOf(answer));
  expect(ids.size).toBe(answer.nodes.length);
  const pairs = answer.links.map(({ from, to }) => [from.id, to.id].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const { from, to } of answer.links) expect([ids.has(from.id), ids.has(to.id)]).toEqual([true, true]);
  expect(pairs).toContain('BillingCode:CPT:77080 Payer:aetna');
});

test('before the graph knew of a statement none links anything', async () => {
  const answer = await near(['Payer:aetna'], { asOf: { ...asOf, knownAt: '2001-01-01T00:00:00Z' } });
  expect(answer.links.filter(({ statement }) => statement)).toEqual([]);
});

test('it costs three statements of SQL, however many are named, and references are found by indexes', async () => {
  const of = ['BillingCode:CPT:77080', 'Payer:aetna', 'Payer:medicare', 'Source:S-AMCI'];
  const { runs } = await observed(async () =>
    neighbourhood(release.store, { of, asOf, types: null, limit: 200 }),
  );
  expect(runs).toHaveLength(3);
  const [, ...references] = runs; // the first is that of paths
  expect(references.flatMap(({ sql, params }) => wholeReads(planOf(release.store, sql, params)))).toEqual([]);
});

test.each([
  [{ of: [] }, 'BAD_USER_INPUT', 'input.of'],
  [{ of: Array(13).fill('aetna') }, 'BAD_USER_INPUT', 'input.of'],
  [{ of: ['Payer:nobody'] }, 'UNKNOWN_ID', 'input.of[0]'],
  [{ of: ['ApcRate:5521/2025-01-01'] }, 'BAD_USER_INPUT', 'input.of[0]'],
  [{ of: ['aetna'], types: ['Citation'] }, 'BAD_USER_INPUT', 'input.types'],
  [{ of: ['aetna'], first: 0 }, 'BAD_USER_INPUT', 'input.first'],
  [{ of: ['aetna'], first: 201 }, 'BAD_USER_INPUT', 'input.first'],
])('%j is refused with %s', async (input, code, field) => {
  const { errors } = await query(source, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ code, field });
});
