/** Reuses answers: from memory here, and by entity tag from the caches of clients and proxies. */

import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { asOfHeaders } from '../../schema/kit/context.ts';
import { packed } from '../kit/compress.ts';
import { currentRequest } from '../kit/request.ts';
import type { AnswerCache, CachedAnswer } from './answer-cache.ts';
import { type CacheKey, tagOf } from './cache-key.ts';
import { revalidate } from './documents.ts';
import type { RequestState, StatefulContext } from './request-state.ts';

/** The `Vary` header: the request headers by which answers differ. */
export function variesBy(allowedOrigins: ReadonlySet<string>): string {
  const always = ['Accept', 'Accept-Encoding', ...Object.values(asOfHeaders)];
  return [...always, ...(allowedOrigins.size > 0 ? ['Origin'] : [])].join(', ');
}

/** Records, for the request that is being answered, that its answer comes from the cache. */
export function noteKept(kept: CachedAnswer): void {
  const facts = currentRequest.getStore();
  if (facts) Object.assign(facts, kept.facts, { repeated: true });
}

/** Sends a cached answer, or 304 if the client has it already. */
export function sendKept(
  response: ServerResponse,
  cacheKey: CacheKey,
  clientTag: string | undefined,
  kept: CachedAnswer,
): void {
  noteKept(kept);
  if (clientTag) response.writeHead(304, validators(clientTag)).end();
  else response.writeHead(200, headersOf(cacheKey, kept)).end(kept.bytes);
}

/**
 * The Yoga plugin. It comes after all plugins that refuse requests: with a matching tag and no cached answer, the request
 * passes every check up to its execution, so that a made-up tag does not bypass a refusal.
 */
export function keepAnswers(answerCache: AnswerCache): Plugin<object, StatefulContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { state } = args.contextValue as unknown as StatefulContext;
      if (!state.clientTag) return;
      state.unchanged = true;
      setResultAndStopExecution({ data: null });
    },

    onResultProcess({ result, serverContext: { state } }) {
      state.whole = 'data' in result && !result.errors?.length;
    },

    async onResponse({ response, serverContext: { state }, setResponse, fetchAPI }) {
      const { cacheKey, clientTag } = state;
      if (state.unchanged && clientTag) {
        setResponse(new fetchAPI.Response(null, { status: 304, headers: validators(clientTag) }));
        return;
      }
      const type = response.headers.get('content-type') ?? '';
      // An answer may also be an event of a stream, which has no end to wait for.
      if (!state.whole || response.status !== 200 || !/^application\/\S*json\b/.test(type)) return;
      const bytes = Buffer.from(await response.arrayBuffer());
      const kept = keptOf(bytes, type, response.headers.get('content-encoding') ?? undefined);
      if (!state.registers) answerCache.keep(cacheKey, kept);
      setResponse(new fetchAPI.Response(bytes, { status: 200, headers: headersOf(cacheKey, kept) }));
    },
  };
}

/** Sends an answer to a POST that is known to be whole, and keeps it. */
export async function sendWhole(
  response: ServerResponse,
  answerCache: AnswerCache,
  { cacheKey }: Pick<RequestState, 'cacheKey'>,
  { text, type }: { readonly text: string; readonly type: string },
): Promise<void> {
  const { bytes, coding } = await packed(text, cacheKey.coding);
  const kept = keptOf(bytes, type, coding);
  answerCache.keep(cacheKey, kept);
  response.writeHead(200, headersOf(cacheKey, kept)).end(bytes);
}

function keptOf(bytes: Buffer, type: string, coding: string | undefined): CachedAnswer {
  const { operation, document, cost } = currentRequest.getStore() ?? {};
  const facts = { ...(operation && { operation }), ...(document && { document }), ...(cost && { cost }) };
  return { bytes, type, coding, facts };
}

function headersOf(cacheKey: CacheKey, { bytes, type, coding }: CachedAnswer): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(bytes.length),
    ...(coding && { 'content-encoding': coding }),
    ...(cacheKey.tagged && validators(tagOf(cacheKey, coding))),
  };
}

function validators(tag: string): Record<string, string> {
  return { etag: tag, 'cache-control': revalidate };
}
