/** Drugs that Medicare Part B pays for: national drug codes, the billing codes they are billed under, and payment limits. */

import * as e from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  decimal,
  entityTable,
  flag,
  oneOf,
  origin,
  orNull,
  ref,
  statementTable,
  text,
  whole,
} from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords, priced } from './sentences.ts';

export const nationalDrugCode = entityTable({
  name: 'national_drug_code',
  type: 'NationalDrugCode',
  description: 'A package of a drug as its National Drug Code (NDC) names it.',
  columns: {
    code: text('Eleven digits as text, without dashes, such as 00006409602.'),
    dashed: text('The same with dashes, 5-4-2, such as 00006-4096-02.'),
    label: text('Name of the drug in the words of the newest crosswalk that was read.'),
    labeler: text('Who makes or packs it, in the words of the newest crosswalk that was read.'),
  },
});

/** A number of items or units, shown without needless places. */
const amount = (description: string) => ({ ...decimal(4, description), placesShown: 0 });

export const drugCrosswalk = statementTable({
  name: 'drug_crosswalk',
  type: 'DrugCrosswalkEntry',
  description:
    'That CMS lists a drug package under a billing code, and how many billable units it has. Listed is not covered, and a package that is not listed may be billed too.',
  envelope,
  subject: 'drugId',
  walkedBy: ['drugId', 'codeId'],
  exclusiveBy: ['drugId', 'codeId', 'crosswalk'],
  columns: {
    drugId: ref('national_drug_code', 'The package.'),
    codeId: ref('billing_code', 'The code.'),
    crosswalk: oneOf(e.DrugCrosswalkKind, 'Which of the crosswalks of CMS lists it.'),
    release: origin(text('The release in which it was read, such as ASP 2026-01.')),
    dosage: text('What one unit of the code is, in the words of the file, such as 10 MG.'),
    packageSize: orNull(amount('Amount in one item of the package; null where the file gives none.')),
    packageQuantity: orNull(amount('Number of items in the package; null where the file gives none.')),
    unitsPerItem: orNull(amount('Billable units of the code in one item; null where the file gives none.')),
    unitsPerPackage: orNull(
      amount('Billable units of the code in the whole package; null where the file gives none.'),
    ),
  },
  sentence: (row) => {
    const units = row.unitsPerPackage === null ? 'units not given' : formatDecimal(row.unitsPerPackage, 4, 0);
    return `${row.release}, ${inWords(row.crosswalk)} crosswalk: NDC ${lastPart(row.drugId)} is billed as ${lastPart(row.codeId)}, ${units} units of ${row.dosage} a package. Listed is not covered.`;
  },
});

export const drugPaymentLimit = statementTable({
  name: 'drug_payment_limit',
  type: 'DrugPaymentLimit',
  description:
    'What Medicare Part B pays for one unit of a drug code at most, in a quarter. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    release: origin(text('The release in which it was read, such as ASP 2026-01.')),
    dosage: text('What one unit of the code is, in the words of the file, such as 1 MG.'),
    paymentLimit: orNull(
      decimal(3, 'US dollars per unit, to the tenth of a cent; null where the file gives none. Never 0.'),
    ),
    coinsurancePercentage: orNull(
      decimal(
        3,
        'Share that the patient pays, in percent of the limit, below 20 where it is adjusted for inflation; null where the file gives none.',
      ),
    ),
    vaccineAwpPercentage: orNull(
      whole('Percent of the average wholesale price that a vaccine is paid at; null for others.'),
    ),
    vaccineLimit: orNull(decimal(3, 'US dollars per unit of a vaccine; null for others.')),
    bloodAwpPercentage: orNull(
      whole('Percent of the average wholesale price that a blood product is paid at; null for others.'),
    ),
    bloodLimit: orNull(decimal(3, 'US dollars per unit of a blood product; null for others.')),
    clottingFactor: flag('Whether the file marks it as a clotting factor.'),
    fileNote: orNull(text('The note of the row in the words of the file; null where it has none.')),
  },
  sentence: (row) =>
    `Medicare Part B payment limit ${row.release}: ${lastPart(row.codeId)}, ${priced(row.paymentLimit, 3)} for ${row.dosage}. Priced is not covered.`,
});
