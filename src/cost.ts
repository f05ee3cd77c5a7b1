/** Estimates how many values the chosen operation may return, once its variables are known. */

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { badInput } from '../schema/errors.ts';
import { assumed, figure, limits } from './limits.ts';

type Values = Readonly<Record<string, unknown>>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What an operation may return: values of the graph, values of introspection, and where most come from. */
export interface Cost {
  readonly values: number;
  readonly introspection: number;
  /** The path of the fields that make up the largest part, such as `payers.policies`. */
  readonly dearest: string;
}

interface Part {
  readonly values: number;
  readonly path: string;
}

/**
 * Walks one operation. A field costs one value for each object it is asked of; a page multiplies what is
 * below it by its size once, at `edges` or `nodes`; any other list by the longest list among its arguments
 * or by what is assumed. A field whose answer grows in another way says so with a `complexity` function.
 * Throws bad input, as the schema would, when a page or a list argument is too large.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Values,
): Cost {
  const root = schema.getRootType(operation.operation);
  if (!root) return { values: 0, introspection: 0, dearest: '' };
  const walk = walker(schema, fragments, variables);
  const part = walk.selections(operation.selectionSet, root, undefined);
  return { values: part.values, introspection: walk.introspection(), dearest: part.path };
}

function walker(schema: GraphQLSchema, fragments: Fragments, variables: Values) {
  const known = new Map<string, Part>();
  let introspection = 0;

  /** `page` is the size of the page these selections stand in, if they are those of a connection. */
  function selections(set: SelectionSetNode, type: GraphQLCompositeType, page: number | undefined): Part {
    let values = 0;
    let largest: Part = { values: 0, path: '' };
    for (const node of set.selections) {
      let part: Part;
      if (node.kind === Kind.FIELD) part = field(node, type, page);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? composite(node.typeCondition.name.value) : type;
        part = selections(node.selectionSet, on ?? type, page);
      } else part = fragment(node.name.value, page);
      values += part.values;
      if (part.values > largest.values) largest = part;
    }
    return { values, path: largest.path };
  }

  function fragment(name: string, page: number | undefined): Part {
    const key = `${name} ${page}`;
    const before = known.get(key);
    if (before) return before;
    const node = fragments[name];
    const type = node && composite(node.typeCondition.name.value);
    const part = node && type ? selections(node.selectionSet, type, page) : { values: 0, path: '' };
    known.set(key, part);
    return part;
  }

  function field(node: FieldNode, type: GraphQLCompositeType, page: number | undefined): Part {
    const name = node.name.value;
    const meta = name === '__schema' ? SchemaMetaFieldDef : name === '__type' ? TypeMetaFieldDef : undefined;
    const definition = meta ?? (isUnionType(type) ? undefined : type.getFields()[name]);
    if (!definition) return { values: 1, path: name };
    const args = getArgumentValues(definition, node, variables);
    for (const [argument, value] of Object.entries(args)) checkLists(value, argument, name);
    const own = pageSize(definition, args, name);
    const list = isListType(getNullableType(definition.type));
    const hint = hinted(definition, args);
    const items = hint.multiplier ?? (list ? (own ?? inPage(name, page) ?? listSize(name, type, args)) : 1);
    const inner = below(node, definition.type, list ? undefined : own);
    const part: Part = {
      values: items * (hint.field + inner.values),
      path: inner.path ? `${name}.${inner.path}` : name,
    };
    if (!meta) return part;
    introspection += part.values;
    return { values: 0, path: '' };
  }

  function below(node: FieldNode, type: GraphQLOutputType, page: number | undefined): Part {
    const named = getNamedType(type);
    if (!node.selectionSet || !isCompositeType(named)) return { values: 0, path: '' };
    return selections(node.selectionSet, named, page);
  }

  function composite(name: string): GraphQLCompositeType | undefined {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  function listSize(name: string, type: GraphQLCompositeType, args: Values): number {
    // The one list of introspection that is long; the others are short.
    if (name === 'types' && isObjectType(type) && type.name === '__Schema') {
      return Object.keys(schema.getTypeMap()).length;
    }
    const asked = Object.values(args).map((value) => (Array.isArray(value) ? value.length : 0));
    return Math.max(assumed.listItems, ...asked);
  }

  return { selections, introspection: () => introspection };
}

/** Only `edges` and `nodes` hold the items of a page, so that `edges { node }` is not counted twice. */
function inPage(name: string, page: number | undefined): number | undefined {
  return name === 'edges' || name === 'nodes' ? page : undefined;
}

/** The size of the page a field asks for; undefined when it has no pages. */
function pageSize(
  definition: GraphQLField<unknown, unknown>,
  args: Values,
  name: string,
): number | undefined {
  const sides = ['first', 'last'].filter((side) => definition.args.some((arg) => arg.name === side));
  if (sides.length === 0) return undefined;
  let largest: number | undefined;
  for (const side of sides) {
    const size = args[side];
    if (typeof size !== 'number') continue;
    if (size < 0 || size > limits.pageItems) {
      const range = `from 0 to ${limits.pageItems}; it is ${size}`;
      throw badInput(side, `\`${side}\` of \`${name}\` must be ${range}. Page on with a cursor.`);
    }
    // Both may stand there, one of them by default.
    largest = Math.max(largest ?? 0, size);
  }
  return largest ?? assumed.pageItems;
}

function checkLists(value: unknown, argument: string, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > limits.listItems) {
    const found = `holds a list of ${figure(value.length)} items; the most is ${figure(limits.listItems)}`;
    throw badInput(argument, `\`${argument}\` of \`${name}\` ${found}. Ask in several requests.`);
  }
  for (const item of Object.values(value)) checkLists(item, argument, name);
}

/** The schema's own word on a field: a number adds to it, a function may also say how it multiplies. */
function hinted(
  definition: GraphQLField<unknown, unknown>,
  args: Values,
): { field: number; multiplier?: number } {
  const option: unknown = definition.extensions.complexity;
  const said: unknown = typeof option === 'function' ? option(args, {}, definition) : option;
  if (typeof said === 'number') return { field: said };
  if (typeof said !== 'object' || said === null) return { field: 1 };
  const { field, multiplier } = said as { field?: unknown; multiplier?: unknown };
  const own = typeof field === 'number' ? field : 1;
  // A constant multiplier is what a complexity plug-in assumes of every list, `edges` included; a function's
  // is meant.
  const meant = typeof option === 'function' && typeof multiplier === 'number';
  return meant ? { field: own, multiplier } : { field: own };
}
