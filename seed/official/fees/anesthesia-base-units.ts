/**
 * The base units of anaesthesia codes under Medicare, text separated by tabs, or CSV, under a heading that may span three
 * lines. A full replacement, published for years in which units change. Work of the US government.
 */

import { inLayout } from '../../../db/codes/code-shapes.ts';
import { anesthesiaBaseUnits } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { type CsvRecord, lines, type OfficialFile } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

const columns = { code: { called: 'CODE' }, units: { called: 'BASE UNIT' } } as const;

/** The heading, in one line or in three, mostly with the year of the file, and the first row. */
const heading =
  /^[\s"]*(?:(?:CPT|HCPCS)\s+)?CODE"?[ ]*[\t,][\s"]*(20\d\d)?[\s",]*BASE[\s",]*UNITS?[\s",]*\r?\n"?0\d{4}"?[ ]*[\t,]/im;
/** A cell that opens a row below the heading. */
const rowBegins = new RegExp(String.raw`^"?${inLayout.code}"?[ ]*[\t,]`);

/** The records below the heading, which is given as one record. */
async function* rows(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  let begun = false;
  for await (const { number, text } of lines(file)) {
    if (!begun && !rowBegins.test(text)) continue;
    if (!begun) yield { line: number - 1, cells: ['CODE', 'BASE UNIT'] };
    begun = true;
    const cells = text.split(/[\t,]/).map((cell) => cell.replaceAll('"', '').trim());
    if (cells.some((cell) => cell !== '')) yield { line: number, cells };
  }
}

/** Units as a whole number. */
function unitsIn(cell: string): number {
  if (!/^\d{1,2}$/.test(cell))
    throw new Error(`Expected base units as a whole number such as 5, got ${JSON.stringify(cell)}.`);
  return Number(cell);
}

/** Base units of anaesthesia codes. */
export const anesthesiaUnits: Format = {
  name: 'anes-base-units',
  label: 'Base units of anaesthesia codes',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/anesthesiologists-center',
  kind: 'FEE_SCHEDULE',
  whole: true,
  cadence: 'YEARLY',
  recognise({ name, head }) {
    const at = heading.exec(head);
    if (!at) return undefined;
    const year = at[1] ?? /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1];
    // No end: the newest file speaks until another is published, which is not every year.
    return year ? { release: `Anaesthesia base units ${year}`, from: `${year}-01-01` } : {};
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const year = Number(reading.from.slice(0, 4));
    for await (const row of rowsUnder(file.path, rows(file), columns)) {
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      const { line } = row;
      once(code, line);
      yield placeholderCode(code, line);
      yield statement(
        anesthesiaBaseUnits,
        {
          key: codeKey(code),
          from: reading.from,
          to: reading.to,
          line,
          at: `row ${code}`,
          envelope: { note: `The file is that of ${year} and names no end; a later one replaces it.` },
        },
        { codeId: codeId(code), year, baseUnits: row.read('units', unitsIn) },
      );
    }
  },
};
