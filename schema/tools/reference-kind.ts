/** The pages of the reference and which types are on them. */

import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** A page of the reference. */
export interface Kind {
  /** The name of its file, without `.md`. */
  readonly page: string;
  readonly title: string;
  /** What is on it, in a sentence or two. */
  readonly about: string;
  readonly holds: (type: GraphQLNamedType) => boolean;
}

const implementing = (name: string) => (type: GraphQLNamedType) =>
  isObjectType(type) && type.getInterfaces().some((one) => one.name === name);

/** Statements: single sourced assertions. */
export const isStatement = implementing('Statement');

/** What has an id and is no statement: the timeless things that statements are about. */
export const isEntity = (type: GraphQLNamedType): boolean =>
  implementing('Node')(type) && !isStatement(type) && !isPaging(type);

const isPaging = ({ name }: GraphQLNamedType) => /(?:Connection|Edge)$|^PageInfo$/.test(name);
const isRoot = ({ name }: GraphQLNamedType) => ['Query', 'Subscription', 'Mutation'].includes(name);

/** The pages in the order in which they are listed; a type is on the first that accepts it. */
export const kinds: readonly Kind[] = [
  {
    page: 'queries',
    title: 'Queries and subscriptions',
    about: 'Where every request begins: first what people ask, last what machines ask.',
    holds: isRoot,
  },
  {
    page: 'entities',
    title: 'Entities',
    about:
      'What statements are about: codes, payers, policies, sites. An entity is timeless and its id never changes.',
    holds: isEntity,
  },
  {
    page: 'statements',
    title: 'Statements',
    about:
      'Single assertions, each with its source, its validity, the time at which it was recorded and a rank. The fields that all of them have are explained once more at each.',
    holds: isStatement,
  },
  {
    page: 'pages',
    title: 'Connections and pages',
    about: 'How long lists are read page by page, as Relay does it.',
    holds: isPaging,
  },
  {
    page: 'answers',
    title: 'Answers',
    about: 'What is worked out from statements or goes with them: cells, reports, findings, differences.',
    holds: isObjectType,
  },
  {
    page: 'inputs',
    title: 'Inputs',
    about: 'What is given to a field.',
    holds: isInputObjectType,
  },
  {
    page: 'enums',
    title: 'Enums',
    about: 'Closed lists of values.',
    holds: isEnumType,
  },
  {
    page: 'scalars',
    title: 'Scalars and interfaces',
    about: 'Single values and how they are written; what types have in common.',
    holds: (type) => isScalarType(type) || isInterfaceType(type),
  },
];

/** The types of a schema that the reference explains; those of the federation library are left out. */
export function explained(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !type.name.startsWith('_'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The page that a type is on. */
export function kindOf(type: GraphQLNamedType): Kind {
  const kind = kinds.find(({ holds }) => holds(type));
  if (!kind)
    throw new Error(`No page of the reference holds ${type.name}: mend schema/tools/reference-kind.ts.`);
  return kind;
}
