/** A request as a curl command: whatever is in it reaches the server as it stands, through any POSIX shell. */

/** What a tab asks. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: unknown;
  /** Headers beside those that every request has, such as the as-of headers. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** A subscription: its events are shown as they come. */
  readonly streamed: boolean;
}

/** The command that asks the same of the graph at that address. */
export function curlCommand(address: string, asked: Asked): string {
  const { query, operationName, variables, headers, streamed } = asked;
  const all = {
    'content-type': 'application/json',
    ...(streamed && { accept: 'text/event-stream' }),
    ...headers,
  };
  return [
    // Without globbing, or curl would read [] and {} in the address as patterns.
    `curl --globoff ${streamed ? '--no-buffer ' : ''}${quote(address)}`,
    ...Object.entries(all).map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    // Raw, or a body that began with @ would name a file.
    `--data-raw ${quote(JSON.stringify({ query, operationName, variables }))}`,
  ].join(' \\\n  ');
}

/** Nothing is special within single quotes but their end. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
