/**
 * OPPS Addendum A of CMS: weight, rate and copayments of each ambulatory payment classification in a quarter, CSV or
 * separated by tabs, below a title and notes. Titles and numbers: work of the US government.
 */

import { isCode } from '../../../db/codes/code-shapes.ts';
import { apcRate } from '../../../db/tables/index.ts';
import { payerId } from '../../kit/ids.ts';
import { records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { headingIn } from '../kit/heading.ts';
import { fineDollars, numberIn, percents } from '../kit/ranges.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';
import { addendumRelease, pricedAt, yearOnlyNote } from './opps-release.ts';

const columns = {
  apc: { called: 'APC' },
  title: { called: 'Group Title', also: ['APC Title', 'APC Group Title'] },
  status: { called: 'SI', also: ['Status Indicator'] },
  weight: { called: 'Relative Weight' },
  rate: { called: 'Payment Rate' },
  national: { called: 'National Unadjusted Copayment' },
  minimum: { called: 'Minimum Unadjusted Copayment' },
  coinsurance: { named: /\bcoinsurance percentage\b/i, optional: true },
  adjusted: { called: 'Adjusted Beneficiary Copayment', optional: true },
  passThrough: { called: 'Drug and Device Pass-Through Expiration', goesOn: true, optional: true },
  note: { named: /^Notes?\b/i, optional: true },
} as const;

/** Cells of the heading may contain line breaks. */
const heading =
  /^\s*"?APC\s*"?[ ]*([,\t])[^$]{0,60}?\bTitle\b[^$]{0,60}?\b(?:SI|Status\s+Indicator)\b[^$]{0,200}?Payment\s+Rate/im;

/** Bytes that stand for blanks in titles. */
const strayBlanks = /[\u00a0\u00ff\s]+/g;

/** OPPS Addendum A. */
export const oppsAddendumA: Format = {
  name: 'opps-addendum-a',
  label: 'OPPS Addendum A',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates',
  kind: 'FEE_SCHEDULE',
  whole: true,
  cadence: 'QUARTERLY',
  recognise: (sighting) => addendumRelease(sighting, heading),
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const { from } = reading;
    const to = reading.to ?? yearAfter(from);
    const [, delimiter = ','] = (await headingIn(file, heading)) ?? [];
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
      const { line } = row;
      const apc = row.cell('apc').padStart(4, '0');
      if (!isCode('APC', apc) || apc === '0000')
        throw row.wrong(
          'apc',
          `${JSON.stringify(row.cell('apc').slice(0, 20))} is no APC. Expected four digits such as 5521. The columns may have shifted.`,
        );
      once(apc, line);
      const statusIndicator = row.cell('status').toUpperCase();
      if (statusIndicator === '') {
        reading.skip('no status indicator');
        continue;
      }
      yield statement(
        apcRate,
        { key: apc, from, to, line, at: `APC ${apc}`, envelope: { note: yearOnlyNote(reading.release) } },
        {
          payerId: payerId('medicare'),
          apc,
          label: row.cell('title').replace(strayBlanks, ' ').trim(),
          statusIndicator,
          relativeWeight: row.read('weight', (cell) => numberIn(cell, fineDollars)),
          paymentRate: row.read('rate', pricedAt),
          nationalCopayment: row.read('national', (cell) => numberIn(cell, fineDollars)),
          minimumCopayment: row.read('minimum', (cell) => numberIn(cell, fineDollars)),
          coinsurancePercentage: row.read('coinsurance', (cell) =>
            numberIn(cell.replace(/%$/, ''), percents),
          ),
          adjustedCopayment: row.read('adjusted', (cell) => numberIn(cell, fineDollars)),
          passThroughEnds: row.cell('passThrough') || null,
          fileNote: row.cell('note') || null,
        },
      );
    }
  },
};
