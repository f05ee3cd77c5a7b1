/** The terms of a published rate: all that tells rates of one code in one file apart, but for who is paid and how much. */

import type { Row } from '../kit/table.ts';
import type { rateBenchmark } from '../tables/index.ts';

/** The names of the terms; each means what the column of a published distribution means. */
export const termNames = [
  'payerId',
  'payerStated',
  'network',
  'facility',
  'amountKind',
  'billingClass',
  'modifiers',
  'careSetting',
  'places',
  'negotiatedType',
  'arrangement',
  'algorithm',
  'percentageBase',
  'additionalNotes',
  'revenueCodes',
  'codeVersion',
  'severityOfIllness',
  'measure',
] as const satisfies readonly (keyof Row<typeof rateBenchmark>)[];

/** The name of a term. */
export type TermName = (typeof termNames)[number];

/** The terms of a rate; lists are JSON arrays. */
export type RateTerms = Pick<Row<typeof rateBenchmark>, TermName>;
