/** Who a client is, for limits that hold for each client: its address, or that which a trusted proxy names. */

import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/** Whether an address is that of a proxy to be believed; `hop` counts from this server, beginning with 0. */
export type Trust = (address: string, hop: number) => boolean;

/** The most proxies that may stand one behind the other. */
const mostHops = 32;

/** Reads which proxies are trusted: a number of them, or addresses, networks and names of networks; undefined where the text is neither. */
export function readTrust(text: string): Trust | undefined {
  if (/^\d+$/.test(text)) {
    const hops = Number(text);
    return hops >= 1 && hops <= mostHops ? (_, hop) => hop < hops : undefined;
  }
  try {
    return proxyAddress.compile(text.split(',').flatMap((part) => part.trim() || []));
  } catch {
    return undefined;
  }
}

/**
 * The client of a request. What `X-Forwarded-For` says counts only as far as trusted proxies wrote it; what is no address
 * there leaves the one from which the connection comes.
 */
export function clientOf(request: IncomingMessage, trust: Trust): string {
  const { remoteAddress = '' } = request.socket;
  const named = remoteAddress && proxyAddress(request, trust);
  return clientAt(ipaddr.isValid(named) ? named : remoteAddress);
}

/** The client at an address: one host has a whole /64 of IPv6, of which it may take any address. */
export function clientAt(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const network = parsed.toByteArray().fill(0, 8);
  return `${ipaddr.fromByteArray(network)}/64`;
}

/** Whether an address is this machine. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
