/** Applies the limits to every operation: to its text, its shape, and last its estimated cost. */

import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestState } from '../cache/request-state.ts';
import { executeByLevel, executed, written } from '../execution/execute.ts';
import { busy, figure, late, refusal } from '../kit/refusal.ts';
import { currentRequest } from '../kit/request.ts';
import { bounded, type GrowingAnswer } from './answer-size.ts';
import { checkDocumentSize } from './document-size.ts';
import { judge, standardIntrospection } from './judge.ts';
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

/** A text as an object, so that it is not taken for a word. */
interface Text {
  readonly text: string;
}

/** What applies the limits. */
export interface Guard {
  /** The Yoga plugin that refuses what exceeds `limits`, lets operations take turns, and leaves large ones to `executeLarge`. */
  readonly plugin: Plugin;
  /**
   * The text of the result of a valid query of a shape within the limits; `large` where it has to wait for its turn or goes to a
   * worker, undefined where it is refused, fails or cannot be executed level by level.
   */
  small(args: ExecutionArgs): Promise<Text | 'large' | undefined>;
}

/** Makes it; the limit on introspection is measured on the schema. */
export function guard(schema: GraphQLSchema, { queue, executeLarge, deadlineMs }: Running): Guard {
  const introspection = limits.introspections * standardIntrospection(schema);
  // Parsed documents that passed; Yoga caches parsed documents, so each is walked once however often it comes.
  const shapely = new WeakSet<object>();
  const pastRuns = createPastRuns();

  async function small(args: ExecutionArgs): Promise<Text | 'large' | undefined> {
    const verdict = judge(args, introspection);
    const request = currentRequest.getStore();
    if ('errors' in verdict || !request) return undefined;
    const { cost, work, variables, largestPart } = verdict;
    if (cost > limits.atOnce || work > limits.workInFront || pastRuns.tookLong(request, cost)) return 'large';
    const turn = turnOf(request, deadlineMs, () => late(deadlineMs, largestPart));
    turn.begin();
    const data = await executeByLevel(args, variables);
    const refused = turn.end();
    pastRuns.note(request, cost);
    const { answerSize, state } = args.contextValue as Bounded;
    if (data === undefined) state.notByLevel = true;
    if (data === undefined || refused) return undefined;
    request.values = answerSize.values;
    const { stringify } = bounded(written(data), answerSize);
    return stringify && { text: stringify() };
  }

  const plugin: Plugin = {
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
      const { notByLevel } = (args.contextValue as Partial<Bounded>).state ?? {};
      const byLevel = (given: ExecutionArgs) => executed(given, verdict.variables, executeFn);
      const execute = notByLevel ? executeFn : byLevel;
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
  return { plugin, small };
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

/** A context with a limit on the size of its answer, and the state of its request. */
interface Bounded {
  readonly answerSize: GrowingAnswer;
  readonly state: Pick<RequestState, 'notByLevel'>;
}
