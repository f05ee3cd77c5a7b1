/** Executed level by level, an operation has the answer of the ordinary executor: the same bytes, errors and order of keys. */

import { normalizedExecutor } from '@graphql-tools/executor';
import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { sizesOf } from '../../../schema/kit/growth.ts';
import { executeByLevel, executed } from '../../../src/execution/execute.ts';
import { growingAnswer } from '../../../src/limits/answer-size.ts';
import { costOf } from '../../../src/limits/cost.ts';
import { limits } from '../../../src/limits/limits.ts';
import { type AnyOperation, anyOperation } from '../../kit/any-operation.ts';
import { noon, observed, release } from '../../kit/graph.ts';
import { questionFile, questions } from '../../kit/questions.ts';

/** Seconds for which operations are generated: CI gives a minute. Without it there are a few. */
const seconds = Number(process.env.GENERATE_SECONDS ?? 0);

/** Where the generator begins: the same everywhere, so that a gate fails for a change and not by chance; another one finds more. */
const seed = Number(process.env.GENERATE_SEED ?? 1);

const contextOf = () => ({ ...graphContext(release, new Headers(), noon), answerSize: growingAnswer() });

/** What of an operation an executor gets; undefined where it is refused before, as where two fields of one name differ. */
function argsOf({ document: text, variables }: AnyOperation) {
  const document = parse(text);
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return undefined;
  const operation = getOperationAST(document);
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (!operation || !coerced || isTooCostly(document, operation, coerced)) return undefined;
  return { args: { schema, document, variableValues: variables } as ExecutionArgs, coerced };
}

/** Whether it is refused by its estimate, on which the limit of the size of an answer rests. What is bad input gets past it. */
function isTooCostly(
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const fragments = Object.fromEntries(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  try {
    return costOf(schema, operation, fragments, variables, sizesOf(release)).values > limits.cost;
  } catch {
    return false;
  }
}

const ordinary = async (args: ExecutionArgs) => (await normalizedExecutor(args)) as ExecutionResult;

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { readonly path: readonly (string | number)[] }[];
}

/** Whether an error is within what is null anyway. How many of these are reported depends on what was read first. */
function isWithinNull({ data }: Answer, { path }: { readonly path: readonly (string | number)[] }): boolean {
  let value = data;
  for (const key of path) {
    if (value === null) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
}

/** An answer as it is sent; where parts of it are null for errors, with the errors that lead to them in the order of the text. */
function asSent(result: ExecutionResult & { stringify?: () => string }): string {
  const text = result.stringify?.() ?? JSON.stringify({ data: result.data, errors: result.errors });
  if (!result.errors) return text;
  const answer = JSON.parse(text) as Answer;
  const errors = answer.errors
    ?.filter((error) => !isWithinNull(answer, error))
    .map((error) => JSON.stringify(error));
  return JSON.stringify({ data: answer.data, errors: errors?.sort() });
}

/** The answers of both. */
async function answers(operation: AnyOperation) {
  const found = argsOf(operation);
  if (!found) return undefined;
  const { args, coerced } = found;
  const byLevel = await executed({ ...args, contextValue: contextOf() }, coerced, ordinary);
  const expected = await ordinary({ ...args, contextValue: contextOf() });
  return { byLevel: asSent(byLevel), expected: asSent(expected), failed: expected.errors !== undefined };
}

describe('every question of the examples', () => {
  test.each(questions)('%s', async (path) => {
    const document = questionFile(path.split('/')[1] ?? '', 'graphql');
    const found = await answers({ document, variables: {} });
    expect(found?.byLevel).toBe(found?.expected);
  });
});

/** The text of a query that is executed level by level; undefined where it is left to the ordinary executor. */
function byLevelAlone(document: string, context = contextOf()) {
  const found = argsOf({ document, variables: {} });
  return found && executeByLevel({ ...found.args, contextValue: context }, found.coerced);
}

describe('what is left to the ordinary executor', () => {
  test.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['an error', '{ payer(slug: "nobody") { slug } }'],
    ['a value that cannot be used', '{ payer(slug: "aetna") { coverage(first: 101) { totalCount } } }'],
  ])('%s', async (_, document) => {
    expect(await byLevelAlone(document)).toBeUndefined();
  });

  test('an object of a type that may not stand there', async () => {
    const typed = buildSchema(
      'interface Named { name: String } type Thing implements Named { name: String } type Other { name: String } type Query { one: Named }',
    );
    const document = parse('{ one { name } }');
    const answer = (type: string) => {
      Object.assign(typed.getType('Named') ?? {}, { resolveType: () => type });
      Object.assign(typed.getQueryType()?.getFields().one ?? {}, { resolve: () => ({ name: 'x' }) });
      return executeByLevel({ schema: typed, document, contextValue: {} }, {});
    };
    expect(await answer('Other')).toBeUndefined();
    expect(await answer('Thing')).toBe('{"one":{"name":"x"}}');
  });

  test('and nothing else: types by interface and union, aliases, fragments and lists are not', async () => {
    const document =
      'query { one: payer(slug: "aetna") { ...P coverage(first: 1) { nodes { __typename ... on Statement { id } } } } searchEntities(text: "bone", first: 2) { nodes { entity { id ... on Payer { slug } } } } } fragment P on Payer { slug label }';
    expect(await byLevelAlone(document)).toContain('"one":{"slug":"aetna","label":"Aetna","coverage"');
  });
});

