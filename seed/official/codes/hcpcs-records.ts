/** The records of the HCPCS Level II file in both layouts: fixed width with continued texts, or a table of 48 columns. */

import { shapes } from '../../../db/codes/code-shapes.ts';
import { FileError, type Line, lines, type OfficialFile, records } from '../../load/format/file.ts';
import type { RowLog } from '../../load/format/row-log.ts';
import { separatorIn } from '../kit/heading.ts';
import { type ColumnRule, type FixedFields, fixedRow, rowsUnder, type TableRow } from '../kit/rows.ts';

/** A code or modifier with its record. */
export interface HcpcsEntry {
  readonly line: number;
  readonly kind: 'code' | 'modifier';
  readonly code: string;
  readonly long: string;
  /** The lines of the records that go on with its text. */
  readonly continued: readonly number[];
  readonly row: TableRow<HcpcsColumn>;
}

/** Each field: its first and last column in the fixed-width layout, and its heading in the table. */
const layout = {
  code: [1, 5, 'HCPC'],
  sequence: [6, 10, 'SEQNUM'],
  record: [11, 11, 'RECID'],
  long: [12, 91, 'LONG DESCRIPTION'],
  short: [92, 119, 'SHORT DESCRIPTION'],
  price1: [120, 121, 'PRICE1'],
  price2: [122, 123, 'PRICE2'],
  price3: [124, 125, 'PRICE3'],
  price4: [126, 127, 'PRICE4'],
  multiple: [128, 128, 'MULT_PI'],
  ncd1: [129, 134, 'CIM1'],
  ncd2: [135, 140, 'CIM2'],
  ncd3: [141, 146, 'CIM3'],
  manual1: [147, 154, 'MCM1'],
  manual2: [155, 162, 'MCM2'],
  manual3: [163, 170, 'MCM3'],
  statute: [171, 180, 'STATUTE'],
  laboratory1: [181, 183, 'LABCERT1'],
  laboratory2: [184, 186, 'LABCERT2'],
  laboratory3: [187, 189, 'LABCERT3'],
  laboratory4: [190, 192, 'LABCERT4'],
  laboratory5: [193, 195, 'LABCERT5'],
  laboratory6: [196, 198, 'LABCERT6'],
  laboratory7: [199, 201, 'LABCERT7'],
  laboratory8: [202, 204, 'LABCERT8'],
  see1: [205, 209, 'XREF1'],
  see2: [210, 214, 'XREF2'],
  see3: [215, 219, 'XREF3'],
  see4: [220, 224, 'XREF4'],
  see5: [225, 229, 'XREF5'],
  coverage: [230, 230, 'COV'],
  betos: [257, 259, 'BETOS'],
  type1: [261, 261, 'TOS1'],
  type2: [262, 262, 'TOS2'],
  type3: [263, 263, 'TOS3'],
  type4: [264, 264, 'TOS4'],
  type5: [265, 265, 'TOS5'],
  added: [269, 276, 'ADD DT'],
  acted: [277, 284, 'ACT EFF DT'],
  ended: [285, 292, 'TERM DT'],
  action: [293, 293, 'ACTION CD'],
} as const;

/** A field of the file. */
export type HcpcsColumn = keyof typeof layout;

const names = Object.keys(layout) as HcpcsColumn[];
function perColumn<T>(make: (name: HcpcsColumn) => T): Readonly<Record<HcpcsColumn, T>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<HcpcsColumn, T>;
}
/** Other headings of some tables. */
const also: Partial<Record<HcpcsColumn, readonly string[]>> = {
  code: ['HCPCS'],
  multiple: ['MULTI_PI'],
};
const columns = perColumn<ColumnRule>((name) => ({ called: layout[name][2], also: also[name] ?? [] }));
const fields: FixedFields<HcpcsColumn> = perColumn((name) => [layout[name][0], layout[name][1]]);

