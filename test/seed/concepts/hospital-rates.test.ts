/** What the seed states of hospitals' price files, and the files themselves: a load cites each file beside the text, and doubles nothing. */

import { describe, expect, test } from 'vitest';
import { snake } from '../../../db/kit/table.ts';
import { rateBenchmark } from '../../../db/tables/index.ts';
import { seedEntries } from '../../kit/founding.ts';
import { excerptsOf } from '../kit/file-trial.ts';
import { loading } from '../kit/loading.ts';

const files = excerptsOf('hpt/2026-bone');
const codes = ['77080', '77081', '77085', '77086', '77089', '77090', '77091', '77092'];

/** As they were read on one day: what is added later is no matter of this test. */
const ofText = seedEntries().filter(
  ({ table, row, place }) =>
    table === rateBenchmark &&
    place.file === 'seed/data/prices/hospital-rates.csv' &&
    row.recordedFrom === '2026-11-30T00:00:00Z',
);

test('every amount that nine hospitals publish of trabecular bone score is there, each of its own purpose', () => {
  const statements = Map.groupBy(ofText, ({ row }) => String(row.subjectId).slice(-5));
  // As an independent reading of the files finds them, the ranges of hospitals among them.
  expect(['77089', '77090'].map((code) => statements.get(code)?.length)).toEqual([21, 86]);
  expect([...statements.keys()].sort()).toEqual(codes);
  const hospitals = new Set(ofText.map(({ row }) => row.facility));
  expect(hospitals.size).toBe(9);
  const purposes = ofText.map(({ row }) =>
    JSON.stringify(rateBenchmark.exclusiveBy?.map((name) => row[name])),
  );
  expect(new Set(purposes).size).toBe(ofText.length);
});

test('names of payers are linked where they are exactly those of a payer, and marks of many licensees are not', () => {
  const links = new Map(ofText.map(({ row }) => [row.payerStated, row.payerId]));
  expect([links.get('Aetna'), links.get('Unitedhealthcare')]).toEqual(['Payer:aetna', 'Payer:uhc']);
  expect(links.get('Bcbs')).toBe(null);
});

const twice = `
  select count(*) as "times" from rate_benchmark t where t.facility is not null and t.recorded_to is null
  group by ${(rateBenchmark.exclusiveBy ?? []).map((name) => `t.${snake(name)}`).join(', ')} having count(*) > 1`;

describe.skipIf(files.length === 0)('of the real files', () => {
  test('a load cites every file beside the text, and doubles or corrects nothing', {
    timeout: 300_000,
  }, async () => {
    const graph = loading();
    const { build } = await graph.load(files, { codes });
    const sum = (name: 'unchanged' | 'corrected' | 'ended') =>
      build?.brought.reduce((all, each) => all + each[name], 0);
    expect([sum('unchanged'), sum('corrected'), sum('ended')]).toEqual([ofText.length, 0, 0]);
    const { store } = graph.release();
    expect(store.all(twice)).toEqual([]);
    // A statement of the text that a file confirms cites both, its own source first.
    const cited = `select count(*) as n from (
      select c.subject_id from citation c join rate_benchmark t on t.id = c.subject_id
      where t.facility is not null group by 1 having count(*) = 2)`;
    expect(store.get(cited)).toEqual({ n: ofText.length });
  });
});
