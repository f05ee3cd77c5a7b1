/**
 * The health care provider taxonomy of NUCC, CSV, January and July. Names and definitions are NUCC's and are dropped while
 * reading: codes, levels and days are left, of a copy that the user has under NUCC's terms.
 */

import { codeIn, expectedOf } from '../../../db/codes/code-shapes.ts';
import { providerTaxonomy, providerTaxonomyValidity } from '../../../db/tables/index.ts';
import { dayIn } from '../../load/format/cells.ts';
import { records } from '../../load/format/file.ts';
import { type Format, namedEntity, statement } from '../../load/format/format.ts';
import { separatorIn } from '../kit/heading.ts';
import { rowsUnder, type TableRow } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';

const columns = {
  code: { called: 'Code' },
  classification: { called: 'Classification' },
  specialization: { called: 'Specialization' },
  notes: { called: 'Notes', optional: true },
  section: { called: 'Section', optional: true },
} as const;
type Column = keyof typeof columns;

const heading =
  /^\uFEFF?"?Code"?[,\t]"?(?:Grouping|Type)"?[,\t]"?Classification"?[,\t]"?Specialization"?[,\t]/i;
/** `nucc_taxonomy_251.csv`: the year, and 0 for January or 1 for July. */
const releaseInName = /nucc_?taxonomy_?(\d\d)([01])/i;

const idOf = (code: string) => `ProviderTaxonomy:${code}`;

/** The day that the notes give for an event: `[7/1/2006: new]`, `[1/1/2017: marked inactive]`. */
function dayOf(notes: string, event: RegExp): string | null {
  for (const [, day = '', what = ''] of notes.matchAll(/(\d{1,2}\/\d{1,2}\/\d{4}):\s*([^\],;\n]*)/g))
    if (event.test(what)) return dayIn(day);
  return null;
}

function holderIn(cell: string) {
  if (/^individual$/i.test(cell)) return 'INDIVIDUAL';
  if (/^non-individual$/i.test(cell)) return 'NON_INDIVIDUAL';
  if (cell === '') return null;
  throw new Error(`Expected Individual or Non-Individual, got ${JSON.stringify(cell)}.`);
}

interface Entry {
  readonly code: string;
  readonly row: TableRow<Column>;
}

/** Provider taxonomy. */
export const providerTaxonomies: Format = {
  name: 'nucc',
  label: 'Health care provider taxonomy',
  publisher: 'National Uniform Claim Committee',
  licence:
    'Copyright of NUCC (AMA): names and definitions are not stored; a copy is loaded under the terms of NUCC',
  url: 'https://www.nucc.org/index.php/code-sets-mainmenu-41/provider-taxonomy-mainmenu-40/csv-mainmenu-57',
  kind: 'CODE_SET',
  whole: true,
  cadence: 'YEARLY',
  recognise({ name, head }) {
    if (!heading.test(head)) return undefined;
    const [, year, half] = releaseInName.exec(name) ?? [];
    if (!year) return {};
    return { release: `${year}.${half}`, from: `20${year}-${half === '1' ? '07' : '01'}-01` };
  },
  async *read(file, { release, from, to }) {
    const once = onlyOnce(file.path);
    const entries: Entry[] = [];
    const delimiter = await separatorIn(file, heading);
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
      const code = codeIn('TAXONOMY', row.cell('code'));
      if (!code)
        throw row.wrong(
          'code',
          `${JSON.stringify(row.cell('code'))} is no provider taxonomy code. Expected ${expectedOf('TAXONOMY')}. The columns may have shifted.`,
        );
      once(code, row.line);
      entries.push({ code, row });
    }
    // A classification has zeros where its specializations have their own characters.
    const classifications = new Set(
      entries.filter(({ row }) => row.cell('specialization') === '').map(({ code }) => code),
    );
    for (const { code, row } of entries) {
      const isSpecialization = row.cell('specialization') !== '';
      const above = `${code.slice(0, 4)}00000X`;
      const where = { line: row.line, at: `row ${code}` };
      const subject = namedEntity(
        providerTaxonomy,
        {
          id: idOf(code),
          code,
          label: `Provider taxonomy code ${code}`,
          level: isSpecialization ? 'SPECIALIZATION' : 'CLASSIFICATION',
          parentId: isSpecialization && classifications.has(above) ? idOf(above) : null,
        },
        { ...where, authority: true },
      );
      yield statement(
        providerTaxonomyValidity,
        { from, to, ...where, subject },
        {
          taxonomyId: idOf(code),
          holder: row.read('section', holderIn),
          addedOn: row.read('notes', (notes) => dayOf(notes, /^new\b/i)),
          inactiveOn: row.read('notes', (notes) => dayOf(notes, /inactive|deactivat/i)),
          release,
        },
      );
    }
  },
};
