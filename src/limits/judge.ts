/** Judges an operation before it runs: what it is estimated at, and whether that is within the limits. */

import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
} from 'graphql';
import { type Sizes, sizesOf } from '../../schema/kit/growth.ts';
import { figure, refusal } from '../kit/refusal.ts';
import { currentRequest } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { type Cost, costOf } from './cost.ts';
import { limits } from './limits.ts';

/** What an operation is estimated at. */
interface Estimate {
  /** The variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  /** Of that, the work besides what is returned. */
  readonly work: number;
  readonly largestPart: string;
}

/** The estimated cost of an operation, or the errors for which it is refused. */
export type Verdict = Estimate | { readonly errors: readonly GraphQLError[] };

/**
 * Estimates here and not in validation, because validation is cached by document, while variables differ between
 * requests. Only the chosen operation counts.
 */
export function judge(args: ExecutionArgs, introspection: number): Verdict {
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

/** The values of introspection of GraphiQL's own introspection query. */
export function standardIntrospection(schema: GraphQLSchema): number {
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
