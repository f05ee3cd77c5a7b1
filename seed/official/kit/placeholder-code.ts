/** Billing codes that a file names without a text that may be kept: what stands for them until a file of their own authority is loaded. */

import { billingCode } from '../../../db/tables/index.ts';
import { categoryOf, codeId } from '../../kit/ids.ts';
import { names } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

/** A code as long as nothing more is known of it. The words are ours: the descriptor is never held. */
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
      : 'A CPT code; its descriptor belongs to the AMA and is not held.',
    familyId: null,
  } as const;
  return names(billingCode, row, { line });
}
