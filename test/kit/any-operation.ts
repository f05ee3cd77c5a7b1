/** Operations that are generated from the schema: any field, argument, fragment, alias and variable that it has. */

import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { schema } from '../../schema/index.ts';
import { nodeTypes } from './walk.ts';

/** An operation and its variables. */
export interface AnyOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A number below another one. */
type Below = (size: number) => number;

const ids = nodeTypes
  .flatMap(({ ids: some }) => [some.at(0), some.at(-1), some.at(some.length >> 1)])
  .flatMap((id) => id ?? []);

/** Texts that arguments mean something by, and some that they do not. */
const texts = [
  ...[
    '77090',
    '77092',
    '77080',
    '77080-26',
    '93000',
    'G9547',
    '00000',
    'aetna',
    'medicare',
    'cigna',
    'tbs',
    'osteoporosis',
  ],
  ...[
    '11',
    '22',
    '26',
    'TC',
    'M81.0',
    '60601',
    'NJ',
    '',
    '?',
    'BillingCode',
    'CoverageStatement',
    'é"\\\u2028',
  ],
];
const days = ['2025-10-15', '2026-11-24', '2019-06-01', '2031-01-01', '2025-02-30'];
const moments = ['2026-11-24T00:00:00Z', '2020-01-01T00:00:00Z', 'yesterday'];

const depth = 5;

/** Any operation on the graph. Most are answered; some values are refused. */
export const anyOperation: fc.Arbitrary<AnyOperation> = fc.gen().map((gen) => {
  const below: Below = (size) => gen(fc.nat, { max: Math.max(0, size - 1) });
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T; // none of the lists is empty
  const seldom = () => below(6) === 0;
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  let aliases = 0;

  function leafOf(type: GraphQLNamedType, name: string): unknown {
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (type.name === 'Boolean') return below(2) === 0;
    if (type.name === 'Int') return ['first', 'last', 'limit'].includes(name) ? below(5) : below(120);
    if (type.name === 'Float') return below(50) / 2;
    if (type.name === 'Date') return pick(days);
    if (type.name === 'DateTime') return pick(moments);
    if (type.name === 'ID') return pick([...ids, ...texts]);
    if (type.name === '_Any') return { __typename: 'BillingCode', id: pick(ids) };
    return pick(texts);
  }

  function anyValue(input: GraphQLInputType, name: string, level = 0): unknown {
    const type = getNullableType(input);
    if (isListType(type))
      return Array.from({ length: 1 + below(3) }, () => anyValue(type.ofType, name, level));
    if (!isInputObjectType(type)) return leafOf(type, name);
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequired(field) || (level < 2 && below(3) === 0),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, anyValue(field.type, field.name, level + 1)]),
    );
  }

  function argument({ name, type }: GraphQLArgument): string {
    const variable = `v${declared.length}`;
    const value = anyValue(type, name);
    if (below(2) === 0 && getNamedType(type).name !== '_Any')
      return `${name}: ${literal(value, getNullableType(type))}`;
    declared.push(`$${variable}: ${type}`);
    variables[variable] = value;
    return `${name}: $${variable}`;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, level: number): string {
    const args = field.args.filter((arg) => isRequiredArgument(arg) || below(4) === 0).map(argument);
    // With arguments of its own it is another field of the answer; without, the same may come twice and is merged.
    const alias = args.length > 0 ? `a${++aliases}: ` : seldom() ? `a${below(3)}${field.name}: ` : '';
    const directive = below(60) === 0 ? ` @${pick(['include', 'skip'])}(if: ${pick(['true', 'false'])})` : '';
    const type = getNamedType(field.type);
    const inner = isLeafType(type) ? '' : ` ${selection(type, level + 1)}`;
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
  }

  function selection(type: GraphQLNamedType, level: number): string {
    const parts: string[] = seldom() ? ['__typename'] : [];
    const fields =
      isUnionType(type) || !('getFields' in type)
        ? []
        : Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>);
    const allowed = fields.filter(
      ({ name, type: of }) =>
        (level < depth || isLeafType(getNamedType(of))) && !name.startsWith('__') && name !== '_service',
    );
    for (let i = 0; i <= below(level === 0 ? 2 : 5) && allowed.length > 0; i++)
      parts.push(fieldText(pick(allowed), level));
    if (isAbstractType(type) && level < depth) {
      const some = Array.from({ length: 1 + below(3) }, () => pick(schema.getPossibleTypes(type)));
      for (const on of some) parts.push(fragment(on, level));
    } else if (isObjectType(type) && level > 0 && level < depth && seldom())
      parts.push(fragment(type, level));
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  function fragment(on: GraphQLNamedType, level: number): string {
    const inner = selection(on, level + 1);
    if (below(2) === 0) return `... on ${on.name} ${inner}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${on.name} ${inner}`);
    return `...${name}`;
  }

  const query = schema.getQueryType();
  const body = query ? selection(query, 0) : '';
  const head = declared.length > 0 ? `query Any(${declared.join(', ')}) ` : '';
  return { document: [`${head}${body}`, ...fragments].join('\n'), variables };
});

function isRequired({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean {
  return getNullableType(type) !== type && defaultValue === undefined;
}

/** A value as GraphQL writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  const own = getNullableType(type);
  if (Array.isArray(value))
    return `[${value.map((item) => literal(item, isListType(own) ? own.ofType : own)).join(', ')}]`;
  if (isEnumType(own)) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = isInputObjectType(own) ? own.getFields() : {};
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${name}: ${literal(item, (fields[name]?.type ?? own) as GraphQLInputType)}`)
    .join(', ')} }`;
}
