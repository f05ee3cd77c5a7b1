/** The seeded graph as tests ask it: one release, opened for reading, and the clock stopped at one noon. */

import { type ExecutionResult, graphql } from 'graphql';
import { inject } from 'vitest';
import type { Params } from '../../db/kit/values.ts';
import { openRelease, type Release } from '../../db/release/release.ts';
import { memoryOf } from '../../db/release/small-tables.ts';
import { schema } from '../../schema/index.ts';
import { type GraphContext, graphContext } from '../../schema/kit/context.ts';

/** The moment of every query that gives no other. */
export const noon = new Date('2026-11-24T12:00:00Z');

/** The release built from the seed for this run of the tests. */
export const release: Release = openRelease(inject('database'));
memoryOf(release); // tables in memory are read with the first request; here before any statement is counted

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly of?: Release;
  /** What a server adds to the context. */
  readonly with?: Partial<GraphContext>;
}

/** The whole result of a request, errors included. */
export async function query(
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
  { headers = {}, now = noon, of = release, with: added = {} }: Asking = {},
): Promise<ExecutionResult<Record<string, unknown>>> {
  const contextValue = { ...graphContext(of, new Headers(headers), now), ...added };
  const result = await graphql({ schema, source, variableValues: variables, contextValue });
  return result as ExecutionResult<Record<string, unknown>>;
}

/** The data of a request that must succeed, as plain objects. */
export async function ask<T>(
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
  asking: Asking = {},
): Promise<T> {
  const { data, errors } = await query(source, variables, asking);
  if (errors) throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${source}`);
  return JSON.parse(JSON.stringify(data)) as T;
}

/** A statement that was run: its SQL with plain spaces, and what was bound. */
export interface StatementRun {
  readonly sql: string;
  readonly params: Params;
}

/** The answer of some work on a release, the seeded one unless another is given, and the statements that it ran, in order. */
export async function observed<T>(
  work: () => Promise<T>,
  { store }: Pick<Release, 'store'> = release,
): Promise<{ answer: T; runs: StatementRun[] }> {
  const runs: StatementRun[] = [];
  const stop = store.observe((sql, params) => runs.push({ sql: sql.replace(/\s+/g, ' ').trim(), params }));
  try {
    return { answer: await work(), runs };
  } finally {
    stop();
  }
}
