/** Reads the parameters of a URL as an input of the graph, checked by the schema as an argument would be. */

import {
  coerceInputValue,
  GraphQLError,
  GraphQLInputObjectType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { schema } from '../../schema/index.ts';
import { badInput } from '../../schema/kit/errors.ts';

/** Reads the fields of an input object from parameters of the same names, and those of its `asOf` at the same level. */
export const readParameters = (given: URLSearchParams, input: string): unknown =>
  readAs(given, inputType(input));

/** The same of the arguments of a connection of the query root; those of its pages are none of them. */
export function readArguments(given: URLSearchParams, root: string): unknown {
  const field = schema.getQueryType()?.getFields()[root];
  if (!field) throw new Error(`The graph has no root field ${root}.`);
  const fields = field.args
    .filter(({ name }) => !pageArguments.has(name))
    .map(({ name, type }) => [name, { type }]);
  return readAs(given, new GraphQLInputObjectType({ name: root, fields: Object.fromEntries(fields) }));
}

const pageArguments: ReadonlySet<string> = new Set(['after', 'before', 'first', 'last']);

function readAs(given: URLSearchParams, type: GraphQLInputObjectType): unknown {
  const fields = type.getFields();
  const days = Object.keys(inputType('AsOfInput').getFields());
  const names = [...Object.keys(fields).filter((name) => name !== 'asOf'), ...days];
  const value: Record<string, unknown> = {};
  const asOf: Record<string, string> = {};
  for (const name of new Set(given.keys())) {
    if (!names.includes(name)) {
      const unknown = JSON.stringify(name.slice(0, 80));
      throw badInput(name, `There is no parameter ${unknown}; give any of ${names.join(', ')}.`);
    }
    const items = itemsOf(name, given.getAll(name));
    const field = fields[name]?.type;
    if (field && isListType(getNullableType(field))) value[name] = items;
    else if (items.length === 1) asOf[name] = items[0] ?? '';
    else throw badInput(name, `${name} is given ${items.length} times: give it once.`);
  }
  return coerceInputValue({ ...value, asOf }, type, (path, _value, error) => {
    const [name] = path.filter((step) => step !== 'asOf');
    throw badInput(String(name), `${name}: ${error.message}`);
  });
}

/** The error with the name of the parameter: `types` for the graph's `filter.types`. */
export function asParameter(error: GraphQLError): GraphQLError {
  const { field } = error.extensions;
  if (typeof field !== 'string') return error;
  const name = field.replace(/^(?:filter|input|asOf)\./, '');
  const message = error.message.startsWith(field)
    ? `${name}${error.message.slice(field.length)}`
    : error.message;
  return new GraphQLError(message, { extensions: { ...error.extensions, field: name } });
}

function itemsOf(name: string, values: readonly string[]): string[] {
  const items = values.flatMap((value) => value.split(',')).map((item) => item.trim());
  if (items.includes(''))
    throw badInput(name, `${name} has an empty item: give values separated by commas, or leave it out.`);
  return items;
}

function inputType(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`The graph has no input ${name}.`);
  return type;
}
