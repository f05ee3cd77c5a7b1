/** One schema out of those of the subgraphs. */

import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A subgraph by the name that the gateway gives it. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
}

/** What a subgraph says its schema is. */
export async function sdlOf(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = (await response.json()) as { data?: { _service: { sdl: string } } };
  if (!data) throw new Error(`${url} does not tell its schema: it answers ${response.status}.`);
  return data._service.sdl;
}

/** Composes the subgraphs; the message of a failure names every problem. */
export async function compose(subgraphs: readonly Subgraph[]): Promise<string> {
  const services = await Promise.all(
    subgraphs.map(async ({ name, url }) => ({ name, url, typeDefs: parse(await sdlOf(url)) })),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl)
    throw new Error(`The subgraphs do not compose:\n${errors?.map(({ message }) => message).join('\n')}`);
  return supergraphSdl;
}
