/** The fields of an answer that say for which other days something is stated. */

import type { NearestDays } from '../../db/history/other-days.ts';
import type { SchemaTypes } from '../kit/fields-from-columns.ts';

/** The description of the nearest day before, beside the field that gives the reason. */
export const nearestBefore = (reason: string) =>
  `The last day before the date of service for which something is stated, as known at \`knownAt\`; null unless \`${reason}\` is \`STATED_FOR_OTHER_DAYS\` or \`NO_RELEASE_READ\`, and where nothing is stated before.`;

/** The same of the nearest day after. */
export const nearestAfter = (reason: string) =>
  `The first day after the date of service for which something is stated, as known at \`knownAt\`; null unless \`${reason}\` is \`STATED_FOR_OTHER_DAYS\` or \`NO_RELEASE_READ\`, and where nothing is stated after.`;

/** `nearestBefore` and `nearestAfter`, beside the field that gives the reason. */
export function nearestFields<F>(
  t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, F>,
  reason: string,
  nearestOf: (answer: F) => NearestDays | null,
) {
  return {
    nearestBefore: t.field({
      type: 'Date',
      nullable: true,
      description: nearestBefore(reason),
      resolve: (answer) => nearestOf(answer)?.before ?? null,
    }),
    nearestAfter: t.field({
      type: 'Date',
      nullable: true,
      description: nearestAfter(reason),
      resolve: (answer) => nearestOf(answer)?.after ?? null,
    }),
  };
}
