/** The client: asks the graph of this host by hash and GET, and keeps whole answers by their variables. */

import { Client, type CombinedError, cacheExchange, fetchExchange } from 'urql';

/**
 * Whole answers, as a cache that takes them apart by id would mix days: the same code has another fee and another coverage
 * on another date of service.
 */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: 'force',
  exchanges: [cacheExchange, fetchExchange],
});

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
  return `The graph could not be reached: ${networkError?.message ?? 'no answer'}. Try again in a moment.`;
}
