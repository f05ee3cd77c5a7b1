/** Federation keys: what a reference must contain for an entity to be found by it. */

import {
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Reference } from '../kit/entity.ts';
import { badInput } from '../kit/errors.ts';

/** A key: its text, as the SDL has it, and its fields. */
export interface Key {
  readonly text: string;
  readonly fields: readonly FieldNode[];
}

/** Reads a key, such as `payer { slug } number`. */
export function keyOf(text: string): Key {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return { text, fields: fieldsOf((operation as OperationDefinitionNode).selectionSet) };
}

function fieldsOf(selection: SelectionSetNode | undefined): readonly FieldNode[] {
  return (selection?.selections ?? []).filter((node) => node.kind === Kind.FIELD);
}

/**
 * The reference with the fields of the first key that it contains, each of the expected type. Null when a field of
 * that key is null and no entity has it null: nothing can be found by it. Throws bad input when it contains no key,
 * or a value of another type.
 */
export function referenceOf(
  type: GraphQLObjectType,
  keys: readonly Key[],
  reference: Reference,
  at: string,
): Reference | null {
  let answer: Reference | null | undefined;
  for (const { fields } of keys) {
    const found = known(type, fields, reference, at);
    if (found) return { __typename: type.name, ...found };
    if (found === null) answer = null;
  }
  if (answer === null) return null;
  const choice = keys.map(({ text }) => `"${text}"`).join(' or ');
  throw badInput(at, `${at} holds no key of ${type.name}. Give the fields of ${choice}.`);
}

/**
 * The given fields of a reference: undefined when one is missing, null when one is null that never is in an entity.
 * Routers differ in whether they send a field that is null.
 */
function known(
  type: GraphQLObjectType,
  fields: readonly FieldNode[],
  reference: Reference,
  at: string,
): Reference | null | undefined {
  const found: Record<string, unknown> = {};
  let empty = false;
  for (const node of fields) {
    const name = node.name.value;
    const value = Object.hasOwn(reference, name) ? reference[name] : undefined;
    const never = isNonNullType(type.getFields()[name]?.type);
    if (value === undefined && never) return undefined;
    const inner = value == null ? null : takenAs(type, node, value, `${at}.${name}`);
    if (inner === undefined) return undefined;
    if (inner === null && (value != null || never)) empty = true;
    found[name] = inner;
  }
  return empty ? null : found;
}

function takenAs(type: GraphQLObjectType, node: FieldNode, value: unknown, at: string): unknown {
  const expected = getNamedType(type.getFields()[node.name.value]?.type);
  if (isObjectType(expected) && typeof value === 'object' && !Array.isArray(value))
    return known(expected, fieldsOf(node.selectionSet), value as Reference, at);
  try {
    if (isLeafType(expected)) return expected.parseValue(value);
  } catch {
    // The error below names the field of the reference.
  }
  throw badInput(
    at,
    `${at}: expected a value of ${String(expected)}, got ${String(JSON.stringify(value)).slice(0, 80)}.`,
  );
}
