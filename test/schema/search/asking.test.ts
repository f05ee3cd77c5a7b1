/** Search as people ask: the words of a question cost no hit, and what it names is found. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from '../../../db/search/search.ts';
import { release } from '../../kit/graph.ts';

const idsOf = (text: string) => search(release.store, text, null).hits.map(({ entry }) => entry.id);

describe('a question finds what it names', () => {
  test.each([
    ['which components does aetna cover', ['Payer:aetna']],
    ['who covers 77090?', ['BillingCode:CPT:77090']],
    [
      'does medicare pay for trabecular bone score',
      ['ServiceFamily:trabecular-bone-score', 'Payer:medicare'],
    ],
    ['what is modifier 26', ['Modifier:CPT_MODIFIER:26']],
  ])('%s', (text, first) => {
    expect(idsOf(text).slice(0, 5)).toEqual(expect.arrayContaining(first));
    expect(first).toContain(idsOf(text)[0]);
  });

  test('"aetna tbs coverage": the payer first, codes, family and workflows of the service, and the policy of the payer', () => {
    const found = idsOf('aetna tbs coverage');
    expect(found[0]).toBe('Payer:aetna');
    expect(found.slice(0, 20)).toEqual(
      expect.arrayContaining(['BillingCode:CPT:77090', 'Policy:aetna/0134', 'Workflow:tbs-remote']),
    );
    expect(found).toContain('ServiceFamily:trabecular-bone-score');
  });

  test('a misspelling in it is read as what it may be', () => {
    const { hits, readAs } = search(release.store, 'which components does aetan cover', null);
    expect(hits[0]?.entry.id).toBe('Payer:aetna');
    expect(readAs).toBe('aetna');
  });

  test('a text that asks nothing, or is a name as a whole, gives no parts', () => {
    expect(idsOf('place of service 11')).toEqual(['PlaceOfService:11']);
    expect(idsOf('code 77090')[0]).toBe('BillingCode:CPT:77090');
    expect(search(release.store, 'coverage', null).hits.length).toBeGreaterThan(0);
  });
});

const naming = fc.constantFrom(
  'aetna',
  'tbs',
  '77090',
  'dxa',
  'bone',
  'score',
  'medicare',
  'aetan',
  'osteoperosis',
  '26',
  'm81',
  'blue',
  'cross',
  'fracture',
);
const asking = fc.constantFrom(
  'which',
  'does',
  'cover',
  'covers',
  'coverage',
  'components',
  'what',
  'is',
  'policy',
  'codes',
  'paid',
  'who',
);

test('words that only ask, wherever they stand, lose no hit that is found without them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(naming, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(asking, fc.nat(3)), { minLength: 1, maxLength: 4 }),
      (names, added) => {
        const words: string[] = [...names];
        for (const [word, at] of added) words.splice(at, 0, word);
        const found = new Set(idsOf(words.join(' ')));
        expect(
          idsOf(names.join(' ')).filter((id) => !found.has(id)),
          words.join(' '),
        ).toEqual([]);
      },
    ),
    { numRuns: 120, seed: 2026 },
  );
});
