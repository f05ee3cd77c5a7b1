/** A worker thread: executes one large operation at a time on its own handle of the release. */

import type { MessagePort } from 'node:worker_threads';
import { normalizedExecutor } from '@graphql-tools/executor';
import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { workerData } from 'piscina';
import { openRates } from '../../db/rates/open-rates.ts';
import { countMemoryOf } from '../../db/release/counted.ts';
import { openAgain, type Release } from '../../db/release/release.ts';
import { executed, type WrittenResult } from '../execution/execute.ts';
import type { LogEntry } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import { currentRequest, type RequestFacts } from '../kit/request.ts';
import type { MakeContext } from '../kit/request-context.ts';
import { noSql } from '../kit/sql-work.ts';
import { watchSql } from '../kit/watch-sql.ts';
import { bounded, type GrowingAnswer, growingAnswer } from '../limits/answer-size.ts';
import type { Task } from '../limits/large-operation.ts';
import { limits } from '../limits/limits.ts';
import { type Progress, plain, type ThreadSettings, type Work, type WorkerAnswer } from './answer.ts';

/** What the module that the pool names exports. */
interface Graph {
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
}

const { graph, rates: settings } = workerData as ThreadSettings;
const { schema, context } = (await import(graph)) as Graph;
const rates = settings && openRates(settings);

/** Documents that were parsed, as Yoga keeps those of the front thread. */
const documents = new LRUCache<string, DocumentNode>({ max: 100 });

function parsed(text: string): DocumentNode {
  const found = documents.get(text) ?? parse(text, { maxTokens: limits.tokens });
  documents.set(text, found);
  return found;
}

let open: Release | undefined;

/** The release of a task: the one that is open, else its file; undefined where that is another by now. */
function releaseOf({ file, info }: Task): Release | undefined {
  if (open?.info.hash === info.hash) return open;
  open?.close();
  open = openAgain(file, info);
  if (open) watchSql(open.store, tell);
  return open;
}

/** Where to tell how far the operation is. */
let progress: ((progress: Progress) => void) | undefined;

/** Reports every statement before it runs: nothing comes from a thread that is ended while one does. */
function tell({ sql: { statements, rows, ms } = noSql() }: RequestFacts, running: string): void {
  progress?.({ running, before: { statements, rows, ms } });
}

/** Executes a task; `started` gets a message first, since waiting does not count towards the deadline. */
export default async function answer({
  task,
  started,
}: {
  task: Task;
  started: MessagePort;
}): Promise<WorkerAnswer> {
  progress = (message) => started.postMessage(message);
  progress('started');
  const release = releaseOf(task);
  if (!release) return { kind: 'other release' };
  const request: RequestFacts = { ...task.facts };
  return currentRequest.run(request, async () => {
    const answerSize = growingAnswer();
    const found = await result(task, release, answerSize);
    return answered(found, () => ({ values: answerSize.values, sql: request.sql ?? noSql() }));
  });
}

async function result(task: Task, release: Release, answerSize: GrowingAnswer): Promise<WrittenResult> {
  const { cost } = task.facts;
  const contextValue = {
    ...context(release, new Headers(task.headers.map(([name, value]) => [name, value])), task.now, rates),
    cost: () => (cost === undefined ? undefined : { estimated: cost, limit: limits.cost }),
    answerSize,
    counts: countMemoryOf(release),
  };
  const document = parsed(task.document);
  const { operationName, variables: variableValues } = task;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, variableValues ?? {});
  if (errors) return { errors };
  const args = { schema, document, contextValue, variableValues, operationName };
  const found = await executed(args, coerced, normalizedExecutor);
  if (Symbol.asyncIterator in found) throw new Error('A subscription is no large operation.');
  return bounded(found, answerSize);
}

function answered({ data, errors, stringify }: WrittenResult, work: () => Work): WorkerAnswer {
  if (!errors)
    return { kind: 'text', text: stringify ? stringify() : JSON.stringify({ data }), work: work() };
  const log: LogEntry[] = [];
  const mask = maskErrors((entry) => log.push(entry));
  return {
    kind: 'errors',
    data,
    errors: errors.map((error) => plain(mask(error))),
    log,
    work: work(),
  };
}
