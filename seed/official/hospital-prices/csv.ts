/** Rows of a hospital's CSV, tall or wide, as charges. The first three records are names of the hospital's own data, that data, and headings. */

import { createHash } from 'node:crypto';
import { type CsvRecord, FileError, type OfficialFile, records } from '../../load/format/file.ts';
import type { Reading } from '../../load/format/format.ts';
import { statedText } from '../prices/price-words.ts';
import { type Agreed, type Charge, dividedNotes, drugOf, type TypedCode } from './charge.ts';
import { type AgreedField, type ChargeColumns, columnsIn, nameOf, noTemplate } from './columns.ts';
import { modifierCells, modifierRow, type PricedModifier } from './modifier-rules.ts';

/** The hospital's data in a file, by the names of the template. */
export type HospitalHeading = ReadonlyMap<string, string>;

/** A row, its codes, and its charge, which is made only on demand. */
export interface CsvCharge {
  readonly record: CsvRecord;
  readonly codes: readonly TypedCode[];
  readonly charge: () => Charge;
  /** What plans pay with the modifiers of a row without a code. */
  readonly modifiers: () => readonly PricedModifier[];
}

export interface CsvLayout {
  /** The first three records, which are about the file. */
  readonly head: readonly CsvRecord[];
  readonly about: HospitalHeading;
  readonly rows: AsyncIterable<CsvCharge>;
}

/** Hospitals write inches (") into unquoted cells. */
const quotes = { strayQuotes: true };

const isEmpty = ({ cells }: CsvRecord) => cells.every((cell) => cell.trim() === '');

/** Reads the head of the file; its rows are read on iteration. */
export async function csvLayout(
  file: OfficialFile,
  reading: Pick<Reading, 'skip' | 'report' | 'rows'>,
): Promise<CsvLayout> {
  const head: CsvRecord[] = [];
  for await (const record of records(file, quotes)) {
    if (!isEmpty(record)) head.push(record);
    if (head.length === 3) break;
  }
  const [names, values, headings] = head;
  if (!names || !values || !headings || !names.cells.some((cell) => nameOf(cell) === 'hospital_name'))
    throw new FileError(
      { path: file.path, line: 1 },
      noTemplate(
        'This hospital file does not begin with a record of names such as hospital_name, one of values and one of headings, separated by commas.',
      ),
    );
  const about = new Map(names.cells.map((name, place) => [nameOf(name), values.cells[place]?.trim() ?? '']));
  const columns = columnsIn(file.path, headings.line, headings.cells);
  const [unread] = columns.unread;
  if (unread !== undefined)
    reading.report?.(
      `${columns.unread.length} headings of charges are of no template and not read, such as ${JSON.stringify(unread)}. Expected ones such as standard_charge|payer|plan|negotiated_dollar.`,
    );
  const [repeated] = columns.repeated;
  if (repeated !== undefined)
    reading.report?.(
      `${columns.repeated.length} headings stand in the file more than once, such as ${JSON.stringify(repeated)}; of each the first column is taken.`,
    );
  return { head, about, rows: rowsUnder(file, headings.line, columns, reading) };
}

/** The file below an added line as wide as its headings: the parser creates an error object for each record of another length than the first. */
function evened(file: OfficialFile, { width }: ChargeColumns): OfficialFile {
  return {
    ...file,
    async *chunks() {
      yield Buffer.from(`${','.repeat(width - 1)}\n`);
      yield* file.chunks();
    },
  };
}

async function* rowsUnder(
  file: OfficialFile,
  headings: number,
  columns: ChargeColumns,
  { skip, rows }: Pick<Reading, 'skip' | 'rows'>,
): AsyncGenerator<CsvCharge, void> {
  let usual = columns.width;
  for await (const { line: lineBelow, cells } of records(evened(file, columns), quotes)) {
    const record = { line: lineBelow - 1, cells };
    if (record.line <= headings || isEmpty(record)) continue;
    rows?.begins(record.line, 'row without a figure that is read');
    const quoted = cells.filter((cell) => cell.includes('"'));
    if (quoted.length === 0) usual = cells.length;
    // A comma outside quotes shifts all cells after it.
    if (cells.slice(columns.width).some((cell) => cell.trim() !== ''))
      skip('row with more cells than headings', cells.slice(columns.width).join(','));
    else if (isMisquoted(quoted, [columns.width, usual].includes(cells.length)))
      skip('row with quotes that do not come out even', quoted[0]);
    else
      yield {
        record,
        codes: codesIn(cells, columns),
        charge: () => chargeOf(record, columns),
        modifiers: () => modifierRow(record, columns),
      };
  }
}

