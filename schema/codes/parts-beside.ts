/** The codes that report the whole or the other parts of the service of a code, by its family alone. */

import type { Related } from '../../db/codes/related-codes.ts';
import type { Memory } from '../../db/release/small-tables.ts';

/** The codes that report the whole or other parts of the service of a code by themselves. */
export function partsBeside(memory: Memory, codeId: string): Related[] {
  const own = memory.unitsWith(codeId).find(({ modifierId }) => modifierId === null);
  const component = own && memory.get('service_component', own.componentId);
  if (!component) return [];
  const familyId = String(component.familyId);
  return memory.by('service_component', 'familyId', familyId).flatMap((other) =>
    memory
      .unitsOf(other.id)
      .filter((unit) => unit.modifierId === null && unit.codeId !== codeId)
      .map((unit): Related => {
        const part = component.role === 'GLOBAL' ? 'PART' : 'SIBLING';
        return { codeId: unit.codeId, kind: other.role === 'GLOBAL' ? 'WHOLE' : part, familyId };
      }),
  );
}
