/** Pasted lists: what each term maps to, what stays unmapped, and that a long list costs no more statements than a short one. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, observed, query } from '../../kit/graph.ts';

interface Mapping {
  readonly term: string;
  readonly unmapped: boolean;
  readonly hits: readonly { readonly score: number; readonly entity: { readonly id: string } }[];
}

const source = `query ($terms: [String!]!, $types: [String!]) {
  mapTerms(terms: $terms, types: $types) { term unmapped hits(first: 20) { score matchedOn highlights entity { id } } }
}`;

async function map(terms: readonly string[], types?: readonly string[]): Promise<readonly Mapping[]> {
  return (await ask<{ mapTerms: Mapping[] }>(source, { terms, types })).mapTerms;
}

const idsOf = (mapping: Mapping | undefined) => mapping?.hits.map(({ entity }) => entity.id) ?? [];

describe('a term', () => {
  test.each([
    ['77092-26', ['BillingCode:CPT:77092', 'Modifier:CPT_MODIFIER:26']],
    ['77080 26, 59', ['BillingCode:CPT:77080', 'Modifier:CPT_MODIFIER:26', 'Modifier:CPT_MODIFIER:59']],
    ['UHC', ['Payer:uhc']],
    [
      'office',
      ['PlaceOfService:11', 'SiteOfService:office-with-densitometer', 'SiteOfService:physician-office'],
    ],
    ['osteoporosis', ['DiagnosisCode:ICD_10_CM:M80', 'DiagnosisCode:ICD_10_CM:M81']],
    ['M81.0', ['DiagnosisCode:ICD_10_CM:M81.0']],
    [
      'TBS prep',
      [
        'BillingCode:CPT:77090',
        'ServiceComponent:trabecular-bone-score/technical-preparation-and-transmission',
      ],
    ],
    [
      'TBS prep and transmit',
      ['ServiceComponent:trabecular-bone-score/technical-preparation-and-transmission'],
    ],
    ['Blue Cross', ['Payer:bcbs']],
    ['POS 22', ['PlaceOfService:22']],
    ['G0130', ['BillingCode:HCPCS_LEVEL_II:G0130']],
    ['modifier tc', ['Modifier:HCPCS_MODIFIER:TC']],
    ['trabecullar bone', ['ServiceFamily:trabecular-bone-score']],
  ])('%s', async (term, ids) => {
    const [mapping] = await map([term]);
    expect(mapping?.unmapped).toBe(false);
    expect(idsOf(mapping).slice(0, ids.length)).toEqual(ids);
  });

  test.each(['99999', '!!', '', 'zzzz qqqq', 'POS 98', 'M99.99'])(
    '%j maps to nothing, and says so',
    async (term) => {
      expect(await map([term])).toEqual([{ term, unmapped: true, hits: [] }]);
    },
  );

  test('that is only half understood is unmapped, with hints that score low', async () => {
    const [mapping] = await map(['Aetna PPO']);
    expect(mapping?.unmapped).toBe(true);
    expect(idsOf(mapping)[0]).toBe('Payer:aetna');
  });

  test('is mapped to the types asked for alone', async () => {
    const [mapping] = await map(['77092-26'], ['Modifier']);
    expect(idsOf(mapping)).toEqual(['Modifier:CPT_MODIFIER:26']);
  });
});

test('the list may be long: the answers keep its order and each is what the term alone gives', async () => {
  const terms = ['UHC', 'office', 'nothing at all', 'TBS prep', '77092-26', 'UHC'];
  const together = await map(terms);
  expect(together.map(({ term }) => term)).toEqual(terms);
  for (const [index, term] of terms.entries()) expect(await map([term])).toEqual([together[index]]);
});

test('200 terms run no more statements than five do', async () => {
  const pool = [
    'TBS prep and transmit',
    'osteoperosis',
    'UnitedHealthcare Community Plan',
    '77092-26',
    'bone density study',
  ];
  const many = Array.from({ length: 200 }, (_, i) => `${pool[i % pool.length]}${i % 3 ? '' : ` x${i}`}`);
  const few = await observed(() => map(pool));
  const all = await observed(() => map(many));
  const search = (runs: typeof few.runs) => runs.filter(({ sql }) => sql.includes('search'));
  expect(search(few.runs).length).toBeLessThanOrEqual(6);
  expect(search(all.runs).length).toBeLessThanOrEqual(6);
});

test.each([
  [[], 'terms'],
  [Array.from({ length: 201 }, () => 'x'), 'terms'],
  [['x'.repeat(201)], 'terms'],
])('a list that is empty or too long is refused', async (terms, field) => {
  const { errors } = await query(source, { terms });
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
});

test('any list of any text is answered, in little time', async () => {
  const words = fc.constantFrom(
    '"',
    '*',
    '\0',
    'OR',
    'NEAR(',
    'bone',
    'ab',
    '\ud800',
    'ﷺ',
    '77090',
    '-26',
    ' ',
    'type:',
  );
  const term = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: words, maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 40 }), async (terms) => {
      expect((await map(terms)).length).toBe(terms.length);
    }),
    { numRuns: 60 },
  );
});
