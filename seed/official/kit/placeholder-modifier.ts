/** Modifiers that a file names without a text that may be kept. */

import { modifierSystemOf } from '../../../db/codes/code-shapes.ts';
import { modifier } from '../../../db/tables/index.ts';
import { modifierId } from '../../kit/ids.ts';
import { namedEntity } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

/** A modifier as long as nothing more is known of it. The words are ours. */
export function placeholderModifier(code: string, line: number): NamedEntity {
  const system = modifierSystemOf(code);
  const ofAma = system === 'CPT_MODIFIER';
  const row = {
    id: modifierId(code),
    system,
    code,
    label: `modifier ${code}`,
    description: ofAma
      ? 'A CPT modifier; its descriptor belongs to the AMA and is not stored.'
      : 'A HCPCS Level II modifier; its text is in the HCPCS file of CMS, which was not loaded when this was written.',
    category: null,
    maintainer: ofAma ? 'American Medical Association (CPT)' : 'CMS (HCPCS Level II)',
    useWhen: null,
    doNotUseWhen: null,
    componentRole: null,
  } as const;
  return namedEntity(modifier, row, { line });
}
