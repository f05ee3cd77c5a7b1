/**
 * Procedure-to-procedure edits of NCCI: which two codes are not paid together. Tab-separated, seven columns below a heading
 * that is wrapped over several lines; one table for practitioners and one for outpatient hospitals, each cut into several
 * files. Every release has all rows, also those deleted long ago. Values: work of the US government.
 */

import { firstOfQuarter } from '../../../db/kit/quarter.ts';
import { ptpEdit } from '../../../db/tables/index.ts';
import { FileError, type OfficialFile, records } from '../../load/format/file.ts';
import type { Format, Reading } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import type { PairEdit, PairEditBatch } from '../../load/format/pair-edit.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { ptpRows } from './ncci-ptp-rows.ts';

/** What the name of a file states: table, release, part. */
interface Named {
  readonly practitioner: boolean;
  readonly release: string;
  readonly from: string;
  readonly part: number;
}

const version = /v(?<major>\d\d)(?<minor>[0-3])(?:r\d+)?(?!\d)/;
const dated = /(?<year>20\d\d)[-_ ]?q(?<quarter>[1-4])(?!\d)/;
const fileName = new RegExp(
  `cci(?<table>pra|oph)[-_ ]?(?:${version.source}|${dated.source})(?:[-_ ]?f(?<part>\\d+))?`,
  'gi',
);

/**
 * `ccipra-v322r0-f1.txt`: practitioner table, version 32.2, first file. Version 32.0 is that of the first quarter of 2026,
 * which a name may also state itself: `ccioph-2026Q1.txt`.
 */
function named(path: string): Named | undefined {
  const match = [...path.matchAll(fileName)].at(-1)?.groups;
  if (!match) return undefined;
  const { table = '', major, minor, part = '1' } = match;
  const year = match.year ? Number(match.year) : Number(major) + 1994;
  const quarter = match.quarter ? Number(match.quarter) : Number(minor) + 1;
  return {
    practitioner: table.toLowerCase() === 'pra',
    release: `PTP ${year}Q${quarter}`,
    from: firstOfQuarter(year, quarter),
    part: Number(part),
  };
}

/** Matches Medicare's tables only: those of Medicaid lack the column on edits before 1996. */
const heading = /Column\s*1"?\s*\t\s*"?Column\s*2"?\s*\t[^\t\n]*in\s+existence[^\t]*\t\s*"?Effective/i;

/** The same, saved as CSV from a spreadsheet. */
const commaHeading = /Column\s*1"?\s*,\s*"?Column\s*2"?\s*,[^,]*in\s+existence[^,]*,\s*"?Effective/i;

const anyHeading = new RegExp(`${heading.source}|${commaHeading.source}`, 'i');

const columns = 7;
/** Records per chunk. */
const together = 1_000;

/** A table that was saved as CSV, converted to tabs as CMS has them, each record on the line on which it ended. */
function tabbed(file: OfficialFile): OfficialFile {
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let text = '';
    let line = 0;
    let count = 0;
    for await (const record of records(file)) {
      const padded = record.cells.slice(columns).every((cell) => cell.trim() === '');
      const cells = padded ? record.cells.slice(0, columns) : record.cells;
      text += `${'\n'.repeat(record.line - line - 1)}${cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`;
      line = record.line;
      count += 1;
      if (count % together > 0) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text);
  }
  return { ...file, encoding: 'utf-8', chunks };
}

/** Whether the heading is separated by commas. */
async function isCsv(file: OfficialFile): Promise<boolean> {
  const [found = ''] = (await headingIn(file, anyHeading)) ?? [];
  return commaHeading.test(found);
}

/** The wanted edits of a file in batches, with the codes that occur for the first time. */
async function* editsIn(
  file: OfficialFile,
  { wants, codes, skip }: Reading,
  of: Pick<PairEditBatch, 'practitioner' | 'part'>,
): AsyncGenerator<PairEditBatch, void> {
  const named = new Set<string>();
  for await (const { edits: all, fresh, dental } of ptpRows(file)) {
    for (let row = 0; row < dental; row += 1) skip('dental code, which belongs to the ADA');
    const wanted = (edit: PairEdit) => {
      const skipped = (reason: string) => skip(reason, `${edit.column1} ${edit.column2}`, edit.line);
      if (codes && !wants(edit.column1) && !wants(edit.column2)) skipped('neither code among those wanted');
      else if (isVoid(edit)) skipped('deleted before it took effect');
      else return true;
      return false;
    };
    const edits = codes || all.some(isVoid) ? all.filter(wanted) : all;
    const names: NamedEntity[] = [];
    for (const { column1, column2, line } of codes ? edits : fresh) {
      for (const code of [column1, column2]) {
        if (named.has(code)) continue;
        named.add(code);
        names.push(placeholderCode(code, line));
      }
    }
    yield { kind: 'edits', table: ptpEdit, ...of, edits, names, line: edits[0]?.line ?? 0 };
  }
}

/** Whether an edit ends before it begins. */
function isVoid({ from, term: { validTo } }: PairEdit): boolean {
  return from !== null && validTo !== null && from >= validTo;
}

/** Procedure-to-procedure edits. */
export const ncciPtp: Format = {
  name: 'ncci-ptp',
  label: 'Procedure-to-procedure edits',
  publisher: 'Centers for Medicare & Medicaid Services (NCCI)',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-procedure-procedure-ptp-edits',
  kind: 'CODE_EDIT_FILE',
  cadence: 'QUARTERLY',
  // Rows have their own dates, and only all parts of a release together show what it lacks.
  whole: false,
  cutBy: /-f\d+$/,
  recognise({ name, within, head }) {
    if (!anyHeading.test(head)) return undefined;
    const found = named(name) ?? named(within ?? '');
    if (!found) return {};
    const { practitioner, release, from, part } = found;
    return { release, from, part: `${practitioner ? 'practitioner' : 'outpatient-hospital'}-f${part}` };
  },
  async *read(file, reading) {
    const found = named(file.path);
    if (!found)
      throw new FileError(
        { path: file.path },
        'Neither content nor name tells whether this is the practitioner or the hospital table. Give the file the name that CMS gave it, such as ccipra-v322r0-f1.txt or ccioph-v322r0-f1.txt.',
      );
    const { practitioner, part } = found;
    yield* editsIn((await isCsv(file)) ? tabbed(file) : file, reading, { practitioner, part });
  },
};
