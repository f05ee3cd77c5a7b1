/** The client: asks the graph at `VITE_GRAPH_URL`, or at `/graphql` of the host that the page comes from. */

import { Client, type CombinedError, cacheExchange, fetchExchange } from 'urql';

/** Where the graph is. */
export const graphUrl = import.meta.env.VITE_GRAPH_URL ?? '/graphql';

/**
 * Asks, and keeps whole answers by their variables. A cache that takes answers apart by id would mix days: the same code has
 * another fee and another coverage on another date of service.
 */
export const client = new Client({ url: graphUrl, exchanges: [cacheExchange, fetchExchange] });

/** What went wrong, for a reader: the graph's own words, or that it could not be reached. */
export function wordsOf({ networkError, graphQLErrors }: CombinedError): string {
  if (graphQLErrors.length > 0) {
    return graphQLErrors
      .map(({ message, extensions }) =>
        // Its message ends with what to ask next, which is for programmers.
        extensions.code === 'UNKNOWN_ID'
          ? `${message.split('. ')[0]}. That says nothing about the thing itself.`
          : message,
      )
      .join(' ');
  }
  return `The graph at ${graphUrl} could not be reached: ${networkError?.message ?? 'no answer'}. Is it running?`;
}
