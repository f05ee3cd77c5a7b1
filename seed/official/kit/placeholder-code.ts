/** Placeholders for billing codes in files without a text that may be stored, until the file that is their authority is loaded. */

import { billingCode } from '../../../db/tables/index.ts';
import { categoryOf, codeId } from '../../kit/ids.ts';
import { namedEntity } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

/** A code of which nothing more is known. The text is this project's own: the descriptor is never stored. */
export function placeholderCode(code: string, line: number): NamedEntity {
  const category = categoryOf(code);
  const levelTwo = category === 'LEVEL_II';
  const row = {
    id: codeId(code),
    system: levelTwo ? 'HCPCS_LEVEL_II' : 'CPT',
    code,
    category,
    label: levelTwo ? `HCPCS code ${code}` : `CPT code ${code}`,
    description: levelTwo
      ? 'A HCPCS Level II code; its text is in the HCPCS file of CMS, which was not loaded when this was written.'
      : 'A CPT code; its descriptor belongs to the AMA and is not stored.',
    familyId: null,
  } as const;
  return namedEntity(billingCode, row, { line });
}
