/** All parts together: the graph, the claims and a gateway in front of both, as the environment asks for them. */

import { startApollo } from './apollo.ts';
import { startClaims } from './claims.ts';
import { startGraph } from './graph.ts';
import { startHive } from './hive.ts';
import type { Running } from './running.ts';
import { compose } from './supergraph.ts';

const gateways = { apollo: startApollo, hive: startHive } as const;

/** The gateway that answers, its name, and where the parts behind it are. */
export interface Together extends Running {
  readonly gateway: string;
  readonly graph: string;
  readonly claims: string;
}

/** Starts them one after the other; what has started is stopped again when another part cannot. */
export async function startTogether(env: NodeJS.ProcessEnv): Promise<Together> {
  const { GATEWAY = 'apollo', PORT = '4100', GRAPH_PORT = '4101', CLAIMS_PORT = '4102' } = env;
  const startGateway = Object.entries(gateways).find(([name]) => name === GATEWAY)?.[1];
  if (!startGateway) throw new Error(`GATEWAY must be apollo or hive; "${GATEWAY}" is neither.`);
  const parts: Running[] = [];
  const keep = async (part: Promise<Running>) => {
    parts.push(await part);
    return (await part).url;
  };
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()));
  };
  try {
    const graph = await keep(startGraph(Number(GRAPH_PORT)));
    const claims = await keep(startClaims(Number(CLAIMS_PORT)));
    const supergraph = await compose([
      { name: 'graph', url: graph },
      { name: 'claims', url: claims },
    ]);
    const url = await keep(startGateway(supergraph, Number(PORT)));
    return { url, gateway: GATEWAY, graph, claims, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
