/** Prepares an operation once, for any number of requests: what every level resolves, and how its values are written. */

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
  type SelectionSetNode,
} from 'graphql';
import { columnsOfOrder } from '../../db/kit/rows-along-edge.ts';
import type { BatchExtensions } from '../../schema/kit/loader.ts';

/** The fields of one object type that are selected on one level, in the order of the answer. */
export type Selection = readonly PlannedField[];

/** A field of a selection; everything here is the same for all objects and all requests. */
export interface PlannedField {
  /** The response name and what stands before the value in JSON: `"label":`, after a comma unless it is the first. */
  readonly key: string;
  readonly before: string;
  readonly parentType: GraphQLObjectType;
  /** Undefined for `__typename`. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
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
  /** The columns that the rows it leads to need; undefined where that may be any. */
  readonly columns: () => readonly string[] | undefined;
}

/** An operation as it is executed level by level. */
export interface Plan {
  readonly root: Selection;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Thrown for what only the ordinary executor can do: report errors, put null in the place of one, and whatever is rare. */
export class Unplanned extends Error {}

/** The plan of an operation; undefined where it is none that is executed level by level. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan | undefined {
  const query = schema.getQueryType();
  if (!query || operation.operation !== 'query' || operation.directives?.length) return undefined;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );

  /** The nodes of each response name, fragments included, in the order in which they come first. */
  function collect(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    found = new Map<string, [FieldNode, ...FieldNode[]]>(),
  ) {
    for (const node of sets.flatMap(({ selections }) => selections)) {
      if (node.directives?.length) throw new Unplanned();
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const nodes = found.get(key);
        if (nodes) nodes.push(node);
        else found.set(key, [node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
      if (!fragment || fragment.directives?.length) throw new Unplanned();
      const on = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (!on || on === type || (isAbstractType(on) && schema.isSubType(on, type)))
        collect(type, [fragment.selectionSet], found);
    }
    return found;
  }

  function select(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    return [...collect(type, sets)].map(([key, nodes], i) => {
      const name = nodes[0].name.value;
      const definition = type.getFields()[name];
      const before = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`;
      if (name !== '__typename' && !definition) throw new Unplanned(); // introspection
      return { key, before, parentType: type, nodes, definition, ...shapeOf(definition, nodes) };
    });
  }

  function shapeOf(definition: GraphQLField<unknown, unknown> | undefined, nodes: readonly FieldNode[]) {
    const type = definition && getNullableType(definition.type);
    const item = isListType(type) ? type.ofType : type;
    const named = item && getNullableType(item);
    if (isListType(named)) throw new Unplanned();
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selections = new Map<string, Selection>();
    const selection = (name: string) => {
      const known = selections.get(name);
      if (known) return known;
      const object = schema.getType(name);
      if (!isObjectType(object) || object.isTypeOf) throw new Unplanned();
      const made = select(object, sets);
      selections.set(name, made);
      return made;
    };
    let columns: readonly string[] | undefined | 'not yet' = 'not yet';
    return {
      nonNull: isNonNullType(definition?.type),
      list: isListType(type) ? (isNonNullType(item) ? ('of all' as const) : ('of some' as const)) : undefined,
      extensions: (definition?.extensions ?? {}) as BatchExtensions,
      leaf: isLeafType(named) ? leafWriter(named) : undefined,
      abstract: isAbstractType(named) ? named : undefined,
      objectType: named?.name ?? '',
      selection,
      columns() {
        if (columns === 'not yet')
          columns = isObjectType(named) ? columnsOf(selection(named.name)) : undefined;
        return columns;
      },
    };
  }

  try {
    return { root: select(query, [operation.selectionSet]), operation, fragments };
  } catch (error) {
    if (error instanceof Unplanned) return undefined;
    throw error;
  }
}

/** The columns that rows need for what is selected on them, or on the items of their page. */
function columnsOf(selection: Selection): readonly string[] | undefined {
  const found = new Set<string>();
  for (const { definition, parentType, extensions, leaf, columns } of selection) {
    if (!definition) continue;
    const ofPage = /(Connection|Edge|PageInfo)$/.test(parentType.name);
    const ofCursor = definition.name.toLowerCase().endsWith('cursor') ? [columnsOfOrder] : [];
    const needed = ofPage ? (leaf ? ofCursor : columns()) : extensions.needs;
    if (!needed) return undefined;
    for (const name of needed) found.add(name);
  }
  return [...found].sort();
}

/** A text that JSON writes as it is: no quote, no backslash, no control character, and no half of a pair. */
const asItIs = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const textOf = (value: string) => (asItIs.test(value) ? `"${value}"` : JSON.stringify(value));

/** How the values of a type are written. */
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
