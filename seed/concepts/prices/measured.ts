/** What figures of money and of use have in common in the text: what was measured, of which codes, and whether there is a figure. */

import { z } from 'zod';
import { isCode } from '../../../db/codes/code-shapes.ts';
import { keyOf } from '../../../db/kit/id-parts.ts';
import { sourcesCell } from '../../kit/citations.ts';
import { envelopeKeys, unknown } from '../../kit/envelope.ts';
import { slugOf } from '../../kit/ids.ts';
import { subjectText } from '../../kit/subject.ts';
import { oneOf, slug, text, whole } from '../../kit/value-types.ts';

export const measuredKeys = {
  codes: text.refine((found) => found.split(' ').every((code) => isCode('BILLING_CODE', code)), {
    error: 'Expected codes separated by spaces, such as `77089 77091`.',
  }),
  subject: subjectText.optional(),
  payer: slug.optional(),
  measure: text,
  population: text,
  period: text,
  n: whole.optional(),
  method: text.optional(),
  figure: oneOf(['none', 'not_stated']).optional(),
  key: slug.optional(),
  ...envelopeKeys,
  sources: sourcesCell,
};

const measured = z.object(measuredKeys);
type Measured = z.infer<typeof measured>;

/** `figure` says why there is none: the source shows that there is none, or does not say. */
export function stateOf({ figure }: Measured) {
  if (figure === 'none') return { valueState: 'NO_VALUE', unknownReason: null } as const;
  return figure === 'not_stated' ? unknown('NOT_STATED_IN_SOURCE') : undefined;
}

/** Counts are observed; what was computed from many records has a method. */
export function knowledgeOf({ method, figure }: Measured) {
  if (figure) return 'NOT_PROVIDED';
  return method ? 'STATISTICAL_ASSOCIATION' : 'OBSERVATION';
}

/** The subject, the measure and the period make the id. */
export function measuredId(type: string, subjectId: string, found: Measured): string {
  return `${type}:${keyOf(subjectId)}/${found.key ?? `${slugOf(found.measure, 12)}/${slugOf(found.period, 6)}`}`;
}
