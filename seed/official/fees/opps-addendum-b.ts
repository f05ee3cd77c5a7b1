/**
 * OPPS Addendum B of CMS: how the hospital outpatient payment system treats each code in a quarter. CSV with a preamble
 * of varying length; the short descriptors partly belong to the AMA and are dropped. Numbers: work of the US government.
 */

import { oppsStatus } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { decimalIn } from '../../load/format/cells.ts';
import { type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { monthNamed, yearAfter } from '../kit/calendar.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

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

/** `2026 January Web Addendum B.12.29.25.csv` was published on 29 December 2025. */
function publishedIn(name: string): string | undefined {
  const match = /(?<!\d)(\d\d)\.(\d\d)\.(?:20)?(\d\d)\.\w+$/.exec(name);
  return match ? `20${match[3]}-${match[1]}-${match[2]}` : undefined;
}

/** A price in ten-thousandths of a dollar; null for zero, which means no price. */
function pricedAt(cell: string): number | null {
  return decimalIn(cell, 4) || null;
}

/** The delimiter: a tab in the text file that CMS issues next to the CSV. */
async function delimiterOf(file: OfficialFile): Promise<string> {
  return (await headingIn(file, heading))?.[1] ?? ',';
}

/** The quarter in the name of the innermost archive or folder of Addendum B: `october-2023-opps-addendum-b.zip`. */
function quarterOf(within: string): string | undefined {
  const part = within.split('/').findLast((each) => /addendum|opps/i.test(each) && monthNamed(each));
  return part && monthNamed(part);
}

/** A release with only a year. */
const yearOnly = /^OPPS \d{4}$/;

/** OPPS Addendum B. */
export const oppsAddendumB: Format = {
  name: 'opps-addendum-b',
  label: 'OPPS Addendum B',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not held',
  url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise({ name, head, within = '' }) {
    const at = heading.exec(head);
    if (!at) return undefined;
    const said = `${head.slice(0, at.index)}\n${name}`;
    const quarter = monthNamed(name) ?? monthNamed(said) ?? quarterOf(within);
    const year = /(?:CY|Addendum.?B)[ _.-]*(20\d\d)/i.exec(said)?.[1];
    const from = quarter ?? (year && `${year}-01-01`);
    if (!from) return { published: publishedIn(name) };
    const release = quarter ? `OPPS ${from.slice(0, 7)}` : `OPPS ${year}`;
    return { release, from, to: yearAfter(from), published: publishedIn(name) };
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const note = yearOnly.test(reading.release)
      ? 'The file names its year and not its quarter; it was taken to hold from the first day of the year.'
      : null;
    for await (const row of rowsUnder(
      file.path,
      records(file, { delimiter: await delimiterOf(file) }),
      columns,
    )) {
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      once(code, row.line);
      const statusIndicator = row.cell('status').toUpperCase();
      if (statusIndicator === '') {
        reading.skip('no status indicator');
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
          relativeWeight: row.read('weight', (cell) => decimalIn(cell, 4)),
          paymentRate: row.read('rate', pricedAt),
          nationalCopayment: row.read('national', (cell) => decimalIn(cell, 4)),
          minimumCopayment: row.read('minimum', (cell) => decimalIn(cell, 4)),
          adjustedCopayment: row.read('adjusted', (cell) => decimalIn(cell, 4)),
          passThroughEnds: row.cell('passThrough') || null,
          apcInferred: null,
        },
      );
    }
  },
};
