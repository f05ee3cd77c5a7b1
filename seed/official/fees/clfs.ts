/**
 * Clinical laboratory fee schedule of CMS: what Medicare pays for a test in a calendar year. CSV, or text separated by `~`,
 * below some lines of preamble; the texts partly belong to the AMA and are dropped. Numbers: work of the US government.
 */

import { firstOfQuarter } from '../../../db/kit/quarter.ts';
import { laboratoryFee } from '../../../db/tables/index.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { dayIn } from '../../load/format/cells.ts';
import { type CsvRecord, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { placeholderModifier } from '../kit/placeholder-modifier.ts';
import { dollars, numberIn } from '../kit/ranges.ts';
import { rowsUnder } from '../kit/rows.ts';
import { modifierOf, onlyOnce, wantedCode } from '../kit/wanted-code.ts';

const columns = {
  year: { called: 'YEAR' },
  code: { called: 'HCPCS' },
  modifier: { called: 'MOD', also: ['Modifier'] },
  effective: { called: 'EFF_DATE', also: ['Effective Date'] },
  indicator: { called: 'INDICATOR' },
  // In some years the heading contains the year: RATE2020.
  rate: { named: /^RATE[ _]?(?:20\d\d)?$/i },
} as const;

const heading =
  /^\s*"?YEAR"?([,~\t])"?HCPCS"?\1"?MOD(?:IFIER)?"?\1"?EFF(?:ECTIVE)?[ _]DATE"?\1"?INDICATOR"?\1"?RATE/im;

const kinds = { N: 'NATIONAL_N', L: 'LOCAL_L' } as const;

/** Text separated by tildes or tabs, in which quotes are literal. */
async function* separated(file: OfficialFile, by: string): AsyncGenerator<CsvRecord, void> {
  for await (const { number, text } of lines(file)) yield { line: number, cells: text.split(by) };
}

/** The records in either form, detected by the heading. */
async function* recordsOf(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  const [, by = ','] = (await headingIn(file, heading)) ?? [];
  yield* by === ',' ? records(file) : separated(file, by);
}

/** Clinical laboratory fee schedule. */
export const clfs: Format = {
  name: 'clfs',
  label: 'Clinical laboratory fee schedule',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/clinical-laboratory-fee-schedule-clfs/files',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise({ name, head, within = '' }) {
    const at = heading.exec(head);
    if (!at) return undefined;
    const [, first] = /^"?(20\d\d)[,~\t"]/m.exec(head.slice(at.index)) ?? [];
    const year = first ?? /(20\d\d)/.exec(`${name} ${head.slice(0, at.index)}`)?.[1];
    if (!year) return {};
    const quarterly = /Q([1-4])(V\d+)?(?![A-Z0-9])/i;
    // The quarter may be only in the name of the archive: `24clabq2.zip`.
    const [, quarter, version] = quarterly.exec(name) ?? quarterly.exec(within.split('/').at(-1) ?? '') ?? [];
    const from = firstOfQuarter(year, quarter ?? 1);
    return {
      release: `CLFS CY${year}${quarter ? ` Q${quarter}${version ?? ''}` : ''}`,
      from,
      to: yearAfter(from),
    };
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    for await (const row of rowsUnder(file.path, recordsOf(file), columns)) {
      reading.rows?.begins(row.line);
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      const written = modifierOf(row, 'modifier');
      once(`${code} ${written}`.trim(), row.line);
      const year = row.cell('year');
      const effective = row.read('effective', dayIn);
      if (!/^20\d\d$/.test(year))
        throw row.wrong('year', `Expected a year such as 2026, got ${JSON.stringify(year)}.`);
      const ends = `${Number(year) + 1}-01-01`;
      if (effective && effective >= ends)
        throw row.wrong('effective', `${effective} lies after ${year}, the year of the row.`);
      const indicator = row.cell('indicator').toUpperCase();
      if (indicator !== 'N' && indicator !== 'L')
        throw row.wrong('indicator', `Expected N or L, got ${JSON.stringify(indicator)}.`);
      // A rate of zero means no price: the contractor sets one.
      const amount = row.read('rate', (cell) => numberIn(cell, dollars)) || null;
      yield placeholderCode(code, row.line);
      if (written) yield placeholderModifier(written, row.line);
      yield statement(
        laboratoryFee,
        {
          key: `${codeKey(code)}${written && `/${written}`}`,
          // A schedule is valid for its own year, even if the rate is older.
          from: effective && effective > `${year}-01-01` ? effective : `${year}-01-01`,
          to: ends,
          dated: true,
          line: row.line,
          at: `row ${code}${written && ` ${written}`}`,
          envelope:
            amount === null
              ? { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_PRICED_UNDER_SCHEDULE' }
              : {},
        },
        {
          codeId: codeId(code),
          modifierId: written ? modifierId(written) : null,
          year: Number(year),
          feeKind: kinds[indicator],
          amount,
        },
      );
    }
  },
};
