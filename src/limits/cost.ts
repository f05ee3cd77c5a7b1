/** Estimates how many values the chosen operation may return and how much work it may take, once its variables are known. */

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
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { badInput } from '../../schema/kit/errors.ts';
import type { Growth, Sizes } from '../../schema/kit/growth.ts';
import { figure } from '../kit/refusal.ts';
import { introspectionGrowth } from './introspection.ts';
import { assumed, limits } from './limits.ts';

type Args = Readonly<Record<string, unknown>>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** An estimate: values of the graph including work, values of introspection, and the path of the largest part. */
export interface Cost {
  readonly values: number;
  /** Of these, the work besides what is returned. */
  readonly work: number;
  readonly introspection: number;
  /** How often the schema or a type of it is selected. */
  readonly introspections: number;
  /** The path of the fields that make up the largest part, such as `payers.policies`. */
  readonly largestPart: string;
}

interface Part {
  readonly values: number;
  readonly path: string;
}

/** The objects on which a selection is resolved. */
interface Level {
  /** How many there may be. */
  readonly objects: number;
  /** Whether all of them are distinct: together they then lead to no more objects than exist. */
  readonly distinct: boolean;
  /** Where these are connections: the items of the pages of all objects together. */
  readonly page?: number;
  /** Where these are connections: rows over all pages, weighted by how scattered they are stored. */
  readonly reach?: number;
  /** Lengths of lists that follow from arguments of fields above, by coordinate. */
  readonly lengths: Readonly<Record<string, number>>;
}

const nothing: Part = { values: 0, path: '' };

/** The sizes where there is no release. */
const unmeasured: Sizes = { rows: () => undefined, most: () => undefined, things: () => undefined };

/**
 * Walks one operation from the root, with the possible number of objects at each level. A field costs one value for each
 * object, and more where it declares work (see schema/kit/growth.ts). The length of a list follows from the sizes of the
 * release, or is assumed where it was not measured. Throws bad input, as the schema would, when a page or a list argument
 * is too large.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Args,
  measured: Sizes | undefined,
): Cost {
  const root = schema.getRootType(operation.operation);
  if (!root) return { values: 0, work: 0, introspection: 0, introspections: 0, largestPart: '' };
  const sizes = measured ?? unmeasured;
  const ofIntrospection = introspectionGrowth(schema);
  let introspection = 0;
  let introspections = 0;
  let allWork = 0;

  function selections(set: SelectionSetNode, type: GraphQLCompositeType, level: Level): Part {
    let values = 0;
    let largest = nothing;
    for (const node of set.selections) {
      let part = nothing;
      if (node.kind === Kind.FIELD) part = field(node, type, level);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? composite(node.typeCondition.name.value) : type;
        part = selections(node.selectionSet, on ?? type, level);
      } else {
        const fragment = fragments[node.name.value];
        const on = fragment && composite(fragment.typeCondition.name.value);
        if (fragment && on) part = selections(fragment.selectionSet, on, level);
      }
      values += part.values;
      if (part.values > largest.values) largest = part;
    }
    return { values, path: largest.path };
  }

  function field(node: FieldNode, type: GraphQLCompositeType, level: Level): Part {
    const name = node.name.value;
    const meta = name === '__schema' ? SchemaMetaFieldDef : name === '__type' ? TypeMetaFieldDef : undefined;
    const definition = meta ?? (isUnionType(type) ? undefined : type.getFields()[name]);
    if (!definition) return { values: level.objects, path: name };
    const args = getArgumentValues(definition, node, variables);
    for (const [argument, value] of Object.entries(args)) checkLists(value, argument, name);
    const growth = ofIntrospection.get(`${type.name}.${name}`) ?? growthOf(definition);
    const below = belowOf(definition, type.name, growth, args, level);
    const work = level.objects * (growth?.work?.(sizes, args, below.reach ?? level.reach ?? 0) ?? 0);
    allWork += work;
    const inner = selected(node, definition.type, below);
    // An empty list is a value too.
    const items = isListType(getNullableType(definition.type))
      ? Math.max(level.objects, below.objects)
      : level.objects;
    const part: Part = {
      values: items + work + inner.values,
      path: inner.path ? `${name}.${inner.path}` : name,
    };
    if (!meta) return part;
    introspection += part.values;
    introspections += 1;
    return nothing;
  }

  /** The level below a field. */
  function belowOf(
    definition: GraphQLField<unknown, unknown>,
    type: string,
    growth: Growth<Args> | undefined,
    args: Args,
    level: Level,
  ): Level {
    const { objects, distinct } = level;
    const coordinate = `${type}.${definition.name}`;
    const lengths = growth?.below ? { ...level.lengths, ...growth.below(sizes, args) } : level.lengths;
    const things = sizes.things(itemTypeOf(definition.type));
    const total = growth?.total?.(sizes) ?? things;
    /** Whether the items are distinct, so that there are no more than exist. */
    const once = distinct && growth?.eachOnce !== false;
    const bounded = (items: number) => (once && total !== undefined ? Math.min(items, total) : items);
    const items = lengths[coordinate] ?? growth?.items?.(sizes, args, type);
    const eachOnce = growth?.eachOnce === undefined ? objects <= 1 : growth.eachOnce && distinct;
    const size = pageSize(definition, args);
    if (size !== undefined) {
      const all = items ?? total ?? size;
      const page = bounded(objects * Math.min(size, all));
      const reach = objects > 0 ? (bounded(objects * all) / objects) * (growth?.scattered ?? 1) : 0;
      return { objects, distinct: eachOnce, page, reach, lengths };
    }
    if (!isListType(getNullableType(definition.type))) return { objects, distinct: objects <= 1, lengths };
    if (level.page !== undefined && isPage(definition.name))
      return { objects: level.page, distinct, lengths };
    // A root list without declared growth has all objects of its type.
    const ofRoot = type === root?.name ? things : undefined;
    const length = items ?? ofRoot ?? Math.max(assumed.listItems, longestList(args));
    return { objects: bounded(objects * length), distinct: eachOnce, lengths };
  }

  function selected(node: FieldNode, type: GraphQLOutputType, level: Level): Part {
    const named = getNamedType(type);
    if (!node.selectionSet || !isCompositeType(named)) return nothing;
    return selections(node.selectionSet, named, level);
  }

  function composite(name: string): GraphQLCompositeType | undefined {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  const part = selections(operation.selectionSet, root, { objects: 1, distinct: true, lengths: {} });
  // Work is a fraction of values, but clients expect a whole number.
  return {
    values: Math.ceil(part.values),
    work: allWork,
    introspection,
    introspections,
    largestPart: part.path,
  };
}

