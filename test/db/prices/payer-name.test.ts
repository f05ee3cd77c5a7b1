/** Which brand is in the name of a payer, by the rules of the seed: whole words, and never by half of one. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareName, brandIn } from '../../../db/prices/payer-name.ts';
import { brandsOf } from '../../../db/prices/stated-payers.ts';
import { release } from '../../kit/graph.ts';

const brands = brandsOf(release.store);

describe('a stated name', () => {
  test.each([
    ['UHC CORE/NAVIGATE', 'uhc'],
    ['UNITED HEALTHCARE [1016]', 'uhc'],
    ['UnitedHealthcare_CancerResources', 'uhc'],
    ['United Health Care', 'uhc'],
    ['AETNA MCR ADV', 'aetna'],
    ['AETNA [1001]', 'aetna'],
    ['Bcbs', 'bcbs'],
    ['BlueCrossBlueShield', 'bcbs'],
    ['Blue Cross/Blue Shield of Nowhere', 'bcbs'],
    ['Oscar Health', 'oscar'],
  ])('%s is written by the brand %s', (stated, brand) => expect(brandIn(brands, stated)).toBe(brand));

  test.each([
    'United',
    'United Behavioral Synthetic',
    'Blue',
    'Blue Synthetic Plan',
    'HumanaChoice',
    'Kaisertown',
    'UHCX',
    '',
    '[1016]',
  ])('%j is of no brand: a part of a word or of a brand is none', (stated) =>
    expect(brandIn(brands, stated)).toBeNull(),
  );

  test('with the words of two brands is of none', () =>
    expect(brandIn(brands, 'Aetna/Humana joint plan')).toBeNull());

  test('is of one brand in any case, with any punctuation, and with a number in brackets behind it', () => {
    const known = fc.constantFrom(
      ...brands.flatMap(({ slug, spellings }) => spellings.map((s) => [slug, s] as const)),
    );
    const mark = fc.constantFrom(' ', '/', '_', '-', ' - ', ', ');
    fc.assert(
      fc.property(known, mark, fc.boolean(), fc.nat(99_999), ([slug, spelling], between, upper, number) => {
        const words = spelling.replaceAll(' ', between);
        const stated = `${upper ? words.toUpperCase() : words}${between}synthetic plan [${number}]`;
        expect(brandIn(brands, stated)).toBe(slug);
        expect(bareName(stated)).toBe(`${spelling} synthetic plan`);
      }),
    );
  });
});

test('every brand is known by the names that its rule says were seen', () => {
  for (const { slug, seen } of brands)
    for (const found of seen)
      expect([found, brandIn(brands, found.replace(/ \([^(]*$/, ''))]).toEqual([found, slug]);
});
