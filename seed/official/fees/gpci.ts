/**
 * Geographic practice cost indices (Addendum E of the physician fee schedule), CSV or fixed width: one row per locality
 * below a title, notes below the rows. The wording of the heading changes from year to year. Work of the US government.
 */

import { isCode, shapes } from '../../../db/codes/code-shapes.ts';
import { localityIndex } from '../../../db/tables/index.ts';
import { type CsvRecord, FileError, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { isProposed } from '../kit/not-of-medicare.ts';
import { indices, numberIn } from '../kit/ranges.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';
import { localityId, localityIn, localityKey, localityNamed } from './fee-locality.ts';

const columns = {
  contractor: { named: /^(?:Medicare Admin.*|MAC)(?: \(MAC\))?$/i },
  state: { named: /^State$/i },
  locality: { named: /^Locality(?: (?:Number|No\.?))?$/i },
  name: { named: /^Locality Name$/i },
  // Where the file has the index both ways, the one with the statutory floor is paid.
  work: { named: /\b(?:PW|Work) GPCI(?! ?\(?without)/i, optional: true },
  workWithoutFloor: { named: /\b(?:PW|Work) GPCI ?\(?without/i, optional: true },
  practiceExpense: { named: /\bPE GPCI\b/i },
  malpractice: { named: /\b(?:MP|PLI) GPCI\b/i },
} as const;

const title = /(?:CY|CALENDAR YEAR)\s*(20\d\d)\s+(?:FINAL\s+)?GEOGRAPHIC PRACTICE COST IND/i;
/** `GPCI2026.csv`, `GPCI26.txt`. */
const inName = /(20\d\d)|GPCI[ _-]*(\d\d)(?!\d)/i;
const yearInHeading = /(20\d\d)\s+(?:PW|Work)\s+GPCI/i;

const place = ['MAC', 'State', 'Locality Number', 'Locality Name'];
/** The work indices named in the lines above the rows, in order. */
const works = /\b(?:PW|Work) GPCI(?: ?\(?without)?/gi;
/** The beginning of a row, separated by commas, tabs or blanks: a text that only mentions indices has none. */
const rowBegins = new RegExp(
  String.raw`^\s*"?\d{4,5}"?[ ,\t]+"?${shapes.STATE.form}"?[ ,\t]+"?\d{1,2}"?[ ,\t]`,
  'm',
);
/** The same of a row separated by tabs. */
const tabbedRow = new RegExp(String.raw`^\s*"?\d+"? *\t *"?${shapes.STATE.form}"? *\t`);
/** A row of the fixed-width form, which is recognised by its rows because its heading runs together. */
const anIndex = String.raw`(\d?\.\d+|\d)`;
const fixedRow = new RegExp(
  String.raw`^\s*(${shapes.CONTRACTOR.form})\s+(${shapes.STATE.form})\s+(\d{1,2})\s+(\S.*?)\s{2,}(?:${anIndex}\s+)?${anIndex}\s+${anIndex}\s+${anIndex}\s*$`,
  'm',
);

const contractorFirst = new RegExp(String.raw`^\s*${shapes.CONTRACTOR.form}\s`);

/** The columns of rows with three indices, or with four where the work index is given with the floor and without. */
function fixedHeading(path: string, line: number, above: string, indices: number): readonly string[] {
  const named = [...above.matchAll(works)].map(([name]) => name);
  const lower = named.filter((name) => /without$/i.test(name)).length;
  if (indices === 4 && (named.length !== 2 || lower !== 1))
    throw new FileError(
      { path, line },
      'The rows have four indices, and the lines above do not tell which work index is the one without the floor. Expected "PW GPCI (without 1.0 Floor)" and "PW GPCI (with 1.0 Floor)" there, in the order of the columns.',
    );
  const work = indices === 4 || named.length === 1 ? named : ['PW GPCI'];
  return [...place, ...work, 'PE GPCI', 'MP GPCI'];
}

async function* fixed(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  let found = 0;
  let above = '';
  for await (const { number, text } of lines(file)) {
    const [, ...all] = fixedRow.exec(text) ?? [];
    // Most years have no fourth index.
    const cells = all.filter((cell) => cell !== undefined);
    if (cells.length === 0 && !found) above += ` ${text}`;
    if (cells.length !== found && found && contractorFirst.test(text))
      throw new FileError(
        { path: file.path, line: number },
        `This row is not laid out as the others: ${JSON.stringify(text.trim().replace(/\s+/g, ' '))}. Expected contractor, state, locality, name and as many indices as above. The file may be cut short.`,
      );
    if (cells.length === 0) continue;
    if (!found)
      yield { line: number, cells: fixedHeading(file.path, number, above, cells.length - place.length) };
    found = cells.length;
    yield { line: number, cells };
  }
}

/** The records in either form. The notes below the rows are left out. */
async function* rows(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  let delimiter = ',';
  for await (const { text } of lines(file)) {
    if (tabbedRow.test(text)) delimiter = '\t';
    else if (fixedRow.test(text)) return yield* fixed(file);
    else continue;
    break;
  }
  for await (const record of records(file, { delimiter })) {
    const [first = '', ...rest] = record.cells.map((cell) => cell.trim());
    if (first !== '' && rest.every((cell) => cell === '')) continue;
    yield record;
  }
}

/** An index in thousandths. */
function index(cell: string): number {
  const found = numberIn(cell, indices);
  if (found === null) throw new Error(`Expected an index such as 1.042, got ${JSON.stringify(cell)}.`);
  return found;
}

/** Geographic practice cost indices. */
export const gpci: Format = {
  name: 'gpci',
  label: 'Geographic practice cost indices of the physician fee schedule',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  kind: 'FEE_SCHEDULE',
  cadence: 'YEARLY',
  whole: true,
  recognise(sighting) {
    const { name, head } = sighting;
    const known = /Locality/i.test(head) && /(?:PW|Work)\s+GPCI/i.test(head) && rowBegins.test(head);
    if (!known || isProposed(sighting)) return undefined;
    const [, full, short] = title.exec(head) ?? yearInHeading.exec(head) ?? inName.exec(name) ?? [];
    const year = full ?? short;
    if (!year) return {};
    const from = `${year.padStart(4, '20')}-01-01`;
    return { release: `GPCI${from.slice(0, 4)}`, from, to: yearAfter(from) };
  },
  async *read(file, { from, to, rows: log }) {
    const once = onlyOnce(file.path);
    for await (const row of rowsUnder(file.path, rows(file), columns)) {
      log?.begins(row.line);
      const found = localityIn(row, { contractor: 'contractor', locality: 'locality' });
      const key = localityKey(found);
      once(key, row.line);
      const state = row.cell('state').toUpperCase();
      if (!isCode('STATE', state))
        throw row.wrong('state', `Expected two letters such as CA, got ${JSON.stringify(state)}.`);
      const floored = row.cell('work') !== '';
      // Asterisks refer to the notes below the rows.
      const name = row.cell('name').replace(/\s*\*+$/, '');
      yield localityNamed(found, { line: row.line, name, state });
      yield statement(
        localityIndex,
        {
          key,
          from,
          to: to ?? yearAfter(from),
          line: row.line,
          at: `${found.contractor} ${state} locality ${found.locality}`,
          envelope: floored
            ? {}
            : { note: 'The file gives the work index without the floor of the statute.' },
        },
        {
          jurisdictionId: localityId(found),
          workGpci: row.read(floored ? 'work' : 'workWithoutFloor', index),
          practiceExpenseGpci: row.read('practiceExpense', index),
          malpracticeGpci: row.read('malpractice', index),
        },
      );
    }
  },
};
