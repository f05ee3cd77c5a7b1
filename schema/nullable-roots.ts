/** Root fields with arguments may be null: a request asks several things, and what one cannot answer must not sink the others. */

import { type GraphQLSchema, getNullableType } from 'graphql';

/** Makes every root field that takes arguments nullable, in place: only where a value of a client is refused is it null, beside the error. */
export function freeRoots(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  for (const field of Object.values(query?.getFields() ?? {})) {
    if (field.args.length === 0 || field.name.startsWith('_')) continue;
    field.type = getNullableType(field.type);
  }
  return schema;
}
