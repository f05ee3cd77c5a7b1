/** Applies the limits to every operation: to its text, its shape, and last its estimated cost. */

import {
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Sizes, sizesOf } from '../../schema/kit/growth.ts';
import { executed } from '../execution/execute.ts';
import { busy, figure, late, refusal } from '../kit/refusal.ts';
import { currentRequest } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { bounded, type GrowingAnswer } from './answer-size.ts';
import { type Cost, costOf } from './cost.ts';
import { checkDocumentSize } from './document-size.ts';
import { type ExecuteLarge, largeOperation } from './large-operation.ts';
import { limits } from './limits.ts';
import { createPastRuns } from './past-runs.ts';
import type { Queue } from './queue.ts';
import { turnOf } from './turn.ts';

/** Where operations run. */
export interface Running {
  readonly queue: Queue;
  readonly executeLarge: ExecuteLarge;
  /** Milliseconds that an operation may run. */
  readonly deadlineMs: number;
}

/**
 * The Yoga plugin that refuses what exceeds `limits`, lets operations take turns, and leaves large ones to
 * `executeLarge`. The limit on introspection is measured on the schema.
 */
export function guard(schema: GraphQLSchema, { queue, executeLarge, deadlineMs }: Running): Plugin {
  const introspection = limits.introspections * standardIntrospection(schema);
  // Parsed documents that passed; Yoga caches parsed documents, so each is walked once however often it comes.
  const shapely = new WeakSet<object>();
  const pastRuns = createPastRuns();

  return {
    onParams({ params }) {
      const length = params.query?.length ?? 0;
      if (length <= limits.documentCharacters) return;
      const found = `The document has ${figure(length)} characters`;
      const limit = `the limit is ${figure(limits.documentCharacters)}`;
      throw refusal('DOCUMENT_TOO_LONG', `${found}; ${limit}. Remove comments or split it.`, 413);
    },

    onParse({ setParseFn }) {
      setParseFn(parseWithinLimits);
      return ({ result }) => {
        if (!result || result instanceof Error || shapely.has(result)) return;
        checkDocumentSize(result);
        shapely.add(result);
      };
    },

    onValidate({ setValidationFn }) {
      setValidationFn(((graph, document, rules, _options, typeInfo) =>
        validate(
          graph,
          document,
          rules,
          { maxErrors: limits.validationErrors },
          typeInfo,
        )) as typeof validate);
    },

    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const verdict = judge(args, introspection);
      if ('errors' in verdict) {
        setResultAndStopExecution(verdict);
        return undefined;
      }
      const request = currentRequest.getStore();
      const isLarge = verdict.cost > limits.inFront || verdict.work > limits.workInFront;
      const tookLong = !isLarge && request !== undefined && pastRuns.tookLong(request, verdict.cost);
      const large = isLarge || tookLong ? largeOperation(args, verdict) : undefined;
      if (large) {
        setExecuteFn(async () => {
          const result = await executeLarge(large);
          if (request && tookLong) pastRuns.note(request, verdict.cost);
          return result;
        });
        return undefined; // bounded by its worker
      }
      const execute = (given: ExecutionArgs) => executed(given, verdict.variables, executeFn);
      const turn = turnOf(request, deadlineMs, () => late(deadlineMs, verdict.largestPart));
      if (verdict.cost > limits.atOnce) {
        const wanted = () => !request?.abandoned;
        setExecuteFn(async (given: ExecutionArgs) => {
          const work = () => {
            turn.begin();
            return execute(given);
          };
          return (await queue.run(verdict.cost, wanted, work)) ?? { errors: [busy()] };
        });
      } else {
        turn.begin();
        setExecuteFn(execute);
      }
      return {
        onExecuteDone({ result, setResult }) {
          const refused = turn.end();
          if (request) pastRuns.note(request, verdict.cost);
          if (Symbol.asyncIterator in result) return;
          const { answerSize } = args.contextValue as Partial<Bounded>;
          if (request && answerSize) request.values = answerSize.values;
          if (refused) setResult({ errors: [refused] });
          else if (answerSize) setResult(bounded(result, answerSize));
        },
      };
    },

    onSubscribe({ args, setResultAndStopExecution }) {
      const verdict = judge(args, introspection);
      if ('errors' in verdict) setResultAndStopExecution(verdict);
    },
  };
}

