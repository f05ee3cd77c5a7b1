/** What the anaesthesia fee schedule of Medicare is made of: base units of codes and conversion factors of localities. */

import * as e from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import { decimal, oneOf, origin, orNull, ref, statementTable, whole } from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords } from './sentences.ts';

export const anesthesiaBaseUnits = statementTable({
  name: 'anesthesia_base_units',
  type: 'AnesthesiaBaseUnits',
  description:
    'The base units of an anaesthesia code under Medicare: what it is worth before the time is counted. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    year: origin(whole('Calendar year of the file.')),
    baseUnits: whole('Base units; 0 where the file gives none, as for the unlisted procedure.'),
  },
  sentence: (row) => `Anaesthesia base units ${row.year}: ${lastPart(row.codeId)}, ${row.baseUnits} units.`,
});

export const anesthesiaFactor = statementTable({
  name: 'anesthesia_factor',
  type: 'AnesthesiaConversionFactor',
  description: 'Dollars per anaesthesia unit under Medicare, in a locality or nationally.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'jurisdictionId'],
  exclusiveBy: ['payerId', 'jurisdictionId', 'appliesTo'],
  columns: {
    payerId: ref('payer', 'Medicare.'),
    jurisdictionId: orNull(ref('jurisdiction', 'The locality; null for the national factor.')),
    appliesTo: oneOf(e.ApmStatus, 'To whom.'),
    year: whole('Calendar year.'),
    factor: decimal(4, 'US dollars per unit; the file rounds those of localities to the cent.'),
  },
  sentence: (row) => {
    const where = row.jurisdictionId === null ? 'national' : `of ${lastPart(row.jurisdictionId)}`;
    return `Anaesthesia conversion factor ${row.year} ${where}: $${formatDecimal(row.factor, 4, 2)} per unit, for ${inWords(row.appliesTo)}.`;
  },
});
