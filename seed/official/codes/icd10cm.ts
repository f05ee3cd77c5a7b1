/**
 * ICD-10-CM in tabular order, as CMS and NCHS publish it each fiscal year: fixed-width text of a sequence number, the code
 * without its point, whether it is billable, a short and a long title. In the public domain in the United States.
 */

import { codeIn, expectedOf, shapes } from '../../../db/codes/code-shapes.ts';
import { diagnosisCode, diagnosisValidity } from '../../../db/tables/index.ts';
import { diagnosisId } from '../../kit/ids.ts';
import { FileError, type Line, lines } from '../../load/format/file.ts';
import { type Format, namedEntity, statement } from '../../load/format/format.ts';
import { monthInName, monthNamed } from '../kit/calendar.ts';
import { onlyOnce } from '../kit/wanted-code.ts';

const row = new RegExp(String.raw`^\d{5} ${shapes.DIAGNOSIS.form} *[01] \S`);

interface Entry {
  /** As in the file, without its point. */
  readonly bare: string;
  readonly code: string;
  readonly billable: 0 | 1;
  readonly title: string;
}

function entryIn(path: string, { number: line, text }: Line): Entry {
  const bare = text.slice(6, 13).trim();
  const flag = text.slice(14, 15);
  const title = text.slice(77).trim();
  const gaps = [5, 13, 15, 76].every((column) => text[column] === ' ');
  const fits = /^\d+$/.test(text.slice(0, 5)) && /^[01]$/.test(flag);
  if (!gaps || !fits || title === '')
    throw new FileError(
      { path, line },
      `This is no row of the order file: expected five digits, the code in columns 7 to 13, 0 or 1 in column 15, the short title in 17 to 76 and the long one from 78 on. The file may be cut short or of another layout; found ${JSON.stringify(text.slice(0, 40))}.`,
    );
  const code = bare.includes('.') ? undefined : codeIn('DIAGNOSIS', bare);
  if (!code)
    throw new FileError(
      { path, line },
      `${JSON.stringify(bare)} in columns 7 to 13 is no ${shapes.DIAGNOSIS.called}. Expected ${expectedOf('DIAGNOSIS')}, here without the point. If CMS forms codes in a new way, this version does not read the release yet.`,
    );
  return { bare, code, billable: flag === '1' ? 1 : 0, title };
}

/** Finds the code of the heading above each row: the nearest earlier code that is a prefix of it. */
function hierarchy(): (entry: Entry) => string | undefined {
  const above: Entry[] = [];
  return (entry) => {
    while (above.length > 0 && !entry.bare.startsWith(above.at(-1)?.bare ?? '')) above.pop();
    const heading = above.at(-1);
    above.push(entry);
    return heading?.code;
  };
}

/** The fiscal year of a month. */
function fiscalYear(month: string): number {
  return Number(month.slice(0, 4)) + (month.slice(5, 7) >= '10' ? 1 : 0);
}

/** The release or update (October, January or April) in the name of an archive or folder, such as `april-1-2023-code-descriptions-tabular-order.zip`. */
function updateIn(within: string, year: string | undefined): string | undefined {
  const parts = within.split('/').filter((part) => /icd|code|tabular|order/i.test(part));
  return parts
    .map((part) => monthNamed(part))
    .findLast(
      (month) => month && /-(?:01|04|10)-01$/.test(month) && (!year || String(fiscalYear(month)) === year),
    );
}

/** The release in a name: `icd10cm_order_2026.txt`, `FY26 order.txt`, `icd10cm-order-April-1-2026.txt`. */
export function releaseIn(name: string, within: string) {
  const [, written, short] = /(?<!\d)(20\d\d)(?!\d)|(?:FY|order)[ _-]*(\d\d)(?!\d)/i.exec(name) ?? [];
  const year = written ?? short?.padStart(4, '20');
  const month = monthInName(name) ?? updateIn(within, year);
  if (month) {
    const fiscal = fiscalYear(month);
    const update = month.slice(5, 7) === '10' ? '' : ` update ${month.slice(0, 7)}`;
    return { release: `FY${fiscal}${update}`, from: month, to: `${fiscal}-10-01` };
  }
  // Archives of some updates have the day on which they were posted, not the one from which they are valid.
  if (year && /(?:code|tabular|order)[^/]*updated/i.test(within))
    return { release: `FY${year} update`, to: `${year}-10-01` };
  return year ? { release: `FY${year}`, from: `${Number(year) - 1}-10-01`, to: `${year}-10-01` } : {};
}

/** ICD-10-CM in tabular order. */
export const icd10cm: Format = {
  name: 'icd10cm',
  label: 'ICD-10-CM in tabular order',
  publisher: 'Centers for Medicare & Medicaid Services and National Center for Health Statistics',
  licence: 'Public domain in the United States',
  url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  kind: 'CODE_SET',
  cadence: 'YEARLY',
  whole: true,
  recognise({ name, head, within = '' }) {
    const first = head
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/, 4)
      .filter((text) => text.trim() !== '');
    if (first.length === 0 || !first.slice(0, 3).every((text) => row.test(text))) return undefined;
    return releaseIn(name, within);
  },
  async *read(file, { release, from, to, rows }) {
    const once = onlyOnce(file.path);
    const headingOf = hierarchy();
    for await (const line of lines(file)) {
      if (line.text.trim() === '') continue;
      rows?.begins(line.number);
      const entry = entryIn(file.path, line);
      const { bare, code, billable, title } = entry;
      once(code, line.number);
      const heading = headingOf(entry);
      const at = `row ${bare}`;
      const id = diagnosisId(code);
      const subject = namedEntity(
        diagnosisCode,
        {
          id,
          system: 'ICD_10_CM',
          code,
          label: title,
          billable,
          parentId: heading === undefined ? null : diagnosisId(heading),
          release,
          topic: null,
          relevance: null,
        },
        { line: line.number, at, authority: true },
      );
      yield statement(
        diagnosisValidity,
        { from, to, line: line.number, at, subject },
        { diagnosisId: id, billable, title, release },
      );
    }
  },
};
