/** A page by hand: what is read for it, how its cursors read, and what it says of what lies around it. */

import { describe, expect, test } from 'vitest';
import { cursorOf, pageOf, sizeOf, sliceOf, sliceRows } from '../../../schema/kit/page.ts';

const edge = 'Payer.coverage';
const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const cursor = (id: string) => cursorOf(edge, { id });
const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).join('');

/** The error of a client: its message and the field that it names. */
function refused(work: () => unknown): { readonly message: string; readonly extensions: unknown } {
  try {
    work();
  } catch (error) {
    return error as ReturnType<typeof refused>;
  }
  throw new Error('It was let in.');
}

describe('the size of a page', () => {
  test.each<[Parameters<typeof sizeOf>[0], number, boolean]>([
    [{}, 25, false],
    [{ first: null, last: null }, 25, false],
    [{ first: 0 }, 0, false],
    [{ first: 100 }, 100, false],
    [{ last: 0 }, 0, true],
    [{ last: 100, first: null }, 100, true],
  ])('%j is %i items, from the end: %s', (args, size, backward) => {
    expect(sizeOf(args)).toEqual({ size, backward });
  });

  test.each([
    ['first', -1],
    ['first', 101],
    ['last', -1],
    ['last', 101],
  ] as const)('%s: %i is refused by its name', (field, size) => {
    const { message, extensions } = refused(() => sizeOf({ [field]: size }));
    expect(message).toMatch(new RegExp(`^${field} is ${size}: .* 0 to 100`));
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });

  test('first and last together are refused', () => {
    const { message, extensions } = refused(() => sizeOf({ first: 1, last: 1 }));
    expect([message, extensions]).toEqual([
      expect.stringContaining('cannot be given together'),
      { code: 'BAD_USER_INPUT', field: 'last' },
    ]);
  });
});

