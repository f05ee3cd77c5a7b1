/** The input of the coverage matrix: codes or families, payers, lines of business, as-of. */

import { LineOfBusiness } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { payer, serviceFamily } from '../../db/tables/index.ts';
import { knownCode } from '../codes/code.ts';
import { Code } from '../codes/coding.ts';
import { familiesBelow } from '../codes/family.ts';
import { AsOfInput } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput } from '../kit/errors.ts';
import { allOf } from '../kit/fact.ts';
import { knownIds } from '../kit/reference.ts';
import { codeAlone } from './narrowing.ts';

/** The input of the matrix. */
export const MatrixInput = builder.inputType('MatrixInput', {
  description: 'Which components, payers and lines of business. Give `codes` or `families`.',
  fields: (t) => ({
    codes: t.field({
      type: [Code],
      required: false,
      description:
        'Codes, such as ["77090"]; the whole family of each is shown, since its parts differ by code. With the modifier of a component, such as "77080-26", only the row of that component.',
    }),
    families: t.idList({
      required: false,
      description:
        'Service families by slug or id, such as trabecular-bone-score. A group of services gives the rows of its members.',
    }),
    payers: t.idList({
      required: false,
      description:
        'Payers by slug or id, such as aetna; default: every payer of the graph that decides. An association is replaced by its licensees.',
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

/** The families requested, by id or by one of their codes. */
export async function requestedFamilies(
  input: MatrixInputShape,
  context: GraphContext,
  asOf: AsOf,
): Promise<string[]> {
  const { codes, families } = input;
  if (!codes && !families) {
    throw badInput('input', 'input: give codes or families, such as codes: ["77090"].');
  }
  const named = families ? knownIds(context, serviceFamily, 'input.families', families) : [];
  const found = await Promise.all(
    codes
      ? resolveEach('input.codes', codes, (coding, i) =>
          knownCode(`input.codes[${i}]`, codeAlone(coding), context, asOf),
        )
      : [],
  );
  const ofCodes = found.map((code) => {
    if (!code.familyId)
      throw badInput(
        'input.codes',
        `input.codes: ${code.code} belongs to no service family, so it has no components to show.`,
      );
    return code.familyId;
  });
  return [...new Set([...named.flatMap((id) => familiesBelow(context.memory, id)), ...ofCodes])];
}

/** The payers requested that decide for themselves; an association is replaced by its licensees. */
export function requestedPayers(ids: readonly string[] | null | undefined, context: GraphContext): string[] {
  const all = allOf(context, payer, context.asOf);
  if (!ids) return all.filter(({ kind }) => kind !== 'ASSOCIATION').map(({ id }) => id);
  const deciding = knownIds(context, payer, 'input.payers', ids).flatMap((requested) =>
    context.memory.get('payer', requested)?.kind === 'ASSOCIATION'
      ? all.filter(({ parentId }) => parentId === requested).map(({ id }) => id)
      : [requested],
  );
  return [...new Set(deciding)];
}
