/** A statement by its id: what it says, how it was obtained, and why the graph says so. */

import { describe, expect, test } from 'vitest';
import { statementTables } from '../../../db/tables/index.ts';
import { ask, release } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

interface Statement {
  readonly id: string;
  readonly text: string;
  readonly valueState: string;
  readonly unknownReason: string | null;
  readonly rank: string;
  readonly rankReason: string | null;
  readonly knowledgeLevel: string;
  readonly validity: { readonly from: string | null; readonly to: string | null; readonly end: string };
  readonly recorded: { readonly from: string; readonly to: string | null };
  readonly citations: readonly { readonly role: string; readonly source: { readonly title: string } }[];
  readonly explanation: {
    readonly text: string;
    readonly steps: readonly {
      readonly note: string;
      readonly rule: string | null;
      readonly statement: { readonly id: string } | null;
    }[];
  };
}

const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Statement {
  text valueState unknownReason rank rankReason knowledgeLevel validity { from to end } recorded { from to }
  citations { role source { title } } explanation { text steps { note rule statement { id } } } } } }`;

async function statements(ids: readonly string[]): Promise<Statement[]> {
  return (await ask<{ nodes: Statement[] }>(source, { ids })).nodes;
}

describe.each(statementTables.map(({ type }) => type))('%s', async (type) => {
  const found = await statements(idsOf(type).slice(0, 100));

  test('reads as a sentence, and not as its id or with holes', () => {
    expect(
      found.filter(
        ({ text, id }) => text.length < 10 || text === id || /undefined|null|NaN|\[object/.test(text),
      ),
    ).toEqual([]);
  });

  test('has one primary source, first among its citations', () => {
    for (const { citations } of found) {
      expect(citations.map(({ role }) => role === 'PRIMARY_KNOWLEDGE_SOURCE')).toEqual(
        citations.map((_, i) => i === 0),
      );
    }
  });

  test('is explained from its sources to itself', () => {
    for (const { id, text, explanation, citations } of found) {
      const { steps } = explanation;
      expect(steps.at(-1)).toEqual({ note: text, rule: null, statement: { id } });
      for (const [i, { source: cited }] of citations.entries()) expect(steps[i]?.note).toContain(cited.title);
      expect(explanation.text).toBe(steps.map(({ note }) => note).join(' '));
    }
  });

  test('says why where it holds no value, where it was entailed, and where its rank is not the ordinary one', () => {
    for (const { valueState, unknownReason, rank, rankReason, knowledgeLevel, explanation } of found) {
      const rules = explanation.steps.map(({ rule }) => rule);
      expect(unknownReason !== null).toBe(valueState === 'UNKNOWN_VALUE');
      expect(rules.includes('unknown')).toBe(unknownReason !== null);
      expect(rules.includes('entailment')).toBe(knowledgeLevel === 'ENTAILMENT');
      expect(rules.includes('rank')).toBe(rankReason !== null);
      if (rank === 'DEPRECATED') expect(rankReason).not.toBeNull();
    }
  });

  test('tells an unknown end from an open one', () => {
    for (const { validity } of found) expect(validity.end === 'KNOWN').toBe(validity.to !== null);
  });
});

test('deprecated statements are left out unless they are asked for', async () => {
  const [wrong] = statementTables.flatMap(({ name }) =>
    release.store.all<{ id: string }>(
      `select id from ${name} where rank = 'DEPRECATED' and recorded_to is null limit 1`,
    ),
  );
  if (!wrong) return expect.unreachable('The seed holds no deprecated statement.');
  const [type] = wrong.id.split(':');
  const listing = `query ($type: String!, $ranks: [StatementRank!], $day: Date) {
    statements(first: 100, asOf: { dateOfService: $day }, filter: { types: [$type], ranks: $ranks }) { nodes { id rank } } }`;
  const day = (await statements([wrong.id]))[0]?.validity.from ?? '2025-10-15';
  const plain = await ask<{ statements: { nodes: { rank: string }[] } }>(listing, { type, day });
  expect(plain.statements.nodes.filter(({ rank }) => rank === 'DEPRECATED')).toEqual([]);
  const asked = await ask<{ statements: { nodes: { id: string }[] } }>(listing, {
    type,
    day,
    ranks: ['DEPRECATED'],
  });
  expect(asked.statements.nodes.map(({ id }) => id)).toContain(wrong.id);
});
