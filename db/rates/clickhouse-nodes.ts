/** The nodes of ClickHouse that store rates: statements are sent to them over HTTP. */

import { setImmediate } from 'node:timers/promises';
import { RatesUnavailable } from './rate-store.ts';
import type { RatesAddress } from './rates-address.ts';

/** Sends statements to nodes. Throws RatesUnavailable. */
export interface RateNodes {
  /** Rows, from the first node that answers. */
  read<R>(sql: string): Promise<readonly R[]>;
  /** The same of each node; undefined for one that does not answer. */
  readEach<R>(sql: string): Promise<readonly (readonly R[] | undefined)[]>;
  /** Writes rows of TabSeparated to all replicas. */
  insert(table: string, rows: string): Promise<void>;
  /** Has every node do something. */
  runEach(sql: string): Promise<void>;
}

const settings = {
  // An error comes in place of an answer, never in its middle.
  wait_end_of_query: 1,
  // Rows of a shard that is away would be left out without a word.
  skip_unavailable_shards: 0,
  // Rows are on all replicas when an insert returns.
  insert_distributed_sync: 1,
  output_format_json_quote_64bit_integers: 0,
  // Lists of files and codes are in the text.
  max_query_size: 1e8,
  max_ast_elements: 1e7,
  max_expanded_ast_elements: 1e7,
  connect_timeout_with_failover_ms: 1000,
};

/** What is sent with a statement, and after how many seconds without an answer its node is taken for stopped. */
interface Sent {
  readonly params: Readonly<Record<string, string | number>>;
  readonly seconds: number;
}

// Sooner than the deadline of an operation, which ends the thread that would know that the node is stopped. From a replica that is
// stopped, not ended, nothing is received: another is tried after a second.
const reading: Sent = { params: { ...settings, max_execution_time: 3, receive_timeout: 1 }, seconds: 4 };
const counting: Sent = { params: { ...settings, max_execution_time: 60 }, seconds: 65 };
const writing: Sent = { params: settings, seconds: 300 };

/** Codes of errors of a node, its connections and its tables: another may do better. */
const elsewhere = /^Code: (?:32|60|209|210|279)[,.]/;

interface Failure {
  readonly error: RatesUnavailable;
  readonly isElsewhere: boolean;
}

const away = (cause: unknown, isElsewhere: boolean): Failure => ({
  error: new RatesUnavailable('The store of rates does not answer; ask again later.', { cause }),
  isElsewhere,
});

async function post(
  { user, password, database }: RatesAddress,
  url: string,
  { params, seconds }: Sent,
  body: string,
): Promise<{ readonly text: string } | Failure> {
  const query = new URLSearchParams({ database });
  for (const [name, value] of Object.entries(params)) query.set(name, String(value));
  try {
    const response = await fetch(`${url}/?${query}`, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': encodeURIComponent(user), 'X-ClickHouse-Key': password },
      body,
      signal: AbortSignal.timeout(1000 * seconds),
    });
    const text = await response.text();
    if (response.ok) return { text };
    return away(new Error(`${url}: ${text.slice(0, 2000).trim()}`), elsewhere.test(text));
  } catch (error) {
    // A statement that takes too long would do so elsewhere.
    const isElsewhere = !(error instanceof DOMException && error.name === 'TimeoutError');
    return away(new Error(`${url}: ${error}`, { cause: error }), isElsewhere);
  }
}

interface Answer {
  readonly meta: readonly { readonly name: string }[];
  readonly data: readonly (readonly unknown[])[];
}

function rowsOf<R>(text: string): readonly R[] {
  const { meta, data } = JSON.parse(text) as Answer;
  return data.map((values) => Object.fromEntries(meta.map(({ name }, index) => [name, values[index]])) as R);
}

/** The nodes at an address. */
export function nodesAt(address: RatesAddress): RateNodes {
  const { urls } = address;
  // Which of them answered last.
  let first = 0;

  async function fromAny(body: string): Promise<string> {
    let last: Failure | undefined;
    for (let tried = 0; tried < urls.length; tried += 1) {
      const index = first;
      const answer = await post(address, urls[index] ?? '', reading, body);
      if ('text' in answer) return answer.text;
      last = answer;
      // From now on the next is tried first, as this one may be stopped.
      if (first === index) first = (index + 1) % urls.length;
      if (!answer.isElsewhere) break;
    }
    throw last?.error;
  }

  return {
    read: async <R>(sql: string) => rowsOf<R>(await fromAny(`${sql} format JSONCompact`)),
    readEach: async <R>(sql: string) =>
      Promise.all(
        urls.map(async (url) => {
          const answer = await post(address, url, counting, `${sql} format JSONCompact`);
          if ('text' in answer) return rowsOf<R>(answer.text);
          if (answer.isElsewhere) return undefined;
          throw answer.error;
        }),
      ),
    async insert(table, rows) {
      const params = { ...writing.params, query: `insert into ${table} format TabSeparated` };
      // A long read lets no event through, such as that a node has closed an idle connection: it would be used once more.
      await setImmediate();
      // To one node only: what failed in the middle is begun anew under another number, not repeated.
      const answer = await post(address, urls[first] ?? '', { ...writing, params }, rows);
      if ('error' in answer) throw answer.error;
    },
    async runEach(sql) {
      const answers = await Promise.all(urls.map(async (url) => post(address, url, writing, sql)));
      for (const answer of answers) if ('error' in answer) throw answer.error;
    },
  };
}
