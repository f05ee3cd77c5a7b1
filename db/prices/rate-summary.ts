/** Amounts of codes summed up by payer and basis. Amounts of different bases are never in one figure. */

import type { PayerName } from '../enums/index.ts';
import { inForce } from '../kit/as-of.ts';
import type { Walk } from '../kit/edge.ts';
import type { ValueOf } from '../kit/enums.ts';
import type { Store } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import { basisColumns, basisOf } from './basis.ts';

/** By which name of the payer amounts are grouped, each with the SQL of it for the amount `t` and its stated name `s`. */
const payers: Readonly<Record<ValueOf<typeof PayerName>, string>> = {
  LINKED: 't.payer_id',
  BRAND: 's.brand',
  STATED: 't.payer_stated',
};

type By = keyof typeof payers;

/** The amounts of a payer on one basis. Beside these figures it has the columns of the basis. */
export interface RateGroup {
  /** The id of the code. */
  readonly code: string;
  /** The payer's id, brand or stated name; null for amounts that name no payer. */
  readonly payerKey: string | null;
  /** How many single amounts; all figures but the last two are of these. */
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly maximum: number | null;
  /** Statements that give figures of several amounts. */
  readonly distributions: number;
  /** Statements without an amount. */
  readonly withoutAmount: number;
  /** The first statements: single amounts from the smallest on, then the others. */
  readonly ids: readonly string[];
}

/** The amounts of a code, summed up. */
export interface RateSummary {
  readonly groups: readonly RateGroup[];
  /** Statements that name a payer, but not by the name that is grouped by. They are in no group. */
  readonly ungrouped: number;
}

/** The most statements that a group names. */
export const namedInGroup = 10;

/** How many amounts a median takes, and quartiles: of fewer they would be an end, or one of two. */
export const [medianOf, quartilesOf] = [3, 5] as const;

/** A nearest rank is an amount that was really published: `place` is it where at least `least` are there. */
const nearestRank = (quarters: 1 | 2 | 3, least: number) =>
  `max(iif(p.single and p.n >= ${least} and p.place = (${quarters} * p.n + 3) / 4, p.amount, null))`;

const summarySql = (by: By, conditions: string) => `
  with rate as (
    select k.value as code, ${payers[by]} as payer_key,
      ${payers[by]} is null and (t.payer_id is not null or t.payer_stated is not null) as unnamed,
      t.statistic is 'SINGLE' and t.amount is not null as single,
      ${basisOf('t')}, t.facility, t.statistic, t.amount, t.id
    from json_each(:codes) k
    cross join rate_benchmark t
    left join stated_payer s on s.stated = t.payer_stated
    where t.subject_id = k.value and ${inForce('t')}${conditions}
  ),
  placed as (
    select r.*, count(*) over part as n, row_number() over (part order by r.amount nulls last, r.id) as place
    from rate r
    window part as (partition by r.code, r.payer_key, r.unnamed, ${basisOf('r')}, r.single)
  )
  select p.code as "code", p.payer_key as "payerKey", p.unnamed as "unnamed",
    ${basisColumns.map((name) => `p.${snake(name)} as "${name}"`).join(', ')},
    count(*) as "statements",
    count(*) filter (where p.single) as "rates",
    count(distinct iif(p.single, p.facility, null)) as "hospitals",
    min(iif(p.single, p.amount, null)) as "minimum",
    ${nearestRank(1, quartilesOf)} as "p25",
    ${nearestRank(2, medianOf)} as "p50",
    ${nearestRank(3, quartilesOf)} as "p75",
    max(iif(p.single, p.amount, null)) as "maximum",
    count(*) filter (where p.statistic <> 'SINGLE') as "distributions",
    count(*) filter (where p.statistic = 'SINGLE' and not p.single) as "withoutAmount",
    json_group_array(p.id order by p.single desc, p.place) filter (where p.place <= ${namedInGroup}) as "ids"
  from placed p
  group by p.code, p.payer_key, p.unnamed, ${basisOf('p')}
  order by p.payer_key is null, lower(p.payer_key), p.payer_key, ${basisOf('p')}`;

type Read = Omit<RateGroup, 'ids'> & {
  readonly unnamed: 0 | 1;
  readonly statements: number;
  readonly ids: string;
};

/** The summaries of some codes, in their order, in one SQL statement. The conditions of the walk name the amount `t`. */
export function rateSummaries(
  store: Store,
  codes: readonly string[],
  by: By,
  { asOf, where }: Walk,
): RateSummary[] {
  const conditions = where.map(({ sql }) => ` and (${sql})`).join('');
  const params = Object.assign({}, ...where.map(({ params }) => params)) as Walk['where'][number]['params'];
  const rows = store.all<Read>(summarySql(by, conditions), {
    codes: JSON.stringify(codes),
    ...asOf,
    ...params,
  });
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return codes.map((code) => {
    const found = byCode.get(code) ?? [];
    const unnamed = found.filter((row) => row.unnamed === 1);
    return {
      ungrouped: unnamed.reduce((sum, { statements }) => sum + statements, 0),
      groups: found
        .filter((row) => row.unnamed === 0)
        .map(({ ids, ...group }) => ({
          ...group,
          ids: (JSON.parse(ids) as readonly string[]).slice(0, namedInGroup),
        })),
    };
  });
}
