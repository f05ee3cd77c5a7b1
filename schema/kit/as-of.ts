/** The as-of argument: which day a claim is about and what the graph held at which moment. */

import { type AsOf, parseDay, parseInstant } from '../../db/kit/as-of.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { parsed } from './errors.ts';

/** The input. */
export const AsOfInput = builder.inputType('AsOfInput', {
  description:
    'Which day and which state of knowledge a question is about. It governs everything below the field it is given to.',
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
        'What the graph held at that moment, such as 2026-11-24T00:00:00Z. Default: that of the field above, else now.',
    }),
  }),
});

interface AsOfArg {
  readonly dateOfService?: string | null | undefined;
  readonly knownAt?: string | null | undefined;
}

/** The as-of that an argument asks for, over the one that holds otherwise. */
export function asOfFrom(arg: AsOfArg | null | undefined, otherwise: AsOf): AsOf {
  const { dateOfService, knownAt } = arg ?? {};
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

/** The as-of as it was read, for answers that say so. */
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
