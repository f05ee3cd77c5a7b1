/** Sends one message to one address: no redirect is followed, and no address of this network reached unless it may be. */

import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isLocal, type Subscriber } from './subscribers.ts';

/** Milliseconds after which a subscriber that has not answered counts as failing. */
const answerMs = 15_000;

/** What became of a message: the status of the answer, or why there is none. */
export type Posted = { readonly status: number } | { readonly failure: string };

const isPublic = (address: string) => ipaddr.process(address).range() === 'unicast';

const refusal = 'its address is one that only this network reaches; set "private" to allow it';

/** Looks a name up, and refuses private addresses: checked here, so that the address that was checked is the one connected to. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) callback(error ?? new Error('it has no address'), '', 0);
    else if (!addresses.every(({ address }) => isPublic(address))) callback(new Error(refusal), '', 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Posts a body; never rejects. */
export async function post(
  { url, isPrivate }: Pick<Subscriber, 'url' | 'isPrivate'>,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Posted> {
  const open = isPrivate || isLocal(url);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!open && ipaddr.isValid(literal) && !isPublic(literal)) return { failure: refusal };
  const { promise, resolve } = Promise.withResolvers<Posted>();
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  const sent = send(url, {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(answerMs),
    ...(!open && { lookup: publicLookup }),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'coverage-graph-webhooks',
      ...headers,
    },
  });
  sent.on('response', (response) => {
    resolve({ status: response.statusCode ?? 0 });
    // What a subscriber answers with is not read.
    response.destroy();
  });
  sent.on('error', (error: NodeJS.ErrnoException) => {
    const late = error.name === 'TimeoutError' || error.name === 'AbortError';
    resolve({ failure: late ? `no answer in ${answerMs / 1_000} s` : (error.code ?? error.message) });
  });
  sent.end(body);
  return promise;
}
