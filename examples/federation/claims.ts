/** The claims subgraph: lines of claims, each with a reference to what the graph says of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { Running } from './running.ts';
import { type ClaimStore, type Line, openClaims } from './store.ts';

/** What the gateway brings from the graph for a line; null where the graph does not hold its code or payer. */
type Told = { readonly cells: readonly { readonly state: string }[] } | null;

interface Open {
  readonly lines: readonly Line[];
  /** For each line, in their order; there when the gateway comes back from the graph. */
  readonly told?: readonly Told[];
}

interface Reference {
  readonly id: string;
  readonly lines?: readonly ({ readonly coverage?: Told } | null)[];
}

type Answer = 'notCovered' | 'unknown' | 'otherwise';

/** Not knowing is not a denial: only what every cell says is not covered is. */
function answerOf(told: Told | undefined): Answer {
  const states = new Set(told?.cells.map(({ state }) => state));
  const [state = 'UNKNOWN'] = states;
  if (states.size > 1 || state === 'UNKNOWN') return 'unknown';
  return state === 'NOT_COVERED' ? 'notCovered' : 'otherwise';
}

const those =
  (answer: Answer) =>
  ({ lines, told }: Open) =>
    lines.filter((_, i) => answerOf(told?.[i]) === answer);

function resolversOf(store: ClaimStore) {
  return {
    Query: { openClaims: (): Open => ({ lines: store.openLines() }) },
    OpenClaims: {
      __resolveReference: ({ id, lines = [] }: Reference): Open => ({
        lines: store.lines(id.split(' ')),
        told: lines.map((line) => line?.coverage ?? null),
      }),
      id: ({ lines }: Open) => lines.map(({ id }) => id).join(' '),
      notCovered: those('notCovered'),
      unknown: those('unknown'),
      otherwise: those('otherwise'),
    },
    Claim: {
      id: ({ claimId }: Line) => claimId,
      payer: ({ payer }: Line) => ({ slug: payer }),
    },
    ClaimLine: {
      claim: (line: Line) => line,
      billingCode: ({ system, code }: Line) => ({ system, code }),
      coverage: ({ payer, system, code, ...line }: Line) => ({
        payer: { slug: payer },
        code: { system, code },
        ...line,
      }),
    },
  };
}

/** Serves the claims on a port; 0 takes any free one. */
export async function startClaims(port: number): Promise<Running> {
  const store = openClaims();
  const typeDefs = parse(readFileSync(join(import.meta.dirname, 'claims.graphql'), 'utf8'));
  const server = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs, resolvers: resolversOf(store) }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false, // start.ts stops every part
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  return {
    url,
    async stop() {
      await server.stop();
      store.close();
    },
  };
}
