/**
 * Carrier files of the physician fee schedule (PFALL, PFREV, PF and a state): the amounts by locality as computed by CMS,
 * about 1.1 million rows, of which PFREV has only the revised ones. Sixteen quoted fields without a heading, then lines
 * `TRL`; as CSV they may be unquoted. They follow from the relative value file, so they are compared with it, not stored.
 * Numbers: work of the US government.
 */

import { type CodeKind, expectedOf, inLayout, isCode, shapes } from '../../../db/codes/code-shapes.ts';
import type { PublishedFee } from '../../../db/fees/compare-amounts.ts';
import { firstOfQuarter } from '../../../db/kit/quarter.ts';
import { codeId, modifierId } from '../../kit/ids.ts';
import { billingCodeIn, decimalIn, isDental } from '../../load/format/cells.ts';
import {
  type CsvRecord,
  FileError,
  type Line,
  lineBatches,
  type OfficialFile,
} from '../../load/format/file.ts';
import type { Reading, Recognised, Sighting } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { localityId } from './fee-locality.ts';

const columns = [
  'year',
  'carrier',
  'locality',
  'HCPCS',
  'modifier',
  'non-facility amount',
  'facility amount',
  'filler',
  'PC/TC indicator',
  'status',
  'multiple surgery indicator',
  'therapy reduction, non-facility',
  'therapy reduction, facility',
  'OPPS indicator',
  'OPPS non-facility amount',
  'OPPS facility amount',
] as const;
type Column = (typeof columns)[number];

const firstFields = [
  String.raw`20\d\d`,
  shapes.CONTRACTOR.form,
  shapes.LOCALITY.form,
  inLayout.code,
  `(?:${inLayout.modifier}|)`,
  String.raw`\d{7}\.\d\d`,
  String.raw`\d{7}\.\d\d`,
];
const firstLine = new RegExp(String.raw`^("?)${firstFields.join(String.raw`\1,\1`)}\1,`, 'm');
/** `PFREV25C.txt`, `PFALL25A.txt`, `PFREV4.txt`: the letter, or the one digit, is the quarter. */
const quarterInName = /(?<![A-Z])PF[A-Z]{2,4}(?:(?:20)?\d\d([A-D])|([1-4]))R?(?![A-Z0-9])/i;
/** `PFALL25.txt`, which is that of the whole year. */
const ofTheYear = /(?<![A-Z])PFALL(?:(?:20)?\d\d)?(?![A-Z0-9])/i;

/** Recognises a carrier file; undefined for any other file. */
function recognise({ name, head, within = '', beside = [] }: Sighting): Recognised | undefined {
  const found = firstLine.exec(head);
  if (!found) return undefined;
  const year = found[0].replace('"', '').slice(0, 4);
  const release = name.replace(/\.[^.]*$/, '');
  const quarter =
    quarterNamed(name) ?? quarterNamed(within) ?? (ofTheYear.test(name) ? 1 : quarterBeside(year, beside));
  if (!quarter) return { release };
  const from = firstOfQuarter(year, quarter);
  return { release, from, to: yearAfter(from) };
}

/** The quarter of the one release of relative values of the year beside it, from 1 to 4. */
function quarterBeside(year: string, beside: readonly string[]): number | undefined {
  const all = new Set(beside.flatMap((release) => /^RVU\d\d[A-D]/.exec(release) ?? []));
  const [only = ''] = all;
  return all.size === 1 && only.slice(3, 5) === year.slice(2) ? 'ABCD'.indexOf(only.slice(5)) + 1 : undefined;
}

/** The quarter in a name, from 1 to 4. */
function quarterNamed(text: string): number | undefined {
  const [, letter, digit] = quarterInName.exec(text) ?? [];
  return letter ? 'ABCD'.indexOf(letter.toUpperCase()) + 1 : digit ? Number(digit) : undefined;
}

const cellOf = ({ cells }: CsvRecord, column: Column) => (cells[columns.indexOf(column)] ?? '').trim();

