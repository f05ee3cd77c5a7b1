/** Paths against brute force: on small graphs they are those that trying them all finds, none shorter was missed. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { type Paths, paths } from '../../../db/search/paths.ts';
import {
  billingCode,
  codeRelation,
  modifier,
  modifierRule,
  payer,
  siteOfService,
  siteRule,
} from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

const asOf = { dateOfService: '2025-10-15', knownAt: '2026-11-24T12:00:00Z' };
const wide = { asOf, via: null, maxLength: 6, limit: 10 } as const;

const kinds = [
  { table: billingCode, id: (n: number) => `BillingCode:CPT:0000${n}` },
  { table: modifier, id: (n: number) => `Modifier:CPT_MODIFIER:0${n}` },
  { table: payer, id: (n: number) => `Payer:p${n}` },
  { table: siteOfService, id: (n: number) => `SiteOfService:s${n}` },
] as const;
const [code, mod, pay, site] = kinds.map(({ id }) => id) as [
  (n: number) => string,
  (n: number) => string,
  (n: number) => string,
  (n: number) => string,
];

type Said = readonly [kind: 'relation' | 'modifier' | 'site', a: number, b: number, c: number | null];

/** A graph in which those statements are made, and which entities each names. */
function graphOf(said: readonly Said[]): {
  store: WritableStore;
  named: ReadonlyMap<string, readonly string[]>;
} {
  const store = emptyStore();
  const named = new Map<string, readonly string[]>();
  for (const { table, id } of kinds) for (let n = 0; n < 4; n++) add(store, table, { id: id(n) });
  for (const [index, [kind, a, b, c]] of said.entries()) {
    const codeId = code(a);
    if (kind === 'relation') {
      const id = `CodeRelation:${index}`;
      add(store, codeRelation, { id, codeId, otherCodeId: code(b) });
      named.set(id, [codeId, code(b)]);
    } else if (kind === 'modifier') {
      const id = `ModifierRule:${index}`;
      add(store, modifierRule, { id, codeId, modifierId: mod(b) });
      named.set(id, [codeId, mod(b)]);
    } else {
      const id = `SiteOfServiceRule:${index}`;
      const payerId = c === null ? null : pay(c);
      add(store, siteRule, { id, codeId, siteId: site(b), payerId });
      named.set(id, [codeId, site(b), ...(payerId ? [payerId] : [])]);
    }
  }
  return { store, named };
}

/** Every simple path up to a length, tried one by one. */
function bruteForce(
  named: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  most: number,
): string[] {
  const found: string[] = [];
  const walk = (trail: readonly string[]) => {
    const last = trail.at(-1) ?? '';
    if (last === to) found.push(trail.join(' '));
    else if (trail.length <= most) {
      const next = new Set([...named.values()].filter((all) => all.includes(last)).flat());
      for (const id of next) if (!trail.includes(id)) walk([...trail, id]);
    }
  };
  walk([from]);
  return found.sort((a, b) => a.split(' ').length - b.split(' ').length || (a < b ? -1 : 1));
}

test('on small graphs the paths are those that trying them all finds', () => {
  const few = fc.integer({ min: 0, max: 3 });
  const statement = fc.tuple(fc.constantFrom('relation', 'modifier', 'site'), few, few, fc.option(few));
  const end = fc.constantFrom(...kinds.flatMap(({ id }) => [0, 1, 2, 3].map(id)));
  fc.assert(
    fc.property(
      fc.array(statement as fc.Arbitrary<Said>, { maxLength: 14 }),
      end,
      end,
      fc.integer({ min: 1, max: 5 }),
      (said, from, to, maxLength) => {
        const { store, named } = graphOf(said);
        const answer: Paths = paths(store, { ...wide, from, to, maxLength });
        const expected = bruteForce(named, from, to, maxLength).slice(0, wide.limit);
        expect(answer.complete).toBe(true);
        expect(answer.paths.map(({ nodes }) => nodes.join(' '))).toEqual(expected);
        for (const { nodes, statements } of answer.paths) {
          for (const [hop, id] of statements.entries()) {
            expect(named.get(id)).toEqual(expect.arrayContaining([nodes[hop], nodes[hop + 1]]));
          }
        }
        store.close();
      },
    ),
    { numRuns: 80 },
  );
});

test('of several statements for a hop the preferred is given, then one with a value; deprecated ones are never gone along', () => {
  const { store } = graphOf([]);
  const both = { codeId: code(0), modifierId: mod(0) };
  add(store, modifierRule, {
    id: 'ModifierRule:deprecated',
    ...both,
    rank: 'DEPRECATED',
    rankReason: 'wrong',
  });
  const question = { ...wide, from: code(0), to: mod(0) };
  expect(paths(store, question).paths).toEqual([]);
  add(store, modifierRule, {
    id: 'ModifierRule:a',
    ...both,
    valueState: 'UNKNOWN_VALUE',
    unknownReason: 'NOT_YET_REVIEWED',
  });
  add(store, modifierRule, { id: 'ModifierRule:b', ...both });
  expect(paths(store, question).paths[0]?.statements).toEqual(['ModifierRule:b']);
  add(store, modifierRule, { id: 'ModifierRule:c', ...both, rank: 'PREFERRED', rankReason: 'better' });
  expect(paths(store, question).paths[0]?.statements).toEqual(['ModifierRule:c']);
});

test('where there is more than one request may look at, the answer says so', () => {
  const { store } = graphOf([]);
  for (let i = 0; i < 10_001; i++) {
    add(store, modifierRule, {
      id: `ModifierRule:${String(i).padStart(5, '0')}`,
      codeId: code(0),
      modifierId: mod(0),
    });
  }
  const answer = paths(store, { ...wide, from: code(0), to: pay(0) });
  expect(answer).toEqual({ paths: [], complete: false });
});
