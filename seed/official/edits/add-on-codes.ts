/**
 * Add-on code edits of NCCI: which code may only follow which primary procedure. Fixed-width text without blanks between
 * its fields, or CSV below a notice of the AMA; days are YYYYDDD. Pairs: work of the US government.
 */

import { inLayout } from '../../../db/codes/code-shapes.ts';
import { firstOfQuarter } from '../../../db/kit/quarter.ts';
import { addOnEdit } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { billingCodeIn } from '../../load/format/cells.ts';
import { FileError, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { dayOfYearIn } from '../kit/calendar.ts';
import { ofMedicaid } from '../kit/not-of-medicare.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { type ColumnRule, type FixedFields, fixedRow, rowsUnder, type TableRow } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

const columns = {
  type: { called: 'AOC_Edit_Type' },
  addOn: { called: 'Add-On_Code' },
  addOnEnds: { called: 'AOC_Del_Dt', also: ['AOC_Del_Dt_Julian', 'AOC_Deletion_Date'] },
  primary: { called: 'Primary_Code' },
  primaryEnds: { called: 'Primary_Code_Del_Dt', also: ['Primary_Code_Del_Dt_Julian'] },
  begins: { called: 'AOC_Edit_Eff_Dt', also: ['AOC_Edit_Eff_Dt_Julian'] },
  ends: { called: 'AOC_Edit_Del_Dt', also: ['AOC_Edit_Del_Dt_Julian'] },
  instruction: { called: 'Special_Instruction_Notes', also: ['Special_Instructions_Notes'] },
} as const satisfies Readonly<Record<string, ColumnRule>>;
type Column = keyof typeof columns;

/** The same in the fixed-width layout. */
const fields: FixedFields<Column> = {
  type: [1, 1],
  addOn: [2, 6],
  addOnEnds: [7, 13],
  primary: [14, 18],
  primaryEnds: [19, 25],
  begins: [26, 32],
  ends: [33, 39],
  instruction: [40, Number.POSITIVE_INFINITY],
};
const fixed = new RegExp(
  String.raw`^[123]${inLayout.code}(?:\d{7}| {7})${inLayout.code}(?:\d{7}| {7})\d{7}(?:\d{7}| {0,7}(?=$| ))`,
);
const heading = /AOC[ _]?Edit[ _]?Type"?([,\t|~])"?Add[- _]?On[ _]?Code/i;

const types = {
  '1': 'LISTED_PRIMARIES_1',
  '2': 'CONTRACTOR_PRIMARIES_2',
  '3': 'SOME_LISTED_PRIMARIES_3',
} as const;

/** The value in place of a primary code where the contractor decides. */
const contractorDecides = 'CCCCC';

/** The day in `add-code-edits-medicare-effective-06012026.zip`; undefined where a name has none. */
function effectiveIn(name: string): string | undefined {
  const [, month, day, year] = /effective[-_ ](\d\d)[-_]?(\d\d)[-_]?(20\d\d)/i.exec(name) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** The rows of the fixed-width layout; lines above the first are skipped. */
async function* fixedRows(file: OfficialFile): AsyncGenerator<TableRow<Column>, void> {
  let begun = false;
  for await (const line of lines(file)) {
    const isRow = fixed.test(line.text);
    if (line.text.trim() === '' || (!begun && !isRow)) continue;
    if (!isRow)
      throw new FileError(
        { path: file.path, line: line.number },
        'This line is no row of the fixed-width layout (type, add-on code, its end, primary code, its end, begin, end). The file may be cut short or altered: fetch it again.',
      );
    begun = true;
    yield fixedRow(file.path, line, fields);
  }
}

/** The rows in either layout, detected by the first line that is a row or a heading. */
async function* rowsOf(file: OfficialFile): AsyncGenerator<TableRow<Column>, void> {
  let delimiter = ',';
  for await (const { text } of lines(file)) {
    if (fixed.test(text)) return yield* fixedRows(file);
    const found = heading.exec(text);
    if (!found) continue;
    [, delimiter = delimiter] = found;
    break;
  }
  yield* rowsUnder(file.path, records(file, { delimiter }), columns);
}

/** The day after the earliest of the last days; null where there is none. */
function endOf(row: TableRow<Column>): string | null {
  const days = (['addOnEnds', 'primaryEnds', 'ends'] as const).map((name) => row.read(name, dayOfYearIn));
  const [first] = days.filter((day) => day !== null).toSorted();
  return first === undefined ? null : dayAfter(first);
}

/** Add-on code edits. */
export const addOnCodes: Format = {
  name: 'add-on-codes',
  label: 'Add-on code edits',
  publisher: 'Centers for Medicare & Medicaid Services (NCCI)',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-add-code-edits',
  kind: 'CODE_EDIT_FILE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise(sighting) {
    const { name, head, within = '' } = sighting;
    if (ofMedicaid(sighting)) return undefined;
    const first = head.split(/\r\n?|\n/, 12);
    const rows = first.filter((line) => fixed.test(line));
    if (!heading.test(head.slice(0, 4000)) && rows.length < 2) return undefined;
    const [, year, quarter] = /V(20\d\d|\d\d)Q([1-4])(?!\d)/i.exec(name) ?? [];
    const day = effectiveIn(name) ?? effectiveIn(within.slice(within.lastIndexOf('/') + 1));
    if (year && quarter) {
      const from = firstOfQuarter(year.padStart(4, '20'), quarter);
      return { release: `AOC ${from.slice(0, 4)}Q${quarter}`, from };
    }
    return day ? { release: `AOC ${day}`, from: day } : {};
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    for await (const row of rowsOf(file)) {
      const { line } = row;
      reading.rows?.begins(line);
      const written = row.cell('primary').toUpperCase();
      const primary = written === contractorDecides ? null : billingCodeIn(written);
      const wants = (code: string) => reading.wants(code) || (!!primary && reading.wants(primary));
      const code = wantedCode(row, 'addOn', { ...reading, wants });
      if (!code) continue;
      if (primary === undefined)
        throw row.wrong(
          'primary',
          `${JSON.stringify(written)} is no billing code. Expected one, or ${contractorDecides} where the contractor decides.`,
        );
      const type = row.cell('type');
      if (type !== '1' && type !== '2' && type !== '3')
        throw row.wrong('type', `Expected 1, 2 or 3, got ${JSON.stringify(type)}.`);
      const from = row.read('begins', dayOfYearIn);
      const to = endOf(row);
      once(`${code} ${written} from ${from ?? 'no day'}`, line);
      if (from && to && to <= from) {
        reading.skip('edit that ended before it began', `${code} ${written} from ${from} to ${to}`);
        continue;
      }
      yield placeholderCode(code, line);
      if (primary) yield placeholderCode(primary, line);
      yield statement(
        addOnEdit,
        {
          key: `${codeKey(code)}/${primary ? codeKey(primary) : 'contractor'}`,
          from,
          to,
          open: to === null,
          dated: true,
          line,
          at: `row ${code} ${written}`,
        },
        {
          codeId: codeId(code),
          primaryId: primary && codeId(primary),
          editType: types[type],
          instruction: row.cell('instruction').replace(/^[("]+|[)"]+$/g, '') || null,
        },
      );
    }
  },
};