/** Whether quotes may have shifted cells or swallowed rows: an unclosed quote, or a comma between two literal ones. */
function isMisquoted(quoted: readonly string[], isUsual: boolean): boolean {
  return (
    quoted.length > 0 && (!isUsual || quoted.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell)))
  );
}

function codesIn(cells: readonly string[], { codes }: ChargeColumns): readonly TypedCode[] {
  return codes
    .map(({ code, type }) => ({ code: cells[code]?.trim() ?? '', type: cells[type]?.trim() ?? '' }))
    .filter(({ code }) => code !== '');
}

function chargeOf({ cells, line }: CsvRecord, columns: ChargeColumns): Charge {
  const at = (place: number | undefined) => (place === undefined ? '' : (cells[place]?.trim() ?? ''));
  const cell = (name: string) => at(columns.places.get(name));
  const charge = {
    modifiers: modifierCells(cell),
    setting: cell('setting'),
    billingClass: cell('billing_class'),
    drug: drugOf(cell('drug_unit_of_measurement'), cell('drug_type_of_measurement')),
    gross: cell('standard_charge|gross'),
    cash: cell('standard_charge|discounted_cash'),
    minimum: cell('standard_charge|min'),
    maximum: cell('standard_charge|max'),
    line,
    at: `line ${line}`,
  };
  const item = itemOf([
    cell('description'),
    codesIn(cells, columns),
    charge.modifiers,
    charge.setting,
    charge.billingClass,
    charge.drug,
  ]);
  const generic = statedText(cell('additional_generic_notes'));
  const all = [generic].filter(Boolean);
  if (columns.plans.length > 0)
    return { ...charge, item: undefined, notes: all, agreed: wide(at, columns, all) };
  const isOfPlan = cell('payer_name') !== '';
  const { own, others } = dividedNotes(generic);
  // A note in the row of a plan may be on what the plan agreed on: only the charge type is certainly not.
  const notes = isOfPlan ? own : all;
  return {
    ...charge,
    item: { key: item, isOfPlan },
    notes,
    agreed: tall(cell, all, isOfPlan && others.length > 0),
  };
}

/** A short hash, since there may be millions. */
function itemOf(parts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64').slice(0, 14);
}

function tall(
  cell: (name: string) => string,
  generic: readonly string[],
  isNoteOfPlan: boolean,
): readonly Agreed[] {
  const standard = (field: AgreedField) => cell(`standard_charge|${field}`);
  const read = (field: AgreedField) => standard(field) || cell(field);
  const found = agreedOf({ payer: cell('payer_name'), plan: cell('plan_name') }, read, generic, isNoteOfPlan);
  return found ? [found] : [];
}

function wide(
  at: (place: number | undefined) => string,
  { plans }: ChargeColumns,
  generic: readonly string[],
): readonly Agreed[] {
  return plans.flatMap(
    ({ places, ...plan }) => agreedOf(plan, (field) => at(places.get(field)), generic, false) ?? [],
  );
}

/** What a plan agreed on; undefined where the row has neither a figure nor a note of it. */
function agreedOf(
  plan: Pick<Agreed, 'payer' | 'plan'>,
  cell: (field: AgreedField) => string,
  generic: readonly string[],
  isNoteOfPlan: boolean,
): Agreed | undefined {
  const figures = {
    dollar: cell('negotiated_dollar'),
    percentage: cell('negotiated_percentage'),
    algorithm: statedText(cell('negotiated_algorithm')),
    estimated: cell('estimated_amount'),
    median: cell('median_amount'),
    p10: cell('10th_percentile'),
    p90: cell('90th_percentile'),
    count: cell('count'),
  };
  const note = statedText(cell('additional_payer_notes'));
  const isSilent = Object.values(figures).every((figure) => figure === '');
  if (isSilent && note === '' && !isNoteOfPlan) return undefined;
  const notes = [note, ...generic].filter((each) => each !== '');
  return { ...plan, ...figures, methodology: cell('methodology'), notes };
}
