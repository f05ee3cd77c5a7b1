/** Prepares an operation once, for any number of requests: what every level resolves, and how its values are written. */

import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { columnsOfOrder } from '../../db/kit/rows-along-edge.ts';
import type { BatchExtensions } from '../../schema/kit/loader.ts';

/** The fields of one object type that are selected on one level, in the order of the answer. */
export type Selection = readonly PlannedField[];

/** A field of a selection; everything here is the same for all objects and all requests. */
export interface PlannedField {
  /** The response name and what comes before the value in JSON: `"label":`, after a comma unless it is the first. */
  readonly key: string;
  readonly before: string;
  readonly parentType: GraphQLObjectType;
  /** Undefined for `__typename`. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  /** The first node, which has the arguments, and all that are merged into one. */
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
  readonly nonNull: boolean;
  /** Whether it is a list, and whether its items may be null. */
  readonly list: 'of some' | 'of all' | undefined;
  readonly extensions: BatchExtensions;
  /** Writes a value that is not null as JSON, where it has no fields. */
  readonly leaf: ((value: unknown) => string) | undefined;
  /** Its type, where the type of each object has to be found first; else the name of the type of its objects. */
  readonly abstract: GraphQLAbstractType | undefined;
  readonly objectType: string;
  /** What is selected on objects of a type. */
  readonly selection: (type: string) => Selection;
  /** The columns that the rows it leads to need, where these are of a type; undefined where that may be any. */
  readonly columns: (type: string) => readonly string[] | undefined;
}

/** An operation as it is executed level by level. */
export interface Plan {
  readonly root: Selection;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Thrown for what only the ordinary executor can do: report errors, put null in the place of one, and whatever is rare. */
export class Unplanned extends Error {}

const plans = new WeakMap<OperationDefinitionNode, Plan | 'none'>();

/** The plan of an operation; undefined where it is none that is executed level by level. `variables` are coerced. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Plan | undefined {
  const known = plans.get(operation);
  const plan = known ?? made(schema, document, operation, variables) ?? 'none';
  // With `@skip` and `@include` what is selected may depend on the variables.
  if (!known && !document.loc?.source.body.includes('@')) plans.set(operation, plan);
  return plan === 'none' ? undefined : plan;
}

function made(...[schema, document, operation, variables]: Parameters<typeof planOf>): Plan | undefined {
  const query = schema.getQueryType();
  if (!query || operation.operation !== 'query') return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;

  function select(type: GraphQLObjectType, { fields }: ReturnType<typeof collectFields>): Selection {
    return [...fields].map(([key, nodes], i) => {
      const [node] = nodes as [FieldNode]; // none is without
      const definition = type.getFields()[node.name.value];
      if (!definition && node.name.value !== '__typename') throw new Unplanned(); // introspection
      const before = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`;
      return { key, before, parentType: type, node, nodes, definition, ...shapeOf(definition, nodes) };
    });
  }

  function shapeOf(definition: GraphQLField<unknown, unknown> | undefined, nodes: FieldNode[]) {
    const type = definition && getNullableType(definition.type);
    const item = isListType(type) ? type.ofType : type;
    const named = item && getNullableType(item);
    if (isListType(named)) throw new Unplanned();
    const abstract = isAbstractType(named) ? named : undefined;
    const selections = new Map<string, Selection>();
    const selection = (name: string) => {
      const object = schema.getType(name);
      if (!isObjectType(object) || object.isTypeOf || (abstract && !schema.isSubType(abstract, object)))
        throw new Unplanned();
      const found =
        selections.get(name) ?? select(object, collectSubFields(schema, fragments, variables, object, nodes));
      selections.set(name, found);
      return found;
    };
    const columns = new Map<string, readonly string[] | undefined>();
    return {
      nonNull: isNonNullType(definition?.type),
      list: isListType(type) ? (isNonNullType(item) ? ('of all' as const) : ('of some' as const)) : undefined,
      extensions: (definition?.extensions ?? {}) as BatchExtensions,
      leaf: isLeafType(named) ? leafWriter(named) : undefined,
      abstract,
      objectType: named?.name ?? '',
      selection,
      columns(name: string) {
        if (!columns.has(name))
          columns.set(name, isObjectType(schema.getType(name)) ? columnsOf(selection(name)) : undefined);
        return columns.get(name);
      },
    };
  }

  try {
    const root = collectFields(schema, fragments, variables, query, operation.selectionSet);
    return { root: select(query, root), operation, fragments };
  } catch (error) {
    if (error instanceof Unplanned) return undefined;
    throw error;
  }
}

/** The columns that rows need for what is selected on them, or on the items of their page. */
function columnsOf(selection: Selection): readonly string[] | undefined {
  const found = new Set<string>();
  for (const { definition, parentType, extensions, leaf, objectType, columns } of selection) {
    if (!definition) continue;
    const ofPage = /(Connection|Edge|PageInfo)$/.test(parentType.name);
    const ofCursor = definition.name.toLowerCase().endsWith('cursor') ? [columnsOfOrder] : [];
    const below = ofPage ? !leaf : extensions.needs === 'those below';
    const needed = below ? columns(objectType) : ofPage ? ofCursor : extensions.needs;
    if (!needed) return undefined;
    for (const name of needed) found.add(name);
  }
  return [...found].sort();
}

/** A text that JSON writes as it is: no quote, no backslash, no control character, and no half of a pair. */
const asItIs = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const textOf = (value: string) => (asItIs.test(value) ? `"${value}"` : JSON.stringify(value));

/** How values are written. */
function leafWriter(type: GraphQLLeafType): (value: unknown) => string {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
    return (value) => texts.get(value) ?? JSON.stringify(type.serialize(value)); // which throws for what is none of them
  }
  return (value) => {
    const shown: unknown = type.serialize(value);
    if (typeof shown === 'string') return textOf(shown);
    if (shown === null || shown === undefined || value instanceof Error) throw new Unplanned();
    return JSON.stringify(shown);
  };
}
