/** Compares the answers of both servers: a floor with other answers is no baseline. */

import { Agent } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { post } from './load.ts';
import type { Server } from './servers.ts';

/** The lengths in bytes of the answers to each body, for one server. */
export type Lengths = readonly number[];

export interface Comparison {
  readonly ours: Lengths;
  readonly floor: Lengths;
  /** Whether the two are the same to the byte, and not only as JSON values. */
  readonly sameBytes: boolean;
}

/** Sends each body once to both servers. Throws when two answers differ. */
export async function compare(ours: Server, floor: Server, bodies: readonly string[]): Promise<Comparison> {
  const agent = new Agent({ keepAlive: true });
  const lengths = { ours: [] as number[], floor: [] as number[] };
  let sameBytes = true;
  for (const body of bodies) {
    const [a, b] = await Promise.all([post(ours.url, body, agent), post(floor.url, body, agent)]);
    if (!a.equals(b)) {
      sameBytes = false;
      if (!isDeepStrictEqual(JSON.parse(a.toString()), JSON.parse(b.toString()))) throw differ(body, a, b);
    }
    lengths.ours.push(a.length);
    lengths.floor.push(b.length);
  }
  agent.destroy();
  return { ...lengths, sameBytes };
}

function differ(body: string, a: Buffer, b: Buffer): Error {
  const [ours, floor] = [a.toString(), b.toString()];
  let at = 0;
  while (ours[at] === floor[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return new Error(
    `The answers differ, so nothing is measured.\nasked: ${body.slice(0, 800)}\nours:  …${around(ours)}\nfloor: …${around(floor)}`,
  );
}
