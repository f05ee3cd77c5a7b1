/** What a router may ask: at most so many references at once, and a bad one spares the others. */

import { type GraphQLFieldResolver, type GraphQLSchema, isUnionType } from 'graphql';
import { badInput, maxListItems } from './errors.ts';

type Representation = { readonly __typename?: unknown };

/** Why a reference cannot be resolved, or null when it can be tried. */
function problemOf(schema: GraphQLSchema, representation: unknown, i: number): Error | null {
  const field = `representations[${i}]`;
  const name = (representation as Representation | null)?.__typename;
  if (typeof name !== 'string') return badInput(field, `${field} has no __typename.`);
  const entities = schema.getType('_Entity');
  const known = isUnionType(entities) && entities.getTypes().some((type) => type.name === name);
  return known
    ? null
    : badInput(field, `${field}: this subgraph has no entity ${JSON.stringify(name.slice(0, 80))}.`);
}

/** Guards `_entities` of a subgraph schema, in place: the library fails the whole answer for one bad reference. */
export function guardEntities(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const inner = field?.resolve;
  if (!field || !inner) throw new Error('The schema has no entities to guard.');
  const guarded: GraphQLFieldResolver<unknown, unknown> = async (root, args, context, info) => {
    const representations = args.representations as readonly unknown[];
    if (representations.length > maxListItems) {
      throw badInput(
        'representations',
        `representations holds ${representations.length} items, the most is ${maxListItems}: ask in several requests.`,
      );
    }
    const problems = representations.map((representation, i) => problemOf(schema, representation, i));
    const good = representations.filter((_, i) => problems[i] === null);
    const found = [...((await inner(root, { representations: good }, context, info)) as readonly unknown[])];
    return problems.map((problem) => problem ?? found.shift());
  };
  field.resolve = guarded;
  return schema;
}
