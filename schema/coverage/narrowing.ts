/** Codes that name a component by its modifier, such as "77080-26": they narrow a matrix to the row of what they name. */

import { namedCode } from '../../db/codes/written-code.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import type { serviceFamily } from '../../db/tables/index.ts';
import { componentsOf, unitsOf } from '../codes/code-families.ts';
import type { Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { unknownId } from '../kit/errors.ts';
import type { FactOf } from '../kit/fact.ts';

/** The code without the modifier of a component behind it; as it was given where it has none. */
export function codeAlone(coding: Coding): Coding {
  const { codeId, modifier } = namedCode(coding.code, coding.system) ?? {};
  return codeId !== undefined && modifier !== undefined ? { code: codeId } : coding;
}

/** The id of the component of a family that a code reports with its modifier; undefined for a code alone. */
export function partNamed(
  context: GraphContext,
  field: string,
  coding: Coding,
  family: FactOf<typeof serviceFamily>,
): string | undefined {
  const { codeId = '', modifier } = namedCode(coding.code, coding.system) ?? {};
  if (modifier === undefined) return undefined;
  const parts = componentsOf(context, family).flatMap((component) =>
    unitsOf(context, component).flatMap((unit) =>
      unit.codeId === codeId && unit.modifierId !== null
        ? [{ id: component.id, modifier: lastPart(unit.modifierId) }]
        : [],
    ),
  );
  const found = parts.find((part) => part.modifier === modifier);
  if (found) return found.id;
  throw unknownId(
    field,
    `${field}: ${lastPart(codeId)} has no component that the modifier ${modifier} reports.`,
    parts.map((part) => `${lastPart(codeId)}-${part.modifier}`),
  );
}
