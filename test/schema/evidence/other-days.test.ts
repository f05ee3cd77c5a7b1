/** `otherDays`: a list is among them exactly where it is empty on the day and on some other day is not, for every list of the type. */

import { describe, expect, test } from 'vitest';
import { rowsAlong } from '../../../db/kit/rows-along-edge.ts';
import { BillingCode } from '../../../schema/codes/code.ts';
import { edgesFrom, rankWhere } from '../../../schema/kit/edge-to-many.ts';
import { ask, noon, observed, query, release } from '../../kit/graph.ts';

const knownAt = noon.toISOString().replace('.000', '');
const edges = edgesFrom(BillingCode).filter(({ edge }) => edge.table.kind === 'statement');

interface Found {
  readonly field: string;
  readonly about: string;
  readonly reason: string;
  readonly nearestBefore: string | null;
  readonly nearestAfter: string | null;
}

const fields = 'otherDays { field about reason nearestBefore nearestAfter }';

async function otherDays(code: string, day: string): Promise<readonly Found[]> {
  const { billingCode } = await ask<{ billingCode: { otherDays: readonly Found[] } }>(
    `query ($code: String!, $day: Date!) { billingCode(code: $code, asOf: { dateOfService: $day }) { ${fields} } }`,
    { code, day },
  );
  return billingCode.otherDays;
}

/** The days around which anything changes. */
const days = release.store
  .all<{ readonly day: string }>(
    `select b.day from (
      select s.own_from as day from statement s where s.own_from is not null
      union select s.own_to from statement s where s.own_to is not null
      union select date(s.own_from, '-1 day') from statement s where s.own_from is not null
      union select date(s.own_to, '-1 day') from statement s where s.own_to is not null) b
    order by 1`,
  )
  .map(({ day }) => day);

/** The days on which something is in a list, of all on which that may change. */
function filledOn(id: string, index: number): readonly string[] {
  const edge = edges[index]?.edge;
  return days.filter((dateOfService) => {
    const walk = { asOf: { dateOfService, knownAt }, where: [rankWhere(null)] };
    const [rows = []] = edge ? rowsAlong(release.store, edge, [id], walk, { limit: 1, backward: false }) : [];
    return rows.length > 0;
  });
}

describe.each(['77089', '0554T'])('the lists of %s', (code) => {
  const id = `BillingCode:CPT:${code}`;
  const filled = edges.map((_, index) => filledOn(id, index));

  test.each(['2009-05-05', '2022-06-01', '2025-10-15', '2026-12-31'])('on %s', async (day) => {
    const expected = edges.flatMap(({ field, edge }, index) => {
      const on = filled[index] ?? [];
      // Between two changes it is as on the last of them.
      const last = days.findLast((each) => each <= day);
      if (on.length === 0 || on.includes(day) || (last !== undefined && on.includes(last))) return [];
      return [
        {
          ...{ field, about: edge.table.type, reason: 'STATED_FOR_OTHER_DAYS' },
          nearestBefore: on.findLast((each) => each < day) ?? null,
          nearestAfter: on.find((each) => each > day) ?? null,
        },
      ];
    });
    expect(await otherDays(code, day)).toEqual(expected);
  });
});

test('all lists of many codes are looked through in two statements', async () => {
  const source = (codes: readonly string[]) =>
    `{ billingCodes(codings: [${codes.map((code) => `{ code: "${code}" }`).join()}]) { id ${fields} } }`;
  const of = (codes: readonly string[]) => observed(() => ask(source(codes)));
  const looking = (runs: readonly { readonly sql: string }[]) =>
    runs.filter(({ sql }) => sql.includes('as "groups"') || sql.includes('edition e')).length;
  const { runs } = await of(['77089', '77090', '77091', '77092', '77080']);
  expect(looking(runs)).toBeLessThanOrEqual(2);
});

test('what is no list of statements is refused by name, with those that are', async () => {
  const { errors = [] } = await query(
    '{ billingCode(code: "77089") { otherDays(fields: ["components"]) { field } } }',
  );
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'fields' });
  expect(errors[0]?.message).toContain('"components" is no list of statements; give any of ');
  expect(errors[0]?.message).toContain('feeSchedule');
});
