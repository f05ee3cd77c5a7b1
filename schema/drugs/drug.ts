/** Drugs of Medicare Part B: packages by their National Drug Code, the codes they are billed under, and payment limits. */

import { drugCrosswalk, drugPaymentLimit, nationalDrugCode } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { codeGiven } from '../codes/code-given.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { badInput } from '../kit/errors.ts';
import { known } from '../kit/fact.ts';

/** A package of a drug. */
export const NationalDrugCode = entity({
  table: nationalDrugCode,
  keys: { code: ({ code }) => `NationalDrugCode:${code}` },
});

const DrugCrosswalkEntry = statement({ table: drugCrosswalk });
lists(DrugCrosswalkEntry, drugCrosswalk, {
  drugId: [
    NationalDrugCode,
    'billedAs',
    'The codes that the package is billed under on the date of service, with its billable units. Empty: no crosswalk that was read lists it for that day.',
  ],
});
connections(DrugCrosswalkEntry, drugCrosswalk, {
  codeId: [
    BillingCode,
    'drugPackages',
    'The drug packages that are billed under the code on the date of service, with their billable units. Listed is not covered.',
  ],
});

const DrugPaymentLimit = statement({ table: drugPaymentLimit });
lists(DrugPaymentLimit, drugPaymentLimit, {
  codeId: [
    BillingCode,
    'drugPaymentLimits',
    'What Medicare Part B pays at most for a unit of the drug in the quarter of the date of service. Priced is not covered, and a code without a limit may be covered.',
  ],
});

/** The id of a package from its code in any usual form; a typed error when it cannot be one. */
function drugId(field: string, written: string): string {
  const digits = written.trim();
  if (/^\d{10}$/.test(digits)) {
    const forms = [
      [4, 8],
      [5, 8],
      [5, 9],
    ].map(([labeler, product]) =>
      [digits.slice(0, labeler), digits.slice(labeler, product), digits.slice(product)].join('-'),
    );
    throw badInput(
      field,
      `${field}: ten digits without dashes may be ${forms.join(' or ')}. Give the dashes, or all eleven digits.`,
    );
  }
  return `NationalDrugCode:${codeGiven(field, 'NATIONAL_DRUG_CODE', written)}`;
}

builder.queryField('nationalDrugCode', (t) =>
  t.field({
    type: NationalDrugCode,
    nullable: true,
    description:
      'A package of a drug. A code that this release does not hold is an error of code UNKNOWN_ID, never a silent null.',
    args: {
      code: t.arg.string({
        required: true,
        description:
          'The National Drug Code as text: eleven digits with or without dashes, or ten with theirs, such as "00006409602", "00006-4096-02" or "0006-4096-02".',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { code, asOf }, context) =>
      known(
        context,
        nationalDrugCode,
        'code',
        drugId('code', code),
        rootAsOf({ asOf }, context),
        'billingCode { drugPackages }',
      ),
  }),
);
