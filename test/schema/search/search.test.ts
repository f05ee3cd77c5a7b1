/** Search: what stands first, what is mended, what is marked, and how pages go on. */

import { describe, expect, test } from 'vitest';
import { searchTypes } from '../../../db/search/search-index.ts';
import { wordsOf } from '../../../db/search/words.ts';
import { ask, query, release } from '../../kit/graph.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';

interface Hit {
  readonly score: number;
  readonly matchedOn: string;
  readonly label: string;
  readonly highlights: readonly string[];
  readonly entity: { readonly __typename: string; readonly id: string };
}
interface Page {
  readonly totalCount: number;
  readonly complete: boolean;
  readonly readAs: string | null;
  readonly countsByType: readonly { readonly type: string; readonly count: number }[];
  readonly edges: readonly { readonly cursor: string; readonly node: Hit }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

const source = `query ($text: String!, $types: [String!], $first: Int, $after: String, $last: Int, $before: String) {
  searchEntities(text: $text, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount complete readAs countsByType { type count }
    edges { cursor node { score matchedOn label highlights entity { __typename id } } }
    pageInfo { hasNextPage hasPreviousPage }
  }
}`;

async function find(text: string, args: Readonly<Record<string, unknown>> = {}): Promise<Page> {
  return (await ask<{ searchEntities: Page }>(source, { text, ...args })).searchEntities;
}

const idsOf = (page: Page) => page.edges.map(({ node }) => node.entity.id);

describe('what stands first', () => {
  test.each([
    ['77090', 'BillingCode:CPT:77090', 'NAME'],
    ['g0130', 'BillingCode:HCPCS_LEVEL_II:G0130', 'NAME'],
    ['M81.0', 'DiagnosisCode:ICD_10_CM:M81.0', 'NAME'],
    ['m810', 'DiagnosisCode:ICD_10_CM:M81.0', 'NAME'],
    ['CPB 0134', 'Policy:aetna/0134', 'NAME'],
    ['uhc', 'Payer:uhc', 'NAME'],
    ['physician-office', 'SiteOfService:physician-office', 'NAME'],
    ['Office', 'PlaceOfService:11', 'LABEL'],
    ['trabecular bone score', 'ServiceFamily:trabecular-bone-score', 'NAME'],
    ['blue cross', 'Payer:bcbs', 'LABEL_WORDS'],
    ['trabec', 'ServiceFamily:trabecular-bone-score', 'LABEL_WORDS'],
    ['ｍ８１．０', 'DiagnosisCode:ICD_10_CM:M81.0', 'NAME'],
  ])('%s', async (text, id, matchedOn) => {
    const { edges } = await find(text, { first: 1 });
    expect(edges[0]?.node).toMatchObject({ entity: { id }, matchedOn });
  });

  test('hits are in the order of their scores, and equal ones in the order of their types', async () => {
    const { edges } = await find('bone', { first: 100 });
    const places = edges.map(({ node }) => [
      -node.score,
      searchTypes.indexOf(node.entity.__typename as 'Payer'),
    ]);
    expect(places).toEqual(
      places.toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1])),
    );
  });

  test('every type that can be searched is in the index, and nothing else is', () => {
    const types = release.store
      .all<{ type: string }>('select distinct type from search')
      .map(({ type }) => type);
    expect(types.toSorted()).toEqual(searchTypes.filter((type) => !loadedOnly.has(type)).sort());
  });
});

describe('misspellings', () => {
  test.each([
    ['trabecullar', 'trabecular'],
    ['osteoperosis', 'osteoporosis'],
    ['medcare', 'medicare'],
    ['nedicare', 'medicare'],
    ['trabeuclar bone', 'trabecular bone'],
  ])('%s is read as %s', async (text, readAs) => {
    const mended = await find(text);
    expect(mended.readAs).toBe(readAs);
    expect(mended.totalCount).toBeGreaterThan(0);
  });

  test('nothing is mended where something is found, and a number is never another number', async () => {
    expect((await find('trabecular')).readAs).toBeNull();
    expect(await find('77099')).toMatchObject({ totalCount: 0, readAs: null });
  });
});

describe('pages', () => {
  test('walking forward and backward by cursor gives every hit once, in one order', async () => {
    const text = 'osteoporosis';
    const { totalCount } = await find(text);
    const forward: string[] = [];
    const backward: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await find(text, { first: 60, after });
      forward.push(...idsOf(page));
      after = page.edges.at(-1)?.cursor ?? null;
      more = page.pageInfo.hasNextPage;
    }
    for (let before: string | null = null, more = true; more; ) {
      const page: Page = await find(text, { last: 60, before });
      backward.unshift(...idsOf(page));
      before = page.edges.at(0)?.cursor ?? null;
      more = page.pageInfo.hasPreviousPage;
    }
    expect(new Set(forward).size).toBe(totalCount);
    expect(forward).toHaveLength(totalCount);
    expect(backward).toEqual(forward);
  });

  test('counts by type add up, stay when a type is chosen, and say what choosing it gives', async () => {
    const all = await find('bone');
    const sum = all.countsByType.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(all.totalCount);
    for (const { type, count } of all.countsByType) {
      const some = await find('bone', { types: [type], first: 100 });
      expect(some.totalCount).toBe(count);
      expect(some.countsByType).toEqual(all.countsByType);
      expect(new Set(some.edges.map(({ node }) => node.entity.__typename))).toEqual(new Set([type]));
    }
  });

  test('a cursor of another search is refused', async () => {
    const after = (await find('M81.0')).edges[0]?.cursor;
    const { errors } = await query(source, { text: 'aetna', after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });
});

test('highlights mark words of the text, and escape everything else', async () => {
  for (const text of [
    'bone',
    'blue cross',
    'labor & industries',
    'trabecullar',
    'tbs interp',
    'M81.0',
    'medicare part',
  ]) {
    const { readAs, edges } = await find(text, { first: 100 });
    const words = [...wordsOf(text), ...wordsOf(readAs ?? '')];
    for (const { node } of edges) {
      expect(node.highlights.length).toBeGreaterThan(0);
      for (const passage of node.highlights) {
        const marks = [...passage.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, mark = '']) => mark);
        expect(marks.length).toBeGreaterThan(0);
        for (const word of marks.flatMap(wordsOf))
          expect(words.some((each) => word.startsWith(each))).toBe(true);
        expect(passage.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
      }
    }
  }
});