/** The beginning of a fixed-width record: a code, or a modifier after three blanks; a sequence number; the kind of record. */
export const fixedRecord = new RegExp(
  String.raw`^(?: {3}${shapes.MODIFIER.form}|${shapes.HCPCS_LEVEL_II.form}|${shapes.DENTAL_CODE.form})\d{5}[3478]`,
);
/** The beginning of the table's heading. */
export const tableHeading = /^\W*HCPCS?"?[,\t]"?SEQ ?NUM"?[,\t]"?REC ?ID"?[,\t]"?LONG/im;

const firstWidth = 320;
const continuedWidth = 91;

function checkWidth(path: string, { number, text }: Line): void {
  const continued = text[10] === '4' || text[10] === '8';
  const width = continued ? continuedWidth : firstWidth;
  // Trailing blanks may be lost in transit, the action code before them may not.
  const least = continued ? 12 : layout.action[1];
  // Tools that make all lines equally long pad a continued one with blanks.
  const length = continued ? text.trimEnd().length : text.length;
  if (length <= width && text.length >= least) return;
  throw new FileError(
    { path, line: number },
    `This record has ${text.length} characters, expected ${width}. The file may be cut short or of another layout: fetch it again.`,
  );
}

/** The records of the fixed-width layout; lines above the first are a notice. */
async function* fixedRows(file: OfficialFile): AsyncGenerator<TableRow<HcpcsColumn>, void> {
  let begun = false;
  for await (const line of lines(file)) {
    const isRecord = fixedRecord.test(line.text);
    if (line.text.trim() === '' || (!begun && !isRecord)) continue;
    if (!isRecord)
      throw new FileError(
        { path: file.path, line: line.number },
        `This line is no record: expected a code or modifier in columns 1 to 5, a sequence number in 6 to 10 and 3, 4, 7 or 8 in 11; found ${JSON.stringify(line.text.slice(0, 20))}.`,
      );
    begun = true;
    checkWidth(file.path, line);
    yield fixedRow(file.path, line, fields);
  }
}

async function* rowsOf(file: OfficialFile): AsyncGenerator<TableRow<HcpcsColumn>, void> {
  for await (const { text } of lines(file)) {
    if (fixedRecord.test(text)) return yield* fixedRows(file);
    if (tableHeading.test(text)) break;
  }
  yield* rowsUnder(file.path, records(file, { delimiter: await separatorIn(file, tableHeading) }), columns);
}

/** Begins the row of an entry; the records that go on with its text join it. */
export function beginEntry({ line, continued }: HcpcsEntry, rows: RowLog | undefined): void {
  for (const each of continued) {
    rows?.begins(each);
    rows?.joins();
  }
  rows?.begins(line);
}

/** Codes and modifiers, each with the whole of its long text. */
export async function* hcpcsEntries(file: OfficialFile): AsyncGenerator<HcpcsEntry, void> {
  let first: TableRow<HcpcsColumn> | undefined;
  let texts: string[] = [];
  let continued: number[] = [];
  const entry = (row: TableRow<HcpcsColumn>): HcpcsEntry => ({
    line: row.line,
    kind: row.cell('record') === '7' ? 'modifier' : 'code',
    code: row.cell('code').toUpperCase(),
    long: texts.join(' '),
    continued,
    row,
  });
  for await (const row of rowsOf(file)) {
    const record = row.cell('record');
    if (!/^[3478]$/.test(record))
      throw row.wrong('record', `Expected 3, 4, 7 or 8, got ${JSON.stringify(record)}.`);
    if (record === '3' || record === '7') {
      if (first) yield entry(first);
      first = row;
      texts = [];
      continued = [];
    } else if (!first || first.cell('code') !== row.cell('code'))
      throw row.wrong(
        'code',
        `This goes on with the text of ${row.cell('code')}, and the record before it is that of ${first?.cell('code') ?? 'no code'}.`,
      );
    if (row !== first) continued.push(row.line);
    texts.push(row.cell('long').replace(/\s+/g, ' '));
  }
  if (first) yield entry(first);
}
