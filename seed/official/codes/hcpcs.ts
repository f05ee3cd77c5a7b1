/**
 * HCPCS Level II codes and modifiers of CMS: their texts, their validity, and how Medicare treats them. Fixed-width text
 * below a notice, or a table. All of it is public; CPT is not in it, and dental codes are left out.
 */

import { isCode } from '../../../db/codes/code-shapes.ts';
import { billingCode, codeMeaning, hcpcsRecord } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { billingCodeIn, isDental } from '../../load/format/cells.ts';
import type { OfficialFile } from '../../load/format/file.ts';
import {
  type Extracted,
  type Format,
  namedEntity,
  type Reading,
  statement,
} from '../../load/format/format.ts';
import { monthInName, monthNamed, yearAfter } from '../kit/calendar.ts';
import { onlyOnce } from '../kit/wanted-code.ts';
import { modifiersIn } from './hcpcs-modifiers.ts';
import {
  beginEntry,
  fixedRecord,
  type HcpcsColumn,
  type HcpcsEntry,
  hcpcsEntries,
  tableHeading,
} from './hcpcs-records.ts';
import { codeValidities, dayOf, endWithin } from './hcpcs-validity.ts';

const coverages = {
  C: 'CONTRACTOR_JUDGMENT_C',
  D: 'SPECIAL_INSTRUCTIONS_D',
  I: 'NOT_PAYABLE_I',
  M: 'NOT_COVERED_M',
  S: 'NOT_COVERED_BY_STATUTE_S',
} as const;

function coverageIn(cell: string) {
  if (cell === '') return null;
  const found = Object.entries(coverages).find(([letter]) => letter === cell.toUpperCase());
  if (found) return found[1];
  throw new Error(`Expected C, D, I, M or S, or nothing, got ${JSON.stringify(cell)}.`);
}

/** The non-empty cells of several columns, as a JSON list. */
function listIn({ row }: HcpcsEntry, ...columns: readonly HcpcsColumn[]): string {
  return JSON.stringify(columns.map((column) => row.cell(column)).filter((cell) => cell !== ''));
}

/** The statements about a code, with the code as their subject. */
function* ofCode(entry: HcpcsEntry, code: string, reading: Reading): Generator<Extracted, void> {
  const { from, to, release } = reading;
  const { line, row, long } = entry;
  const origin = { line, at: `record ${code}` };
  const label = row.cell('short') || long || `HCPCS code ${code}`;
  const id = codeId(code);
  const subject = namedEntity(
    billingCode,
    {
      id,
      system: 'HCPCS_LEVEL_II',
      code,
      category: 'LEVEL_II',
      label,
      description: long || label,
      familyId: null,
    },
    { ...origin, authority: true },
  );
  yield statement(
    hcpcsRecord,
    { from, to, ...origin, subject },
    {
      codeId: id,
      release,
      coverage: row.read('coverage', coverageIn),
      pricing: listIn(entry, 'price1', 'price2', 'price3', 'price4'),
      multiplePricing: row.cell('multiple') || null,
      coverageReferences: listIn(entry, 'ncd1', 'ncd2', 'ncd3'),
      manualReferences: listIn(entry, 'manual1', 'manual2', 'manual3'),
      statute: row.cell('statute') || null,
      crossReferences: listIn(entry, 'see1', 'see2', 'see3', 'see4', 'see5'),
      betos: row.cell('betos') || null,
      typesOfService: listIn(entry, 'type1', 'type2', 'type3', 'type4', 'type5'),
      laboratoryCertifications: listIn(
        entry,
        'laboratory1',
        'laboratory2',
        'laboratory3',
        'laboratory4',
        'laboratory5',
        'laboratory6',
        'laboratory7',
        'laboratory8',
      ),
      action: row.cell('action') || null,
      actionOn: dayOf(entry, 'acted'),
    },
  );
  yield* codeValidities(entry, code, origin);
  const ends = endWithin(reading, [entry]);
  if (ends !== undefined)
    yield statement(
      codeMeaning,
      { key: codeKey(code), from, to: ends, ...origin },
      { codeId: id, label, description: long || label, release },
    );
}

const quarters: Readonly<Record<string, string>> = { '01': 'JAN', '04': 'APR', '07': 'JUL', '10': 'OCT' };

/** The year, and the month if there is one, in a name such as HCPC2026_OCT_ANWEB.txt, HCPC17_CONTR_ANWEB.txt or 09anweb.txt. */
function yearIn(name: string): { readonly year?: string; readonly month?: string | undefined } {
  const [, digits, word] = /HCPC[A-Z]*[ _-]?(20\d\d|\d\d)(?!\d)(?:[ _-]*([A-Z]{3}))?/i.exec(name) ?? [];
  const year = (digits ?? /(?<!\d)(20\d\d|\d\d)[ _-]?ANWEB/i.exec(name)?.[1])?.padStart(4, '20');
  return year ? { year, month: word && monthNamed(`${word} ${year}`) } : {};
}

/** The quarter in the name of an archive, for a file whose name has only a year: `april-2024-alpha-numeric-hcpcs-file.zip`. */
function monthOf(within: string, year: string | undefined): string | undefined {
  const archive = within.split('/').findLast((part) => /hcpcs?/i.test(part));
  const month = archive && monthInName(archive);
  return month && (!year || month.startsWith(year)) ? month : undefined;
}

/** HCPCS Level II. */
export const hcpcs: Format = {
  name: 'hcpcs',
  label: 'HCPCS Level II codes and modifiers',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  kind: 'CODE_SET',
  // Codes that ended stay in the file; what it does not have any more has ended, too.
  whole: true,
  cadence: 'QUARTERLY',
  recognise({ name, head, within = '' }) {
    const rows = head.split(/\r\n?|\n/).filter((text) => fixedRecord.test(text) && /^.{11}\S/.test(text));
    if (rows.length < 2 && !tableHeading.test(head)) return undefined;
    const named = yearIn(name);
    const year = named.year ?? /CMS.s (20\d\d) HCPCS/i.exec(head)?.[1];
    const month = named.month ?? monthInName(name) ?? monthOf(within, year);
    const from = month ?? (year && `${year}-01-01`);
    if (!from) return {};
    // A name with only the year is the same in every quarter.
    const quarter = month && quarters[month.slice(5, 7)];
    const release = [`HCPC${from.slice(0, 4)}`, ...(quarter ? [quarter] : [])].join('_');
    return { release, from, to: yearAfter(from) };
  },
  async *read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
    const once = onlyOnce(file.path);
    const modifiers: HcpcsEntry[] = [];
    const leave = ({ code, line, continued }: HcpcsEntry, reason: string) => {
      for (const each of [line, ...continued]) reading.skip(reason, code, each);
    };
    for await (const entry of hcpcsEntries(file)) {
      reading.rows?.ends();
      if (entry.kind === 'modifier') {
        modifiers.push(entry);
        continue;
      }
      if (isDental(entry.code)) {
        leave(entry, 'dental code, which belongs to the ADA');
        continue;
      }
      const code = billingCodeIn(entry.code);
      if (!code || !isCode('HCPCS_LEVEL_II', code))
        throw entry.row.wrong(
          'code',
          `Expected a code of HCPCS Level II such as G0130, got ${JSON.stringify(entry.code)}.`,
        );
      once(code, entry.line);
      if (!reading.wants(code)) {
        leave(entry, 'code not among those wanted');
        continue;
      }
      beginEntry(entry, reading.rows);
      yield* ofCode(entry, code, reading);
    }
    yield* modifiersIn(modifiers, reading);
  },
};
