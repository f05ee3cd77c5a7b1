/** Whole names lead to entities however they are typed: the table of the search index against the same rule in a few words. All names are synthetic. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyStore } from '../../seed/kit/empty-store.ts';

const sql = readFileSync(join(import.meta.dirname, '../../../db/search/names.sql'), 'utf8');
const marks = ' .-/,:;()[]&\'"+_%';

/** A text without capitals of ASCII and without the marks that people leave out. */
const keyOf = (text: string) =>
  [...text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())].filter((c) => !marks.includes(c)).join('');

interface Entry {
  readonly names: readonly string[];
  readonly label: string;
}

/** The rows that the table is to hold: a key once for each entry, as a name where it is one and the label too. */
function expected(entries: readonly Entry[]) {
  const rows = entries.flatMap(({ names, label }, index) => {
    const ofNames = new Set(names.map(keyOf));
    const ofLabel = ofNames.has(keyOf(label)) ? [] : [{ key: keyOf(label), slot: index + 1, isLabel: 1 }];
    return [...[...ofNames].map((key) => ({ key, slot: index + 1, isLabel: 0 })), ...ofLabel];
  });
  return rows
    .filter(({ key }) => key !== '')
    .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || a.slot - b.slot);
}

const text = fc.string({
  unit: fc.constantFrom(...marks, ...'AbZz019é*ß', 'Ä', '𝒳'),
  maxLength: 12,
});
const entry = fc.record({ names: fc.array(text, { maxLength: 4 }), label: text });

test('every name and label is keyed without capitals and without each of the marks', () => {
  const store = emptyStore();
  store.exec('create temp table next_slot as select 0 as slot, 100 as last');
  const insert = `insert into search (rowid, id, type, names, label, description) values (:slot, 'Synthetic:' || :slot, 'Synthetic', :names, :label, '')`;
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
      store.exec('delete from search; delete from search_name');
      for (const [index, { names, label }] of entries.entries())
        store.run(insert, { slot: index + 1, names: JSON.stringify(names), label });
      store.exec(sql);
      const held = store.all(
        'select n.key, n.slot, n.is_label as "isLabel" from search_name n order by n.key, n.slot',
      );
      expect(held).toEqual(expected(entries));
    }),
  );
});
