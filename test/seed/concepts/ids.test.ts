/** Ids: readable, well-formed, unique over all tables. */

import { expect, test } from 'vitest';
import { tables } from '../../../db/tables/index.ts';
import { codeId, slugOf, wellFormed } from '../../../seed/kit/ids.ts';
import { built } from '../kit/built.ts';

const { store } = built();

function ids(): readonly { readonly type: string; readonly id: string }[] {
  return tables
    .filter((table) => 'id' in table.columns)
    .flatMap((table) =>
      store()
        .all<{ id: string }>(`select t.id from ${table.name} t`)
        .map(({ id }) => ({ type: table.type, id })),
    );
}

test('every id begins with its type and has no character that a path or a query would mangle', () => {
  const odd = ids().filter(({ type, id }) => !id.startsWith(`${type}:`) || !wellFormed.test(id));
  expect(odd).toEqual([]);
});

test('no id is given twice, whatever the table', () => {
  const all = ids().map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
});

test('the form of a code tells its system', () => {
  expect([codeId('77090'), codeId('0554T'), codeId('G0130')]).toEqual([
    'BillingCode:CPT:77090',
    'BillingCode:CPT:0554T',
    'BillingCode:HCPCS_LEVEL_II:G0130',
  ]);
});

test('the words of a text make the tail of an id', () => {
  expect(slugOf('Women with Turner syndrome.')).toBe('women-with-turner-syndrome');
  expect(slugOf("A man's T-score of -2.5 or lower")).toBe('a-man-s-t-score-of-2.5-or');
});
