/** An id falls into its type and its key, and what people write is the last part of it. */

import { describe, expect, inject, test } from 'vitest';
import { keyOf, lastPart, typeOf } from '../../../db/kit/id-parts.ts';
import { openStore } from '../../../db/kit/store.ts';
import { tables } from '../../../db/tables/index.ts';

test.each([
  ['BillingCode:CPT:77090', 'BillingCode', 'CPT:77090', '77090'],
  ['Payer:aetna', 'Payer', 'aetna', 'aetna'],
  ['CodeValidity:CPT:77090/2022-01-01', 'CodeValidity', 'CPT:77090/2022-01-01', '77090/2022-01-01'],
])('%s', (id, type, key, last) => expect([typeOf(id), keyOf(id), lastPart(id)]).toEqual([type, key, last]));

describe('of every id of the graph', () => {
  const store = openStore(inject('database'));
  const views = [...new Set(tables.filter(({ type }) => type).map(({ kind }) => kind))];
  const ids = views.flatMap((view) =>
    store.all<{ type: string; id: string }>(`select type, id from ${view}`),
  );

  test('type and key together are the id, and the last part ends it without a colon', () => {
    expect(ids.length).toBeGreaterThan(1000);
    const wrong = ids.filter(
      ({ type, id }) =>
        typeOf(id) !== type ||
        `${typeOf(id)}:${keyOf(id)}` !== id ||
        !keyOf(id).endsWith(lastPart(id)) ||
        lastPart(id).includes(':'),
    );
    expect(wrong).toEqual([]);
  });

  test('the last part of a code, modifier or diagnosis is what people write', () => {
    for (const table of ['billing_code', 'modifier', 'diagnosis_code'])
      for (const { id, code } of store.all<{ id: string; code: string }>(`select id, code from ${table}`))
        expect(lastPart(id)).toBe(code);
  });
});
