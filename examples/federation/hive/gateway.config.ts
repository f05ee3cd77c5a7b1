/** Settings of Hive Gateway: the as-of headers go on to the subgraphs. */

import { defineConfig } from '@graphql-hive/gateway';
import { asOfHeaders } from '../as-of-headers.ts';

export const gatewayConfig = defineConfig({
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(
        asOfHeaders.flatMap((name) => {
          const value = request.headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
  },
});
