/** The published operations, as tests send them. */

import { Kind, parse } from 'graphql';

/** Whether a document can be sent as it is: none of its operations needs a variable that has no default. */
export function isWhole(document: string): boolean {
  const operations = parse(document).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.every(({ variableDefinitions = [] }) =>
    variableDefinitions.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue),
  );
}
