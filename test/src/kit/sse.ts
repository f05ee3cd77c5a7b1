/** A client of server-sent events, as GraphQL over SSE has them: one stream for one subscription. */

import { onTestFinished } from 'vitest';

/** What a stream says beside its results. */
export interface Stream {
  readonly status: number;
  /** The next result; undefined when the stream is over, whether it was completed or broke off. */
  next(): Promise<StreamResult | undefined>;
  /** How many comments the server sent, by which it only shows that it is there. */
  comments(): number;
  /** Whether the server completed the stream. */
  completed(): boolean;
  /** Goes away without a word. */
  leave(): void;
}

/** A result of a subscription. */
export interface StreamResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** Opens a stream; it is left when the test is over. */
export async function subscribe(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  method: 'GET' | 'POST' = 'POST',
): Promise<Stream> {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
  const { signal } = gone;
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response =
    method === 'GET'
      ? await fetch(`${url}?${asked}`, { headers, signal })
      : await fetch(url, { method, headers, signal, body: JSON.stringify({ query, variables }) });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const results: StreamResult[] = [];
  let text = '';
  let comments = 0;
  let completed = false;

  async function read(): Promise<boolean> {
    const { done = true, value = '' } = (await reader?.read().catch(() => undefined)) ?? {};
    const parts = (text + value).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.+)$/m.exec(part)?.[1];
      if (data) results.push(JSON.parse(data) as StreamResult);
      else if (part.includes('event: complete')) completed = true;
      else comments += 1;
    }
    return !done;
  }

  return {
    status: response.status,
    async next() {
      while (results.length === 0) if (!(await read())) return results.shift();
      return results.shift();
    },
    comments: () => comments,
    completed: () => completed,
    leave: () => gone.abort(),
  };
}
