/** Compares the answers of all servers: one with other answers is no measure of the rest. */

import { Agent } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { post } from './load.ts';
import type { Server, ServerName } from './servers.ts';

/** Of each server, the length in bytes of its answer to each body. */
export type Lengths = ReadonlyMap<ServerName, readonly number[]>;

/** Sends each body once to every server. Throws where an answer says something else than the first server's. */
export async function compare(servers: readonly Server[], bodies: readonly string[]): Promise<Lengths> {
  const agent = new Agent({ keepAlive: true });
  const lengths = new Map(servers.map(({ name }) => [name, [] as number[]]));
  for (const body of bodies) {
    const answers = await Promise.all(
      servers.map(async ({ name, url }) => ({ name, bytes: await post(url, body, agent) })),
    );
    const [first] = answers;
    for (const answer of answers) {
      if (first && !isSame(answer.bytes, first.bytes)) throw differ(body, answer, first);
      lengths.get(answer.name)?.push(answer.bytes.length);
    }
  }
  agent.destroy();
  return lengths;
}

interface Answer {
  readonly name: ServerName;
  readonly bytes: Buffer;
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.equals(b) || isDeepStrictEqual(JSON.parse(a.toString()), JSON.parse(b.toString()));
}

function differ(body: string, a: Answer, b: Answer): Error {
  const [one, other] = [a.bytes.toString(), b.bytes.toString()];
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = ({ name }: Answer, text: string) =>
    `${name}: …${text.slice(Math.max(0, at - 80), at + 120)}`;
  return new Error(
    `The answers differ, so nothing is measured.\nasked: ${body.slice(0, 800)}\n${around(a, one)}\n${around(b, other)}`,
  );
}
