/** An operation that is too large for the front thread: what a worker thread needs to execute it. */

import type { ExecutionArgs } from 'graphql';
import type { ReleaseInfo } from '../../db/release/release.ts';
import type { StatefulContext } from '../cache/request-state.ts';
import type { WrittenResult } from '../execution/execute.ts';
import { currentRequest, type RequestFacts } from '../kit/request.ts';

/** The operation as plain values: it was parsed, validated and within the limits before. */
export interface Task {
  /** The file of the release, and its row of the release table, read when it was opened. */
  readonly file: string;
  readonly info: ReleaseInfo;
  readonly document: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** The headers that the graph may read. */
  readonly headers: readonly (readonly [string, string])[];
  readonly now: Date;
  readonly facts: Pick<RequestFacts, 'id' | 'started' | 'release' | 'cost'>;
}

/** An operation, and what its end depends on. */
export interface LargeOperation {
  readonly task: Task;
  /** Its estimated cost in values, and the fields that make up most of it. */
  readonly cost: number;
  readonly largestPart: string;
  /** Calls the listener once its client has its answer or went away. */
  whenClosed(listener: () => void): void;
}

/** Executes an operation; a refusal where too much waits, where the deadline passed or where its client has gone. */
export type ExecuteLarge = (operation: LargeOperation) => Promise<WrittenResult>;

/** The operation as a worker thread takes it; undefined where its release is no file, so that only this thread can read it. */
export function largeOperation(
  args: ExecutionArgs,
  { cost, largestPart }: Pick<LargeOperation, 'cost' | 'largestPart'>,
): LargeOperation | undefined {
  const { release, state, whenClosed } = args.contextValue as StatefulContext;
  const facts = currentRequest.getStore();
  const document = args.document.loc?.source.body;
  if (!release.image || !facts || document === undefined) return undefined;
  const { id, started, release: hash, cost: estimated } = facts;
  const task = {
    file: release.image.file,
    info: release.info,
    document,
    operationName: args.operationName ?? undefined,
    variables: args.variableValues ?? undefined,
    headers: [...state.headers],
    now: state.moment,
    facts: { id, started, release: hash, ...(estimated !== undefined && { cost: estimated }) },
  };
  return { task, cost, largestPart, whenClosed };
}
