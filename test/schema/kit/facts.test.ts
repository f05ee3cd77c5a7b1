/** Facts by hand: how they are found, what their columns show, how they are named, and what one request shares. */

import { describe, expect, test } from 'vitest';
import * as t from '../../../db/tables/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { labelOf } from '../../../schema/kit/entity.ts';
import {
  allOf,
  anyOne,
  at,
  known,
  mustHave,
  one,
  rowsReferringTo,
  tableOf,
} from '../../../schema/kit/fact.ts';
import { shown } from '../../../schema/kit/fields-from-columns.ts';
import { type CitationFact, citationsOf, sourceOf } from '../../../schema/kit/source.ts';
import { noon, observed } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const { billingCode, coverage, dataGap, feeScheduleEntry, payer, policy, source } = t;
const store = serviceStore();
add(store, policy, { id: 'Policy:b', payerId: ids.payer });
add(store, policy, { id: 'Policy:a', payerId: ids.payer });
add(store, policy, { id: 'Policy:c', payerId: ids.otherPayer });
add(store, source, { id: 'Source:s', url: 'https://example.org' });
for (const [subjectId, seq] of [
  [ids.code, 1],
  [ids.code, 0],
  [ids.component, 0],
] as const)
  add(store, t.citation, { subjectId, seq, sourceId: 'Source:s', locator: `${seq}` });
const release = releaseOf(store);
const context = graphContext(release, new Headers(), noon);
const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-02T00:00:00Z' };

describe('a fact', () => {
  test('is a row and the as-of that it was read for', () => {
    expect(at({ id: 'a', n: 1 }, asOf)).toEqual({ id: 'a', n: 1, asOf });
  });

  test('is found by its id, in memory or in the store; null where there is none', async () => {
    expect(one(context, payer, ids.payer, asOf)).toMatchObject({
      id: ids.payer,
      slug: 'synthetic-one',
      asOf,
    });
    expect(one(context, payer, 'Payer:nobody', asOf)).toBeNull();
    expect(await one(context, billingCode, ids.code, asOf)).toMatchObject({
      id: ids.code,
      code: '99999',
      asOf,
    });
    expect(await one(context, billingCode, 'BillingCode:CPT:00000', asOf)).toBeNull();
    expect(await anyOne(context, ids.code, asOf)).toMatchObject({ id: ids.code, asOf });
    expect(() => anyOne(context, 'junk', asOf)).toThrow('is no id');
  });

  test('is read for each as-of by itself', async () => {
    const other = { ...asOf, dateOfService: '2024-01-01' };
    const [first, second] = await Promise.all(
      [asOf, other].map((day) => one(context, billingCode, ids.code, day)),
    );
    expect([first?.asOf, second?.asOf]).toEqual([asOf, other]);
  });

  test('of a table in memory is found with all of them, or by a column, in the order of their ids', () => {
    const idsOf = (rows: readonly { readonly id: string; readonly asOf: object }[]) => {
      for (const row of rows) expect(row.asOf).toBe(asOf);
      return rows.map(({ id }) => id);
    };
    expect(idsOf(allOf(context, policy, asOf))).toEqual(['Policy:a', 'Policy:b', 'Policy:c']);
    expect(idsOf(rowsReferringTo(context, policy, 'payerId', ids.payer, asOf))).toEqual([
      'Policy:a',
      'Policy:b',
    ]);
    expect(idsOf(rowsReferringTo(context, policy, 'payerId', 'Payer:nobody', asOf))).toEqual([]);
  });

  test('that must be there and is not is a fault of the graph, one that a client names an error of the client', async () => {
    expect(await mustHave(context, billingCode, ids.code, asOf)).toMatchObject({ id: ids.code });
    await expect(mustHave(context, payer, 'Payer:nobody', asOf)).rejects.toThrow(
      'Payer:nobody is referred to',
    );
    expect(await known(context, payer, 'left', ids.payer, asOf, 'payers')).toMatchObject({ id: ids.payer });
    await expect(known(context, payer, 'left', 'Payer:nobody', asOf, 'payers { id }')).rejects.toMatchObject({
      message: expect.stringMatching(/^left: this release holds no Payer:nobody.*payers \{ id \}\.$/),
      extensions: { code: 'UNKNOWN_ID', field: 'left' },
    });
  });

  test('is of the table of its type', () => {
    expect(tableOf('DataGap')).toBe(dataGap);
    expect(() => tableOf('CoverageCell')).toThrow('CoverageCell');
    expect(() => tableOf('')).toThrow('No table');
  });

  test('is named by its label, else by its title, else by its id', () => {
    const named = (values: object) => labelOf(at({ id: 'a', ...values }, asOf));
    expect(named({ label: 'Label', title: 'Title' })).toBe('Label');
    expect(named({ title: 'Title' })).toBe('Title');
    expect(named({})).toBe('a');
  });
});

