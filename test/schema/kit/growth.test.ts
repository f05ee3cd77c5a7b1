/** How much a release holds and what fields can come to, by hand: what the estimate of an operation is made of. */

import { describe, expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import {
  billingCode,
  type billingUnit,
  citation,
  codePairEdit,
  coverage,
  payer,
  policy,
  statementTables,
} from '../../../db/tables/index.ts';
import {
  alongColumn,
  alongSubject,
  asNamed,
  citing,
  grows,
  mostOf,
  passing,
  type Sizes,
  sizesOf,
} from '../../../schema/kit/growth.ts';
import { emptyStore, releaseOf } from '../../kit/synthetic.ts';

/** The sizes of a release of which only these counts and largest groups are known. */
function measured(counts: Record<string, number>, largestGroups: Record<string, number> = {}): Sizes {
  const release: Release = releaseOf(emptyStore());
  return sizesOf({ ...release, info: { ...release.info, counts, largestGroups } });
}

const nobody = () => measured({});

describe('the sizes of a release', () => {
  test('are its rows, those of a table that stand by the million among them', () => {
    const rows = codePairEdit.bulk?.rows ?? '';
    const sizes = measured({ coverage: 7, code_pair_edit: 2, [rows]: 40 });
    expect([coverage, codePairEdit, payer].map((table) => sizes.rows(table))).toEqual([7, 42, undefined]);
    expect(measured({ code_pair_edit: 2 }).rows(codePairEdit)).toBe(2);
  });

  test('are the things of a type, and of all types of an interface', () => {
    const sizes = measured({ coverage: 7, code_validity: 3, payer: 5, billing_unit: 100 });
    const things = ['CoverageStatement', 'Payer', 'Statement', 'Entity', 'Node', 'Policy', 'CoverageCell'];
    expect(things.map((type) => sizes.things(type))).toEqual([7, 5, 10, 5, 15, undefined, undefined]);
    expect(['Statement', 'Entity', 'Node'].map((type) => nobody().things(type))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('are the most rows that share a value, by the type of an id where types were told apart', () => {
    const sizes = measured(
      { payer: 5 },
      {
        'coverage.payer_id': 9,
        'citation.subject_id': 8,
        'citation.subject_id of CoverageStatement': 4,
      },
    );
    const most = (type?: string) => sizes.most(citation, 'subjectId', type);
    expect([most(), most('CoverageStatement'), most('Payer')]).toEqual([8, 4, 0]);
    expect(['Statement', 'Entity', 'Node', 'CoverageCell'].map(most)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([sizes.most(coverage, 'payerId'), sizes.most(coverage, 'payerId', 'Payer')]).toEqual([
      9,
      undefined,
    ]);
    expect([nobody().most(coverage, 'payerId'), nobody().most(citation, 'subjectId', 'Payer')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('are measured once a release, and with them are its tables in memory', () => {
    const release = releaseOf(emptyStore());
    expect(sizesOf(release)).toBe(sizesOf(release));
    expect(sizesOf(release).memory?.all('payer')).toEqual([]);
    expect(sizesOf(releaseOf(emptyStore()))).not.toBe(sizesOf(release));
  });
});

describe('how a field grows', () => {
  const sizes = measured(
    { coverage: 70, citation: 90 },
    { 'coverage.payer_id': 9, 'citation.subject_id': 8, 'citation.subject_id of CoverageStatement': 2 },
  );

  test('is said in the extensions of the field', () => {
    expect(grows(alongSubject)).toEqual({ extensions: { growth: alongSubject } });
  });

  test('eighty rows are passed over in the time of one value', () => {
    expect([passing(80), passing(200), passing(0), passing(undefined)]).toEqual([1, 2.5, 0, 0]);
  });

  test('a list of what is named has an item for each name, though one be named twice', () => {
    const { items, eachOnce: apart } = asNamed('ids');
    expect([items?.(sizes, { ids: ['a', 'a', 'b'] }, 'Query'), apart]).toEqual([3, false]);
  });

  test('rows along a column stand together where the table is clustered by it, else twenty times as far apart', () => {
    const along = (table: typeof coverage | typeof billingUnit, column: string) => alongColumn(table, column);
    expect(along(coverage, coverage.cluster[0] ?? '').scattered).toBe(1);
    expect(along(coverage, 'payerId').scattered).toBe(20);
    const { items, total, eachOnce: apart } = along(coverage, 'payerId');
    expect([items?.(sizes, {}, 'Payer'), total?.(sizes), apart]).toEqual([9, 70, true]);
  });

  test('citations are as many as the most of the type, and behind an interface a third of the most of any', () => {
    const items = (type: string, of: Sizes = sizes) => citing.items?.(of, {}, type);
    expect([items('CoverageStatement'), items('Payer'), items('Statement'), items('Node')]).toEqual([
      2, 0, 3, 3,
    ]);
    expect(items('Statement', nobody())).toBeUndefined();
    // Most citations are worked out from runs of editions: no table counts them.
    expect([citing.total, citing.eachOnce, citing.scattered]).toEqual([undefined, true, 1]);
  });

  test('the most of several tables is their sum, and unknown where one was not measured', () => {
    const [cited, ofPayer] = [
      { table: citation, column: 'subjectId' },
      { table: coverage, column: 'payerId' },
    ];
    expect(mostOf(sizes, [])).toBe(0);
    expect(mostOf(sizes, [cited, ofPayer])).toBe(17);
    expect(mostOf(sizes, [cited, ofPayer], 'CoverageStatement')).toBe(11);
    expect(mostOf(sizes, [ofPayer, { table: coverage, column: 'codeId' }])).toBeUndefined();
    expect(mostOf(sizes, [{ table: coverage, column: 'codeId' }, ofPayer])).toBeUndefined();
  });

  test('statements about a thing are those of the tables that may be about its type', () => {
    const subjects = statementTables.map(({ name, subject = '', columns }) => ({
      group: `${name}.${subject.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      about: columns[subject]?.references,
    }));
    const ones = Object.fromEntries(subjects.map(({ group }) => [group, 1]));
    const of = (table: string) => subjects.filter(({ about }) => !about || about === table).length;
    const counted = measured({ ...ones, coverage: 3, payer: 4 }, ones);
    const items = (type: string) => alongSubject.items?.(counted, {}, type);
    expect([billingCode, policy].map(({ type }) => items(type))).toEqual([of('billing_code'), of('policy')]);
    expect(of('billing_code')).toBeGreaterThan(of('policy'));
    expect(items('Entity')).toBe(subjects.length);
    expect(alongSubject.total?.(measured({ coverage: 3, code_validity: 2 }))).toBe(5);
    expect([alongSubject.work?.(sizes, {}, 0), alongSubject.scattered, alongSubject.eachOnce]).toEqual([
      5,
      20,
      true,
    ]);
  });
});
