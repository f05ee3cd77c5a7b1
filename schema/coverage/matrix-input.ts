/** The input of the coverage matrix: codes or families, payers, lines of business, as-of. */

import { LineOfBusiness } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { serviceFamily } from '../../db/tables/index.ts';
import { CodingInput, knownCode } from '../codes/code.ts';
import { componentsOf, familyOf } from '../codes/code-families.ts';
import { familiesBelow } from '../codes/family.ts';
import { AsOfInput } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList, unknownId } from '../kit/errors.ts';
import { mustHave, one } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';

/** The input of the matrix. */
export const MatrixInput = builder.inputType('MatrixInput', {
  description: 'Which components, payers and lines of business. Give `codes` or `families`.',
  fields: (t) => ({
    codes: t.field({
      type: [CodingInput],
      required: false,
      description:
        'Codes; the whole family of each is shown, since its parts differ by code: the family that people put it in, else the one that is worked out for the day (`ServiceFamily.basis`).',
    }),
    families: t.idList({
      required: false,
      description:
        'Service families, such as ServiceFamily:trabecular-bone-score. A group of services gives the rows of its members, and ServiceFamily:proposed-93000 those of what is worked out around a code.',
    }),
    payers: t.idList({
      required: false,
      description:
        'Payers, such as Payer:aetna; default: every payer of the graph that decides. An association is replaced by its licensees. Medicare is its national column, and one for each contractor that states something different or further for one of the components in any of the lines; name a contractor to see it in any case.',
    }),
    linesOfBusiness: t.field({
      type: [enumOf(LineOfBusiness)],
      required: false,
      description: 'Lines of business; default: those that anything is known about, for each payer.',
    }),
    asOf: t.field({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
  }),
});

type MatrixInputShape = typeof MatrixInput.$inferInput;

/** The components of the families requested, by id or by one of their codes. */
export async function requestedComponents(
  input: MatrixInputShape,
  context: GraphContext,
  asOf: AsOf,
): Promise<string[]> {
  const { codes, families } = input;
  if (!codes && !families) {
    throw badInput('input', 'input: give codes or families, such as codes: [{ code: "77090" }].');
  }
  const named = families
    ? checkList('input.families', families).map((id) => idOf('ServiceFamily', 'input.families', id))
    : [];
  for (const id of named) {
    if (!(await one(context, serviceFamily, id, asOf)))
      throw unknownId(
        'input.families',
        `input.families: this release holds no ${id} on ${asOf.dateOfService}. List them with serviceFamilies.`,
      );
  }
  const found = await Promise.all(
    codes
      ? resolveEach('input.codes', codes, (coding) => knownCode('input.codes', coding, context, asOf))
      : [],
  );
  const below = named.flatMap((id) => familiesBelow(context.memory, id));
  const rows = await Promise.all([
    ...below.map((id) => mustHave(context, serviceFamily, id, asOf)),
    ...found.map((code) => familyOf(context, code)),
  ]);
  const once = new Map(rows.map((family) => [family.id, family]));
  return [...once.values()].flatMap((family) => componentsOf(context, family).map(({ id }) => id));
}

/** The payers requested; null where all are meant that decide for themselves. */
export function requestedPayers(
  ids: readonly string[] | null | undefined,
  context: GraphContext,
): readonly string[] | null {
  if (!ids) return null;
  return checkList('input.payers', ids).map((id) => {
    const found = context.memory.get('payer', idOf('Payer', 'input.payers', id));
    if (!found)
      throw unknownId(
        'input.payers',
        `input.payers: this release holds no ${id}. List them with payers { id }.`,
      );
    return found.id;
  });
}
