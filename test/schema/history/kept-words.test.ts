/** What an event of the feed keeps of a statement: its words, its policies, its source, and whether the world changed. */

import { expect, test } from 'vitest';
import { coverage, policy, policyVersion } from '../../../db/tables/index.ts';
import { closed, graph, one, two } from '../../kit/feed.ts';
import { ask } from '../../kit/graph.ts';
import type { Rebuilt } from '../../kit/rebuilt.ts';
import { ids } from '../../kit/synthetic.ts';

const query = `query ($policies: [ID!]) { changes(policies: $policies, first: 100) { nodes {
  kind statementId cause effectiveOn text previousText policyIds sourceId } } }`;

interface Kept {
  readonly kind: string;
  readonly statementId: string;
  readonly cause: string;
  readonly effectiveOn: string | null;
  readonly text: string | null;
  readonly previousText: string | null;
  readonly policyIds: readonly string[];
  readonly sourceId: string | null;
}

async function kept(made: Rebuilt, policies?: readonly string[]): Promise<readonly Kept[]> {
  const of = made.open();
  return (await ask<{ changes: { nodes: Kept[] } }>(query, { policies }, { of })).changes.nodes;
}

const future = '2999-01-01';
const three = 'CoverageStatement:three';

test.each<[string, (made: Rebuilt) => void, Partial<Kept>]>([
  [
    'a statement that holds from a day to come',
    (made) => made.state(coverage, three, { validFrom: future }),
    { kind: 'CREATED', cause: 'PUBLISHER', effectiveOn: future },
  ],
  [
    'one in force for years that was learned of',
    (made) => made.state(coverage, three, { validFrom: '2019-01-01' }),
    { kind: 'CREATED', cause: 'KNOWLEDGE', effectiveOn: '2019-01-01' },
  ],
  [
    'an end that became known',
    (made) => made.put(coverage, one, { validTo: future, validEnd: 'KNOWN' }),
    { kind: 'UPDATED', cause: 'PUBLISHER', effectiveOn: future },
  ],
  [
    'a correction with the same days',
    (made) => {
      made.state(coverage, three);
      made.put(coverage, one, { ...closed, supersededBy: three });
    },
    { kind: 'UPDATED', cause: 'KNOWLEDGE', effectiveOn: null },
  ],
  [
    'another rank',
    (made) => made.put(coverage, one, { rank: 'DEPRECATED', rankReason: 'Wrong.' }),
    { kind: 'RANK_CHANGED', cause: 'KNOWLEDGE', effectiveOn: null },
  ],
])('%s has its cause', async (_what, edit, expected) => {
  const made = graph();
  edit(made);
  made.build();
  expect(await kept(made)).toEqual([expect.objectContaining({ ...expected, sourceId: 'Source:a' })]);
});

test('words stay as they were, when the statement is gone and things are called otherwise', async () => {
  const made = graph();
  made.put(coverage, one, { covered: 'NOT_COVERED', lineOfBusiness: 'MEDICAID' });
  made.build();
  const [first] = await kept(made);
  expect(first?.text).toContain('Synthetic payer one');
  expect(first?.text).not.toBe(first?.previousText);
  made.drop(coverage, one);
  made.build();
  const [same, retired] = await kept(made);
  expect(same).toEqual(first);
  expect(retired).toMatchObject({ kind: 'RETIRED', text: first?.text, previousText: null });
});

test('the feed of a policy has the statements of its versions, and those that leave it', async () => {
  const made = graph();
  const version = 'PolicyVersion:synthetic-one/a/1';
  made.put(policy, 'a', { id: 'Policy:synthetic-one/a', payerId: ids.payer, slug: 'a', label: 'Synthetic' });
  made.put(policy, 'b', { id: 'Policy:synthetic-one/b', payerId: ids.payer, slug: 'b', label: 'Synthetic' });
  made.put(policyVersion, 'a1', { id: version, policyId: 'Policy:synthetic-one/a', version: '1' });
  made.put(coverage, one, { policyVersionId: version });
  made.build();
  made.put(coverage, one, { policyVersionId: null });
  made.put(coverage, two, { summary: 'Other.' });
  made.build();
  const found = async (slug: string) =>
    (await kept(made, [slug])).map(({ statementId, policyIds }) => [statementId, ...policyIds]);
  expect(await found('synthetic-one/a')).toEqual([
    [one, 'Policy:synthetic-one/a'],
    [one, 'Policy:synthetic-one/a'],
  ]);
  expect(await found('Policy:synthetic-one/b')).toEqual([]);
});
