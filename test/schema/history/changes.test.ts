/** The feed of changes: what each edit of a statement is told as, and to whom. */

import { describe, expect, test } from 'vitest';
import { citation, coverage, source, statementCode } from '../../../db/tables/index.ts';
import { changes, closed, cursorNow, type Event, feedQuery, graph, one, rule, two } from '../../kit/feed.ts';
import { ask, query } from '../../kit/graph.ts';
import { otherCode, type Rebuilt } from '../../kit/rebuilt.ts';
import { ids } from '../../kit/synthetic.ts';

/** What a build tells after some edits. */
async function told(edit: (made: Rebuilt) => void): Promise<readonly Partial<Event>[]> {
  const made = graph();
  const since = await cursorNow(made.open());
  edit(made);
  made.build();
  const { nodes } = await changes(made.open(), { since });
  return nodes.map(({ kind, statementId, previousId, note }) => ({ kind, statementId, previousId, note }));
}

const event = (
  kind: string,
  statementId: string,
  note: string | null = null,
  previousId: string | null = null,
) => ({ kind, statementId, previousId, note });

describe('what happened is told by its kind', () => {
  const three = 'CoverageStatement:three';
  test.each<[string, (made: Rebuilt) => void, readonly object[]]>([
    ['nothing', () => {}, []],
    ['a new statement', (made) => made.state(coverage, three), [event('CREATED', three)]],
    [
      'other words',
      (made) => made.put(coverage, one, { summary: 'Other.', note: 'New.' }),
      [event('UPDATED', one, 'Changed: note, summary.')],
    ],
    [
      'a statement taken out',
      (made) => made.drop(coverage, one),
      [event('RETIRED', one, 'This release does not hold it any more.')],
    ],
    [
      'a statement closed',
      (made) => made.put(coverage, one, closed),
      [event('RETIRED', one, 'Recorded until 2024-01-01T00:00:00Z.')],
    ],
    [
      'a statement closed for one that was there',
      (made) => made.put(coverage, one, { ...closed, supersededBy: two }),
      [event('RETIRED', one, `Superseded by ${two}.`)],
    ],
    [
      'a correction',
      (made) => {
        made.state(coverage, three);
        made.put(coverage, one, { ...closed, supersededBy: three });
      },
      [event('UPDATED', three, null, one)],
    ],
    [
      'another rank',
      (made) => made.put(coverage, one, { rank: 'DEPRECATED', rankReason: 'Wrong.' }),
      [event('RANK_CHANGED', one, 'From NORMAL to DEPRECATED: Wrong.')],
    ],
    [
      'another passage',
      (made) => made.put(citation, one, { locator: 'page 2' }),
      [event('SOURCE_REFRESHED', one, 'It cites other sources or passages.')],
    ],
    [
      'a source read anew',
      (made) => {
        made.put(source, 'b', { retrievedOn: '2026-01-01' });
        made.put(source, 'a', { retrievedOn: '2026-01-01' });
        made.put(citation, two, { sourceId: 'Source:b' });
      },
      [
        event('SOURCE_REFRESHED', one, 'A source of it was read anew.'),
        event('SOURCE_REFRESHED', two, 'It cites other sources or passages.'),
        event('SOURCE_REFRESHED', rule, 'A source of it was read anew.'),
      ],
    ],
    ['a word of a source that nobody cites for', (made) => made.put(source, 'a', { note: 'Seen.' }), []],
    [
      'other codes',
      (made) => made.put(statementCode, rule, { codeId: otherCode }),
      [event('UPDATED', rule, 'Changed: codes.')],
    ],
    [
      'words and passage',
      (made) => {
        made.put(coverage, one, { summary: 'Other.' });
        made.put(citation, one, { locator: 'page 2' });
      },
      [event('UPDATED', one, 'Changed: summary, citations.')],
    ],
  ])('%s', async (_what, edit, expected) => expect(await told(edit)).toEqual(expected));
});

test('an event leads to the statement as it is now, or to none where it is gone', async () => {
  const made = graph();
  made.drop(coverage, one);
  made.state(coverage, 'CoverageStatement:three');
  made.put(coverage, two, { ...closed, supersededBy: 'CoverageStatement:three' });
  made.build();
  const { nodes } = await changes(made.open());
  expect(nodes.map(({ statement, previous }) => [statement?.id, previous?.id])).toEqual([
    [undefined, undefined],
    ['CoverageStatement:three', two],
  ]);
});

test('whoever follows a payer or a code hears of a statement that comes to it, and of one that leaves it', async () => {
  const made = graph();
  const since = await cursorNow(made.open());
  made.put(coverage, one, { payerId: ids.otherPayer });
  made.put(statementCode, rule, { codeId: otherCode });
  made.build();
  const release = made.open();
  const found = async (variables: object) =>
    (await changes(release, { since, ...variables })).nodes.map(({ statementId }) => statementId);
  expect(await found({})).toEqual([one, rule]);
  for (const payer of [ids.payer, ids.otherPayer]) expect(await found({ payers: [payer] })).toEqual([one]);
  expect(await found({ codes: [{ code: '99998' }] })).toEqual([rule]);
  expect(await found({ codes: [{ code: '99999' }] })).toEqual([one, rule]);
  expect(await found({ kinds: ['CREATED', 'RETIRED'] })).toEqual([]);
});

test.each([
  [{ first: 101 }, 'first'],
  [{ first: -1 }, 'first'],
  [{ last: 101 }, 'last'],
  [{ first: 1, last: 1 }, 'last'],
  [{ payers: [] }, 'payers'],
  [{ payers: ['Payer:nobody'] }, 'payers[0]'],
  [{ payers: ['BillingCode:CPT:99999'] }, 'payers[0]'],
  [{ codes: [{ code: '00000' }] }, 'codes[0]'],
])('%j is refused, and the error names the field', async (variables, field) => {
  const { errors } = await query(feedQuery, variables, { of: graph().open() });
  expect(errors?.[0]?.extensions.field).toBe(field);
});

test('no statement of the feed reads a table from end to end', async () => {
  const made = graph();
  made.put(coverage, one, { summary: 'Other.' });
  made.build();
  const release = made.open();
  const runs: { sql: string; params: Readonly<Record<string, string | number | null>> }[] = [];
  const stop = release.store.observe((sql, params) => void runs.push({ sql, params }));
  const since = await cursorNow(release);
  const scope = { kinds: ['UPDATED'], payers: [ids.payer], codes: [{ code: '99999' }] };
  for (const variables of [{}, { since }, scope, { since, ...scope }]) await changes(release, variables);
  await ask('{ invariants { name } }', {}, { of: release });
  stop();
  const scans = runs
    .filter(({ sql }) => /change_event|check_result/.test(sql))
    .flatMap(({ sql, params }) => release.store.all<{ detail: string }>(`explain query plan ${sql}`, params))
    .filter(({ detail }) => detail.startsWith('SCAN') && !detail.includes('VIRTUAL TABLE'));
  expect(runs.length).toBeGreaterThan(8);
  expect(scans).toEqual([]);
});