describe('a column shows', () => {
  test.each<[string, Parameters<typeof shown>[0], unknown, unknown]>([
    ['a text', coverage.columns.summary, 'said', 'said'],
    ['an empty text', coverage.columns.summary, '', ''],
    ['nothing', coverage.columns.summary, null, null],
    ['nothing of a list', payer.columns.aliases, null, null],
    ['what a row does not have', coverage.columns.summary, undefined, null],
    ['a list', payer.columns.aliases, '["a","b"]', ['a', 'b']],
    ['true', payer.columns.namedInReports, 1, true],
    ['false', payer.columns.namedInReports, 0, false],
    ['cents', t.rateBenchmark.columns.amount, 4153, '41.53'],
    ['no cents', t.rateBenchmark.columns.amount, 0, '0.00'],
    ['dollars to the cent', t.oppsStatus.columns.paymentRate, 415_300, '41.53'],
    ['dollars to a part of a cent', t.oppsStatus.columns.paymentRate, 415_307, '41.5307'],
    ['a whole number', t.unitLimit.columns.maxUnits, 3, 3],
    ['a day', feeScheduleEntry.columns.validFrom, '2025-01-01', '2025-01-01'],
  ])('%s', (_title, column, value, expected) => {
    expect(shown(column, value)).toEqual(expected);
  });
});

describe('citations', () => {
  test('are those of the thing, the primary first, each with an id of its own', async () => {
    const found = await citationsOf(context, at({ id: ids.code }, asOf));
    expect(found.map(({ id, locator, asOf: day }) => [id, locator, day])).toEqual([
      [`${ids.code}#0`, '0', asOf],
      [`${ids.code}#1`, '1', asOf],
    ]);
    expect(await citationsOf(context, at({ id: ids.payer }, asOf))).toEqual([]);
  });

  test('lead to their source, and one without is a fault of the graph', async () => {
    const [cited] = await citationsOf(context, at({ id: ids.code }, asOf));
    expect(cited && sourceOf(context, cited)).toMatchObject({ id: 'Source:s', asOf });
    const lost = { subjectId: 'a', sourceId: 'Source:lost', asOf } as CitationFact;
    expect(() => sourceOf(context, lost)).toThrow('Citation of a names a source that is not stored.');
  });
});

describe('one request', () => {
  test('is about now, or about what its headers say', () => {
    const of = (headers: Record<string, string>) => graphContext(release, new Headers(headers), noon).asOf;
    const now = { dateOfService: '2026-11-24', knownAt: '2026-11-24T12:00:00Z' };
    expect(of({})).toEqual(now);
    expect(of({ 'as-of-date-of-service': '2025-01-01' })).toEqual({ ...now, dateOfService: '2025-01-01' });
    expect(of({ 'as-of-known-at': '2025-01-01T00:00:00Z' })).toEqual({
      ...now,
      knownAt: '2025-01-01T00:00:00Z',
    });
    expect(graphContext(release, new Headers(), noon)).toMatchObject({ release, store, now: noon });
  });

  test('reads the facts of a level in one statement, and each of them once', async () => {
    const fresh = graphContext(release, new Headers(), noon);
    const read = () =>
      Promise.all(
        [ids.code, 'BillingCode:CPT:00000', ids.code].map((id) => one(fresh, billingCode, id, asOf)),
      );
    const { answer, runs } = await observed(async () => [...(await read()), ...(await read())], { store });
    expect(answer.map((fact) => fact?.id)).toEqual([
      ids.code,
      undefined,
      ids.code,
      ids.code,
      undefined,
      ids.code,
    ]);
    expect(runs).toHaveLength(1);
  });
});
