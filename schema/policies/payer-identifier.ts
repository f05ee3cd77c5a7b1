/** Identifiers of payers: by which numbers claims, filings and FHIR resources name them. */

import { payersIdentified, type WrittenIdentifier } from '../../db/coverage/payers-identified.ts';
import { PayerIdentifierSystem } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import { payerIdentifier } from '../../db/tables/index.ts';
import { inWords } from '../../db/tables/sentences.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { lists } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList, unknownId } from '../kit/errors.ts';
import { Payer } from './payer.ts';

const PayerIdentifier = statement({ table: payerIdentifier });
lists(PayerIdentifier, payerIdentifier, {
  payerId: [
    Payer,
    'identifiers',
    'The identifiers by which claims and other data name the payer; without a value, what was looked for and not found. Of systems that are not in the list nothing is known.',
  ],
});

/** An identifier of a payer, as claims and FHIR resources write it. */
export const PayerIdentifierInput = builder.inputType('PayerIdentifierInput', {
  description:
    'An identifier of a payer, such as {value: "87726"} or {system: NAIC_COMPANY, value: "79413"}.',
  fields: (t) => ({
    system: t.field({
      type: enumOf(PayerIdentifierSystem),
      required: false,
      description: 'Who numbers payers so. Default: any.',
    }),
    value: t.string({
      required: true,
      description: 'The identifier as text, such as "00430", in any case: leading zeros count.',
    }),
  }),
});

type Given = typeof PayerIdentifierInput.$inferInput;

const written = ({ system, value }: Given): WrittenIdentifier => ({ system: system ?? null, value });

/** The id of the payer that an identifier names; a typed error where it names none, or several. */
export function payerOfIdentifier(context: GraphContext, field: string, given: Given, asOf: AsOf): string {
  const [found = []] = payersIdentified(context.store, [written(given)], asOf);
  const [only, ...others] = found;
  const of = given.system ? ` as ${inWords(given.system)}` : '';
  const shown = JSON.stringify(given.value.slice(0, 40));
  if (only === undefined)
    throw unknownId(
      field,
      `${field}: this release knows no payer by ${shown}${of}, which says nothing about the payer itself. Name it by its slug: payers { slug identifiers { system value } } lists what is known.`,
    );
  if (others.length > 0)
    throw badInput(
      field,
      `${field}: ${shown}${of} names ${found.map(lastPart).join(' and ')}. Give the system, or the slug of the one that is meant.`,
    );
  return only;
}

/** The ids of the payers that any of the identifiers name. */
export function payersOfIdentifiers(
  context: GraphContext,
  field: string,
  given: readonly Given[],
  asOf: AsOf,
): ReadonlySet<string> {
  return new Set(payersIdentified(context.store, checkList(field, given).map(written), asOf).flat());
}
