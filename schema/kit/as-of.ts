/** The as-of argument: the day that a claim is about, and the moment whose state of the graph answers. */

import { type AsOf, parseDay, parseInstant } from '../../db/kit/as-of.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { parsed } from './errors.ts';

/** The input. */
export const AsOfInput = builder.inputType('AsOfInput', {
  description:
    'Which day and which state of knowledge a request is about. It applies to everything below the field it is given to.',
  fields: (t) => ({
    dateOfService: t.field({
      type: 'Date',
      required: false,
      description:
        'Day of the service, tested against validity, such as 2025-10-15. Default: that of the field above, else today.',
    }),
    knownAt: t.field({
      type: 'DateTime',
      required: false,
      description:
        'The state of the graph at that moment, such as 2026-11-24T00:00:00Z. Default: that of the field above, else now.',
    }),
  }),
});

interface AsOfArg {
  readonly dateOfService?: string | null | undefined;
  readonly knownAt?: string | null | undefined;
}

/** The as-of of an argument; parts that are left out come from the other one. */
export function asOfFrom(arg: AsOfArg | null | undefined, otherwise: AsOf): AsOf {
  const { dateOfService, knownAt } = arg ?? {};
  if (!dateOfService && !knownAt) return otherwise; // the same object: facts are kept by it
  return {
    dateOfService: dateOfService
      ? parsed('asOf.dateOfService', () => parseDay(dateOfService))
      : otherwise.dateOfService,
    knownAt: knownAt ? parsed('asOf.knownAt', () => parseInstant(knownAt)) : otherwise.knownAt,
  };
}

/** The as-of of a root field. */
export function rootAsOf(args: { readonly asOf?: AsOfArg | null | undefined }, context: GraphContext): AsOf {
  return asOfFrom(args.asOf, context.asOf);
}

/** The as-of of an answer, for answers that state it. */
export const AsOfType = builder.objectRef<AsOf>('AsOf').implement({
  description: 'The day and the moment that an answer is for.',
  fields: (t) => ({
    dateOfService: t.field({
      type: 'Date',
      description: 'Day of the service.',
      resolve: (asOf) => asOf.dateOfService,
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'State of knowledge.',
      resolve: (asOf) => asOf.knownAt,
    }),
  }),
});
