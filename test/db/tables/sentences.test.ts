/** Every kind of statement says in a sentence what a row of it holds, and what the sentences are made of. */

import { expect, test } from 'vitest';
import { lastPart } from '../../../db/kit/id-parts.ts';
import { statementTable, text } from '../../../db/kit/table.ts';
import { envelope, statementTables, tables } from '../../../db/tables/index.ts';
import { counted, inWords, lineInWords, priced, withModifier } from '../../../db/tables/sentences.ts';
import { rowWith } from '../../kit/synthetic.ts';

const synthetic = {
  name: 'synthetic',
  type: 'Synthetic',
  description: 'Synthetic.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  columns: { codeId: text('The code.') },
} as const;

test('a kind of statement without a sentence does not compile', () => {
  // @ts-expect-error: `sentence` is missing
  statementTable(synthetic);
  const table = statementTable({ ...synthetic, sentence: ({ codeId }) => `Synthetic: ${codeId}.` });
  expect(table.sentence).toBeInstanceOf(Function);
});

test('statements have sentences, and nothing else has', () => {
  expect(tables.filter(({ sentence }) => sentence)).toEqual(statementTables);
});

test.each(statementTables)(
  '$type has a sentence made of its columns: not its id, and without holes',
  (table) => {
    const id = `${table.type}:row`;
    const sentence = table.sentence?.(rowWith(table, { id }), lastPart);
    expect(sentence).not.toContain(id);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  },
);

test('counts read as counts', () => {
  expect([
    counted(172_900, 2),
    counted(236_350_000, 2),
    counted(7070, 2),
    counted(999),
    counted(0, 2),
  ]).toEqual(['1,729', '2,363,500', '70.7', '999', '0']);
});

test('values and amounts read as words', () => {
  expect(inWords('NOT_COVERED')).toBe('not covered');
  expect(lineInWords('ANY_NOT_STATED')).toBe('line of business not stated');
  expect([priced(4153), priced(41_500, 4), priced(41_525, 4), priced(null)]).toEqual([
    '$41.53',
    '$4.15',
    '$4.1525',
    'not priced',
  ]);
  expect([
    withModifier('BillingCode:CPT:77080', 'Modifier:CPT:26'),
    withModifier('BillingCode:CPT:77080', null),
  ]).toEqual(['77080-26', '77080']);
});
