/**
 * The list of HCPCS codes that are not otherwise classified (NOC), which comes as a spreadsheet with each quarterly update and
 * is saved as CSV, or with tabs. The texts repeat those of the record file and are left out. Work of the US government.
 */

import { shapes } from '../../../db/codes/code-shapes.ts';
import { unlistedCode } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { monthInName } from '../kit/calendar.ts';
import { separatorIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { rowsUnder } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

const columns = { code: { named: /^(?:HCPCS?|NOC|Code)(?: ?\/ ?CPT)?(?: Codes?)?$/i } } as const;

/** A heading of a code and its text, and rows of which at least one is named as what the list is of. */
const heading = /^\W*(?:HCPCS?|NOC|Code)(?: ?\/ ?CPT)?(?: Codes?)?"?[ ]*[,\t][^\n]*desc/im;
const classified = new RegExp(
  String.raw`${shapes.HCPCS_LEVEL_II.form}"?[,\t][^\n]*(?:not otherwise (?:classified|specified)|unlisted|unclassified|\bnoc\b|\bnos\b)`,
  'i',
);
const inName = /(?:^|[^a-z])NOC(?:[ _-]?codes?)?[ _-]/i;

const quarters: Readonly<Record<string, string>> = { '01': 'JAN', '04': 'APR', '07': 'JUL', '10': 'OCT' };

/** Codes not otherwise classified. */
export const hcpcsNoc: Format = {
  name: 'hcpcs-noc',
  label: 'HCPCS codes not otherwise classified',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  kind: 'CODE_SET',
  whole: true,
  cadence: 'QUARTERLY',
  recognise({ name, head }) {
    const titled = /\bNOC\b|not otherwise classified/i.test(head.slice(0, 300));
    if (!(inName.test(name) || titled) || !heading.test(head) || !classified.test(head)) return undefined;
    const from = monthInName(name);
    if (!from) return {};
    const quarter = quarters[from.slice(5, 7)] ?? from.slice(5, 7);
    return { release: `NOC${from.slice(0, 4)}_${quarter}`, from };
  },
  async *read(file, reading) {
    const { release, from, to } = reading;
    const once = onlyOnce(file.path);
    const delimiter = await separatorIn(file, heading);
    for await (const row of rowsUnder(file.path, records(file, { delimiter, strayQuotes: true }), columns)) {
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      once(code, row.line);
      const where = { line: row.line, at: `row ${code}` };
      yield placeholderCode(code, row.line);
      yield statement(
        unlistedCode,
        { key: codeKey(code), from, to, ...where },
        { codeId: codeId(code), release },
      );
    }
  },
};
