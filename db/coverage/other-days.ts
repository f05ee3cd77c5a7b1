/** For cells of the coverage matrix in which nothing is stated on a day: the nearest days on which the payer states something there. */

import type * as e from '../enums/index.ts';
import { type NearestDays, nearestAmong, nearestColumns, nearestOf, spansOf } from '../history/other-days.ts';
import { type AsOf, notDeprecated } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { coverage, priorAuthorization } from '../tables/index.ts';
import type { AuthorizationAnswer, CoverageAnswer } from './decide-cell.ts';
import { mentions } from './mention.ts';

type Line = keyof typeof e.LineOfBusiness.values;

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
  readonly lineOfBusiness: Line;
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

/** The nearest days of a component, payer and line of business. */
export interface CellDays extends NearestDays {
  readonly componentId: string;
  readonly payerId: string;
  readonly lineOfBusiness: Line;
}

/** What is stated on other days, of coverage and of prior authorization: each is read when it is first needed. */
export interface DaysOfCells {
  readonly coverage: () => readonly CellDays[];
  readonly priorAuthorization: () => readonly CellDays[];
}

/** Reads them for all cells, each in one SQL statement. */
export function daysOfCells(store: Store, dated: Dated): DaysOfCells {
  const read = (sql: string): readonly CellDays[] =>
    store.all<Found>(sql, { ...dated }).flatMap(({ componentId, payerId, lineOfBusiness, ...days }) => {
      const nearest = nearestOf(days);
      return (nearest.before ?? nearest.after) ? [{ componentId, payerId, lineOfBusiness, ...nearest }] : [];
    });
  return {
    coverage: onFirstUse(() => read(ofCoverage)),
    priorAuthorization: onFirstUse(() => read(ofAuthorization)),
  };
}

/** Works something out when it is first needed, and once. */
export function onFirstUse<T>(work: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: work() };
    return found.value;
  };
}

/** The answer on coverage, or where nothing is stated the nearest days on which something is. */
export function orOtherDays(
  answer: CoverageAnswer,
  days: () => readonly NearestDays[],
): CoverageAnswer & Pick<NearestOfCell, 'nearest'> {
  const isOpen = answer.rule === 'not-yet-reviewed' && answer.statements.length === 0;
  const nearest = isOpen ? nearestAmong(days()) : null;
  if (!nearest) return { ...answer, nearest };
  return { ...answer, rule: 'stated-for-other-days', unknownReason: 'STATED_FOR_OTHER_DAYS', nearest };
}

/** The same of prior authorization. */
export function authorizationOrOtherDays(
  answer: AuthorizationAnswer,
  days: () => readonly NearestDays[],
): AuthorizationAnswer & Pick<NearestOfCell, 'priorAuthorizationNearest'> {
  const { priorAuthorizationReason: reason, priorAuthorizationStatements: statements } = answer;
  const nearest = reason === 'NOT_YET_REVIEWED' && statements.length === 0 ? nearestAmong(days()) : null;
  if (!nearest) return { ...answer, priorAuthorizationNearest: nearest };
  return { ...answer, priorAuthorizationReason: 'STATED_FOR_OTHER_DAYS', priorAuthorizationNearest: nearest };
}
