/** What to select of a type. */

import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Whether its objects are fetched by id. */
export function isNode(type: unknown): boolean {
  return (
    (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) || isInterfaceType(type)
  );
}

/** A connection is what has pages, whatever it is called. */
export function isConnection(type: unknown): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

/** What to select below a type so that everything it leads to is reached once. */
export function selectionOf(output: GraphQLOutputType, above: readonly string[] = []): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (isConnection(type) && isObjectType(type)) {
    const nodes = type.getFields().nodes;
    return `{ totalCount nodes ${nodes ? selectionOf(nodes.type, above) : '{ __typename }'} }`;
  }
  if (isNode(type)) return '{ id }';
  if (!isObjectType(type) || above.includes(type.name)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return `{ ${fields.map((field) => `${field.name} ${selectionOf(field.type, [...above, type.name])}`).join(' ')} }`;
}
