/**
 * OPPS Addendum B of CMS: how the hospital outpatient payment system treats each code in a quarter. CSV with a preamble
 * of varying length; the short descriptors partly belong to the AMA and are dropped. Numbers: work of the US government.
 */

import { oppsStatus } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { fineDollars, numberIn } from '../kit/ranges.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';
import { addendumRelease, pricedAt, yearOnlyNote } from './opps-release.ts';

const columns = {
  code: { called: 'HCPCS Code', also: ['HCPCS', 'HCPCS Codes'] },
  status: { called: 'SI', also: ['Status Indicator'] },
  apc: { called: 'APC' },
  weight: { called: 'Relative Weight' },
  rate: { called: 'Payment Rate' },
  national: { called: 'National Unadjusted Copayment' },
  minimum: { called: 'Minimum Unadjusted Copayment' },
  adjusted: { called: 'Adjusted Beneficiary Copayment', optional: true },
  passThrough: { called: 'Drug and Device Pass-Through Expiration', goesOn: true, optional: true },
} as const;

/** Cells of the heading may contain line breaks. */
const heading =
  /^\s*"?HCPCS(?:\s+Codes?)?\s*"?[ ]*([,\t])[^$]{0,400}?\b(?:SI|Status\s+Indicator)\b[^$]{0,100}?\bAPC\b[^$]{0,200}?Payment\s+Rate/im;

/** The delimiter: a tab in the text file that CMS issues next to the CSV. */
async function delimiterOf(file: OfficialFile): Promise<string> {
  return (await headingIn(file, heading))?.[1] ?? ',';
}

/** OPPS Addendum B. */
export const oppsAddendumB: Format = {
  name: 'opps-addendum-b',
  label: 'OPPS Addendum B',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise: (sighting) => addendumRelease(sighting, heading),
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const note = yearOnlyNote(reading.release);
    for await (const row of rowsUnder(
      file.path,
      records(file, { delimiter: await delimiterOf(file) }),
      columns,
    )) {
      reading.rows?.begins(row.line);
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      once(code, row.line);
      const statusIndicator = row.cell('status').toUpperCase();
      if (statusIndicator === '') {
        reading.skip('no status indicator', code);
        continue;
      }
      yield placeholderCode(code, row.line);
      yield statement(
        oppsStatus,
        {
          key: codeKey(code),
          from: reading.from,
          to: reading.to,
          line: row.line,
          at: `row ${code}`,
          envelope: { note },
        },
        {
          codeId: codeId(code),
          year: Number(reading.from.slice(0, 4)),
          statusIndicator,
          apc: row.cell('apc') === '' ? null : row.cell('apc').padStart(4, '0'),
          relativeWeight: row.read('weight', (cell) => numberIn(cell, fineDollars)),
          paymentRate: row.read('rate', pricedAt),
          nationalCopayment: row.read('national', (cell) => numberIn(cell, fineDollars)),
          minimumCopayment: row.read('minimum', (cell) => numberIn(cell, fineDollars)),
          adjustedCopayment: row.read('adjusted', (cell) => numberIn(cell, fineDollars)),
          passThroughEnds: row.cell('passThrough') || null,
          apcInferred: null,
        },
      );
    }
  },
};
