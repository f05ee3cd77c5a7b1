/** The laws of `comparePayers` on the seeded graph. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, type Difference, mirror, selection } from '../../kit/differences.ts';
import { ask } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

const compareSource = `query ($left: ID!, $right: ID!, $family: ID!) {
  comparePayers(left: $left, right: $right, family: $family, asOf: { dateOfService: "2026-11-24" }) ${selection} }`;

const compare = async (left: string, right: string, family: string) =>
  (await ask<{ comparePayers: Difference }>(compareSource, { left, right, family })).comparePayers;

describe('comparePayers', () => {
  const payers = fc
    .constantFrom('aetna', 'bcbsal', 'arkbcbs', 'bcbsma', 'medicare', 'bcbsri', 'uhc')
    .map((slug) => `Payer:${slug}`);
  const families = fc.constantFrom(...idsOf('ServiceFamily'));

  test('of a payer and itself holds nothing but what is the same', async () => {
    const one = await compare('Payer:aetna', 'Payer:aetna', 'ServiceFamily:dxa-vfa');
    expect(one).toMatchObject({ added: [], removed: [], changed: [] });
    expect(one.unchangedCount).toBeGreaterThan(0);
  });

  test('is mirrored when the payers change places, and names only fields that differ', async () => {
    await fc.assert(
      fc.asyncProperty(payers, payers, families, async (left, right, family) => {
        const one = await compare(left, right, family);
        expect(comparable(await compare(right, left, family))).toEqual(comparable(mirror(one)));
        expect(one.changed.filter(({ fields }) => fields.length === 0)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('of a group of services compares what its members are made of', async () => {
    const sizeOf = async (family: string) => {
      const { unchangedCount, added, removed, changed } = await compare(
        'Payer:aetna',
        'Payer:bcbsal',
        family,
      );
      return unchangedCount + added.length + removed.length + changed.length;
    };
    expect(await sizeOf('ServiceFamily:bone-densitometry')).toBeGreaterThan(
      await sizeOf('ServiceFamily:dxa-vfa'),
    );
  });

  test('every field that is said to differ does', async () => {
    const { changed } = await compare('Payer:aetna', 'Payer:bcbsal', 'ServiceFamily:dxa-vfa');
    expect(changed.length).toBeGreaterThan(0);
    const asked = changed.flatMap(({ before, after }) => [before.id, after.id]);
    const { nodes } = await ask<{ nodes: Record<string, unknown>[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on CoverageStatement { covered basis summary statedAt reachedBy lineOfBusiness lineOfBusinessStated frequency mappingCertainty rank note valueState evidence } } }`,
      { ids: asked },
    );
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (const { before, after, fields } of changed) {
      const [one, other] = [byId.get(before.id) ?? {}, byId.get(after.id) ?? {}];
      const seen = Object.keys(one).filter((name) => name !== 'id');
      for (const name of seen)
        expect([name, one[name] !== other[name]]).toEqual([name, fields.includes(name)]);
    }
  });
});
