/** Counts the items of every list as it is resolved, so that the server can bound an answer while it is made. */

import { defaultFieldResolver, type GraphQLSchema, getNullableType, isListType, isObjectType } from 'graphql';
import type { GraphContext } from './kit/context.ts';

/** Makes every list field of a schema count its items, in place. */
export function countItems(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: GraphContext, info) => {
        const { answerSize } = context;
        if (!answerSize) return resolve(source, args, context, info);
        answerSize.check();
        const counted = (list: unknown) => {
          if (Array.isArray(list)) answerSize.take(list.length, info);
          return list;
        };
        const found: unknown = resolve(source, args, context, info);
        return found instanceof Promise ? found.then(counted) : counted(found);
      };
    }
  }
  return schema;
}
