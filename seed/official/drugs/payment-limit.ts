/**
 * The payment limit file of Medicare Part B drugs (ASP pricing file), CSV, a full replacement each quarter. The short
 * descriptions partly belong to the AMA and are dropped. Numbers and notes: work of the US government.
 */

import { quarterAfter } from '../../../db/kit/quarter.ts';
import { drugPaymentLimit } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { decimalIn } from '../../load/format/cells.ts';
import { records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';
import { drugRelease } from './drug-release.ts';

const columns = {
  code: { called: 'HCPCS Code' },
  dosage: { called: 'HCPCS Code Dosage' },
  limit: { called: 'Payment Limit' },
  // Since 2023, when the share of the patient was first adjusted for inflation.
  coinsurance: { called: 'Co-insurance Percentage', optional: true },
  vaccineAwp: { called: 'Vaccine AWP%', optional: true },
  vaccineLimit: { called: 'Vaccine Limit', optional: true },
  bloodAwp: { called: 'Blood AWP%', optional: true },
  bloodLimit: { called: 'Blood limit', optional: true },
  clottingFactor: { called: 'Clotting Factor', optional: true },
  notes: { called: 'Notes', also: ['Note'], optional: true },
} as const;

/** Cells of the heading may contain line breaks. */
const heading =
  /^\s*"?HCPCS\s+Code\s*"?\s*([,\t])[^$]{0,60}?HCPCS\s+Code\s+Dosage\s*"?\s*[,\t]\s*"?\s*Payment\s+Limit/im;

/** Dollars to the tenth of a cent; null for zero, which means no price. */
function dollarsIn(cell: string): number | null {
  const amount = decimalIn(cell, 3) || null;
  if (amount !== null && amount < 0)
    throw new Error(`Expected an amount of money, got ${cell}, which is below zero.`);
  return amount;
}

/** A percentage with as many places as are kept. */
function percentIn(places: number): (cell: string) => number | null {
  return (cell) => {
    const percent = decimalIn(cell.replace(/%$/, ''), places);
    if (percent !== null && (percent < 0 || percent > 100 * 10 ** places))
      throw new Error(`Expected a percentage from 0 to 100, got ${JSON.stringify(cell)}.`);
    return percent;
  };
}

function markIn(cell: string): 0 | 1 {
  if (cell === '' || cell === '0') return 0;
  if (cell === '1') return 1;
  throw new Error(`Expected 1 or nothing, got ${JSON.stringify(cell)}.`);
}

/** Payment limits of Medicare Part B drugs. */
export const drugPaymentLimits: Format = {
  name: 'asp-payment-limits',
  label: 'Payment limits of Medicare Part B drugs',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files',
  kind: 'FEE_SCHEDULE',
  whole: true,
  cadence: 'QUARTERLY',
  recognise(sighting) {
    const at = heading.exec(sighting.head);
    return at ? drugRelease(sighting, sighting.head.slice(0, at.index)) : undefined;
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const { release, from } = reading;
    const to = reading.to ?? quarterAfter(from);
    const [, delimiter = ','] = (await headingIn(file, heading)) ?? [];
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      const { line } = row;
      once(code, line);
      const paymentLimit = row.read('limit', dollarsIn);
      yield placeholderCode(code, line);
      yield statement(
        drugPaymentLimit,
        {
          key: codeKey(code),
          ...{ from, to, line },
          at: `row ${code}`,
          envelope:
            paymentLimit === null
              ? { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_PRICED_UNDER_SCHEDULE' }
              : {},
        },
        {
          codeId: codeId(code),
          release,
          dosage: row.cell('dosage'),
          paymentLimit,
          coinsurancePercentage: row.read('coinsurance', percentIn(3)),
          vaccineAwpPercentage: row.read('vaccineAwp', percentIn(0)),
          vaccineLimit: row.read('vaccineLimit', dollarsIn),
          bloodAwpPercentage: row.read('bloodAwp', percentIn(0)),
          bloodLimit: row.read('bloodLimit', dollarsIn),
          clottingFactor: row.read('clottingFactor', markIn),
          fileNote: row.cell('notes') || null,
        },
      );
    }
  },
};
