/** Billing codes: what is put on a claim line. */

import { namedCode } from '../../db/codes/written-code.ts';
import { CodeSystem } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import {
  billingCode,
  codeMeaning,
  codeValidity,
  hcpcsRecord,
  serviceClassification,
  unlistedCode,
} from '../../db/tables/index.ts';
import { otherDays } from '../evidence/other-days.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder, type Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput } from '../kit/errors.ts';
import { type FactOf, known } from '../kit/fact.ts';
import { asNamed, grows } from '../kit/growth.ts';
import { codeGiven } from './code-given.ts';
import { codeSystem } from './code-system.ts';
import { Code } from './coding.ts';
import { meaningFields } from './meaning.ts';

/** A procedure code as billed. */
export const BillingCode = entity({
  table: billingCode,
  leaveOut: ['system', 'label', 'description', 'familyId'],
  fields: (t) => ({
    system: codeSystem(t),
    ...meaningFields(t, { entities: billingCode, meanings: codeMeaning, column: 'code_id' }),
  }),
  keys: { 'system code': ({ system, code }) => `BillingCode:${system}:${code}` },
});

otherDays(BillingCode);

const CodeValidity = statement({ table: codeValidity });
lists(CodeValidity, codeValidity, {
  codeId: [
    BillingCode,
    'validity',
    'Whether the code existed on the date of service, and the release that shows it. Empty: no statement covers that day.',
  ],
});

const CodeMeaning = statement({ table: codeMeaning });
lists(CodeMeaning, codeMeaning, {
  codeId: [
    BillingCode,
    'meanings',
    'What the release of HCPCS Level II that holds on the date of service has the code report. Empty for CPT codes, and where no release was read for that day or it does not have the code.',
  ],
});

const UnlistedCode = statement({ table: unlistedCode });
lists(UnlistedCode, unlistedCode, {
  codeId: [
    BillingCode,
    'unlisted',
    'That CMS lists it as not otherwise classified on the date of service. Empty: not listed, or no list of that day was loaded.',
  ],
});

const HcpcsRecord = statement({ table: hcpcsRecord });
lists(HcpcsRecord, hcpcsRecord, {
  codeId: [
    BillingCode,
    'hcpcsRecord',
    'What the HCPCS Level II file says of the code on the date of service beside its text. Empty for CPT codes and where no file was loaded.',
  ],
});

const ServiceClassification = statement({ table: serviceClassification });
lists(ServiceClassification, serviceClassification, {
  codeId: [BillingCode, 'classifications', 'Where taxonomies put the code.'],
});

/** The id of a code as clients name it; undefined when it cannot be a code, or names a component by its modifier. */
export function codeIdIfAny({ system, code }: Coding): string | undefined {
  const named = namedCode(code, system);
  return named?.modifier === undefined ? named?.codeId : undefined;
}

/** The same; a typed error when it cannot be a code. */
export function codeId(field: string, coding: Coding): string {
  const named = namedCode(coding.code, coding.system);
  if (named?.modifier !== undefined)
    throw badInput(
      field,
      `${field}: ${JSON.stringify(coding.code.slice(0, 40))} names a component, and a code is meant. Give it without the modifier, such as ${JSON.stringify(lastPart(named.codeId))}.`,
    );
  return named?.codeId ?? codeGiven(field, 'BILLING_CODE', coding.code);
}

/** The code, or a typed error that says that this release does not hold it. */
export async function knownCode(
  field: string,
  coding: Coding,
  context: GraphContext,
  asOf: AsOf,
): Promise<FactOf<typeof billingCode>> {
  return known(
    context,
    billingCode,
    field,
    codeId(field, coding),
    asOf,
    'serviceFamilies { codes { code } }',
  );
}

builder.queryFields((t) => ({
  billingCode: t.field({
    type: BillingCode,
    nullable: true,
    description:
      'A billing code. A code that this release does not hold is an error of code UNKNOWN_ID, never a silent null.',
    args: {
      system: t.arg({
        type: enumOf(CodeSystem),
        required: false,
        description: 'CPT or HCPCS_LEVEL_II; found from the form of the code when left out.',
      }),
      code: t.arg.string({
        required: true,
        description: 'The code, such as "77090", "CPT:77090" or "BillingCode:CPT:77090".',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { system, code, asOf }, context) =>
      knownCode('code', { system, code }, context, rootAsOf({ asOf }, context)),
  }),
  billingCodes: t.field({
    type: [BillingCode],
    nullable: { list: false, items: true },
    description:
      'Several codes in the order of `codings`; one that is unknown or no code is null, with an error that names it. At most 500.',
    args: {
      codings: t.arg({ type: [Code], required: true, description: 'The codes, such as ["77090", "G0130"].' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    ...grows(asNamed('codings')),
    resolve: (_root, { codings, asOf }, context) => {
      const day = rootAsOf({ asOf }, context);
      return resolveEach('codings', codings, (coding, i) => knownCode(`codings[${i}]`, coding, context, day));
    },
  }),
}));
