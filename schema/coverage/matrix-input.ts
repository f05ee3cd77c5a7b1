/** The input of the coverage matrix: codes or families, payers, lines of business, as-of. */

import { LineOfBusiness } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { payer, serviceFamily } from '../../db/tables/index.ts';
import { knownCode } from '../codes/code.ts';
import { componentsOf, familyOf } from '../codes/code-families.ts';
import { Code } from '../codes/coding.ts';
import { familiesBelow } from '../codes/family.ts';
import { AsOfInput } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput } from '../kit/errors.ts';
import { known, mustHave } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';
import { knownIds } from '../kit/reference.ts';
import { codeAlone, partNamed } from './narrowing.ts';

/** The input of the matrix. */
export const MatrixInput = builder.inputType('MatrixInput', {
  description: 'Which components, payers and lines of business. Give `codes` or `families`.',
  fields: (t) => ({
    codes: t.field({
      type: [Code],
      required: false,
      description:
        'Codes, such as ["77090"]; the whole family of each is shown, since its parts differ by code: the family that people put it in, else the one that is worked out for the day (`ServiceFamily.basis`). With the modifier of a component, such as "77080-26", only the row of that component.',
    }),
    families: t.idList({
      required: false,
      description:
        'Service families by slug or id, such as trabecular-bone-score. A group of services gives the rows of its members, and proposed-93000 those of what is worked out around a code.',
    }),
    payers: t.idList({
      required: false,
      description:
        'Payers by slug or id, such as aetna; default: every payer of the graph that decides. An association is replaced by its licensees. Medicare is its national column, and one for each contractor that states something different or further for one of the components in any of the lines; name a contractor to see it in any case.',
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
    throw badInput('input', 'input: give codes or families, such as codes: ["77090"].');
  }
  const named = families
    ? await Promise.all(
        resolveEach('input.families', families, (text, i) => {
          const field = `input.families[${i}]`;
          return known(
            context,
            serviceFamily,
            field,
            idOf('ServiceFamily', field, text),
            asOf,
            'serviceFamilies { slug }',
          );
        }),
      )
    : [];
  const below = named.flatMap(({ id }) => familiesBelow(context.memory, id));
  const whole = await Promise.all(below.map((id) => mustHave(context, serviceFamily, id, asOf)));
  const ofCodes = codes
    ? await Promise.all(
        resolveEach('input.codes', codes, async (coding, i) => {
          const field = `input.codes[${i}]`;
          const code = await knownCode(field, codeAlone(coding), context, asOf);
          const family = await familyOf(context, code);
          return { family, part: partNamed(context, field, coding, family) };
        }),
      )
    : [];
  const requested = [...whole.map((family) => ({ family, part: undefined })), ...ofCodes];
  return [...Map.groupBy(requested, ({ family }) => family.id).values()].flatMap((alike) => {
    const parts = new Set(alike.map(({ part }) => part));
    const ids = alike.slice(0, 1).flatMap(({ family }) => componentsOf(context, family).map(({ id }) => id));
    return parts.has(undefined) ? ids : ids.filter((id) => parts.has(id));
  });
}

/** The ids of the payers requested; null where all are meant that decide for themselves. */
export function requestedPayers(
  texts: readonly string[] | null | undefined,
  context: GraphContext,
): readonly string[] | null {
  return texts ? knownIds(context, payer, 'input.payers', texts) : null;
}
