/** What an operation is estimated at on a release, as the server does it before it runs. */

import { type FragmentDefinitionNode, getOperationAST, getVariableValues, Kind, parse } from 'graphql';
import { schema } from '../../schema/index.ts';
import type { Sizes } from '../../schema/kit/growth.ts';
import { costOf } from '../../src/limits/cost.ts';

/** The estimate of the only operation of a document. */
export function estimateOf(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  sizes: Sizes,
): number {
  const parsed = parse(document);
  const operation = getOperationAST(parsed);
  if (!operation) throw new Error(`There is no one operation in ${document}`);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of parsed.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new Error(errors.join());
  return costOf(schema, operation, fragments, coerced, sizes).values;
}
