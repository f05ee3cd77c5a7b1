/** One workload on several servers: answers compared, statements counted, then rounds in changing order. */

import { Agent } from 'node:http';
import { compare } from './compare.ts';
import { load, post } from './load.ts';
import type { Measured, WorkloadResult } from './report.ts';
import type { Scale } from './scale.ts';
import type { Server, ServerName } from './servers.ts';
import { bodiesOf, type WorkloadName } from './workloads.ts';

export interface RaceOptions {
  readonly scale: Scale;
  readonly rounds: number;
  /** Seconds for each server in a round, and before the first. */
  readonly seconds: number;
  readonly warmup: number;
  readonly connections: number;
}

/** Measures a workload on every server. Throws when two answers differ. */
export async function race(
  workload: WorkloadName,
  servers: readonly Server[],
  { scale, rounds, seconds, warmup, connections }: RaceOptions,
): Promise<WorkloadResult> {
  const bodies = bodiesOf(workload, scale);
  const lengths = await compare(servers, bodies);

  async function measure(server: Server, forSeconds: number): Promise<Measured> {
    const before = server.cpu();
    const { requests, p50 } = await load({
      url: server.url,
      bodies,
      lengths: lengths.get(server.name) ?? [],
      connections,
      seconds: forSeconds,
    });
    return { requests, p50, cpu: (server.cpu() - before) / requests };
  }

  const statements = new Map<ServerName, number>();
  for (const server of servers) statements.set(server.name, await statementsOf(server, bodies.slice(0, 10)));
  for (const server of servers) await measure(server, warmup);
  const measured: ReadonlyMap<ServerName, Measured>[] = [];
  for (let i = 0; i < rounds; i += 1) {
    // The order changes between rounds: a machine that slows down must not favour one server.
    const shift = i % servers.length;
    const order = [...servers.slice(shift), ...servers.slice(0, shift)];
    if (i % 2 === 1) order.reverse();
    const round = new Map<ServerName, Measured>();
    for (const server of order) round.set(server.name, await measure(server, seconds));
    measured.push(round);
  }
  const [first = []] = lengths.values();
  const answerBytes = first.reduce((sum, length) => sum + length, 0) / bodies.length;
  return { workload, answerBytes, statements, rounds: measured };
}

/** SQL statements a request, on average over some bodies. */
async function statementsOf(server: Server, bodies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const before = await server.statements();
  for (const body of bodies) await post(server.url, body, agent);
  agent.destroy();
  return ((await server.statements()) - before) / bodies.length;
}
