/** The shapes of read: any number of askers in one statement, each with its own rows, in order, and no more than its page. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAlong, linksAlong, rowsAlong, rowsById } from '../../../db/kit/rows-along-edge.ts';
import type { Store } from '../../../db/kit/store.ts';
import { billingCode, citation, source } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

const walk = { asOf: { dateOfService: '2025-01-01', knownAt: '2025-01-01T00:00:00Z' }, where: [] };
const edge = { table: billingCode, by: 'familyId' };

/** Families with so many codes each; codes of all families are dealt out in turn, so that their rows lie between each other. */
function withCodes(counts: readonly number[]): Store {
  const store = emptyStore();
  for (let n = 0; n < Math.max(0, ...counts); n += 1) {
    counts.forEach((count, family) => {
      if (n < count) add(store, billingCode, { id: code(n, family), familyId: `ServiceFamily:${family}` });
    });
  }
  return store;
}

const code = (n: number, family: number) => `BillingCode:CPT:${String(n).padStart(3, '0')}-${family}`;
const codesOf = (family: number, count: number) => Array.from({ length: count }, (_, n) => code(n, family));

function along(
  store: Store,
  families: readonly string[],
  slice: Parameters<typeof rowsAlong>[4],
): string[][] {
  return rowsAlong<{ readonly id: string }>(store, edge, families, walk, slice).map((rows) =>
    rows.map(({ id }) => id),
  );
}

function counting<T>(store: Store, work: () => T): { answer: T; statements: number } {
  let statements = 0;
  const stop = store.observe(() => {
    statements += 1;
  });
  const answer = work();
  stop();
  return { answer, statements };
}

test('rows by id come in the order asked, as often as asked, undefined where there is none', () => {
  const store = withCodes([3]);
  const asked = [code(2, 0), 'BillingCode:CPT:none', code(0, 0), code(2, 0)];
  const { answer, statements } = counting(store, () => rowsById(store, billingCode, asked));
  expect(answer.map((row) => row?.id)).toEqual([code(2, 0), undefined, code(0, 0), code(2, 0)]);
  expect(statements).toBe(1);
});

test('each asker gets its own rows, up to its page, in one statement', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 10 }), fc.boolean(), (sizes, limit, backward) => {
      const store = withCodes(sizes);
      const families = sizes.map((_, i) => `ServiceFamily:${i}`);
      const { answer, statements } = counting(store, () => along(store, families, { limit, backward }));
      const whole = sizes.map((count, i) => (backward ? codesOf(i, count).reverse() : codesOf(i, count)));
      expect(answer).toEqual(whole.map((rows) => rows.slice(0, limit)));
      expect(statements).toBe(1);
      expect(countAlong(store, edge, families, walk)).toEqual(sizes);
      store.close();
    }),
    { numRuns: 20 },
  );
});

test('a page after a row and before another holds what lies between, without them', () => {
  const store = withCodes([8]);
  const between = { after: { id: code(1, 0) }, before: { id: code(6, 0) }, limit: 10 };
  expect(along(store, ['ServiceFamily:0'], { ...between, backward: false })).toEqual([
    codesOf(0, 6).slice(2),
  ]);
  expect(along(store, ['ServiceFamily:0'], { ...between, backward: true })).toEqual([
    codesOf(0, 6).slice(2).reverse(),
  ]);
});

test('an asker that is asked for twice gets its rows twice', () => {
  const store = withCodes([2]);
  expect(along(store, ['ServiceFamily:0', 'ServiceFamily:0'], { limit: 5, backward: false })).toEqual([
    codesOf(0, 2),
    codesOf(0, 2),
  ]);
});

test('ids that try to be SQL find nothing', () => {
  const store = withCodes([2]);
  const nasty = ["' or 1=1 --", '"', '%', '\u0000', ']'];
  expect(along(store, nasty, { limit: 5, backward: false })).toEqual(nasty.map(() => []));
  expect(rowsById(store, billingCode, nasty)).toEqual(nasty.map(() => undefined));
});

test('links come for each asker in the order of their key: the primary source first', () => {
  const store = emptyStore();
  add(store, source, { id: 'Source:a' });
  for (const seq of [2, 0, 1]) add(store, citation, { subjectId: 'Payer:x', seq, sourceId: 'Source:a' });
  add(store, citation, { subjectId: 'Payer:y', seq: 0, sourceId: 'Source:a' });
  const found = linksAlong(store, citation, 'subjectId', ['Payer:y', 'Payer:none', 'Payer:x']);
  expect(found.map((rows) => rows.map(({ seq }) => seq))).toEqual([[0], [], [0, 1, 2]]);
});
