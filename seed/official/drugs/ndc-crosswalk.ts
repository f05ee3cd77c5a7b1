/**
 * The crosswalks of CMS from National Drug Codes to HCPCS codes, CSV, each a full replacement each quarter: which drug
 * packages are billed under a code, and how many units they have. The short descriptions partly belong to the AMA and are
 * dropped. Work of the US government.
 */

import { codeIn } from '../../../db/codes/code-shapes.ts';
import type { DrugCrosswalkKind, ValueOf } from '../../../db/enums/index.ts';
import { quarterAfter } from '../../../db/kit/quarter.ts';
import { drugCrosswalk, nationalDrugCode } from '../../../db/tables/index.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { decimalIn } from '../../load/format/cells.ts';
import { type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, namedEntity, type Sighting, statement } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import { headingIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { rowsUnder, type TableRow } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';
import { drugRelease } from './drug-release.ts';

const columns = {
  // The heading contains the year: _2026_CODE.
  code: { named: /^(?:_?20\d\d[_ ])?(?:HCPCS[_ ])?CODE$/i },
  labeler: { called: 'LABELER NAME' },
  drug: { called: 'NDC2', also: ['NDC'] },
  name: { called: 'Drug Name' },
  dosage: { called: 'HCPCS dosage', also: ['Dosage'] },
  size: { called: 'PKG SIZE' },
  quantity: { called: 'PKG QTY' },
  unitsPerItem: { called: 'BILLUNITS' },
  unitsPerPackage: { called: 'BILLUNITSPKG' },
} as const;
type Column = keyof typeof columns;

/** Cells of the heading may contain line breaks. */
const heading =
  /^\s*"?(?:_?20\d\d[_ ])?(?:HCPCS[_ ])?CODE"?\s*([,\t])[^$]{0,200}?\bPKG[_ ]QTY\b[^$]{0,30}?\bBILLUNITS/im;

type Kind = ValueOf<typeof DrugCrosswalkKind>;

/** Which crosswalk a file is, from its title or name; undefined where neither tells. */
function kindOf(name: string, above: string): Kind | undefined {
  const written = /\b(ASP|AWP|OPPS|PrEP)\b[\s_]*NDC\b/i;
  const [, kind] = written.exec(above) ?? written.exec(name.replaceAll('_', ' ')) ?? [];
  return kind?.toUpperCase() as Kind | undefined; // one of the alternatives above
}

/** What a file says of itself; nothing where it does not tell which crosswalk it is. */
function seen(sighting: Sighting) {
  const at = heading.exec(sighting.head);
  if (!at) return undefined;
  const above = sighting.head.slice(0, at.index);
  const part = kindOf(sighting.name, above);
  return part && { ...drugRelease(sighting, above), part };
}

/** The kind again, once the file is read: the same lines decide. */
async function kindIn(file: OfficialFile): Promise<{ readonly kind: Kind; readonly delimiter: string }> {
  const at = await headingIn(file, heading);
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return { kind: kindOf(name, at?.input.slice(0, at.index) ?? '') ?? 'ASP', delimiter: at?.[1] ?? ',' };
}

/** The package, with the words of the file; undefined where its number is none, as that of a device. */
function packageIn(row: TableRow<Column>): NamedEntity | undefined {
  const code = codeIn('NATIONAL_DRUG_CODE', row.cell('drug'));
  if (!code) return undefined;
  const dashed = `${code.slice(0, 5)}-${code.slice(5, 9)}-${code.slice(9)}`;
  const words = {
    id: `NationalDrugCode:${code}`,
    ...{ code, dashed },
    label: row.cell('name') || `Drug package ${dashed}`,
    labeler: row.cell('labeler'),
  };
  return namedEntity(nationalDrugCode, words, { line: row.line, authority: true, at: `row ${dashed}` });
}

function amountIn(cell: string): number | null {
  const amount = decimalIn(cell, 4);
  if (amount !== null && amount < 0) throw new Error(`Expected an amount, got ${cell}, which is below zero.`);
  return amount;
}

/** Crosswalks from National Drug Codes to HCPCS codes. */
export const ndcCrosswalk: Format = {
  name: 'ndc-crosswalk',
  label: 'Crosswalk from National Drug Codes to HCPCS codes',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files',
  kind: 'CODE_SET',
  whole: true,
  cadence: 'QUARTERLY',
  recognise: seen,
  async *read(file, reading) {
    const once = onlyOnce(file.path);
    const { release, from } = reading;
    const to = reading.to ?? quarterAfter(from);
    const { kind, delimiter } = await kindIn(file);
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
      const code = wantedCode(row, 'code', reading);
      if (!code) continue;
      const { line } = row;
      const drug = packageIn(row);
      if (!drug) {
        reading.skip('number that is no National Drug Code');
        continue;
      }
      const ndc = String(drug.row.code);
      once(`${drug.row.dashed} under ${code}`, line);
      yield placeholderCode(code, line);
      yield drug;
      yield statement(
        drugCrosswalk,
        {
          key: `${kind}/${ndc}/${codeKey(code)}`,
          ...{ from, to, line },
          at: `row ${drug.row.dashed} ${code}`,
        },
        {
          drugId: `NationalDrugCode:${ndc}`,
          codeId: codeId(code),
          crosswalk: kind,
          release,
          dosage: row.cell('dosage'),
          packageSize: row.read('size', amountIn),
          packageQuantity: row.read('quantity', amountIn),
          unitsPerItem: row.read('unitsPerItem', amountIn),
          unitsPerPackage: row.read('unitsPerPackage', amountIn),
        },
      );
    }
  },
};
