/** Search with any text whatever: it is answered or refused with a code, and nothing of it reaches the index as syntax. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expression, wordsOf } from '../../../db/search/words.ts';
import { observed, query, release, type StatementRun } from '../../kit/graph.ts';

const source = `query ($text: String!, $types: [String!]) {
  searchEntities(text: $text, types: $types) { totalCount readAs countsByType { count } edges { node { highlights entity { id } } } }
}`;

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      "'",
      '*',
      '\0',
      'AND ',
      'OR ',
      'NOT ',
      'NEAR(',
      'label:',
      '^',
      '-',
      '+',
      '{',
      '}',
      '(',
      ')',
      'bone ',
      'ab',
      '\ud800',
      'ﷺ',
      '77090 ',
      ' ',
    ),
  }),
);

/** Columns and words in quotes, joined: all that an expression may be made of. */
const wellFormed = /^(type : \("\w+"( OR "\w+")*\) AND )?\{names label( description)?\} : \(\(.+\)\)$/;
const atoms = /"[\p{L}\p{N}]{1,64}"( \*)?|\(|\)| AND | OR /gu;

function expressionsIn(runs: readonly StatementRun[]): string[] {
  return runs.flatMap(({ params }) =>
    params.queries ? (JSON.parse(String(params.queries)) as string[]) : [],
  );
}

describe('any text whatever', () => {
  test('is answered or refused with a code, in a few bounded statements', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        const { answer, runs } = await observed(() => query(source, { text }));
        for (const { extensions } of answer.errors ?? []) {
          expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'text' });
        }
        if (!answer.errors)
          expect(answer.data).toMatchObject({ searchEntities: { edges: expect.any(Array) } });
        for (const each of expressionsIn(runs)) {
          expect(each).toMatch(wellFormed);
          expect(each.slice(each.indexOf('} : ') + 4).replace(atoms, '')).toBe('');
          expect(each.match(/ \*/g)?.length ?? 0).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('becomes words of letters and digits, each once', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const words = wordsOf(text);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        const wanted = words.slice(0, 12).map((word) => ({ word, forms: [word], open: false }));
        if (wanted.length === 0) return;
        const sql = 'select count(*) as "n" from search m where m.search match :query';
        release.store.all(sql, { query: expression(wanted, 'names label', null) });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['', 'text'],
    ['"*" --', 'text'],
    ['x'.repeat(501), 'text'],
    ['y'.repeat(65), 'text'],
    [Array.from({ length: 13 }, (_, i) => `w${i}`).join(' '), 'text'],
  ])('%j is refused by name', async (text, field) => {
    const { errors } = await query(source, { text });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });

  test('types that cannot be searched are refused with those that can', async () => {
    const { errors } = await query(source, { text: 'bone', types: ['Conflict'] });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'types' });
    expect(errors?.[0]?.message).toContain('BillingCode');
  });
});
