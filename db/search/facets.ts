/** Counts of statements by a property, before drilling down. */

import type { FacetField } from '../enums/index.ts';
import type { Walk } from '../kit/edge.ts';
import { bulkCount, type MixedEdge, mixedCondition, mixedParameters } from '../kit/ids-along-edge.ts';
import type { Store } from '../kit/store.ts';
import { ownName } from '../kit/table.ts';
import { rateBenchmark } from '../tables/index.ts';
import { sourceKindOf } from './source-kind.ts';

/** A value and how many statements have it. `NONE` counts those that have none. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

type Field = keyof typeof FacetField.values;

/** Relations that have the columns of a statement themselves. */
const direct = new Set(['statement', 'coverage', rateBenchmark.name]);

/** The SQL of each property of the statements that an edge reaches. */
function property(field: Field, { relation, id: key }: MixedEdge): string {
  const id = `t.${key}`;
  const own = (column: string) =>
    direct.has(relation) ? `t.${column}` : `(select v.${column} from statement v where v.id = ${id})`;
  const stated =
    relation === rateBenchmark.name
      ? 't.payer_stated'
      : `(select r.payer_stated from ${ownName(rateBenchmark)} r where r.id = ${id})`;
  const ofCoverage = (column: string) => `(select c.${column} from coverage c where c.id = ${id})`;
  switch (field) {
    case 'PAYER':
      return own('payer_id');
    case 'PAYER_STATED':
      return stated;
    case 'PAYER_BRAND':
      return `(select b.brand from stated_payer b where b.stated = ${stated})`;
    case 'STATEMENT_TYPE':
      return `substr(${id}, 1, instr(${id}, ':') - 1)`;
    case 'COVERAGE_STATUS':
      return ofCoverage('covered');
    case 'BASIS':
      return ofCoverage('basis');
    case 'LINE_OF_BUSINESS':
      return `coalesce(${ofCoverage('line_of_business')}, (select p.line_of_business from prior_authorization p where p.id = ${id}))`;
    case 'SOURCE_KIND':
      return sourceKindOf(id);
    case 'RANK':
      return own('rank');
    case 'VALUE_STATE':
      return own('value_state');
  }
}

/** The SQL of each property in a bulk view. */
function propertyInBulk(field: Field): string {
  switch (field) {
    case 'PAYER':
      return 't.payer_id';
    case 'STATEMENT_TYPE':
      return 't.type';
    case 'SOURCE_KIND':
      return 't.source_kind';
    case 'RANK':
      return 't.rank';
    case 'VALUE_STATE':
      return 't.value_state';
    case 'PAYER_STATED':
    case 'PAYER_BRAND':
    case 'COVERAGE_STATUS':
    case 'BASIS':
    case 'LINE_OF_BUSINESS':
      return 'null';
  }
}

/** The counts of one property for each parent, the most frequent value first. */
export function facetCounts(
  store: Store,
  edge: MixedEdge,
  parents: readonly string[],
  walk: Walk,
  field: Field,
): FacetCount[][] {
  // This limit limits nothing: it keeps the subquery apart from the grouping, so that SQLite can run it on each part of a view.
  const values = `(select ${property(field, edge)} as value from ${edge.relation} t where ${mixedCondition(edge, walk)} limit -1)`;
  const { bulk } = edge;
  const counted = bulk
    ? `select coalesce(r.value, 'NONE') as value, sum(r.n) as n
        from (
          select value, count(*) as n from ${values} group by 1
          union all
          ${bulkCount(edge, walk, bulk, propertyInBulk(field))}
        ) r`
    : `select coalesce(r.value, 'NONE') as value, count(*) as n
        from ${values} r`;
  const sql = `
    select (
      select json_group_array(json_object('value', g.value, 'count', g.n)) from (
        ${counted}
        group by 1 order by 2 desc, 1
      ) g
    ) as "counts"
    from json_each(:parents) k
    order by k.key`;
  return store
    .all<{ readonly counts: string }>(sql, mixedParameters(edge, walk, parents))
    .map(({ counts }) => JSON.parse(counts) as FacetCount[]);
}
