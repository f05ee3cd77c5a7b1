/** Codes that name a component by its modifier, such as "77080-26": they narrow a matrix to the rows of what they name. */

import { namedCode } from '../../db/codes/written-code.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import { componentsOf, familiesBelow } from '../codes/family.ts';
import type { Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { unknownId } from '../kit/errors.ts';
import { idOfShort } from '../kit/id.ts';
import { componentOf } from '../kit/reference.ts';

/** The code without the modifier of a component behind it; as it was given where it has none. */
export function codeAlone(coding: Coding): Coding {
  const { codeId, modifier } = namedCode(coding.code, coding.system) ?? {};
  return codeId !== undefined && modifier !== undefined ? { code: codeId } : coding;
}

interface Named {
  readonly codes?: readonly Coding[] | null | undefined;
  readonly families?: readonly string[] | null | undefined;
}

/** The components of families in their order: of a family that only codes with modifiers name, those that they report. */
export function narrowed(
  context: GraphContext,
  { codes, families }: Named,
  familyIds: readonly string[],
  asOf: AsOf,
): string[] {
  const { memory } = context;
  const whole = new Set(
    (families ?? []).flatMap((text) => familiesBelow(memory, idOfShort('ServiceFamily', text) ?? text)),
  );
  const named = new Set<string>();
  for (const [i, coding] of (codes ?? []).entries()) {
    const { codeId = '', modifier } = namedCode(coding.code, coding.system) ?? {};
    const units = memory.unitsWith(codeId);
    const component = modifier === undefined ? undefined : componentOf(memory, codeId, modifier);
    if (modifier !== undefined && component === undefined)
      throw unknownId(
        `input.codes[${i}]`,
        `input.codes[${i}]: ${lastPart(codeId)} has no component that the modifier ${modifier} reports.`,
        units.flatMap(({ modifierId }) =>
          modifierId ? [`${lastPart(codeId)}-${lastPart(modifierId)}`] : [],
        ),
      );
    if (component !== undefined) named.add(component);
    else for (const { componentId } of units) whole.add(familyOf(componentId));
  }
  function familyOf(componentId: string): string {
    return String(memory.get('service_component', componentId)?.familyId);
  }
  const narrow = new Set([...named].map(familyOf).filter((id) => !whole.has(id)));
  return familyIds.flatMap((id) =>
    componentsOf(context, id, asOf)
      .map((component) => component.id)
      .filter((component) => !narrow.has(id) || named.has(component)),
  );
}
