/** Arguments and parts of answers that several tools have. */

import { z } from 'zod';
import { LineOfBusiness } from '../../../db/enums/index.ts';
import type { ValueOf } from '../../../db/kit/enums.ts';

/** The names of a closed list, as zod takes them. */
export function namesOf<V extends string>(list: { readonly values: Readonly<Record<V, string>> }) {
  return z.enum(Object.keys(list.values) as [V, ...V[]]);
}

export const code = z.string().min(1).max(40).describe('CPT or HCPCS code, such as "77092" or "77080-26"');

export const payer = z.string().min(1).max(200).describe('Slug or id, such as "aetna"');

export const lineOfBusiness = namesOf(LineOfBusiness);

export const dateOfService = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .describe('YYYY-MM-DD; default: today');

export const length = z
  .enum(['short', 'long'])
  .default('short')
  .describe('short: under 4,000 tokens; long: up to four times that');

/** The share of the usual room that an answer has. */
export const roomOf = (wanted: z.output<typeof length>) => (wanted === 'long' ? 4 : 1);

/** The fields that every structured answer has. */
export const answered = {
  dateOfService: z.string(),
  release: z.string(),
};

/** What the numbers in a text cite. */
export const numberedSources = z.array(z.object({ number: z.number(), url: z.string().nullable() }));

/** A line of business as the graph writes it. */
export type LineName = ValueOf<typeof LineOfBusiness>;
