/**
 * Place-of-service codes of CMS: as the CodeSystem of HL7 (CC0, text of CMS), or as a table with the setting of each, which
 * no code set has: it is that of chapter 26 of the claims processing manual.
 */

import { isCode } from '../../../db/codes/code-shapes.ts';
import { placeOfService } from '../../../db/tables/index.ts';
import { placeId } from '../../kit/ids.ts';
import { FileError, lines, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, namedEntity, type Reading } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import { separatorIn } from '../kit/heading.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';

const columns = {
  code: { called: 'pos', also: ['code', 'pos code', 'place of service code', 'place of service codes'] },
  setting: { called: 'facility_status', also: ['setting'], optional: true },
  label: { called: 'name', also: ['place of service name'] },
  description: { called: 'description', also: ['place of service description'] },
} as const;

const tableHeading = /^"?(?:pos|code)"?[,\t]"?facility[ _]status"?[,\t]/im;
/** The table on the page of CMS, which has no setting. */
const plainHeading =
  /^\W*(?:pos|place[ _]of[ _]service)[ _]codes?(?:\(s\))?"?[,\t]"?(?:place[ _]of[ _]service[ _])?name"?[,\t]"?(?:place[ _]of[ _]service[ _])?description/im;
const codeSystem = /"resourceType"\s*:\s*"CodeSystem"/;
const ofPlaces = /CMSPlaceofServiceCodes|Place_of_Service_Code_Set/i;

const settings: Readonly<Record<string, 'FACILITY' | 'NON_FACILITY'>> = {
  facility: 'FACILITY',
  'non-facility': 'NON_FACILITY',
  nonfacility: 'NON_FACILITY',
};

interface Concept {
  readonly code: string;
  readonly display: string;
  readonly definition: string;
}

function isConcept(value: unknown): value is Concept {
  const { code, display, definition } = (value ?? {}) as Partial<Record<keyof Concept, unknown>>;
  return [code, display, definition].every((text) => typeof text === 'string');
}

function place({ code, display, definition }: Concept, setting: 'FACILITY' | 'NON_FACILITY' | null) {
  const description = definition.replace(/\s+/g, ' ').trim();
  return { id: placeId(code), code, label: display.trim(), description, setting };
}

/** The codes of the CodeSystem. It has no settings, so those of a table are left unchanged. */
async function* ofCodeSystem(
  file: OfficialFile,
  { rows }: Reading,
  once: ReturnType<typeof onlyOnce>,
): AsyncGenerator<NamedEntity, void> {
  let text = '';
  for await (const line of lines(file)) text += `${line.text}\n`;
  const wrong = (problem: string) => new FileError({ path: file.path }, problem);
  let parsed: { readonly concept?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw wrong(`This is not JSON: ${reason}. The file may be cut short: fetch it again.`);
  }
  if (!Array.isArray(parsed.concept)) throw wrong('Expected a CodeSystem with a list "concept"; found none.');
  for (const [index, concept] of parsed.concept.entries()) {
    if (!isConcept(concept) || !isCode('PLACE_OF_SERVICE', concept.code))
      throw wrong(
        `concept[${index}] is no place of service. Expected a code of two digits, a display and a definition, got ${JSON.stringify(concept).slice(0, 80)}.`,
      );
    rows?.begins(index + 1);
    once(concept.code, index + 1);
    yield namedEntity(placeOfService, place(concept, null), {
      line: index + 1,
      at: `concept ${concept.code}`,
    });
  }
}

async function* ofTable(
  file: OfficialFile,
  { skip, rows }: Reading,
  once: ReturnType<typeof onlyOnce>,
): AsyncGenerator<NamedEntity, void> {
  const heading = new RegExp(`${tableHeading.source}|${plainHeading.source}`, 'im');
  const delimiter = await separatorIn(file, heading);
  for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
    rows?.begins(row.line);
    const written = row.cell('setting').toLowerCase();
    // CMS writes several consecutive ones as a range: 35-40.
    if (written === 'unassigned' || row.cell('label').toLowerCase() === 'unassigned') {
      skip('unassigned', row.cell('code'));
      continue;
    }
    const code = row.cell('code').padStart(2, '0');
    if (!isCode('PLACE_OF_SERVICE', code))
      throw row.wrong('code', `Expected two digits, got ${JSON.stringify(row.cell('code'))}.`);
    once(code, row.line);
    const setting = row.has('setting') ? settings[written] : null;
    if (setting === undefined)
      throw row.wrong(
        'setting',
        `Expected Facility or Non-Facility, got ${JSON.stringify(row.cell('setting'))}.`,
      );
    // Asterisks refer to notes on the page.
    const display = row.cell('label').replace(/\s*\*+$/, '');
    const concept = { code, display, definition: row.cell('description') };
    yield namedEntity(placeOfService, place(concept, setting), {
      line: row.line,
      at: `row ${code}`,
      // Without settings it adds nothing to the code set.
      authority: setting !== null,
    });
  }
}

/** Place-of-service codes. */
export const placesOfService: Format = {
  name: 'pos',
  label: 'Place of service codes',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the CodeSystem of HL7 is CC0',
  url: 'https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets',
  kind: 'CODE_SET',
  cadence: 'UNKNOWN',
  whole: false,
  recognise({ name, head }) {
    if (codeSystem.test(head) && ofPlaces.test(head)) {
      const version = /"version"\s*:\s*"(\d{4})(\d\d)(\d\d)"/.exec(head);
      const day = version?.slice(1).join('-');
      return { release: version ? `POS ${version.slice(1).join('')}` : undefined, from: day };
    }
    if (!tableHeading.test(head) && !plainHeading.test(head)) return undefined;
    const year = /(20\d\d)/.exec(name)?.[1];
    return year ? { release: `POS ${year}`, from: `${year}-01-01` } : {};
  },
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    let json = false;
    for await (const { text } of lines(file)) {
      if (text.trim() === '') continue;
      json = text.trimStart().startsWith('{');
      break;
    }
    yield* json ? ofCodeSystem(file, reading, once) : ofTable(file, reading, once);
  },
};
