/** Reads the parameters of a URL as an input of the graph, checked by the schema as an argument would be. */

import {
  coerceInputValue,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  getNullableType,
  isInputObjectType,
  isListType,
  parseType,
  typeFromAST,
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

/** How some parameters are read that are lists. */
interface ListReading {
  /** Those whose items have commas: each is given in a parameter of its own. */
  readonly whole: ReadonlySet<string>;
  /** Those that may be empty. */
  readonly empty: ReadonlySet<string>;
}

/** Side by side: all fields of some inputs, none of which is required, and others by their types. */
interface SideBySide {
  readonly inputs: readonly string[];
  readonly others: Readonly<Record<string, string>>;
}

/** The same of fields that are in no input together. */
export function readSideBySide(
  given: URLSearchParams,
  { inputs, others }: SideBySide,
  lists: ListReading,
): unknown {
  const ofInputs = inputs.flatMap((input) => Object.values(inputType(input).getFields()));
  const fields = [
    ...ofInputs.map(({ name, type, defaultValue }) => [name, { type: getNullableType(type), defaultValue }]),
    ...Object.entries(others).map(([name, type]) => [name, { type: typeFromAST(schema, parseType(type)) }]),
  ];
  return readAs(
    given,
    new GraphQLInputObjectType({ name: 'SideBySide', fields: Object.fromEntries(fields) }),
    lists,
  );
}

const pageArguments: ReadonlySet<string> = new Set(['after', 'before', 'first', 'last']);

function readAs(given: URLSearchParams, type: GraphQLInputObjectType, lists?: ListReading): unknown {
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
    const field = fields[name]?.type;
    const isList = field && isListType(getNullableType(field));
    const values = given.getAll(name);
    if (isList && lists?.empty.has(name) && values.join('') === '') value[name] = [];
    else {
      const items = itemsOf(name, (field && !isList) || lists?.whole.has(name) ? values : separated(values));
      if (isList) value[name] = items;
      else if (items.length !== 1)
        throw badInput(name, `${name} is given ${items.length} times: give it once.`);
      else if (field) value[name] = getNullableType(field) === GraphQLInt ? wholeFrom(items) : items[0];
      else asOf[name] = items[0] ?? '';
    }
  }
  return coerceInputValue({ ...value, asOf }, type, (path, _value, error) => {
    const [name] = path.filter((step) => step !== 'asOf');
    throw badInput(String(name), `${name}: ${error.message}`);
  });
}

/** A number as a value of the graph; a text that is none stays what it is, and is refused as such. */
const wholeFrom = ([text = '']: readonly string[]) => (/^-?\d+$/.test(text) ? Number(text) : text);

/** The error with the name of the parameter: `types` for the graph's `filter.types`. */
export function asParameter(error: GraphQLError): GraphQLError {
  const { field } = error.extensions;
  if (typeof field !== 'string') return error;
  const name = field.replace(/^(?:filter|input|near|asOf)\./, '');
  const message = error.message.startsWith(field)
    ? `${name}${error.message.slice(field.length)}`
    : error.message;
  return new GraphQLError(message, { extensions: { ...error.extensions, field: name } });
}

const separated = (values: readonly string[]) => values.flatMap((value) => value.split(','));

function itemsOf(name: string, values: readonly string[]): string[] {
  const items = values.map((item) => item.trim());
  if (items.includes(''))
    throw badInput(name, `${name} has an empty item: give values separated by commas, or leave it out.`);
  return items;
}

function inputType(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`The graph has no input ${name}.`);
  return type;
}