test('what is skipped or included by a variable is so in every request', async () => {
  const document =
    'query ($more: Boolean!) { payer(slug: "aetna") { slug ... @include(if: $more) { label } kind @skip(if: $more) } }';
  for (const more of [true, false, true]) {
    const found = await answers({ document, variables: { more } });
    expect(found?.byLevel).toBe(found?.expected);
    expect(found?.byLevel.includes('"label"')).toBe(more);
  }
});

test('the statements that are run depend on what is selected, and not on how many objects there are', async () => {
  const query = (codings: readonly string[]) =>
    `{ billingCodes(codings: ${JSON.stringify(codings)}) { code feeSchedule { nonFacilityAmount } coverage { nodes { payer { slug } policyVersion { id } code { code } citations { source { id } } } } } }`;
  const one = await observed(() => Promise.resolve(byLevelAlone(query(['77090']))));
  const many = await observed(() =>
    Promise.resolve(byLevelAlone(query(['77080', '77081', '77085', '77086', '77089', '77090', '77092']))),
  );
  expect(many.answer?.length).toBeGreaterThan(3 * (one.answer?.length ?? 0));
  expect(many.runs).toHaveLength(one.runs.length);
});

test('items of lists that are read for a whole level count towards the size of the answer', async () => {
  const context = contextOf();
  const taken: number[] = [];
  const answerSize = { ...context.answerSize, take: (items: number) => void taken.push(items) };
  const document =
    '{ billingCode(code: "77090") { coverage(first: 3) { nodes { id citations { role } } } } }';
  const text = await byLevelAlone(document, { ...context, answerSize });
  const cited = text?.match(/"role"/g)?.length;
  expect(taken).toEqual([3, cited]);
});

test(
  'any operation',
  async () => {
    let byLevel = 0;
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(anyOperation, async (operation) => {
        const found = await answers(operation);
        if (!found) return;
        expect(found.byLevel).toBe(found.expected);
        if (found.failed) return;
        answered += 1;
        const args = argsOf(operation);
        if (
          args &&
          (await executeByLevel({ ...args.args, contextValue: contextOf() }, args.coerced)) !== undefined
        )
          byLevel += 1;
      }),
      seconds > 0
        ? { seed, numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false }
        : { seed, numRuns: 100 },
    );
    // All that is answered without an error is executed level by level: else nothing was compared.
    expect([answered > 0, byLevel]).toEqual([true, answered]);
  },
  60_000 + seconds * 1000,
);