function wrong(path: string, record: CsvRecord, column: Column, expected: string): FileError {
  return new FileError(
    { path, line: record.line, column },
    `Expected ${expected}, got ${JSON.stringify(cellOf(record, column))}. The columns may have shifted.`,
  );
}

/** A field that must be a code of a kind. */
function codeOf(path: string, record: CsvRecord, column: Column, kind: CodeKind): string {
  const found = cellOf(record, column);
  if (isCode(kind, found)) return found;
  throw wrong(path, record, column, expectedOf(kind));
}

function cents(path: string, record: CsvRecord, column: Column): number {
  const found = cellOf(record, column);
  if (!/^\d{1,9}\.\d\d$/.test(found)) throw wrong(path, record, column, 'dollars and cents such as 39.26');
  return decimalIn(found, 2) ?? 0;
}

/** The fields of a line. All are quoted or none is, and none contains a quote, so that a million lines need no CSV parser. */
function fieldsOf(path: string, { number, text }: Line): CsvRecord {
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  const bare = !text.includes('"');
  const cells = quoted ? text.slice(1, -1).split('","') : bare ? text.split(',') : [];
  if (cells.length === columns.length) return { line: number, cells };
  throw new FileError(
    { path, line: number },
    `This line is not ${columns.length} quoted fields, nor as many without quotes: ${JSON.stringify(text.slice(0, 60))}. The file may be cut short or altered: fetch it again.`,
  );
}

/** Matches the participants in the name of the file or its archive, from 2026 on: `PFREV26C_QP.zip`, `PFREV26C_nonQP.zip`. */
const forWhom = /(?<![a-z])(non[ _-]?)?QPP?(?![a-z])/gi;

function isForQualifying(path: string): boolean {
  const last = [...path.matchAll(forWhom)].at(-1);
  return last !== undefined && last[1] === undefined;
}

/** The amounts of wanted codes, row by row. */
async function* rows(
  file: OfficialFile,
  { wants, skip }: Pick<Reading, 'wants' | 'skip'>,
): AsyncGenerator<PublishedFee, void> {
  const { path } = file;
  const qualifying = isForQualifying(path);
  for await (const batch of lineBatches(file)) {
    for (const line of batch) {
      if (line.text.trim() === '' || /^"?TRL/.test(line.text)) continue;
      const record = fieldsOf(path, line);
      if (qualifying && (record.cells[0] ?? '') >= '2026') {
        skip('amount for qualifying APM participants, whose amounts are not stored');
        continue;
      }
      const written = record.cells[3] ?? '';
      const code = billingCodeIn(written);
      if (!code && isDental(written)) skip('dental code, which belongs to the ADA');
      else if (!code) throw wrong(path, record, 'HCPCS', expectedOf('BILLING_CODE'));
      else if (!wants(code)) skip('code not among those wanted');
      else yield published(path, record, code);
    }
  }
}

function published(path: string, record: CsvRecord, code: string): PublishedFee {
  const modifier = cellOf(record, 'modifier') === '' ? '' : codeOf(path, record, 'modifier', 'MODIFIER');
  const contractor = codeOf(path, record, 'carrier', 'CONTRACTOR');
  const locality = codeOf(path, record, 'locality', 'LOCALITY');
  const indicator = cellOf(record, 'OPPS indicator');
  if (!/^\d$/.test(indicator)) throw wrong(path, record, 'OPPS indicator', 'one digit such as 9');
  const capped = indicator !== '9';
  return {
    line: record.line,
    codeId: codeId(code),
    modifierId: modifier ? modifierId(modifier) : null,
    jurisdictionId: localityId({ contractor, locality }),
    nonFacility: cents(path, record, 'non-facility amount'),
    facility: cents(path, record, 'facility amount'),
    cap: capped
      ? {
          nonFacility: cents(path, record, 'OPPS non-facility amount'),
          facility: cents(path, record, 'OPPS facility amount'),
        }
      : null,
  };
}

/** Carrier files: their amounts are compared with the graph by `feeAgreement` for a day, never stored. */
export const carrier = {
  name: 'carrier',
  label: 'Physician fee schedule amounts by carrier and locality',
  recognise,
  rows,
} as const;
