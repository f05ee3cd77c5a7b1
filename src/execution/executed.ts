/** Executes an operation: level by level where that can be done, else in the ordinary way. */

import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { PromiseOrValue } from 'graphql/jsutils/PromiseOrValue.js';
import { executeByLevel } from './execute.ts';

/** A result; `stringify` is its text, where its data was only written. */
export type WrittenResult = ExecutionResult & { stringify?: () => string };

/** The result of an operation whose variables were coerced before. */
export async function executed<R>(
  args: ExecutionArgs,
  variables: Readonly<Record<string, unknown>>,
  ordinary: (args: ExecutionArgs) => PromiseOrValue<R>,
): Promise<R | WrittenResult> {
  const data = await executeByLevel(args, variables);
  if (data === undefined) return ordinary(args);
  const text = `{"data":${data}}`;
  return { data: {}, stringify: () => text };
}
