/**
 * ANES: the anaesthesia conversion factor of each locality of the physician fee schedule in a year, CSV, text separated by
 * tabs, or fixed width with two implied decimals; the national one is in the heading. Work of the US government.
 */

import { shapes } from '../../../db/codes/code-shapes.ts';
import { anesthesiaFactor } from '../../../db/tables/index.ts';
import { payerId } from '../../kit/ids.ts';
import { decimalIn } from '../../load/format/cells.ts';
import { type CsvRecord, FileError, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, type Sighting, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { headingIn } from '../kit/heading.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';
import { localityId, localityIn, localityKey, localityNamed } from './fee-locality.ts';
import { appliesTo } from './pprrvu-release.ts';

const columns = {
  contractor: { called: 'Contractor' },
  locality: { called: 'Locality' },
  factor: { named: /\bAnes(?:thesia)? (?:CF|Conversion Factor)\b/i },
} as const;

/** The heading with the national factor; one of the indices may have a line break. */
const heading =
  /^\s*"?Contractor"?\s*([,\t])\s*"?Locality"?\s*[,\t]\s*"?Locality Name"?\s*[,\t][^$]{0,200}?\bNational Anes(?:thesia)? CF of (\d+\.\d+)/im;
/** A line of the fixed-width form, which has no heading: the factor with two implied decimals at its end. */
const fixedLine = new RegExp(
  String.raw`^(${shapes.CONTRACTOR.form}) {7}(${shapes.LOCALITY.form}) {4}(\S.*?) {2,}(\d\d)(\d\d)\s*$`,
  'm',
);
/** An index in the heading of which only a part of the year is stated. */
const throughDay = /\bWork GPCI\s*\*?\s*(through \d{1,2}\/\d{1,2}\/\d{4})/i;

/** The year in the name, else above or in the heading, else in the archive: `ANES2025.csv`, `ANES25.txt`, `CY 2025`, `RVU25D.zip`. */
function yearOf({ name, head, within = '' }: Sighting): string | undefined {
  const short = (text: string) => [...text.matchAll(/(?:RVU|ANES)(\d\d)(?!\d)/gi)].at(-1)?.[1];
  const four = (text: string) => /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  const inHead = /\bCY\s*(20\d\d)\b/.exec(head)?.[1];
  const year = four(name) ?? short(name) ?? inHead ?? short(within);
  return year?.padStart(4, '20');
}

/** The records in any of the forms. */
async function* rows(file: OfficialFile, delimiter: string | undefined): AsyncGenerator<CsvRecord, void> {
  if (delimiter !== undefined) return yield* records(file, { delimiter });
  yield { line: 0, cells: ['Contractor', 'Locality', 'Locality Name', 'Anes CF'] };
  for await (const { number, text } of lines(file)) {
    if (text.trim() === '') continue;
    const [, contractor = text, locality = '', name = '', dollars = '', cents = ''] =
      fixedLine.exec(text) ?? [];
    yield { line: number, cells: [contractor, locality, name, `${dollars}.${cents}`] };
  }
}

/** A factor in ten-thousandths of a dollar per unit. */
function factorIn(cell: string): number {
  const found = decimalIn(cell, 4);
  if (found === null || found < 10_000 || found > 9_999_999)
    throw new Error(`Expected dollars per anaesthesia unit such as 20.32, got ${JSON.stringify(cell)}.`);
  return found;
}

function nationalFactor(path: string, cell: string): number {
  try {
    return factorIn(cell);
  } catch (error) {
    throw new FileError(
      { path, column: 'national factor' },
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** Anaesthesia conversion factors. */
export const anesthesiaFactors: Format = {
  name: 'anes',
  label: 'Anaesthesia conversion factors by locality',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/anesthesiologists-center',
  kind: 'FEE_SCHEDULE',
  whole: true,
  cadence: 'YEARLY',
  recognise(sighting) {
    const { name, head } = sighting;
    const at = heading.exec(head);
    if (!at && !fixedLine.test(head)) return undefined;
    const year = yearOf(sighting);
    if (!year) return {};
    // From 2026 on there are two factors, and a file that does not tell whose it has states neither.
    const forWhom = appliesTo(name, year, at?.[2] ?? '');
    if (!forWhom) return undefined;
    const from = `${year}-01-01`;
    const part = forWhom === 'QUALIFYING_APM' ? 'QPP' : undefined;
    return { release: `ANES${year}`, from, to: yearAfter(from), part };
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const { from } = reading;
    const head = { from, to: reading.to ?? yearAfter(from) };
    const year = Number(from.slice(0, 4));
    const at = await headingIn(file, heading);
    const [, delimiter, national] = at ?? [];
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const forWhom = appliesTo(name, from.slice(0, 4), national ?? '') ?? 'ALL';
    const values = { payerId: payerId('medicare'), appliesTo: forWhom, year };
    const [, until] = throughDay.exec(at?.[0] ?? '') ?? [];
    const envelope = {
      note: until ? `The heading gives the work index of the localities ${until} only.` : null,
    };
    if (national)
      yield statement(
        anesthesiaFactor,
        { ...head, key: `national/${forWhom}`, line: 1, at: 'heading, national factor' },
        { ...values, jurisdictionId: null, factor: nationalFactor(file.path, national) },
      );
    for await (const row of rowsUnder(file.path, rows(file, delimiter), columns)) {
      const found = localityIn(row, { contractor: 'contractor', locality: 'locality' });
      const key = localityKey(found);
      once(key, row.line);
      yield localityNamed(found, { line: row.line });
      yield statement(
        anesthesiaFactor,
        {
          ...head,
          key: `${key}/${forWhom}`,
          line: row.line,
          at: `${found.contractor} locality ${found.locality}`,
          envelope,
        },
        { ...values, jurisdictionId: localityId(found), factor: row.read('factor', factorIn) },
      );
    }
  },
};
