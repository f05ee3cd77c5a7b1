/**
 * Medically unlikely edits of NCCI: the most units of a code for one patient and day. One CSV for practitioners, one for
 * outpatient hospitals, one for suppliers of equipment, below a notice of the AMA. Values: work of the US government.
 */

import { firstOfQuarter } from '../../../db/kit/quarter.ts';
import { unitLimit } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { FileError, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { headingIn } from '../kit/heading.ts';
import { ofMedicaid } from '../kit/not-of-medicare.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { numberIn, units } from '../kit/ranges.ts';
import { type ColumnRule, rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

type Service = 'PRACTITIONER' | 'OUTPATIENT_HOSPITAL' | 'DME_SUPPLIER';

const columns = {
  code: { called: 'HCPCS/CPT Code' },
  units: { called: 'MUE Values' },
  indicator: { called: 'MUE Adjudication Indicator', goesOn: true },
  rationale: { called: 'MUE Rationale' },
} as const satisfies Readonly<Record<string, ColumnRule>>;

/** The heading of the units by kind of claim. */
const services: Readonly<Record<Service, string>> = {
  PRACTITIONER: 'Practitioner Services MUE Values',
  OUTPATIENT_HOSPITAL: 'Outpatient Hospital Services MUE Values',
  DME_SUPPLIER: 'DME Supplier Services MUE Values',
};

const heading =
  /"?HCPCS\s*\/\s*CPT\s+Codes?\s*"?\s*([,\t])\s*"?\s*(Practitioner|Outpatient\s+Hospital|DME\s+Supplier)\s+Services?\s+MUE\s+Values?\s*"?\s*\1\s*"?\s*MUE\s+Adjudication/i;

/** The kind of claim of a file, from the heading of its values. */
function serviceOf(text: string): Service | undefined {
  const kind = heading.exec(text)?.[2]?.replace(/\s+/g, '_').toUpperCase();
  return Object.keys(services).find((service) => service === kind) as Service | undefined; // a key of the record
}

/** The day from which the values are valid: `Eff_07-01-2026` in the name, or above the heading. */
function effectiveIn(text: string): string | undefined {
  const match =
    /eff(?:ective)?[\s_:.-]*(?:date)?[\s_:.-]*(\d{1,2})([-/._]?)(\d{1,2})\2(20\d\d|\d\d)(?!\d)/i.exec(text);
  if (!match) return undefined;
  const [, month = '', , day = '', year = ''] = match;
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The quarter in the name of an archive of CMS: `medicare-ncci-2025-q1-practitioner-services-mue-table.zip`. */
function quarterIn(text: string): string | undefined {
  const [, year, quarter] = /(?<!\d)(20\d\d)[-_ ]?q([1-4])(?!\d)/i.exec(text) ?? [];
  return year && quarter && firstOfQuarter(year, quarter);
}

/** The kind of claim of the file and its delimiter, from the heading. */
async function layoutOf(file: OfficialFile): Promise<readonly [Service, string]> {
  const [text = '', delimiter] = (await headingIn(file, heading)) ?? [];
  const service = serviceOf(text);
  if (service && delimiter) return [service, delimiter];
  throw new FileError(
    { path: file.path },
    'There is no heading of unit limits. Expected "HCPCS/CPT Code", the MUE values of one kind of claim, and "MUE Adjudication Indicator".',
  );
}

/** Medically unlikely edits. */
export const mue: Format = {
  name: 'mue',
  label: 'Medically unlikely edits',
  publisher: 'Centers for Medicare & Medicaid Services (NCCI)',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-medically-unlikely-edits-mues',
  kind: 'CODE_EDIT_FILE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise(sighting) {
    const { name, head, within = '' } = sighting;
    const service = serviceOf(head);
    // The tables of Medicaid have different values.
    if (!service || ofMedicaid(sighting)) return undefined;
    const from =
      effectiveIn(name) ??
      effectiveIn(head.slice(0, heading.exec(head)?.index)) ??
      quarterIn(name) ??
      quarterIn(within);
    const part = service.toLowerCase().replaceAll('_', '-');
    if (!from) return { part };
    const quarter = Math.ceil(Number(from.slice(5, 7)) / 3);
    return { release: `MUE ${from.slice(0, 4)}Q${quarter}`, part, from, to: yearAfter(from) };
  },
  async *read(file, reading) {
    const [serviceType, delimiter] = await layoutOf(file);
    const once = onlyOnce(file.path);
    const rules = { ...columns, units: { called: services[serviceType] } };
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), rules)) {
      reading.rows?.begins(row.line);
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      once(code, row.line);
      const maxUnits = row.read('units', (cell) => numberIn(cell, units));
      if (maxUnits === null)
        throw row.wrong('units', 'Expected a whole number of units; 0 where none is payable.');
      const adjudication = /^([123])(\b|$)/.exec(row.cell('indicator'))?.[1];
      if (!adjudication)
        throw row.wrong(
          'indicator',
          `Expected a text that begins with 1, 2 or 3, such as "2 Date of Service Edit: Policy", got ${JSON.stringify(row.cell('indicator').slice(0, 40))}.`,
        );
      yield placeholderCode(code, row.line);
      yield statement(
        unitLimit,
        {
          key: `${codeKey(code)}/${serviceType}`,
          from: reading.from,
          to: reading.to,
          line: row.line,
          at: `row ${code}`,
        },
        {
          codeId: codeId(code),
          serviceType,
          maxUnits,
          adjudication,
          rationale: row.cell('rationale') || 'not given',
        },
      );
    }
  },
};
