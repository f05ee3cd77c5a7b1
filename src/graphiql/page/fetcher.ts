/** Sends GraphiQL's operations to the graph: one answer for a query, a stream of them for a subscription. */

interface Params {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

interface Options {
  readonly headers?: Record<string, unknown> | undefined;
}

const endpoint = '/graphql';

/** GraphiQL's fetcher. */
export async function fetcher(params: Params, options?: Options): Promise<object | AsyncIterable<object>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9, text/event-stream;q=0.8',
      'content-type': 'application/json',
      ...(options?.headers as Record<string, string> | undefined),
    },
    body: JSON.stringify(named(params) ? params : { ...params, operationName: undefined }),
  });
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream');
  return streamed && response.body ? events(response.body) : ((await response.json()) as object);
}

/** Whether the operation name belongs to the query: just after a tab is opened GraphiQL still has that of the previous tab. */
function named({ query, operationName }: Params): boolean {
  return typeof operationName === 'string' && query.includes(operationName);
}

/** The results in a stream of server-sent events, separated by blank lines; comments, which keep the connection open, are skipped. */
async function* events(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<object> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: *(.+)$/m.exec(part)?.[1];
      if (data) yield JSON.parse(data) as object;
    }
  }
}
