/** Stops an operation whose answer grows beyond the limit, whatever its estimate. */

import {
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { AnswerSize } from '../../schema/kit/context.ts';
import type { WrittenResult } from '../execution/execute.ts';
import { figure, refusal } from '../kit/refusal.ts';
import { limits } from './limits.ts';

/** The size of one answer during execution. */
export interface GrowingAnswer extends AnswerSize {
  /** The values so far. */
  readonly values: number;
  /** The error once the limit is exceeded; undefined before. */
  readonly excess: GraphQLError | undefined;
}

/** Counts the values of one answer: each item of a list, and each field selected on it. */
export function growingAnswer(): GrowingAnswer {
  let values = 0;
  let excess: GraphQLError | undefined;
  return {
    get values() {
      return values;
    },
    get excess() {
      return excess;
    },
    check() {
      if (excess) throw excess;
    },
    restart() {
      if (!excess) values = 0;
    },
    take(items, info) {
      values += items * valuesOfItem(info);
      if (values <= limits.values) return;
      excess ??= tooLarge(`more than ${figure(limits.values)} values`, pathOf(info));
      throw excess;
    },
  };
}

/** A result, or the error of one that exceeds the limits on its size. */
export function bounded(result: WrittenResult, { excess }: GrowingAnswer): WrittenResult {
  const reason = excess ?? (result.stringify ? tooLongText(result.stringify()) : tooLong(result.data));
  return reason ? { errors: [reason] } : result;
}

function tooLongText({ length }: string): GraphQLError | undefined {
  return length > limits.answerCharacters ? tooManyCharacters() : undefined;
}

function tooManyCharacters(): GraphQLError {
  return tooLarge(`more than ${figure(limits.answerCharacters)} characters`);
}

/** The error for an answer that is too long to be sent, else undefined. Texts and names count by their characters. */
export function tooLong(data: unknown): GraphQLError | undefined {
  let left: number = limits.answerCharacters;
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') left -= value.length + 2;
    else if (typeof value !== 'object' || value === null) left -= 4;
    else if (Array.isArray(value)) {
      left -= value.length + 2;
      for (const item of value) waiting.push(item);
    } else {
      for (const [name, item] of Object.entries(value)) {
        left -= name.length + 4;
        waiting.push(item);
      }
    }
    if (left < 0) return tooManyCharacters();
  }
  return undefined;
}

function tooLarge(what: string, path?: string): GraphQLError {
  const most = path ? ` Most came from \`${path}\`.` : '';
  return refusal(
    'ANSWER_TOO_LARGE',
    `The answer has ${what}, the most there may be.${most} Ask for smaller pages, shorter lists or fewer fields, or take an export.`,
  );
}

/** The names of the fields that lead to a list. */
function pathOf({ path }: GraphQLResolveInfo): string {
  const names: string[] = [];
  for (let step: typeof path | undefined = path; step; step = step.prev)
    if (typeof step.key === 'string') names.unshift(step.key);
  return names.join('.');
}

/** Values of an item by the node of its field; parsed documents are cached, so their counts are too. */
const counted = new WeakMap<object, number>();

/** The number of values of one list item; lists within it are counted when they are resolved. */
function valuesOfItem({ fieldNodes, returnType, fragments, schema }: GraphQLResolveInfo): number {
  const [first] = fieldNodes;
  const known = first && counted.get(first);
  if (known !== undefined) return known;
  const composite = (name: string) => {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };

  function valuesIn(set: SelectionSetNode, type: ReturnType<typeof composite>): number {
    let values = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        values += 1;
        const field = type && !isUnionType(type) ? type.getFields()[node.name.value] : undefined;
        if (!node.selectionSet || !field || isListType(getNullableType(field.type))) continue;
        values += valuesIn(node.selectionSet, composite(getNamedType(field.type).name));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? composite(node.typeCondition.name.value) : type;
        values += valuesIn(node.selectionSet, on);
      } else {
        const fragment: FragmentDefinitionNode | undefined = fragments[node.name.value];
        if (fragment) values += valuesIn(fragment.selectionSet, composite(fragment.typeCondition.name.value));
      }
    }
    return values;
  }

  const type = composite(getNamedType(returnType).name);
  const values =
    1 +
    fieldNodes.reduce((sum, { selectionSet }) => sum + (selectionSet ? valuesIn(selectionSet, type) : 0), 0);
  if (first) counted.set(first, values);
  return values;
}
