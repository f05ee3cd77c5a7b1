/** For cells of the coverage matrix in which nothing is stated on a day: the nearest days on which the payer states something there. */

import { type NearestDays, nearestAmong, nearestColumns, nearestOf, spansOf } from '../history/other-days.ts';
import { type AsOf, notDeprecated } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { coverage, priorAuthorization } from '../tables/index.ts';
import type { AuthorizationAnswer, CoverageAnswer } from './decide-cell.ts';
import { mentions } from './mention.ts';

/** The nearest days of the two answers of a cell; null where another reason is given, or nothing is stated on any day. */
export interface NearestOfCell {
  readonly nearest: NearestDays | null;
  readonly priorAuthorizationNearest: NearestDays | null;
}

/** Which components, payers and day are meant: the first two as JSON arrays. */
interface Dated extends AsOf {
  readonly components: string;
  readonly payers: string;
}

interface Found {
  readonly componentId: string;
  readonly payerId: string;
  readonly lineOfBusiness: string;
  readonly end: string | null;
  readonly after: string | null;
}

const { columns, join, condition } = spansOf('t');

/** SQL: the nearest days of all statements of the payers on the components that an answer may rest on, by the cell. */
const nearestOfTable = (table: Table, mentioned: string) => `
  select x.component_id as "componentId", x.payer_id as "payerId", x.line_of_business as "lineOfBusiness", ${nearestColumns}
  from (
    select t.component_id, t.payer_id, t.line_of_business, ${columns}
    from json_each(:components) k
    cross join ${table.name} t
    ${join}
    where t.component_id = k.value and t.payer_id in (select value from json_each(:payers))
      and ${notDeprecated('t')} and ${condition} and not (${mentioned})
  ) x
  group by 1, 2, 3`;

// What a report only mentions of a payer does not count, as in a cell.
const ofCoverage = nearestOfTable(coverage, mentions('covered'));
const ofAuthorization = nearestOfTable(priorAuthorization, mentions('prior_authorization'));

/** The nearest days by component, payer and line of business. */
export type CellDays = ReadonlyMap<string, NearestDays>;

/** What is stated on other days, of coverage and of prior authorization. */
export interface DaysOfCells {
  readonly coverage: CellDays;
  readonly priorAuthorization: CellDays;
}

/** Reads them for all cells, in two SQL statements. */
export function daysOfCells(store: Store, dated: Dated, keyOf: (row: Found) => string): DaysOfCells {
  const read = (sql: string): CellDays =>
    new Map(
      store.all<Found>(sql, { ...dated }).flatMap((row) => {
        const nearest = nearestOf(row);
        return (nearest.before ?? nearest.after) ? [[keyOf(row), nearest]] : [];
      }),
    );
  return { coverage: read(ofCoverage), priorAuthorization: read(ofAuthorization) };
}

/** A cell in which nothing is stated, with the nearest days on which something is; other cells as they are. */
export function withOtherDays<A extends CoverageAnswer & AuthorizationAnswer>(
  answer: A,
  onCoverage: readonly NearestDays[],
  onAuthorization: readonly NearestDays[],
): A & NearestOfCell {
  const { rule, statements, priorAuthorizationReason, priorAuthorizationStatements } = answer;
  const nearest = rule === 'not-yet-reviewed' && statements.length === 0 ? nearestAmong(onCoverage) : null;
  const isOpen = priorAuthorizationReason === 'NOT_YET_REVIEWED' && priorAuthorizationStatements.length === 0;
  const priorAuthorizationNearest = isOpen ? nearestAmong(onAuthorization) : null;
  return {
    ...answer,
    ...(nearest && { rule: 'stated-for-other-days', unknownReason: 'STATED_FOR_OTHER_DAYS' }),
    nearest,
    ...(priorAuthorizationNearest && { priorAuthorizationReason: 'STATED_FOR_OTHER_DAYS' }),
    priorAuthorizationNearest,
  };
}
