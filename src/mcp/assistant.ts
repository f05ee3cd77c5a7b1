/** The server that an assistant talks to, made anew for each request or connection. Only this file and its neighbours load the SDK. */

import { McpServer } from '@modelcontextprotocol/server';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { programVersion } from '../../db/release/program-hash.ts';
import type { InnerOperation } from '../graphql/handler.ts';
import { describeError, type Log } from '../kit/log.ts';
import { failure } from '../kit/mask-errors.ts';
import { currentRequest } from '../kit/request.ts';
import { ToolError, toolError } from './kit/errors.ts';
import type { GraphAccess, Tool } from './kit/tool.ts';
import { toolsOf } from './tools/index.ts';

/** What answering assistants needs. */
export interface AssistantOptions {
  readonly schema: GraphQLSchema;
  /** Whether only published operations are answered: then no tool takes a document. */
  readonly persistedOnly: boolean;
  readonly log: Log;
}

/** Executes an operation within the request, or for the connection, of an assistant. */
export type ExecuteInner = (operation: InnerOperation) => Promise<ExecutionResult>;

const name = { name: 'coverage-graph', title: 'Coverage Graph', version: programVersion() };

/** Read by models before the tools. */
const instructions = [
  'What US payers cover for medical billing codes, by component of a service, on a day; each fact with its source.',
  'Start with `coverage`; `resolve_terms` finds codes and payers from words; `why` gives the passage behind an id.',
  'Quote the numbered source and the date of service with every fact.',
  '"Unknown" means that no source which was read answers: give its reason and what to ask. It is no refusal and not "not covered".',
  'A price, a status code or a paid claim is not coverage, and what an association says is not what its licensees say.',
  'Send nothing that identifies a patient.',
].join('\n');

/** Milliseconds for which clients may keep the list of tools: it changes with the program alone. */
const keptMs = 3_600_000;

/** Makes the server, whose tools ask the graph by `execute`. */
export function assistantServer(options: AssistantOptions, execute: ExecuteInner): McpServer {
  const hint = { ttlMs: keptMs, cacheScope: 'public' } as const;
  const server = new McpServer(name, {
    instructions,
    capabilities: { tools: { listChanged: false } },
    cacheHints: { 'tools/list': hint, 'server/discover': hint },
  });
  const graph = accessBy(options.schema, execute);
  for (const tool of toolsOf(options)) {
    const { title, description, input: inputSchema, output: outputSchema } = tool;
    const annotations = { readOnlyHint: true };
    server.registerTool(
      tool.name,
      { title, description, inputSchema, outputSchema, annotations },
      async (given: unknown) => answerOf(tool, given, graph, options.log),
    );
  }
  return server;
}

function accessBy(schema: GraphQLSchema, execute: ExecuteInner): GraphAccess {
  return {
    schema,
    async ask<T>(query: string, variables: Readonly<Record<string, unknown>>) {
      const { data, errors } = await execute({ query, variables, own: true });
      if (errors?.length) throw toolError(errors);
      return data as T;
    },
    run: (operation) => execute({ ...operation, own: false }),
  };
}

/** Calls a tool; an error is an answer with `isError`, as models correct what they can read. */
async function answerOf(tool: Tool, given: unknown, graph: GraphAccess, log: Log) {
  try {
    const { text, data } = await tool.answer(given, graph);
    return { content: [{ type: 'text' as const, text }], structuredContent: data };
  } catch (error) {
    if (error instanceof ToolError) return failed(error.message);
    log({ level: 'error', event: 'tool failed', tool: tool.name, ...describeError(error) });
    return failed(`INTERNAL_SERVER_ERROR: ${failure(currentRequest.getStore()?.id)}`);
  }
}

function failed(text: string) {
  return { content: [{ type: 'text' as const, text }], isError: true };
}
