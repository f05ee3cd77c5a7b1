/** A request as a curl command, quoted so that any POSIX shell passes it unchanged. */

/** The request of a tab. */
export interface CurlRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: unknown;
  /** Headers besides those of every request, such as the as-of headers. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether it is a subscription, whose events are shown as they come. */
  readonly streamed: boolean;
}

/** The command that sends the request to the graph at that address. */
export function curlCommand(address: string, request: CurlRequest): string {
  const { query, operationName, variables, headers, streamed } = request;
  const all = {
    'content-type': 'application/json',
    ...(streamed && { accept: 'text/event-stream' }),
    ...headers,
  };
  return [
    // Without globbing: curl would read [] and {} in the address as patterns.
    `curl --globoff ${streamed ? '--no-buffer ' : ''}${quote(address)}`,
    ...Object.entries(all).map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    // Raw: otherwise a body that begins with @ would name a file.
    `--data-raw ${quote(JSON.stringify({ query, operationName, variables }))}`,
  ].join(' \\\n  ');
}

/** Within single quotes only the quote itself is special. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
