/** What the seven Medicare contractors say locally: two by an article that lists codes, five by having none that does. */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Matrix {
  readonly rows: readonly {
    readonly cells: readonly {
      readonly payer: { readonly slug: string };
      readonly state: string;
      readonly unknownReason: string | null;
      readonly searched: readonly { readonly id: string }[];
      readonly best: {
        readonly citations: readonly { readonly source: { readonly slug: string } }[];
      } | null;
    }[];
  }[];
}

const withArticle = ['mac-cgs', 'mac-palmetto'];
const withNone = ['mac-fcso', 'mac-ngs', 'mac-noridian', 'mac-novitas', 'mac-wps'];

/** Everything was read by the end of November 2026; what is learnt later is not asked about here. */
const known = '2026-11-30T00:00:00Z';

async function cells(family: string, payers: readonly string[], asOf: object = {}) {
  const input = {
    families: [`ServiceFamily:${family}`],
    payers: payers.map((slug) => `Payer:${slug}`),
    asOf: { dateOfService: '2026-11-01', knownAt: known, ...asOf },
  };
  const { coverageMatrix } = await ask<{ coverageMatrix: Matrix }>(
    `query ($input: MatrixInput!) { coverageMatrix(input: $input) { rows { cells {
      payer { slug } state unknownReason searched { id } best { citations { source { slug } } } } } } }`,
    { input },
    { now: new Date(known) },
  );
  return coverageMatrix.rows.flatMap((row) => row.cells);
}

test('no local article names trabecular bone score: of each component each contractor is silent, as was checked', async () => {
  const found = await cells('trabecular-bone-score', [...withArticle, ...withNone]);
  expect(found).toHaveLength(4 * 7);
  for (const { state, unknownReason, best } of found) {
    expect([state, unknownReason]).toEqual(['UNKNOWN', 'POLICY_SILENT_ON_CODE']);
    expect(best?.citations.map(({ source }) => source.slug)).toContain('S3-MCD-INDEX');
  }
});

test('two list the codes of bone strength from CT, with criteria', async () => {
  const found = await cells('ct-bone-strength', withArticle);
  expect(found.map(({ state }) => state)).toEqual(Array(10).fill('CONDITIONAL'));
});

test('before the list of articles was published, no policy was found, whatever was read since', async () => {
  const earlier = await cells('trabecular-bone-score', withNone, { dateOfService: '2026-01-01' });
  expect(new Set(earlier.map(({ unknownReason }) => unknownReason))).toEqual(new Set(['NO_POLICY_FOUND']));
});

test('before the articles were read, their text was not seen, and what was searched did not know of them', async () => {
  const before = { knownAt: '2026-11-28T00:00:00Z' };
  const [ofArticle, ofNone] = await Promise.all(
    [withArticle, withNone].map(async (payers) => cells('trabecular-bone-score', payers, before)),
  );
  expect(new Set(ofArticle?.map((cell) => cell.unknownReason))).toEqual(new Set(['POLICY_TEXT_NOT_SEEN']));
  expect(new Set(ofNone?.map((cell) => cell.unknownReason))).toEqual(new Set(['NO_POLICY_FOUND']));
  const strength = await cells('ct-bone-strength', withArticle, before);
  expect(new Set(strength.map((cell) => cell.unknownReason))).toEqual(new Set(['POLICY_TEXT_NOT_SEEN']));
  expect(strength.flatMap(({ searched }) => searched.map(({ id }) => id))).not.toContain('Source:S3-A57132');
});

describe('Medicare', () => {
  const columns = async (family: string, payers: readonly string[]) => {
    const found = await cells(family, payers);
    return [...new Set(found.map(({ payer }) => payer.slug))];
  };

  test('is its national column, and those of contractors that state something of their own', async () => {
    expect(await columns('trabecular-bone-score', ['medicare'])).toEqual(['medicare']);
    expect(await columns('ct-bone-strength', ['medicare'])).toEqual(['medicare', ...withArticle]);
    expect(await columns('trabecular-bone-score', ['medicare', 'mac-wps'])).toEqual(['medicare', 'mac-wps']);
  });

  test('is compared with what they state, and with one of them without it', async () => {
    const compared = async (right: string) => {
      const { comparePayers } = await ask<{ comparePayers: Compared }>(
        `query ($right: ID!, $asOf: AsOfInput) {
          comparePayers(left: "Payer:medicare", right: $right, family: "ServiceFamily:ct-bone-strength", asOf: $asOf) {
            removed { ...Whose } added { ...Whose } } }
          fragment Whose on CoverageStatement { payer { slug } }`,
        { right: `Payer:${right}`, asOf: { dateOfService: '2026-11-01', knownAt: known } },
        { now: new Date(known) },
      );
      const slugs = (side: Compared['added']) => [...new Set(side.map(({ payer }) => payer.slug))].sort();
      return { left: slugs(comparePayers.removed), right: slugs(comparePayers.added) };
    };
    expect(await compared('mac-wps')).toMatchObject({ left: [...withArticle, 'medicare'] });
    const [own = '', other = ''] = withArticle;
    expect(await compared(own)).toEqual({ left: [other, 'medicare'], right: [own] });
  });
});

interface Compared {
  readonly removed: readonly { readonly payer: { readonly slug: string } }[];
  readonly added: readonly { readonly payer: { readonly slug: string } }[];
}
