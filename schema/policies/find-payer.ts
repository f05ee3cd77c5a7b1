/** How payers are found: by slug or id, by an identifier of claims, by kind; and the jurisdictions. */

import { PayerKind } from '../../db/enums/index.ts';
import { jurisdiction, payer } from '../../db/tables/index.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput } from '../kit/errors.ts';
import { allOf, known } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';
import { Jurisdiction, Payer } from './payer.ts';
import { PayerIdentifierInput, payerOfIdentifier, payersOfIdentifiers } from './payer-identifier.ts';

builder.queryFields((t) => ({
  payer: t.field({
    type: Payer,
    nullable: true,
    description:
      'A payer by its slug, such as "aetna", or by an identifier of claims. One that this release does not hold is an error of code UNKNOWN_ID, an identifier that several payers have one of code BAD_USER_INPUT.',
    args: {
      slug: t.arg.string({
        required: false,
        description: 'Slug or id, such as "aetna" or "Payer:aetna". Give this or `identifier`.',
      }),
      identifier: t.arg({
        type: PayerIdentifierInput,
        required: false,
        description: 'An identifier by which claims name it, such as {value: "87726"}.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: async (_root, args, context) => {
      const { slug, identifier } = args;
      const asOf = rootAsOf(args, context);
      if ((slug == null) === (identifier == null))
        throw badInput(
          'slug',
          'slug: name the payer by one of slug and identifier, such as slug: "aetna" or identifier: {value: "60054"}.',
        );
      const id = identifier
        ? payerOfIdentifier(context, 'identifier', identifier, asOf)
        : idOf('Payer', 'slug', slug ?? '');
      return known(context, payer, 'slug', id, asOf, 'payers { slug }');
    },
  }),
  payers: t.field({
    type: [Payer],
    description: 'All payers, or those of some kinds or identifiers.',
    args: {
      kinds: t.arg({ type: [enumOf(PayerKind)], required: false, description: 'Only these kinds.' }),
      identifiers: t.arg({
        type: [PayerIdentifierInput],
        required: false,
        description:
          'Only those that one of these identifiers names; one that names none is left out without an error.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: async (_root, { kinds, identifiers, asOf }, context) => {
      const day = rootAsOf({ asOf }, context);
      const named = identifiers ? payersOfIdentifiers(context, 'identifiers', identifiers, day) : undefined;
      return allOf(context, payer, day).filter(
        ({ id, kind }) => (!kinds || kinds.includes(kind)) && (!named || named.has(id)),
      );
    },
  }),
  jurisdictions: t.field({
    type: [Jurisdiction],
    description: 'All jurisdictions in the graph: the localities of the Medicare physician fee schedule.',
    resolve: (_root, _args, context) => allOf(context, jurisdiction, context.asOf),
  }),
}));