describe('what is read for a page', () => {
  test('is one row more than it holds, between its cursors', () => {
    expect(sliceOf(edge, {})).toEqual({ size: 25, limit: 26, backward: false });
    expect(sliceOf(edge, { last: 3, after: cursor('a'), before: cursor('BillingCode:CPT:77090') })).toEqual({
      size: 3,
      limit: 4,
      backward: true,
      after: { id: 'a' },
      before: { id: 'BillingCode:CPT:77090' },
    });
    expect(sliceOf(edge, { after: null, before: null })).toMatchObject({
      after: undefined,
      before: undefined,
    });
  });

  test.each(['after', 'before'])('%s must be a cursor that the same field gave', (field) => {
    const read = (text: string) => refused(() => sliceOf(edge, { [field]: text }));
    const base64 = (text: string) => Buffer.from(text).toString('base64url');
    const forged = ['', 'a', base64(edge), base64(`${edge} `), base64(`${edge} a b`), `${cursor('a')}=`];
    for (const text of forged) {
      const { message, extensions } = read(text);
      expect(message).toMatch(new RegExp(`^${field} is no cursor: `));
      expect(extensions).toEqual({ code: 'BAD_USER_INPUT', field });
    }
    const other = read(cursorOf('Payer.gaps', { id: 'a' }));
    expect(other.message).toMatch(
      new RegExp(`^${field} is a cursor of Payer\\.gaps, not of Payer\\.coverage`),
    );
    expect(other.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });
});

describe('rows in memory are read as the store reads them', () => {
  test.each<[object, string]>([
    [{ first: 2 }, 'abc'],
    [{ last: 2 }, 'edc'],
    [{ first: 9 }, 'abcde'],
    [{ last: 9 }, 'edcba'],
    [{ first: 0 }, 'a'],
    [{ first: 9, after: cursor('b') }, 'cde'],
    [{ first: 9, before: cursor('b') }, 'a'],
    [{ first: 1, after: cursor('b'), before: cursor('e') }, 'cd'],
    [{ last: 1, after: cursor('a'), before: cursor('d') }, 'cb'],
    [{ first: 9, after: cursor('bb') }, 'cde'],
  ])('%j: %s', (args, expected) => {
    expect(idsOf(sliceRows(rows, sliceOf(edge, args)))).toBe(expected);
    expect(idsOf(rows)).toBe('abcde');
  });
});

describe('where tables declare an order', () => {
  const versions = ['2026-01-01', '2025-01-01', null].map((validFrom, i) => ({
    id: `PolicyVersion:${'cab'[i]}`,
    validFrom,
  }));
  const paged = (args: object) => {
    const slice = sliceOf(edge, args, true);
    return pageOf(edge, slice, sliceRows(versions, slice), () => 3);
  };
  const keysOf = (page: ReturnType<typeof paged>) => page.edges.map(({ node }) => node.id.slice(-1)).join('');

  test('cursors go on in it, forward and backward, even where the row has gone', () => {
    const first = paged({ first: 1 });
    expect(keysOf(first)).toBe('c');
    expect(keysOf(paged({ first: 9, after: first.pageInfo.endCursor }))).toBe('ab');
    expect(keysOf(paged({ last: 1, before: paged({ last: 1 }).pageInfo.startCursor }))).toBe('a');
    const gone = pageOf(
      edge,
      sliceOf(edge, {}, true),
      [{ id: 'PolicyVersion:d', validFrom: '2025-06-01' }],
      () => 1,
    );
    expect(keysOf(paged({ first: 9, after: gone.pageInfo.endCursor }))).toBe('ab');
  });

  test('a cursor keeps a number exactly for a type that has an order there', () => {
    const [id, precedence] = ['PolicyVersion:a', 7];
    const given = (row: Parameters<typeof cursorOf>[1], ordered: boolean) =>
      sliceOf(edge, { after: cursorOf(edge, row) }, ordered).after;
    expect(given({ id, precedence }, true)).toEqual({ id, precedence });
    expect(given({ id: 'Policy:a' }, true)).toEqual({ id: 'Policy:a' });
    for (const [row, ordered] of [
      [{ id }, true],
      [{ id, precedence }, false],
      [{ id: 'Policy:a', precedence }, true],
      [{ id, precedence: Number.NaN }, true],
    ] as const)
      expect(refused(() => given(row, ordered)).message).toMatch(/^after is no cursor: /);
  });
});

describe('a page', () => {
  const page = (args: object) => {
    const slice = sliceOf(edge, args);
    return pageOf(edge, slice, sliceRows(rows, slice), () => 5);
  };

  test.each<[object, string, boolean, boolean]>([
    [{ first: 2 }, 'ab', true, false],
    [{ first: 5 }, 'abcde', false, false],
    [{ first: 2, after: cursor('c') }, 'de', false, true],
    [{ first: 1, after: cursor('c') }, 'd', true, true],
    [{ last: 2 }, 'de', false, true],
    [{ last: 5 }, 'abcde', false, false],
    [{ last: 2, before: cursor('c') }, 'ab', true, false],
    [{ last: 1, before: cursor('c') }, 'b', true, true],
  ])('%j holds %s; more after: %s, more before: %s', (args, ids, hasNextPage, hasPreviousPage) => {
    const { edges, pageInfo, totalCount } = page(args);
    expect(idsOf(edges.map(({ node }) => node))).toBe(ids);
    expect(edges.map((item) => item.cursor)).toEqual([...ids].map(cursor));
    const [startCursor, endCursor] = [cursor(ids.slice(0, 1)), cursor(ids.slice(-1))];
    expect(pageInfo).toEqual({ hasNextPage, hasPreviousPage, startCursor, endCursor });
    expect(totalCount()).toBe(5);
  });

  test('that holds nothing has no cursors, and says whether there is more', () => {
    const pageInfo = { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(page({ first: 0 })).toMatchObject({ edges: [], pageInfo });
  });

  test('offers no counts by a property unless it was given some', async () => {
    expect(await page({}).facets('PAYER')).toEqual([]);
    const counted = pageOf(
      edge,
      sliceOf(edge, {}),
      rows,
      () => 5,
      async () => [{ value: 'x', count: 5 }],
    );
    expect(await counted.facets('PAYER')).toEqual([{ value: 'x', count: 5 }]);
  });
});
