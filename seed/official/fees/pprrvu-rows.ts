/**
 * The rows of a PPRRVU file, CSV or fixed width. Column names repeat (three AMOUNT, four SURG), so columns are bound by
 * position, and only where the whole heading is one of the two known ones: 31 columns until 2025, 32 from 2026 on, where a
 * new column before ENDO BASE shifts all that follow. The descriptors are not read, except for HCPCS Level II.
 */

import { inLayout } from '../../../db/codes/code-shapes.ts';
import { type CsvRecord, FileError, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { separatorIn } from '../kit/heading.ts';
import { type FixedFields, fixedRow, rowsUnder, type TableRow } from '../kit/rows.ts';

const until2025 =
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT';
const from2026 = until2025.replace('SURG,BASE', 'SURG,IND,BASE');

/** The position of each column until 2025, by its name here. */
const places = {
  code: 0,
  modifier: 1,
  description: 2,
  status: 3,
  'WORK RVU': 5,
  'NON-FAC PE RVU': 6,
  'NON-FAC NA INDICATOR': 7,
  'FACILITY PE RVU': 8,
  'FACILITY NA INDICATOR': 9,
  'MP RVU': 10,
  'NON-FACILITY TOTAL': 11,
  'FACILITY TOTAL': 12,
  'PCTC IND': 13,
  'GLOB DAYS': 14,
  'MULT PROC': 18,
  'BILAT SURG': 19,
  'ASST SURG': 20,
  'CO-SURG': 21,
  'TEAM SURG': 22,
  'CONV FACTOR': 24,
  supervision: 25,
  'IMAGING FAMILY': 27,
  'NON-FACILITY PE FOR OPPS': 28,
  'FACILITY PE FOR OPPS': 29,
  'MP FOR OPPS': 30,
} as const;

export type FeeColumn = keyof typeof places;
export type FeeLine = TableRow<FeeColumn>;

const columns = Object.keys(places) as FeeColumn[];
const rules = Object.fromEntries(columns.map((name) => [name, { named: new RegExp(`^${name}$`) }])) as Record<
  FeeColumn,
  { readonly named: RegExp }
>;

/** The fields of a fixed-width line until 2025, where the conversion factor ends at column 140. */
const fields: FixedFields<FeeColumn> = {
  code: [1, 5],
  modifier: [6, 7],
  description: [8, 57],
  status: [58, 58],
  'WORK RVU': [60, 65],
  'NON-FAC PE RVU': [67, 72],
  'NON-FAC NA INDICATOR': [73, 74],
  'FACILITY PE RVU': [76, 81],
  'FACILITY NA INDICATOR': [82, 83],
  'MP RVU': [85, 89],
  'NON-FACILITY TOTAL': [91, 96],
  'FACILITY TOTAL': [97, 102],
  'PCTC IND': [103, 103],
  'GLOB DAYS': [104, 106],
  'MULT PROC': [116, 116],
  'BILAT SURG': [117, 117],
  'ASST SURG': [118, 118],
  'CO-SURG': [119, 119],
  'TEAM SURG': [120, 120],
  'CONV FACTOR': [133, 140],
  supervision: [142, 143],
  'IMAGING FAMILY': [146, 147],
  'NON-FACILITY PE FOR OPPS': [152, 157],
  'FACILITY PE FOR OPPS': [159, 164],
  'MP FOR OPPS': [166, 171],
};
const factorEnds = 140;
const lastColumn = 171;

/** The last line of the heading of the CSV form. */
export const csvHeading = /^"?HCPCS"?\s*[,\t]\s*"?MOD"?\s*[,\t]\s*"?DESCRIPTION"?\s*[,\t].*FACTOR/im;
/** A row of the fixed-width form: a status, then RVUs, and a factor at about its column. */
export const fixedLine = new RegExp(
  String.raw`^${inLayout.code}${inLayout.modifier}.{50}[A-Z] [ \d]{3}\.\d\d.{54,90}?[ \d]\d\.\d{4} `,
  'm',
);

/** The heading with the column names used here; throws where its layout is not known. */
function bound(path: string, { line, cells }: CsvRecord): CsvRecord {
  const heading = cells.map((cell) => cell.trim().toUpperCase().replace(/\s+/g, ' '));
  while (heading.at(-1) === '') heading.pop();
  const written = heading.join(',');
  if (written !== until2025 && written !== from2026)
    throw new FileError(
      { path, line },
      `This heading has ${heading.length} columns that are not those of a layout that is known, of 31 or 32 columns: ${written.slice(0, 300)}. The layout has changed; compare it with the record layout in the same archive.`,
    );
  const shift = (place: number) => (written === from2026 && place > 22 ? place + 1 : place);
  const names = cells.map(() => '');
  for (const name of columns) names[shift(places[name])] = name;
  return { line, cells: names };
}

async function* named(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  let found = false;
  for await (const record of records(file, { delimiter: await separatorIn(file, csvHeading) })) {
    const [code = '', modifier = ''] = record.cells;
    const heading: boolean = !found && /^HCPCS$/i.test(code.trim()) && /^MOD$/i.test(modifier.trim());
    if (found) yield record;
    else if (heading) yield bound(file.path, record);
    found ||= heading;
  }
}

/** The fields of a line: those after position 120 shift with the end of the factor, as columns were inserted before it. */
function fieldsOf(path: string, number: number, text: string): FixedFields<FeeColumn> {
  const found = /\d{1,3}\.\d{4}(?= )/.exec(text.slice(120));
  const end = found ? 120 + found.index + found[0].length : 0;
  const shift = end - factorEnds;
  if (!found || text.length < lastColumn + shift)
    throw new FileError(
      { path, line: number },
      `This line has ${text.length} characters${found ? '' : ' and no conversion factor near column 133'}. Expected ${lastColumn} or more, ending in three values for the OPPS comparison. The file may be cut short, or its layout has changed.`,
    );
  if (shift === 0) return fields;
  const moved = columns.map((name) => {
    const [first, last] = fields[name];
    return [name, first > 120 ? [first + shift, last + shift] : [first, last]];
  });
  return Object.fromEntries(moved) as FixedFields<FeeColumn>;
}

async function* fixed(file: OfficialFile): AsyncGenerator<FeeLine, void> {
  for await (const line of lines(file)) {
    const { text, number } = line;
    if (/^(HDR|TRL)\b/.test(text) || text.trim() === '') continue;
    yield fixedRow(file.path, line, fieldsOf(file.path, number, text));
  }
}

/** Every row, in either form. */
export async function* feeLines(file: OfficialFile): AsyncGenerator<FeeLine, void> {
  for await (const { text } of lines(file)) {
    if (fixedLine.test(text)) return yield* fixed(file);
    if (csvHeading.test(text)) break;
  }
  yield* rowsUnder(file.path, named(file), rules);
}
