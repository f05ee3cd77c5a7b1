/**
 * A SQL statement cannot be broken off, so that none that reads a whole table may run on the front thread where that is large.
 * No statement of the graph does but those that count all there is (test/schema/kit/plans.test.ts); here is which root
 * fields run these, and that a large release sends each of them to a worker thread.
 */

import { getNamedType, isObjectType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { tables } from '../../../db/tables/index.ts';
import { sizesOf } from '../../../schema/kit/growth.ts';
import { limits } from '../../../src/limits/limits.ts';
import { estimateOf } from '../../kit/estimated.ts';
import { observed, query, release } from '../../kit/graph.ts';
import { rootFields, samplesOf } from '../../kit/root-fields.ts';

/** The least that counts: of each connection at the root its total, and one facet where it has any. */
const counts = rootFields.flatMap((field) => {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || !type.getFields().totalCount) return [];
  const values = samplesOf(field);
  const given = field.args.filter(({ name }) => name in values);
  const declared = given.map(({ name, type: of }) => `$${name}: ${of}`).join(', ');
  const bound = given.map(({ name }) => `, ${name}: $${name}`).join('');
  const facets = type.getFields().facets ? ['facets(fields: [RANK]) { field }'] : [];
  return ['totalCount', ...facets].map((counted) => ({
    name: `${field.name}.${counted.split('(')[0]}`,
    document: `query ${declared && `(${declared})`} { ${field.name}(first: 0${bound}) { ${counted} } }`,
    values,
  }));
});

let counting: typeof counts = [];
beforeAll(async () => {
  for (const each of counts) {
    const { runs } = await observed(() => query(each.document, each.values));
    if (runs.some(({ sql }) => sql.includes('count(*)'))) counting = [...counting, each];
  }
});

/** The sizes of a release where each table has so many rows. */
const sizesWith = (rows: number) =>
  sizesOf({
    ...release,
    info: { ...release.info, counts: Object.fromEntries(tables.map(({ name }) => [name, rows])) },
  });

test('the fields that count all there is', () => {
  expect(counting.map(({ name }) => name)).toEqual([
    'conflicts.totalCount',
    'gaps.totalCount',
    'changes.totalCount',
    'events.totalCount',
    'listedPlans.totalCount',
    'priceFiles.totalCount',
    'statements.totalCount',
    'statements.facets',
  ]);
});

test('each of them is too large for the front thread where there are many rows, and not where there are few', () => {
  const tooLarge = (rows: number) =>
    counting.filter(({ document, values }) => estimateOf(document, values, sizesWith(rows)) > limits.inFront);
  expect(tooLarge(1_000_000)).toEqual(counting);
  expect(tooLarge(10)).toEqual([]);
});