/** Only `edges` and `nodes` have the items of a page, so that `edges { node }` is not counted twice. */
function isPage(name: string): boolean {
  return name === 'edges' || name === 'nodes';
}

/** The item type of a list or a connection. */
function itemTypeOf(type: GraphQLOutputType): string {
  return getNamedType(type).name.replace(/Connection$/, '');
}

/** The requested page size of a field; undefined when it has no pages. */
function pageSize({ name, args: defined }: GraphQLField<unknown, unknown>, args: Args): number | undefined {
  const sides = ['first', 'last'].filter((side) => defined.some((arg) => arg.name === side));
  if (sides.length === 0) return undefined;
  let largest: number | undefined;
  for (const side of sides) {
    const size = args[side];
    if (typeof size !== 'number') continue;
    if (size < 0 || size > limits.pageItems) {
      const range = `from 0 to ${limits.pageItems}; it is ${size}`;
      throw badInput(side, `\`${side}\` of \`${name}\` must be ${range}. Page on with a cursor.`);
    }
    // Both may be given, one of them by default.
    largest = Math.max(largest ?? 0, size);
  }
  return largest ?? assumed.pageItems;
}

/** Limits lists within a value. Deep nesting was refused before: by `checkDepth` of read-request.ts and the limit on tokens. */
function checkLists(value: unknown, argument: string, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > limits.listItems) {
    const found = `holds a list of ${figure(value.length)} items; the most is ${figure(limits.listItems)}`;
    throw badInput(argument, `\`${argument}\` of \`${name}\` ${found}. Ask in several requests.`);
  }
  for (const item of Object.values(value)) checkLists(item, argument, name);
}

/** The length of the longest list in a value, input objects included; 0 where there is none. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Math.max(own, ...Object.values(value).map(longestList));
}

/** The growth that the schema declares for a field. */
function growthOf({ extensions }: GraphQLField<unknown, unknown>): Growth<Args> | undefined {
  return extensions.growth as Growth<Args> | undefined; // set only by `grows`
}
