/** A tool that assistants call: what it takes, what it answers, and the operations of the graph behind it. */

import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { z } from 'zod';

/** An answer: the text for people and models, and the ids, states and addresses in it for programs. */
export interface ToolAnswer<T> {
  readonly text: string;
  readonly data: T;
}

/** A document with its variables. */
export interface GivenOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** The graph as a tool asks it. */
export interface GraphAccess {
  readonly schema: GraphQLSchema;
  /** The data of one of the tool's own documents. Throws a ToolError where there is any error, even beside data. */
  ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T>;
  /** The whole result of an operation that the assistant wrote. */
  run(operation: GivenOperation): Promise<ExecutionResult>;
}

/** A tool. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it answers; never how a model is to behave. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Its own documents; without any it takes those of the assistant, or looks at the schema. */
  readonly documents: readonly string[];
  answer(given: unknown, graph: GraphAccess): Promise<ToolAnswer<Record<string, unknown>>>;
}

/** Declares a tool; `answer` has its arguments as `input` reads them. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(
  spec: Omit<Tool, 'input' | 'output' | 'answer'> & {
    readonly input: I;
    readonly output: O;
    readonly answer: (given: z.output<I>, graph: GraphAccess) => Promise<ToolAnswer<z.input<O>>>;
  },
): Tool {
  // An argument of another name is refused: left out unseen, it would change the question.
  return {
    ...spec,
    input: spec.input.strict(),
    answer: (given, graph) => spec.answer(given as z.output<I>, graph),
  };
}
