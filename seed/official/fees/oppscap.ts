/**
 * OPPSCAP: the most that the physician fee schedule pays for imaging, one row per code, modifier and locality, for the codes
 * under the cap. CSV (with FACILTY spelled so) or fixed width, a full replacement each quarter. Work of the US government.
 */

import { inLayout, shapes } from '../../../db/codes/code-shapes.ts';
import { imagingCap } from '../../../db/tables/index.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { separatorIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { placeholderModifier } from '../kit/placeholder-modifier.ts';
import { numberIn, dollars as range } from '../kit/ranges.ts';
import { type FixedFields, fixedRow, rowsUnder, type TableRow } from '../kit/rows.ts';
import { modifierOf, onlyOnce, wantedCode } from '../kit/wanted-code.ts';
import { localityId, localityIn, localityKey, localityNamed } from './fee-locality.ts';
import { feeRelease } from './pprrvu-release.ts';

const columns = {
  code: { named: /^HCPCS$/i },
  modifier: { named: /^MOD$/i },
  status: { named: /^PROCSTAT$/i },
  contractor: { named: /^CARRIER$/i },
  locality: { named: /^LOCALITY$/i },
  facility: { named: /^FACILI?TY PRICE$/i },
  nonFacility: { named: /^NON-FACILI?TY PRICE$/i },
} as const;
type Column = keyof typeof columns;

const heading =
  /^"?HCPCS"?\s*[,\t]\s*"?MOD"?\s*[,\t]\s*"?PROCSTAT"?\s*[,\t]\s*"?CARRIER"?\s*[,\t]\s*"?LOCALITY/im;
/** A complete line of the fixed-width form. */
const fixedLine = new RegExp(
  String.raw`^${inLayout.code}${inLayout.modifier} [A-Z] ${shapes.CONTRACTOR.form} {2}${shapes.LOCALITY.form} +\d+\.\d\d +\d+\.\d\d\s*$`,
  'm',
);
const fields: FixedFields<Column> = {
  code: [1, 5],
  modifier: [6, 7],
  status: [9, 9],
  contractor: [11, 15],
  locality: [18, 19],
  facility: [20, 28],
  nonFacility: [29, 38],
};

async function* rows(file: OfficialFile): AsyncGenerator<TableRow<Column>, void> {
  let csv = true;
  for await (const { text } of lines(file)) {
    if (heading.test(text)) break;
    if (fixedLine.test(text)) csv = false;
    if (!csv) break;
  }
  if (csv)
    return yield* rowsUnder(
      file.path,
      records(file, { delimiter: await separatorIn(file, heading) }),
      columns,
    );
  for await (const line of lines(file)) {
    if (line.text.trim() === '' || /^(HDR|TRL)\b/.test(line.text)) continue;
    const row = fixedRow(file.path, line, fields);
    if (!fixedLine.test(line.text))
      throw row.wrong(
        'code',
        `This line is not laid out as the others: ${JSON.stringify(line.text.slice(0, 60))}. The file may be cut short or altered.`,
      );
    yield row;
  }
}

/** Caps on imaging. */
export const oppscap: Format = {
  name: 'oppscap',
  label: 'Caps on imaging of the physician fee schedule (OPPSCAP)',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise(sighting) {
    const { head } = sighting;
    return heading.test(head) || fixedLine.test(head) ? feeRelease(sighting) : undefined;
  },
  async *read(file, reading) {
    const { from, release } = reading;
    const once = onlyOnce(file.path);
    const named = new Set<string>();
    for await (const row of rows(file)) {
      reading.rows?.begins(row.line);
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      const { line } = row;
      const modifier = modifierOf(row, 'modifier');
      const found = localityIn(row, { contractor: 'contractor', locality: 'locality' });
      const key = `${codeKey(code)}${modifier && `/${modifier}`}/${localityKey(found)}`;
      once(key, line);
      const dollars = (column: 'facility' | 'nonFacility') =>
        row.read(column, (cell) => {
          const amount = numberIn(cell, range);
          if (amount === null) throw new Error('Nothing stands here. Expected dollars such as 126.90.');
          return amount;
        });
      for (const entity of [
        placeholderCode(code, line),
        ...(modifier ? [placeholderModifier(modifier, line)] : []),
        localityNamed(found, { line }),
      ]) {
        const id = String(entity.row.id);
        if (!named.has(id)) yield entity;
        named.add(id);
      }
      yield statement(
        imagingCap,
        {
          key,
          from,
          to: reading.to ?? yearAfter(from),
          line,
          at: `row ${key.replaceAll('/', ' ').replace(/^.*?:/, '')}`,
        },
        {
          codeId: codeId(code),
          modifierId: modifier ? modifierId(modifier) : null,
          jurisdictionId: localityId(found),
          release,
          statusCode: row.cell('status').toUpperCase(),
          nonFacilityCap: dollars('nonFacility'),
          facilityCap: dollars('facility'),
        },
      );
    }
  },
};
