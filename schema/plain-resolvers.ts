/** Takes away what Pothos puts around every id and every page: all that is passed on here are rows, never ids to be loaded. */

import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Fact } from './kit/fact.ts';
import type { Page } from './kit/page.ts';

/** Makes ids and the items of pages read as they are, in place: a promise for each would cost more than all else. */
export function plainResolvers(schema: GraphQLSchema): GraphQLSchema {
  const node = schema.getType('Node');
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { id, nodes } = type.getFields();
    if (id && type.getInterfaces().some((found) => found === node)) {
      id.resolve = (fact: Fact) => fact.id;
      id.extensions = { ...id.extensions, needs: [] };
    }
    const ofEdges = nodes?.resolve;
    if (nodes && ofEdges && type.name.endsWith('Connection'))
      nodes.resolve = (page: Partial<Page<Fact>>, ...rest) => page.nodes ?? ofEdges(page, ...rest);
  }
  return schema;
}
