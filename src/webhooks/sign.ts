/** Signs what is sent to subscribers, by the Standard Webhooks convention 1.0: HMAC-SHA256 over id, moment and body. */

import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** The key in a secret; undefined where it is none: the prefix, then Base64 of 24 to 64 bytes. */
export function keyIn(secret: string): Buffer | undefined {
  const encoded = secret.startsWith(prefix) ? secret.slice(prefix.length) : '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return undefined;
  const key = Buffer.from(encoded, 'base64');
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** The `webhook-…` headers of a message; with several keys it has a signature by each, so that one can be replaced. */
export function signedHeaders(
  id: string,
  moment: Date,
  body: string,
  keys: readonly Buffer[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(moment.getTime() / 1_000));
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
