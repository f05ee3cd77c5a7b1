/**
 * Asks a real server for what no client should, and judges each answer: the process lives, nothing internal is seen, an answer comes
 * in time, and the same request gets the same answer.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { each, type FuzzRun, internals, type Ledger } from './faults.ts';
import { type Request, requests } from './requests.ts';

/** Milliseconds within which every answer must come: the deadline of an operation, what it may wait, and a slow machine. */
const longestMs = 60_000;

/** In characters, each of which may take three bytes: a body has at most 256 kB. */
const largestBody = 80_000;

/** What the log must not have: each of them is a bug. */
const bugs = new Set(['internal error', 'request failed', 'unhandled rejection', 'uncaught exception']);

/** Refusals that come of how busy the server is. */
const ofLoad = /"(?:BUSY|DEADLINE_EXCEEDED|ANSWER_TOO_LARGE)"/;

export async function fuzzOperations(run: FuzzRun, database: string, found: Ledger): Promise<void> {
  let current = run.seed;
  const server = await startServer(database, (entry) => {
    if (bugs.has(String(entry.event))) found.fault(current, `logged ${JSON.stringify(entry)}`);
  });
  await each(run, async (seed) => {
    current = seed;
    const [request] = fc.sample(requests, { seed, numRuns: 1 });
    if (!request || server.child.exitCode !== null) return;
    // The server closes the connection before it has read more than that, which a client may see before the answer.
    if ((request.body?.length ?? 0) > largestBody) return found.count('too large to be sent');
    const first = await answerOf(server.origin, request);
    judge(first, request, (what) => found.fault(seed, what));
    found.count(first.kind === 'refused' ? `refused ${codeOf(first)}` : first.kind);
    if (seed % 3 !== 0 || first.kind === 'failed') return;
    const second = await answerOf(server.origin, request);
    found.count('sent twice');
    if (first.text !== second.text && !ofLoad.test(first.text + second.text))
      found.fault(seed, `two answers to ${JSON.stringify(request)}: ${differing(first.text, second.text)}`);
  });
  if (server.child.exitCode !== null || server.child.signalCode !== null)
    found.fault(current, `the process died with ${server.child.exitCode ?? server.child.signalCode}`);
  server.child.kill('SIGKILL');
}

interface Answered {
  readonly kind: 'answered' | 'partly answered' | 'refused' | 'failed';
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** The answer to a request; where a kept connection was closed as it was sent, which a server may do at any time, that to a second one. */
async function answerOf(origin: string, request: Request): Promise<Answered> {
  const first = await answerOnce(origin, request);
  const closed = first.kind === 'failed' && /other side closed|ECONNRESET/.test(first.text);
  return closed ? answerOnce(origin, request) : first;
}

async function answerOnce(origin: string, { path, method, headers, body }: Request): Promise<Answered> {
  try {
    const response = await fetch(origin + path, {
      method,
      headers: { accept: 'application/graphql-response+json, application/json', ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(longestMs),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const refused = response.status >= 400 || (text.includes('"errors":[') && !text.includes('"data":{'));
    const kind = refused ? 'refused' : text.includes('"errors":[') ? 'partly answered' : 'answered';
    return { kind, status: response.status, type, text };
  } catch (error) {
    return {
      kind: 'failed',
      status: 0,
      type: '',
      text: error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : '',
    };
  }
}

function judge(
  { kind, status, type, text }: Answered,
  request: Request,
  fault: (what: string) => void,
): void {
  const on = `on ${JSON.stringify(request).slice(0, 700)}`;
  if (kind === 'failed') fault(`no answer (${text}) ${on}`);
  if (status >= 500 && status !== 503) fault(`status ${status}: ${text.slice(0, 200)} ${on}`);
  const problems = type.includes('json') && !type.includes('ndjson') ? errorsIn(text) : undefined;
  if (type.includes('json') && !type.includes('ndjson') && problems === undefined)
    fault(`no JSON: ${text.slice(0, 200)} ${on}`);
  for (const { message = '', extensions } of problems ?? []) {
    if (extensions?.code === 'INTERNAL_SERVER_ERROR') fault(`internal error ${on}`);
    // A message may quote what was sent.
    if (internals.test(message.replace(/"(?:[^"\\]|\\.)*"?/g, '')))
      fault(`seen: ${message.slice(0, 200)} ${on}`);
  }
}

/** Why a request was refused: the code of its error, else the status. */
function codeOf({ text, status }: Answered): string {
  const [first] = errorsIn(text) ?? [];
  return first?.extensions?.code ?? String(status);
}

interface Problem {
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

function errorsIn(text: string): readonly Problem[] | undefined {
  try {
    const { errors = [] } = JSON.parse(text) as { readonly errors?: readonly Problem[] };
    return errors;
  } catch {
    return undefined;
  }
}

function differing(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return `${one.slice(Math.max(0, at - 40), at + 80)} | ${other.slice(Math.max(0, at - 40), at + 80)}`;
}

async function startServer(
  database: string,
  logged: (entry: { readonly event?: unknown }) => void,
): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.js')], {
    env: {
      ...{
        PATH: process.env.PATH,
        DATABASE: database,
        PORT: '0',
        // One process: where it dies, nobody else answers the next request.
        WORKERS: '1',
        BUILD: 'off',
        PAGE: 'off',
        GRAPHIQL: 'off',
      },
      ...{ LOG_REQUESTS: 'off', REPEAT_CACHE_MB: '0' },
    },
  });
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) logged(JSON.parse(line));
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
    const port = /The graph is at http:\/\/localhost:(\d+)/.exec(said)?.[1];
    if (port) resolve(`http://127.0.0.1:${port}`);
  });
  child.once('exit', () => reject(new Error(`The server did not start: ${said}`)));
  return { child, origin: await promise };
}