function parseWithinLimits(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    // The parser recurses for every bracket; some thousands of them overflow the stack.
    if (error instanceof RangeError) throw refusal('TOO_DEEP', 'The document nests too deeply. Nest less.');
    if (!(error instanceof GraphQLError) || !error.message.includes('Parsing aborted')) throw error;
    const limit = figure(limits.tokens);
    throw refusal(
      'TOO_MANY_TOKENS',
      `The document has more than ${limit} tokens. Ask for less, or split it.`,
    );
  }
}

/** A context with a limit on the size of its answer. */
interface Bounded {
  readonly answerSize: GrowingAnswer;
}

interface Estimate {
  /** The variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  /** Of that, the work besides what is returned. */
  readonly work: number;
  readonly largestPart: string;
}

/** The estimated cost of an operation, or the errors for which it is refused. */
type Verdict = Estimate | { readonly errors: readonly GraphQLError[] };

/**
 * Estimates here and not in validation, because validation is cached by document, while variables differ between
 * requests. Only the chosen operation counts.
 */
function judge(args: ExecutionArgs, introspection: number): Verdict {
  const operation = getOperationAST(args.document, args.operationName);
  if (!operation) return { variables: {}, cost: 0, work: 0, largestPart: '' }; // Execution reports the names that exist.
  const request = currentRequest.getStore();
  if (request && operation.name) request.operation = operation.name.value.slice(0, 64);
  const definitions = operation.variableDefinitions ?? [];
  const given = getVariableValues(args.schema, definitions, args.variableValues ?? {}, {
    maxErrors: limits.validationErrors,
  });
  if (given.errors) return { errors: given.errors.map(asBadInput) };
  try {
    const cost = costOf(
      args.schema,
      operation,
      fragmentsOf(args),
      given.coerced,
      sizesFor(args.contextValue),
    );
    if (request) request.cost = cost.values;
    const excess = excessOf(cost, introspection);
    if (excess) return { errors: [excess] };
    // Introspection is expensive as well, and has its own limit.
    const { largestPart } = cost;
    const values = Math.max(cost.values, Math.min(cost.introspection, limits.cost));
    return { variables: given.coerced, cost: values, work: cost.work, largestPart };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [asBadInput(error)] };
  }
}

/** The sizes of the release of the request. */
function sizesFor(context: unknown): Sizes | undefined {
  const { release } = context as Partial<RequestContext>;
  return release && sizesOf(release);
}

function excessOf(cost: Cost, introspection: number): GraphQLError | undefined {
  if (cost.introspection > introspection || cost.introspections > limits.schemas) {
    const message =
      'This introspects the schema too often or too deeply. Use the standard introspection query.';
    return refusal('INTROSPECTION_TOO_COSTLY', message);
  }
  if (cost.values <= limits.cost) return undefined;
  const found = `This may return about ${figure(cost.values)} values; the limit is ${figure(limits.cost)}.`;
  const remedy = `Most come from \`${cost.largestPart}\`: ask for smaller pages, shorter lists or fewer fields there.`;
  return refusal('TOO_COSTLY', `${found} ${remedy}`);
}

function asBadInput(error: GraphQLError): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400, spec: true } };
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions });
}

function fragmentsOf(args: ExecutionArgs): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of args.document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  }
  return fragments;
}

function standardIntrospection(schema: GraphQLSchema): number {
  const everything = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  const document = parse(getIntrospectionQuery(everything));
  const operation = getOperationAST(document);
  if (!operation) return 0;
  return costOf(schema, operation, fragmentsOf({ schema, document }), {}, undefined).introspection;
}
